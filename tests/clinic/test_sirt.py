"""Radioembolisation: never more than an option under investigation, and silence elsewhere."""

from typing import Any

import pytest

import netlearn as nl

OPTION = {
    "resectable": False,
    "liver_predominant": True,
    "progressive": True,
    "symptoms_uncontrolled_by_medical_therapy": True,
    "planned_field": "lobar",
}
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for unresectable, growing, symptomatic disease mainly in the liver, with changes."""
    return nl.decide("sirt", edition, **{**OPTION, **changes})


def cautions(decision: nl.Decision) -> dict[str, str]:
    return {c.id: c.risk for c in decision.cautions}


@BOTH_EDITIONS
@pytest.mark.parametrize(
    ("growing", "symptoms", "findings"),
    [
        (True, False, ("progressive disease",)),
        (False, True, ("symptoms uncontrolled by medical treatment",)),
        (True, True, ("progressive disease", "symptoms uncontrolled by medical treatment")),
    ],
)
def test_growth_or_symptoms_make_it_an_option_under_investigation(
    growing: bool, symptoms: bool, findings: tuple[str, ...], edition: str
) -> None:
    decision = decide(edition, progressive=growing, symptoms_uncontrolled_by_medical_therapy=symptoms)

    assert (decision.verdict, decision.findings) == ("option-under-investigation", findings)


@BOTH_EDITIONS
@pytest.mark.parametrize(
    "changes",
    [
        {"resectable": True},
        {"liver_predominant": False},
        {"progressive": False, "symptoms_uncontrolled_by_medical_therapy": False},
    ],
)
def test_elsewhere_nothing_is_said(changes: dict[str, bool], edition: str) -> None:
    assert decide(edition, **changes).status == "not-stated"


@BOTH_EDITIONS
def test_the_open_question_is_cited(edition: str) -> None:
    assert "3.5-13" in decide(edition).evidence


@BOTH_EDITIONS
def test_the_field_does_not_change_the_verdict(edition: str) -> None:
    assert decide(edition, planned_field=None).verdict == "option-under-investigation"


@pytest.mark.parametrize(("edition", "risk"), [("review-2012", "B"), ("2026", "A")])
def test_treating_the_whole_liver_is_cautioned(edition: str, risk: str) -> None:
    assert cautions(decide(edition, planned_field="whole-liver"))["whole-liver"] == risk


@BOTH_EDITIONS
def test_treating_a_lobe_is_not_cautioned(edition: str) -> None:
    assert "whole-liver" not in cautions(decide(edition, planned_field="lobar"))


@BOTH_EDITIONS
def test_the_weak_embolic_effect_is_said(edition: str) -> None:
    assert "E44" in cautions(decide(edition))


def test_2026_warns_that_doses_add_up_after_prrt() -> None:
    assert "after-prrt" in cautions(decide("2026"))


@BOTH_EDITIONS
@pytest.mark.parametrize("unknown", ["resectable", "liver_predominant"])
def test_an_unknown_input_that_matters_is_named(unknown: str, edition: str) -> None:
    assert decide(edition, **{unknown: None}).missing == (unknown,)


@BOTH_EDITIONS
def test_growth_need_not_be_known_where_symptoms_resist(edition: str) -> None:
    assert decide(edition, progressive=None).verdict == "option-under-investigation"


@BOTH_EDITIONS
def test_a_resectable_lesion_alone_is_not_addressed(edition: str) -> None:
    assert nl.decide("sirt", edition, resectable=True).status == "not-stated"


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("planned_field", "segmental"),
        ("planned_field", True),
        ("resectable", "no"),
        ("progressive", 1),
        ("liver_predominant", "90 %"),
    ],
)
def test_a_bad_value_is_refused_by_name(field: str, bad: object) -> None:
    with pytest.raises(nl.InputError, match=field):
        decide(**{field: bad})


def test_the_editions_give_the_same_verdicts() -> None:
    assert nl.compare("sirt") == ()
