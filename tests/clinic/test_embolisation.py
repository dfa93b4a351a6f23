"""Embolisation in 2012: the contraindications, the criteria, and how much of the liver is involved."""

from typing import Any

import pytest

import netlearn as nl

MET = {
    "resectable": False,
    "diffuse": True,
    "progressive": True,
    "symptoms_uncontrolled_by_medical_therapy": True,
    "liver_predominant": True,
    "liver_function_impaired": False,
    "liver_involvement_percent": 40,
    "bleeding_disorder": False,
    "renal_failure": False,
    "hepatic_vein_occlusion": False,
    "portal_vein_occlusion": False,
    "biliary_enteric_anastomosis": False,
    "additional_risk_factors": False,
}
CONTRAINDICATIONS = pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("bleeding_disorder", "bleeding disorder"),
        ("renal_failure", "renal failure"),
        ("hepatic_vein_occlusion", "hepatic vein occluded"),
    ],
)
CRITERIA = pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("resectable", "the lesions can be resected"),
        ("diffuse", "disease not diffuse"),
        ("progressive", "disease not progressive"),
        ("symptoms_uncontrolled_by_medical_therapy", "symptoms controlled by medical treatment"),
        ("liver_predominant", "disease not mainly in the liver"),
        ("liver_function_impaired", "liver function impaired"),
    ],
)
OTHER_ANSWERS = pytest.mark.parametrize(
    "other",
    [
        {"resectable": True},
        {"diffuse": False},
        {"progressive": False},
        {"symptoms_uncontrolled_by_medical_therapy": False},
        {"liver_predominant": False},
        {"liver_function_impaired": True},
        {"liver_involvement_percent": 80, "additional_risk_factors": True},
        {"liver_involvement_percent": 80},
        {"biliary_enteric_anastomosis": True},
        {},
    ],
)


def decide(**changes: Any) -> nl.Decision:
    """The decision of 2012 for a patient who meets every criterion, with changes."""
    return nl.decide("embolisation", **{**MET, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


def at_risk(decision: nl.Decision) -> set[str]:
    """The cautions of risk A."""
    return {c.id for c in decision.cautions if c.risk == "A"}


@CRITERIA
def test_each_failed_criterion_is_the_only_finding(field: str, finding: str) -> None:
    decision = decide(**{field: not MET[field]})

    assert (decision.verdict, decision.findings) == ("criteria-not-met", (finding,))


def test_all_failed_criteria_are_listed() -> None:
    decision = decide(
        resectable=True, diffuse=False, progressive=False, liver_predominant=False,
        symptoms_uncontrolled_by_medical_therapy=False, liver_function_impaired=True,
    )  # fmt: skip

    assert len(decision.findings) == 6


@CONTRAINDICATIONS
def test_each_contraindication_alone_contraindicates(field: str, finding: str) -> None:
    decision = decide(**{field: True})

    assert (decision.verdict, decision.findings) == ("contraindicated", (finding,))


@pytest.mark.parametrize("field", ["bleeding_disorder", "renal_failure", "hepatic_vein_occlusion"])
@OTHER_ANSWERS
def test_a_contraindication_prevails_over_every_other_answer(other: dict[str, Any], field: str) -> None:
    assert decide(**other, **{field: True}).verdict == "contraindicated"


@CONTRAINDICATIONS
def test_beside_a_contraindication_failed_criteria_are_no_findings(field: str, finding: str) -> None:
    assert decide(**{field: True}, resectable=True).findings == (finding,)


@CONTRAINDICATIONS
def test_a_contraindication_alone_decides(field: str, finding: str) -> None:
    assert nl.decide("embolisation", **{field: True}).findings == (finding,)


def test_the_hepatic_vein_carries_the_doubt_about_which_vein() -> None:
    assert "E08" in at_risk(decide(hepatic_vein_occlusion=True))


def test_2012_the_portal_vein_is_said_beside_the_hepatic_vein_and_not_swapped_for_it() -> None:
    decision = decide(portal_vein_occlusion=True)

    assert (decision.verdict, {"portal-vein", "E08"} <= at_risk(decision)) == ("indicated", True)


def test_2012_a_joined_bile_duct_is_a_risk_a_caution() -> None:
    decision = decide(biliary_enteric_anastomosis=True)

    assert (decision.verdict, "bile-duct" in at_risk(decision)) == ("indicated", True)


def test_risk_factors_over_75_percent_are_a_finding() -> None:
    decision = decide(liver_involvement_percent=80, additional_risk_factors=True)

    assert decision.findings == ("additional risk factors with more than 75\u00a0% of the liver involved",)


def test_risk_factors_matter_over_75_percent() -> None:
    decision = decide(liver_involvement_percent=80, additional_risk_factors=None)

    assert decision.missing == ("additional_risk_factors",)


@pytest.mark.parametrize("unknown", [f for f in MET if f.endswith(("disorder", "failure", "impaired", "percent"))])
def test_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    assert unknown in decide(**{unknown: None}).missing


def test_2012_knows_no_warning_about_beads() -> None:
    assert "beads" not in cautions(decide())


@pytest.mark.parametrize("field", [f for f in MET if f != "liver_involvement_percent"])
@pytest.mark.parametrize("bad", ["yes", 1, 0.5])
def test_what_is_not_yes_or_no_is_refused_by_name(field: str, bad: object) -> None:
    with pytest.raises(nl.InputError, match=field):
        decide(**{field: bad})


def test_a_flip_names_75_percent() -> None:
    flips = decide(liver_involvement_percent=80).flips()

    assert ("liver_involvement_percent", "<= 75", "indicated") in {(f.input, f.to, f.verdict) for f in flips}


@pytest.mark.parametrize(("involved", "said"), [(75, False), (75.1, True)])
def test_an_extensive_liver_is_a_risk_a_caution(involved: float, said: bool) -> None:
    assert ({"extensive", "E08"} <= at_risk(decide(liver_involvement_percent=involved))) is said
