"""Embolisation: the contraindications, the criteria, and how much of the liver is involved."""

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
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])
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


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a patient who meets every criterion, with changes."""
    return nl.decide("embolisation", edition, **{**MET, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


def at_risk(decision: nl.Decision) -> set[str]:
    """The cautions of risk A."""
    return {c.id for c in decision.cautions if c.risk == "A"}


@BOTH_EDITIONS
def test_embolisation_is_indicated_where_every_criterion_is_met(edition: str) -> None:
    assert decide(edition).verdict == "indicated"


@BOTH_EDITIONS
@CRITERIA
def test_each_failed_criterion_is_the_only_finding(field: str, finding: str, edition: str) -> None:
    decision = decide(edition, **{field: not MET[field]})

    assert (decision.verdict, decision.findings) == ("criteria-not-met", (finding,))


@BOTH_EDITIONS
def test_all_failed_criteria_are_listed(edition: str) -> None:
    decision = decide(
        edition, resectable=True, diffuse=False, progressive=False, liver_predominant=False,
        symptoms_uncontrolled_by_medical_therapy=False, liver_function_impaired=True,
    )  # fmt: skip

    assert len(decision.findings) == 6


@BOTH_EDITIONS
@CONTRAINDICATIONS
def test_each_contraindication_alone_contraindicates(field: str, finding: str, edition: str) -> None:
    decision = decide(edition, **{field: True})

    assert (decision.verdict, decision.findings) == ("contraindicated", (finding,))


@BOTH_EDITIONS
@pytest.mark.parametrize("field", ["bleeding_disorder", "renal_failure", "hepatic_vein_occlusion"])
@OTHER_ANSWERS
def test_a_contraindication_prevails_over_every_other_answer(other: dict[str, Any], field: str, edition: str) -> None:
    assert decide(edition, **other, **{field: True}).verdict == "contraindicated"


@OTHER_ANSWERS
def test_2026_an_occluded_portal_vein_prevails_over_every_other_answer(other: dict[str, Any]) -> None:
    assert decide("2026", **other, portal_vein_occlusion=True).verdict == "contraindicated"


@BOTH_EDITIONS
@CONTRAINDICATIONS
def test_beside_a_contraindication_failed_criteria_are_no_findings(field: str, finding: str, edition: str) -> None:
    assert decide(edition, **{field: True}, resectable=True).findings == (finding,)


@BOTH_EDITIONS
@CONTRAINDICATIONS
def test_a_contraindication_alone_decides(field: str, finding: str, edition: str) -> None:
    assert nl.decide("embolisation", edition, **{field: True}).findings == (finding,)


@BOTH_EDITIONS
def test_the_hepatic_vein_carries_the_doubt_about_which_vein(edition: str) -> None:
    assert "E08" in at_risk(decide(edition, hepatic_vein_occlusion=True))


def test_2012_the_portal_vein_is_said_beside_the_hepatic_vein_and_not_swapped_for_it() -> None:
    decision = decide(portal_vein_occlusion=True)

    assert (decision.verdict, {"portal-vein", "E08"} <= at_risk(decision)) == ("indicated", True)


def test_2026_an_occluded_portal_vein_contraindicates() -> None:
    decision = decide("2026", portal_vein_occlusion=True)

    assert (decision.verdict, decision.findings) == ("contraindicated", ("portal vein occluded",))


def test_2012_a_joined_bile_duct_is_a_risk_a_caution() -> None:
    decision = decide(biliary_enteric_anastomosis=True)

    assert (decision.verdict, "bile-duct" in at_risk(decision)) == ("indicated", True)


def test_2026_a_joined_bile_duct_leaves_selected_patients() -> None:
    decision = decide("2026", biliary_enteric_anastomosis=True)

    assert (decision.verdict, "bile-duct" in at_risk(decision)) == ("indicated-selected", True)


@pytest.mark.parametrize(
    ("involved", "verdict"),
    [
        (0, "indicated"),
        (74.999, "indicated"),
        (75, "indicated"),
        ("75 %", "indicated"),
        (75.001, "indicated-selected"),
        (100, "indicated-selected"),
    ],
)
def test_2012_over_75_percent_leaves_selected_patients(involved: object, verdict: str) -> None:
    assert decide(liver_involvement_percent=involved).verdict == verdict


@pytest.mark.parametrize(
    ("involved", "verdict"), [(49.999, "indicated"), (50, "indicated"), (50.001, "indicated-selected")]
)
def test_2026_over_50_percent_leaves_selected_patients(involved: float, verdict: str) -> None:
    assert decide("2026", liver_involvement_percent=involved).verdict == verdict


def test_2026_over_50_percent_cites_the_series_that_found_the_risk() -> None:
    assert "sofocleous-2014.liver-replacement" in decide("2026", liver_involvement_percent=60).evidence


@pytest.mark.parametrize(("edition", "involved"), [("review-2012", 75.1), ("2026", 50.1)])
def test_an_extensive_liver_is_a_risk_a_caution(edition: str, involved: float) -> None:
    assert {"extensive", "E08"} <= at_risk(decide(edition, liver_involvement_percent=involved))


@pytest.mark.parametrize(("edition", "involved"), [("review-2012", 75), ("2026", 50)])
def test_no_caution_about_extent_at_the_limit(edition: str, involved: float) -> None:
    assert "extensive" not in cautions(decide(edition, liver_involvement_percent=involved))


@pytest.mark.parametrize(
    ("edition", "involved", "verdict"),
    [
        ("review-2012", 75, "indicated"),
        ("review-2012", 75.001, "criteria-not-met"),
        ("2026", 75, "indicated-selected"),
        ("2026", 75.001, "criteria-not-met"),
    ],
)
def test_risk_factors_count_against_embolisation_over_75_percent(edition: str, involved: float, verdict: str) -> None:
    decision = decide(edition, liver_involvement_percent=involved, additional_risk_factors=True)

    assert decision.verdict == verdict


@BOTH_EDITIONS
def test_risk_factors_over_75_percent_are_a_finding(edition: str) -> None:
    decision = decide(edition, liver_involvement_percent=80, additional_risk_factors=True)

    assert decision.findings == ("additional risk factors with more than 75\u00a0% of the liver involved",)


def test_2026_risk_factors_from_50_to_75_percent_leave_selected_patients() -> None:
    decision = decide("2026", liver_involvement_percent=60, additional_risk_factors=True)

    assert decision.verdict == "indicated-selected"


def test_2026_risk_factors_over_75_percent_prevail_over_a_joined_bile_duct() -> None:
    decision = decide(
        "2026", liver_involvement_percent=80, additional_risk_factors=True, biliary_enteric_anastomosis=True
    )

    assert decision.verdict == "criteria-not-met"


@BOTH_EDITIONS
def test_risk_factors_need_not_be_known_at_40_percent(edition: str) -> None:
    assert decide(edition, additional_risk_factors=None).verdict == "indicated"


@BOTH_EDITIONS
def test_risk_factors_matter_over_75_percent(edition: str) -> None:
    decision = decide(edition, liver_involvement_percent=80, additional_risk_factors=None)

    assert decision.missing == ("additional_risk_factors",)


@pytest.mark.parametrize("field", ["portal_vein_occlusion", "biliary_enteric_anastomosis"])
def test_2012_what_the_review_does_not_ask_need_not_be_known(field: str) -> None:
    assert decide(**{field: None}).verdict == "indicated"


@BOTH_EDITIONS
@pytest.mark.parametrize("unknown", [f for f in MET if f.endswith(("disorder", "failure", "impaired", "percent"))])
def test_an_unknown_input_that_matters_is_named(unknown: str, edition: str) -> None:
    assert unknown in decide(edition, **{unknown: None}).missing


def test_2026_every_answer_warns_of_drug_eluting_beads() -> None:
    assert "beads" in at_risk(decide("2026"))


def test_2012_knows_no_warning_about_beads() -> None:
    assert "beads" not in cautions(decide())


@pytest.mark.parametrize("bad", ["5,25", "3 kg", "31 mm", True, float("nan"), -1, 100.1, "most"])
def test_a_bad_share_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="liver_involvement_percent"):
        decide(liver_involvement_percent=bad)


@pytest.mark.parametrize("field", [f for f in MET if f != "liver_involvement_percent"])
@pytest.mark.parametrize("bad", ["yes", 1, 0.5])
def test_what_is_not_yes_or_no_is_refused_by_name(field: str, bad: object) -> None:
    with pytest.raises(nl.InputError, match=field):
        decide(**{field: bad})


def test_a_flip_names_75_percent() -> None:
    flips = decide(liver_involvement_percent=80).flips()

    assert ("liver_involvement_percent", "<= 75", "indicated") in {(f.input, f.to, f.verdict) for f in flips}


@pytest.fixture(scope="module")
def differences() -> tuple[Any, ...]:
    return nl.compare("embolisation")


def test_the_editions_differ_from_50_to_75_percent_because_of_the_later_series(differences: tuple[Any, ...]) -> None:
    found = [d for d in differences if d.updates == ("sofocleous-2014",)]

    assert {d.region.when["liver_involvement_percent"] for d in found} == {"]50..75]"}


def test_the_editions_differ_with_a_joined_bile_duct_because_of_abscess(differences: tuple[Any, ...]) -> None:
    found = [d for d in differences if d.after.verdicts == ("indicated-selected",)]
    joined = [d for d in found if d.region.when.get("biliary_enteric_anastomosis") == "= yes"]

    assert joined and all("bilioenteric-abscess" in d.updates for d in joined)


def test_all_other_differences_are_the_portal_vein_of_the_erratum(differences: tuple[Any, ...]) -> None:
    found = [d for d in differences if d.after.verdicts != ("indicated-selected",)]

    assert {(d.after.verdicts, d.region.when["portal_vein_occlusion"]) for d in found} == {
        (("contraindicated",), "= yes")
    }
