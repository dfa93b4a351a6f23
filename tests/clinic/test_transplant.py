"""Liver transplantation: the review's indication and criteria, and the Milan-NET criteria of 2026."""

from typing import Any

import pytest

import netlearn as nl

REVIEW = {
    "resection_candidate": False,
    "primary_is_net": True,
    "primary_completely_resected": True,
    "months_since_primary_diagnosis": 24,
    "months_since_primary_resection": 18,
    "months_stable": 14,
    "extrahepatic_disease": "none",
    "nonoperative_treatments_failed": True,
    "symptoms_uncontrolled_by_medical_therapy": True,
}
MILAN = {
    "resection_candidate": False,
    "primary_is_net": True,
    "primary_completely_resected": True,
    "portal_drainage": True,
    "grade": "NET G1",
    "liver_involvement_percent": 40,
    "months_stable": 8,
    "age_years": 50,
    "extrahepatic_disease": "none",
}
FAILED = {  # one failed criterion of the review, and its finding
    "resection_candidate": (True, "candidate for resection"),
    "primary_completely_resected": (False, "primary not completely resected"),
    "months_since_primary_diagnosis": (11, "primary diagnosed less than a year ago"),
    "months_since_primary_resection": (11, "primary resected less than a year ago"),
    "months_stable": (11, "stable for less than a year"),
    "extrahepatic_disease": ("other", "disease outside the liver"),
    "nonoperative_treatments_failed": (False, "non-operative treatments have not failed"),
}
EACH_FAILED = pytest.mark.parametrize("failed", FAILED)


def decide(**changes: Any) -> nl.Decision:
    """The review's decision for a patient who meets every criterion, with changes."""
    return nl.decide("transplant", **{**REVIEW, **changes})


def milan(**changes: Any) -> nl.Decision:
    """The decision of 2026 for a patient who meets every Milan-NET criterion, with changes."""
    return nl.decide("transplant", "2026", **{**MILAN, **changes})


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


@EACH_FAILED
def test_2012_each_failed_criterion_is_the_only_finding(failed: str) -> None:
    value, finding = FAILED[failed]
    decision = decide(**{failed: value})

    assert (decision.verdict, decision.findings) == ("not-eligible", (finding,))


def test_2012_makes_no_exception_for_nodes() -> None:
    assert decide(extrahepatic_disease="abdominal-nodes").findings == ("disease outside the liver",)


def test_2012_the_year_carries_the_doubt_about_what_it_governs() -> None:
    assert "E53" in cautions(decide())


def test_2012_all_failed_criteria_are_listed() -> None:
    decision = decide(**{field: value for field, (value, _) in FAILED.items()})

    assert set(decision.findings) == {finding for _, finding in FAILED.values()}


@EACH_FAILED
def test_2012_another_primary_is_no_indication_whatever_criterion_fails(failed: str) -> None:
    decision = decide(primary_is_net=False, **{failed: FAILED[failed][0]})

    assert (decision.verdict, "E54" in cautions(decision)) == ("not-indicated", True)


@EACH_FAILED
def test_2012_controlled_symptoms_are_no_indication_whatever_criterion_fails(failed: str) -> None:
    decision = decide(symptoms_uncontrolled_by_medical_therapy=False, **{failed: FAILED[failed][0]})

    assert decision.verdict == "not-indicated"


def test_2012_says_that_the_review_speaks_of_diffuse_disease() -> None:
    assert "diffuse" in cautions(decide())


@pytest.mark.parametrize("unknown", list(REVIEW))
def test_2012_an_unknown_criterion_is_named(unknown: str) -> None:
    decision = decide(**{unknown: None})

    assert (decision.status, decision.missing) == ("undetermined", (unknown,))


def test_2012_a_failed_criterion_leaves_open_whether_there_is_an_indication() -> None:
    decision = nl.decide("transplant", resection_candidate=True)

    assert decision.possible == ("not-eligible", "not-indicated")


@pytest.mark.parametrize("bad", ["1,5", "52 weeks", "365 days", "3 kg", "90 %", True, float("nan"), -1, 601])
@pytest.mark.parametrize("field", ["months_since_primary_diagnosis", "months_since_primary_resection", "months_stable"])
def test_a_bad_time_is_refused_by_name(field: str, bad: object) -> None:
    """Weeks and days too: a month has no fixed number of them."""
    with pytest.raises(nl.InputError, match=field):
        decide(**{field: bad})


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"resection_candidate": True}, "candidate for resection"),
        ({"primary_completely_resected": False}, "primary not completely resected"),
        ({"portal_drainage": False}, "primary not drained by the portal system"),
        ({"grade": "NET G3"}, "grade above G2"),
        ({"grade": "NEC"}, "grade above G2"),
        ({"liver_involvement_percent": 51}, "more than 50\u00a0% of the liver involved"),
        ({"months_stable": 5}, "response or stability for less than 6\u00a0months"),
        ({"age_years": 61}, "older than 60\u00a0years (a relative limit)"),
        ({"extrahepatic_disease": "other"}, "disease outside the liver"),
        ({"extrahepatic_disease": "abdominal-nodes"}, "disease outside the liver"),
    ],
)
def test_2026_each_failed_criterion_is_the_only_finding(changes: dict[str, Any], finding: str) -> None:
    decision = milan(**changes)

    assert (decision.verdict, decision.findings) == ("not-eligible", (finding,))


