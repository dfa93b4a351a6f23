"""Radionuclide therapy: receptors and no surgery in 2012; uptake and a reason to treat in 2026."""

from typing import Any

import pytest

import netlearn as nl

CANDIDATE = {"somatostatin_receptor_positive": True, "surgical_candidate": False}
SOUND = {
    "pregnant": False,
    "serious_renal_impairment": False,
    "fdg_avid_receptor_negative": False,
    "second_course": False,
}
ELIGIBLE_2026 = {**CANDIDATE, **SOUND, "krenning_score": 3}
NO_REASON = {
    "symptoms_refractory_to_analogue": False,
    "progressive": False,
    "newly_diagnosed": False,
    "after_chemotherapy": False,
}
REFRACTORY = {**NO_REASON, "symptoms_refractory_to_analogue": True}
AFTER_CHEMOTHERAPY = {**NO_REASON, "progressive": True, "after_chemotherapy": True}


def prrt(edition: str = "review-2012", **case: Any) -> nl.Decision:
    return nl.decide("prrt", edition=edition, **case)


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}


def test_2012_both_failed_conditions_are_findings() -> None:
    decision = prrt(somatostatin_receptor_positive=False, surgical_candidate=True)

    assert len(decision.findings) == 2


def test_2012_symptoms_are_an_advantage_and_no_condition() -> None:
    assert prrt(**CANDIDATE, symptomatic=True).findings == ("symptomatic: of particular advantage",)
    assert prrt(**CANDIDATE, symptomatic=False).verdict == "option"


@pytest.mark.parametrize(
    ("uptake", "chance"), [("low", "20\u00a0%"), ("high", "60\u00a0%"), ("moderate", "not stated")]
)
def test_2012_uptake_tells_the_chance_of_an_effect(uptake: str, chance: str) -> None:
    decision = prrt(**CANDIDATE, scintigraphy_uptake=uptake)

    assert decision.verdict == "option" and chance in decision.findings[0]


def test_2012_an_unknown_receptor_status_is_what_is_missing() -> None:
    assert prrt(surgical_candidate=False).missing == ("somatostatin_receptor_positive",)


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_the_caution_that_receptors_and_not_symptoms_select_travels_with_it(edition: str) -> None:
    assert "E65" in cautions(prrt(edition, somatostatin_receptor_positive=False))


@pytest.mark.parametrize("grade", ["NET G1", "NET G2"])
def test_2026_progression_in_g1_or_g2_is_a_reason_to_treat(grade: str) -> None:
    assert prrt("2026", **ELIGIBLE_2026, progressive=True, grade=grade).verdict == "option"


@pytest.mark.parametrize("reason", [REFRACTORY, AFTER_CHEMOTHERAPY], ids=["refractory", "after-chemotherapy"])
@pytest.mark.parametrize(
    ("ki67", "verdict"), [(20.1, "option"), (54.9, "option"), (55, "option"), (55.1, None), (80, None)]
)
def test_2026_refractory_symptoms_and_growth_after_chemotherapy_are_reasons_in_net_g3_up_to_a_ki67_index_of_55(
    reason: dict[str, Any], ki67: float, verdict: str | None
) -> None:
    found = prrt("2026", **ELIGIBLE_2026, **reason, grade="NET G3", ki67_percent=ki67)

    assert found.verdict == verdict and found.status != "undetermined"
    assert "beyond-label" in cautions(found)


@pytest.mark.parametrize(("refractory", "progressive", "said"), [(1, 0, True), (1, 1, False), (0, 0, False)])
def test_2026_treating_symptoms_without_progression_is_said_to_be_off_label(
    refractory: int, progressive: int, said: bool
) -> None:
    reasons = {"symptoms_refractory_to_analogue": bool(refractory), "progressive": bool(progressive)}

    assert ("off-label" in cautions(prrt("2026", **ELIGIBLE_2026, **reasons, grade="NET G1"))) is said


@pytest.mark.parametrize("unknown", list(SOUND))
def test_2026_unknown_work_up_leaves_it_open(unknown: str) -> None:
    case = {**ELIGIBLE_2026, **NO_REASON, "progressive": True, "grade": "NET G2", "ki67_percent": 5, unknown: None}

    assert prrt("2026", **case).missing == (unknown,)


