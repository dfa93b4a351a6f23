"""What to ask of the heart before any procedure: in every carcinoid syndrome, and only there."""

from typing import Any

import pytest

import netlearn as nl

SOUND = {
    "carcinoid_syndrome": True,
    "echocardiography_done": True,
    "heart_symptoms": False,
    "carcinoid_heart_disease": False,
    "procedure_planned": True,
}


def decide(**changes: Any) -> nl.Decision:
    """The decision for a carcinoid syndrome with a sound heart on echocardiography and a procedure, with changes."""
    return nl.decide("carcinoid-heart", "2026", **{**SOUND, **changes})


def cautions(decision: nl.Decision) -> set[tuple[str, str]]:
    return {(c.id, c.risk) for c in decision.cautions}


def test_the_review_has_no_such_table() -> None:
    with pytest.raises(nl.KnowledgeError, match="carcinoid-heart"):
        nl.decide("carcinoid-heart", carcinoid_syndrome=True)


@pytest.mark.parametrize("procedure", [True, False, None])
@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "not-needed"),
        ({"echocardiography_done": False}, "ask-first"),
        ({"heart_symptoms": True}, "ask-first"),
        ({"carcinoid_heart_disease": True}, "ask-first"),
        ({"carcinoid_syndrome": False}, "not-needed"),
        ({"carcinoid_syndrome": False, "echocardiography_done": False}, "not-needed"),
        ({"carcinoid_syndrome": False, "heart_symptoms": True}, None),
    ],
)
def test_the_heart_is_asked_in_every_syndrome_with_or_without_a_procedure(
    changes: dict[str, Any], verdict: str | None, procedure: bool | None
) -> None:
    assert decide(procedure_planned=procedure, **changes).verdict == verdict


@pytest.mark.parametrize("unknown", ["echocardiography_done", "heart_symptoms", "carcinoid_heart_disease"])
def test_what_is_unknown_and_matters_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


def test_every_reason_is_a_finding() -> None:
    decision = decide(echocardiography_done=False, heart_symptoms=True, carcinoid_heart_disease=True)

    assert len(decision.findings) == 3


@pytest.mark.parametrize(
    ("caution", "on", "off"),
    [
        (("before-the-procedure", "A"), {"echocardiography_done": False}, {}),
        (
            ("before-the-procedure", "A"),
            {"echocardiography_done": False},
            {"echocardiography_done": False, "procedure_planned": False},
        ),
        (("diseased", "A"), {"carcinoid_heart_disease": True}, {}),
        (
            ("diseased", "A"),
            {"carcinoid_heart_disease": True},
            {"carcinoid_heart_disease": True, "procedure_planned": False},
        ),
        (("natriuretic-peptide", "B"), {}, {"carcinoid_syndrome": False}),
        (("how-often", "C"), {}, {"echocardiography_done": False}),
    ],
)
def test_each_caution_is_on_and_off(caution: tuple[str, str], on: dict[str, Any], off: dict[str, Any]) -> None:
    assert caution in cautions(decide(**on))
    assert caution not in cautions(decide(**off))
