"""Embolisation in 2026: growth, symptoms or bulk is a reason; what leaves selected patients, and what to refer."""

from typing import Any

import pytest

import netlearn as nl

PLANNED = {
    "resectable": False,
    "liver_predominant": True,
    "progressive": True,
    "symptoms_uncontrolled_by_medical_therapy": True,
    "bulky": True,
    "liver_function_impaired": False,
    "liver_involvement_percent": 40,
    "urgent_procedure": False,
    "extrahepatic_disease": "none",
    "biliary_enteric_anastomosis": False,
    "bleeding_disorder": False,
    "renal_failure": False,
    "hepatic_vein_occlusion": False,
    "portal_vein_occlusion": False,
    "carcinoid_syndrome": False,
    "carcinoid_heart_disease": False,
}
NO_REASON = {"progressive": False, "symptoms_uncontrolled_by_medical_therapy": False, "bulky": False}
REASONS = pytest.mark.parametrize(
    ("reason", "finding"),
    [
        ("progressive", "progressive disease"),
        ("symptoms_uncontrolled_by_medical_therapy", "symptoms uncontrolled by medical treatment"),
        ("bulky", "bulky disease"),
    ],
)
FACTORS = pytest.mark.parametrize(
    ("factor", "finding", "caution"),
    [
        ({"liver_involvement_percent": 60}, "more than 50\u00a0% of the liver involved", "extensive"),
        ({"urgent_procedure": True}, "urgent procedure", "urgent"),
        ({"extrahepatic_disease": "other"}, "disease outside the liver", "outside-liver"),
        ({"biliary_enteric_anastomosis": True}, "bile duct joined to the bowel", "bile-duct"),
    ],
)
CRITERIA = pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("resectable", "the lesions can be resected"),
        ("liver_predominant", "disease not mainly in the liver"),
        ("liver_function_impaired", "liver function impaired"),
    ],
)
CONTRAINDICATIONS = pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("bleeding_disorder", "bleeding disorder"),
        ("renal_failure", "renal failure"),
        ("hepatic_vein_occlusion", "hepatic vein occluded"),
        ("portal_vein_occlusion", "portal vein occluded"),
    ],
)
ALL_THREE = {"liver_involvement_percent": 60, "urgent_procedure": True, "extrahepatic_disease": "other"}


def decide(**changes: Any) -> nl.Decision:
    """The decision of 2026 for a patient with every reason and nothing against it, with changes."""
    return nl.decide("embolisation", "2026", **{**PLANNED, **changes})


def at_risk(decision: nl.Decision) -> set[str]:
    """The cautions of risk A."""
    return {c.id for c in decision.cautions if c.risk == "A"}


@REASONS
def test_growth_or_symptoms_or_bulk_alone_indicates(reason: str, finding: str) -> None:
    decision = decide(**{**NO_REASON, reason: True})

    assert (decision.verdict, decision.findings) == ("indicated", (finding,))


def test_without_a_reason_nothing_is_said() -> None:
    decision = decide(**NO_REASON)

    assert (decision.status, decision.findings) == ("not-stated", ())


def test_bulk_is_said_to_be_recalled_and_is_not_told_beside_a_reason_that_was_read() -> None:
    assert "recalled" in decide(**{**NO_REASON, "bulky": True}).because
    assert "recalled" not in decide().because


@FACTORS
@pytest.mark.parametrize("reason", NO_REASON)
def test_each_factor_leaves_selected_patients_whatever_the_reason(
    reason: str, factor: dict[str, Any], finding: str, caution: str
) -> None:
    decision = decide(**{**NO_REASON, reason: True, **factor})

    assert (decision.verdict, decision.findings) == ("indicated-selected", (finding,))


@FACTORS
def test_each_factor_is_a_risk_a_caution(factor: dict[str, Any], finding: str, caution: str) -> None:
    assert caution in at_risk(decide(**factor))
    assert caution not in at_risk(decide())


@FACTORS
def test_a_factor_without_a_reason_is_cautioned_and_not_answered(
    factor: dict[str, Any], finding: str, caution: str
) -> None:
    decision = decide(**NO_REASON, **factor)

    assert (decision.status, caution in at_risk(decision)) == ("not-stated", True)


def test_a_factor_is_found_once_although_each_reason_meets_it() -> None:
    assert decide(urgent_procedure=True).findings == ("urgent procedure",)