def test_2026_lesions_that_take_up_fdg_without_receptors_are_not_treated_by_it_alone() -> None:
    case = {**ELIGIBLE_2026, "fdg_avid_receptor_negative": True}

    assert prrt("2026", **case, progressive=True, grade="NET G2").verdict == "not-indicated"


def test_2026_a_second_course_is_not_stated_and_says_what_series_found() -> None:
    found = prrt("2026", **{**ELIGIBLE_2026, "second_course": True}, progressive=True, grade="NET G2")

    assert found.status == "not-stated" and "series-only" in cautions(found)


@pytest.mark.parametrize(("clearance", "said"), [(29, True), (40, True), (50, True), (50.1, False)])
def test_2026_the_clearances_that_circulate_are_named_and_decide_nothing(clearance: float, said: bool) -> None:
    found = prrt("2026", **ELIGIBLE_2026, progressive=True, grade="NET G2", clearance_ml_per_min=clearance)

    assert found.verdict == "option" and ("clearance" in cautions(found)) is said


@pytest.mark.parametrize("poor", [True, False])
def test_2026_a_poor_marrow_is_a_caution_and_no_verdict(poor: bool) -> None:
    found = prrt("2026", **ELIGIBLE_2026, progressive=True, grade="NET G2", marrow_reserve_poor=poor)

    assert found.verdict == "option" and ("marrow" in cautions(found)) is poor


@pytest.mark.parametrize(("score", "verdict"), [(1, "not-indicated"), (2, "option"), (3, "option"), (4, "option")])
def test_2026_the_uptake_must_reach_score_2(score: int, verdict: str) -> None:
    case = {**ELIGIBLE_2026, "krenning_score": score, "progressive": True, "grade": "NET G2"}

    assert prrt("2026", **case).verdict == verdict


@pytest.mark.parametrize(("score", "said"), [(1, False), (2, True), (3, False)])
def test_2026_only_at_score_2_label_and_convention_are_named_apart(score: int, said: bool) -> None:
    case = {**ELIGIBLE_2026, "krenning_score": score, "progressive": True, "grade": "NET G2"}

    assert ("score-two" in cautions(prrt("2026", **case))) is said


def test_2026_an_unknown_uptake_is_missing() -> None:
    decision = prrt("2026", **CANDIDATE, **SOUND, progressive=True, grade="NET G2")

    assert (decision.status, decision.missing) == ("undetermined", ("krenning_score",))


def test_2026_pregnancy_kidneys_and_marrow_come_first_among_the_cautions() -> None:
    decision = prrt("2026", **ELIGIBLE_2026, progressive=True, grade="NET G2")

    assert "limits" in cautions(decision) and decision.cautions[0].risk == "A"


def test_2026_net_g3_is_said_to_be_outside_the_label() -> None:
    assert "beyond-label" in cautions(prrt("2026", **ELIGIBLE_2026, symptomatic=True, grade="NET G3"))


def test_2026_the_grade_is_derived_from_its_own_inputs() -> None:
    case = {**ELIGIBLE_2026, "progressive": True, "ki67_percent": 12, "mitoses_per_2mm2": 3, "differentiation": "well"}

    assert prrt("2026", **case, morphology="none").verdict == "option"


@pytest.mark.parametrize("bad", [2.5, -1, 5, "three", True])
def test_2026_a_bad_score_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="krenning_score"):
        prrt("2026", **{**ELIGIBLE_2026, "krenning_score": bad})


def test_the_editions_differ_in_the_threshold_of_uptake() -> None:
    caused = {u for d in nl.compare("prrt") if d.after.verdicts == ("not-indicated",) for u in d.updates}

    assert "krenning-threshold" in caused


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"),
    [(True, None, True), (True, True, True), (True, False, False), (False, None, False), (None, True, True)],
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first_unless_it_is_known_to_be_sound(
    syndrome: bool, heart: bool | None, said: bool
) -> None:
    decision = prrt("2026", **ELIGIBLE_2026, carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert ("carcinoid-heart-first" in cautions(decision)) is said


def test_2026_carcinoid_heart_disease_without_the_syndrome_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match="carcinoid_syndrome, carcinoid_heart_disease"):
        prrt("2026", **ELIGIBLE_2026, carcinoid_syndrome=False, carcinoid_heart_disease=True)
