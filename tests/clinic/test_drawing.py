"""Who is drawn to try a board: nobody who is impossible or contradicts themself, and the same from the same seed."""

import pytest

import netlearn as nl
from netlearn import knowledge
from netlearn.clinic import drawing
from netlearn.clinic.drawing import clash, patients
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError

BOTH = pytest.mark.parametrize("edition", edition_ids())


@BOTH
def test_no_patient_drawn_is_impossible_contradictory_or_implausible(edition: str) -> None:
    for patient in patients(edition, 40):
        assert clash(patient, edition) is None
        assert nl.pathway(patient, edition).contradictions == ()


def test_a_clash_would_be_found() -> None:
    assert clash({"liver_involvement_percent": 79, "liver_predominant": False}, "2026") is not None


def test_the_same_seed_draws_the_same_patients() -> None:
    assert list(patients("2026", 3)) == list(patients("2026", 3))


def test_a_patient_for_whom_no_weight_is_declared_is_an_error_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = knowledge.load(drawing.FILE)
    monkeypatch.setattr(drawing.knowledge, "load", lambda _: {**raw, "yes": {}})

    with pytest.raises(KnowledgeError, match="no weight"):
        next(patients("2026", 1))
