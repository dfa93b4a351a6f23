"""Radioembolisation: at most an option under investigation; in 2026 with its bars and what leaves it doubtful."""

from typing import Any

import pytest

import netlearn as nl
from netlearn.evidence import figure
from netlearn.quantity import Quantity

OPTION = {
    "resectable": False,
    "liver_predominant": True,
    "progressive": True,
    "symptoms_uncontrolled_by_medical_therapy": True,
    "planned_field": "lobar",
}
WORK_UP = {
    "ascites_or_liver_failure": False,
    "lung_shunt_percent": 5,
    "gut_shunt_uncorrectable": False,
    "bilirubin_mg_per_dl": 0.8,
    "portal_vein_occlusion": False,
    "renal_failure": False,
    "biliary_enteric_anastomosis": False,
    "prior_liver_irradiation": False,
    "concurrent_capecitabine": False,
    "carcinoid_syndrome": False,
}
NO_REASON = {"progressive": False, "symptoms_uncontrolled_by_medical_therapy": False}
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])
BARS = pytest.mark.parametrize(
    ("bar", "finding"),
    [
        ({"ascites_or_liver_failure": True}, "ascites or liver failure"),
        ({"lung_shunt_percent": 21}, "lung shunt above 20\u00a0%"),
        ({"gut_shunt_uncorrectable": True}, "shunt to the gut that cannot be corrected"),
    ],
)
DOUBTS = pytest.mark.parametrize(
    ("doubt", "finding", "caution"),
    [
        ({"bilirubin_mg_per_dl": 2.1}, "bilirubin above 2\u00a0mg/dl", "bilirubin"),
        ({"portal_vein_occlusion": True}, "portal vein occluded", "portal-vein"),
        ({"renal_failure": True}, "renal failure", "kidneys"),
        ({"biliary_enteric_anastomosis": True}, "bile duct joined to the bowel", "bile-duct"),
        ({"prior_liver_irradiation": True}, "liver irradiated before", "irradiated"),
        ({"liver_predominant": False}, "disease not mainly in the liver", "outside-liver"),
    ],
)


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for unresectable, growing, symptomatic disease mainly in the liver, with changes."""
    work_up = WORK_UP if edition == "2026" else {}
    return nl.decide("sirt", edition, **{**OPTION, **work_up, **changes})


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


@DOUBTS
@pytest.mark.parametrize("reason", NO_REASON)
def test_2026_each_doubt_leaves_it_doubtful_with_a_risk_a_caution(
    reason: str, doubt: dict[str, Any], finding: str, caution: str
) -> None:
    decision = decide("2026", **{**NO_REASON, reason: True, **doubt})

    assert (decision.verdict, decision.findings) == ("doubtful", (finding,))
    assert (cautions(decision)[caution], caution in cautions(decide("2026"))) == ("A", False)


@pytest.mark.parametrize(
    ("bar", "title"),
    [
        (
            {"bilirubin_mg_per_dl": 2.1},
            "Bilirubin above 2\u00a0mg/dl; a maker of spheres bars markedly abnormal liver tests",
        ),
        ({"portal_vein_occlusion": True}, "A maker's American page bars it: the portal vein is occluded"),
        ({"prior_liver_irradiation": True}, "A maker of spheres bars it: the liver was irradiated before"),
        (
            {"liver_predominant": False},
            "A maker of spheres bars disseminated disease: here it is mainly outside the liver",
        ),
        ({"concurrent_capecitabine": True}, "A maker of spheres bars it: capecitabine at the same time"),
    ],
)
def test_2026_what_a_maker_bars_is_the_first_caution_whatever_else_is_as_grave(bar: dict[str, Any], title: str) -> None:
    others = {"biliary_enteric_anastomosis": True, "renal_failure": True, "planned_field": "whole-liver"}

    assert decide("2026", **others, **bar).cautions[0].title == title


@DOUBTS
@pytest.mark.parametrize("changes", [{"resectable": True}, NO_REASON])
def test_2026_a_doubt_is_no_answer_where_nothing_is_said(
    changes: dict[str, bool], doubt: dict[str, Any], finding: str, caution: str
) -> None:
    decision = decide("2026", **{**changes, **doubt})

    assert (decision.status, caution in cautions(decision)) == ("not-stated", True)


@BARS
@pytest.mark.parametrize("changes", [{}, {"resectable": True}, NO_REASON, {"renal_failure": True}])
def test_2026_each_bar_contraindicates_whatever_the_rest(
    changes: dict[str, bool], bar: dict[str, Any], finding: str
) -> None:
    decision = decide("2026", **changes, **bar)

    assert (decision.verdict, decision.findings) == ("contraindicated", (finding,))


@BARS
def test_2026_a_bar_alone_decides(bar: dict[str, Any], finding: str) -> None:
    assert nl.decide("sirt", "2026", **bar).verdict == "contraindicated"


def test_the_two_units_of_bilirubin_meet_at_the_limit_as_it_is_printed() -> None:
    limit, converted = (figure(f"sirt-bilirubin.bilirubin-above{unit}").value for unit in ("", "-micromol"))

    assert limit and converted and limit.low and converted.low
    assert Quantity(limit.low, limit.unit) == Quantity(converted.low, converted.unit)


def test_2026_the_limit_of_bilirubin_is_said_to_be_second_hand() -> None:
    assert "second-hand" in decide("2026", bilirubin_mg_per_dl=3).because


@pytest.mark.parametrize(("given", "said"), [(True, True), (False, False)])
def test_2026_capecitabine_is_a_risk_a_caution_and_changes_no_verdict(given: bool, said: bool) -> None:
    decision = decide("2026", concurrent_capecitabine=given)

    assert (decision.verdict, cautions(decision).get("capecitabine")) == (
        "option-under-investigation",
        "A" if said else None,
    )


@pytest.mark.parametrize("unknown", [n for n in WORK_UP if n not in ("concurrent_capecitabine", "carcinoid_syndrome")])
def test_2026_an_unknown_work_up_leaves_the_answer_open(unknown: str) -> None:
    assert decide("2026", **{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first(syndrome: bool, heart: bool | None, said: bool) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (cautions(decision).get("carcinoid-heart-first") == "A") is said


@BOTH_EDITIONS
def test_the_open_question_is_cited(edition: str) -> None:
    assert "3.5-13" in decide(edition).evidence


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


def test_the_editions_differ_by_what_bars_it_and_what_leaves_it_doubtful() -> None:
    after = {d.after.verdicts for d in nl.compare("sirt")}

    assert after == {("contraindicated",), ("doubtful",)}