@pytest.mark.parametrize(("involved", "cautioned"), [(49.9, False), (50, True), (50.1, False)])
def test_2026_exactly_half_the_liver_is_said_not_to_be_settled(involved: float, cautioned: bool) -> None:
    assert ("exactly-half" in cautions(milan(liver_involvement_percent=involved))) is cautioned


@pytest.mark.parametrize(("months", "cautioned"), [(2.9, False), (3, True), (5.9, True), (6, False)])
def test_2026_three_to_six_months_are_said_to_be_printed_too(months: float, cautioned: bool) -> None:
    assert ("three-to-six" in cautions(milan(months_stable=months))) is cautioned


@pytest.mark.parametrize(("age", "cautioned"), [(54, False), (55, False), (55.1, True), (61, True)])
def test_2026_the_age_limit_is_said_to_be_relative_beyond_the_first_one(age: float, cautioned: bool) -> None:
    assert ("age-at-first" in cautions(milan(age_years=age))) is cautioned


@pytest.mark.parametrize(("grade", "cautioned"), [("NET G1", False), ("NET G2", True)])
def test_2026_grade_2_is_told_of_the_ki67_below_10_percent(grade: str, cautioned: bool) -> None:
    assert ("ki67" in cautions(milan(grade=grade))) is cautioned


@pytest.mark.parametrize("changes", [{}, {"age_years": 70}, {"resection_candidate": True}])
def test_2026_another_primary_is_outside_this_course(changes: dict[str, Any]) -> None:
    decision = milan(primary_is_net=False, **changes)

    assert (decision.status, "E54" in cautions(decision)) == ("not-stated", True)


@pytest.mark.parametrize("unknown", list(MILAN))
def test_2026_an_unknown_criterion_is_named(unknown: str) -> None:
    assert milan(**{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize("asked", ["nonoperative_treatments_failed", "months_since_primary_resection"])
def test_2026_does_not_depend_on_what_only_the_review_asks(asked: str) -> None:
    bad = 1 if asked.startswith("months") else False

    assert milan(**{asked: bad}).verdict == "consider"


def test_2026_controlled_symptoms_are_told_what_the_review_asked() -> None:
    assert "review-criteria" in cautions(milan(symptoms_uncontrolled_by_medical_therapy=False))


def test_2026_the_grade_follows_from_the_indices() -> None:
    decision = milan(grade=None, ki67_percent=25, mitoses_per_2mm2=3, differentiation="well", morphology="none")

    assert (decision.requires[0].verdict, decision.findings) == ("NET G3", ("grade above G2",))


@pytest.fixture(scope="module")
def differences() -> set[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    return {(d.before.verdicts, d.after.verdicts, d.updates) for d in nl.compare("transplant")}


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ("not-eligible", "consider", "milan-net"),
        ("consider", "not-eligible", "milan-net"),
        ("not-indicated", "consider", "milan-net"),
        ("not-indicated", None, "transmet"),
    ],
)
def test_the_editions_differ_in_both_directions_with_the_update_that_caused_it(
    before: str, after: str | None, cause: str, differences: set[tuple[tuple[str, ...], ...]]
) -> None:
    causes = [updates for b, a, updates in differences if (b, a) == ((before,), (after,) if after else ())]

    assert causes and all(cause in updates for updates in causes)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"),
    [(True, None, True), (True, True, True), (True, False, False), (False, None, False), (None, None, True)],
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first_unless_it_is_known_to_be_sound(
    syndrome: bool | None, heart: bool | None, said: bool
) -> None:
    decision = milan(carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in {(c.id, c.risk) for c in decision.cautions}) is said


@pytest.mark.parametrize(("heart", "said"), [(True, True), (False, False)])
def test_2026_carcinoid_heart_disease_is_discussed_first_and_bars_nothing(heart: bool, said: bool) -> None:
    decision = milan(carcinoid_heart_disease=heart)

    assert decision.verdict == "consider"
    assert (("carcinoid-heart-disease", "A") in {(c.id, c.risk) for c in decision.cautions}) is said


def test_2026_the_caution_about_three_to_six_months_says_that_they_run_to_listing() -> None:
    (caution,) = [c for c in milan(months_stable=5).cautions if c.id == "three-to-six"]

    assert "before listing" in caution.text
