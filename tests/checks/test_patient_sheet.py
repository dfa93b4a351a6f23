"""What is refused on the page that a patient takes home, and that it calls at home as the cards do."""

from copy import deepcopy
from typing import Any

import pytest

from netlearn import knowledge
from netlearn.checks.patient_sheet import faults, of_sheet
from netlearn.clinic.patient_sheet import FILE, patient_sheet
from netlearn.errors import KnowledgeError


@pytest.fixture
def raw() -> dict[str, Any]:
    return deepcopy(dict(knowledge.load(FILE)))


def said(raw: dict[str, Any]) -> str:
    return "\n".join(map(str, of_sheet(raw)))


def test_the_page_has_no_fault() -> None:
    assert list(faults()) == []


def test_a_situation_of_which_the_patient_is_not_told_is_a_fault(raw: dict[str, Any]) -> None:
    raw["part"] = [part for part in raw["part"] if part["id"] != "hospital"]

    assert "accepted, each once: alarm, any_fever, at_once, collapse, fever_on_a_drug" in said(raw)


def test_a_line_without_source_must_say_so(raw: dict[str, Any]) -> None:
    raw["part"][0]["line"].append({"text": "Ring."})
    assert "cites nothing; accepted: sources, or basis" in said(raw)


def test_half_a_signature_is_a_fault(raw: dict[str, Any]) -> None:
    assert "names no clinician with a date" in said(raw | {"sign_off": "yes"})


def test_a_key_that_there_is_not_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError, match="accepted: title, updated"):
        said(raw | {"phone": "1"})


@pytest.mark.parametrize(("field", "value", "accepted"), [("lead", 3, "a text"), ("blanks", "Name", "a list of texts")])
def test_a_field_of_another_kind_is_refused(raw: dict[str, Any], field: str, value: object, accepted: str) -> None:
    with pytest.raises(KnowledgeError, match=f"{field} is {value}; accepted: {accepted}"):
        said(raw | {field: value})


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("collapse", "collapse or faint"),
        ("rigors", "rigors"),
        ("breathless at rest", "breathless while you sit still"),
        ("drowsiness", "cannot be kept awake"),
        ("confused", "confused"),
        ("hard belly", "belly turns hard"),
    ],
)
def test_what_calls_an_ambulance_on_the_cards_calls_one_on_the_page(sign: str, words: str) -> None:
    (ambulance,) = [part for part in patient_sheet().parts if "at_once" in part.situation]
    calls = knowledge.load("urgency.toml")["call"]

    assert sign
    assert "at home an ambulance" in calls["at_once"]
    assert any(words in line.text for line in ambulance.step.lines)


def test_until_a_clinician_signs_it_is_a_draft() -> None:
    assert patient_sheet().status == "Unsigned draft: not to be handed to a patient"