@pytest.mark.parametrize(
    ("involved", "verdict"), [(49.999, "indicated"), (50, "indicated"), (50.001, "indicated-selected")]
)
def test_over_50_percent_leaves_selected_patients(involved: float, verdict: str) -> None:
    decision = decide(liver_involvement_percent=involved)

    assert (decision.verdict, "extensive" in at_risk(decision)) == (verdict, verdict != "indicated")


def test_over_50_percent_cites_the_series_that_found_the_risk() -> None:
    assert "sofocleous-2014.liver-replacement" in decide(liver_involvement_percent=60).evidence


def test_abdominal_nodes_are_no_risk_factor() -> None:
    decision = decide(extrahepatic_disease="abdominal-nodes")

    assert (decision.verdict, "outside-liver" in at_risk(decision)) == ("indicated", False)


@pytest.mark.parametrize(
    ("factors", "verdict"),
    [
        ({"liver_involvement_percent": 60}, "indicated-selected"),
        ({"urgent_procedure": True}, "indicated-selected"),
        ({"extrahepatic_disease": "other"}, "indicated-selected"),
        (ALL_THREE, "criteria-not-met"),
    ],
)
def test_a_joined_duct_beside_other_factors_keeps_both_cautions(factors: dict[str, Any], verdict: str) -> None:
    decision = decide(biliary_enteric_anastomosis=True, **factors)

    assert (decision.verdict, len(at_risk(decision) & {"bile-duct", "extensive", "urgent", "outside-liver"})) == (
        verdict,
        1 + len(factors),
    )


@CRITERIA
def test_each_failed_criterion_is_the_only_finding(field: str, finding: str) -> None:
    decision = decide(**{field: not PLANNED[field]})

    assert (decision.verdict, decision.findings) == ("criteria-not-met", (finding,))


@CRITERIA
def test_a_failed_criterion_is_told_also_without_a_reason(field: str, finding: str) -> None:
    assert decide(**NO_REASON, **{field: not PLANNED[field]}).verdict == "criteria-not-met"


@CONTRAINDICATIONS
@pytest.mark.parametrize(
    "other",
    [
        {},
        NO_REASON,
        ALL_THREE,
        {"resectable": True},
        {"liver_predominant": False},
        {"liver_function_impaired": True},
        {"liver_involvement_percent": 80},
        {"biliary_enteric_anastomosis": True},
    ],
)
def test_a_contraindication_prevails_over_every_other_answer(field: str, finding: str, other: dict[str, Any]) -> None:
    decision = decide(**other, **{field: True})

    assert (decision.verdict, decision.findings) == ("contraindicated", (finding,))


@CONTRAINDICATIONS
def test_a_contraindication_alone_decides(field: str, finding: str) -> None:
    assert nl.decide("embolisation", "2026", **{field: True}).findings == (finding,)


def test_the_portal_vein_is_said_to_be_recalled() -> None:
    decision = decide(portal_vein_occlusion=True)

    assert ("Recalled" in decision.because, "E08" in at_risk(decision)) == (True, True)


@pytest.mark.parametrize("unknown", ["urgent_procedure", "extrahepatic_disease", "bleeding_disorder", "resectable"])
def test_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_the_carcinoid_syndrome_asks_for_the_heart_first(syndrome: bool, heart: bool | None, said: bool) -> None:
    decision = decide(carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert ("carcinoid-heart-first" in at_risk(decision)) is said


def test_every_answer_warns_of_drug_eluting_beads() -> None:
    assert "beads" in at_risk(decide())


@pytest.fixture(scope="module")
def differences() -> tuple[Any, ...]:
    return nl.compare("embolisation")


def test_the_editions_differ_with_a_joined_bile_duct_because_of_abscess(differences: tuple[Any, ...]) -> None:
    found = [d for d in differences if d.before.verdicts == ("indicated",)]
    caused = [d for d in found if d.region.when.get("biliary_enteric_anastomosis") == "= yes"]

    assert "bilioenteric-abscess" in {update for d in caused for update in d.updates}


def test_the_editions_differ_where_disease_is_not_diffuse_because_of_the_later_reviews(
    differences: tuple[Any, ...],
) -> None:
    found = [d for d in differences if d.after.verdicts == ("indicated",)]

    assert found and all({"embolisation-indications", "embolisation-bulk"} & set(d.updates) for d in found)
