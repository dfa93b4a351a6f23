"""Removing the primary where the liver cannot be resected: the review's promise, and the midgut primary of 2026."""

from typing import Any

import pytest

import netlearn as nl

LOW = {"review-2012": "not-G3", "2026": "NET G1"}
BOTH_EDITIONS = pytest.mark.parametrize("edition", list(LOW))
SITES = ["midgut", "pancreas", "other-digestive", "lung", "other"]


def decide(edition: str = "2026", /, **changes: Any) -> nl.Decision:
    """The decision for an obstructing midgut primary of low grade and an unresectable liver, with changes."""
    case = {"primary_site": "midgut", "primary_symptomatic": True, "resectable": False, "grade": LOW[edition]}
    return nl.decide("primary-resection", edition, **{**case, **changes})


def cautions(decision: nl.Decision) -> set[tuple[str, str]]:
    return {(c.id, c.risk) for c in decision.cautions}


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("symptomatic", [True, False, None])
def test_2012_the_review_promises_a_benefit_at_every_site_with_or_without_symptoms(
    site: str, symptomatic: bool | None
) -> None:
    decision = decide("review-2012", primary_site=site, primary_symptomatic=symptomatic)

    assert decision.verdict == "beneficial"
    assert ("E58", "A") in cautions(decision)


@pytest.mark.parametrize(("grade", "said"), [("G3", True), ("not-G3", False)])
def test_2012_high_grade_is_a_caution_and_no_bar(grade: str, said: bool) -> None:
    decision = decide("review-2012", grade=grade)

    assert decision.verdict == "beneficial"
    assert (("high-grade", "A") in cautions(decision)) is said


@pytest.mark.parametrize("grade", ["NET G1", "NET G2", "NET G3"])
@pytest.mark.parametrize(("symptomatic", "verdict"), [(True, "indicated"), (False, "individualise")])
def test_2026_symptoms_tell_a_midgut_primary_to_remove_from_one_to_weigh(
    symptomatic: bool, verdict: str, grade: str
) -> None:
    decision = decide(primary_symptomatic=symptomatic, grade=grade)

    assert decision.verdict == verdict
    assert ("E58", "A") in cautions(decision)
    assert (("not-randomised", "B") in cautions(decision)) is (not symptomatic)


@BOTH_EDITIONS
def test_where_the_liver_is_resectable_the_table_gives_way_to_resection(edition: str) -> None:
    decision = decide(edition, resectable=True)

    assert (decision.status, "table of its own" in decision.because) == ("not-stated", True)


@pytest.mark.parametrize("unknown", ["primary_site", "primary_symptomatic", "resectable", "grade"])
def test_2026_what_is_unknown_and_matters_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"),
    [(True, None, True), (True, True, True), (True, False, False), (False, None, False)],
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first_unless_it_is_known_to_be_sound(
    syndrome: bool, heart: bool | None, said: bool
) -> None:
    decision = decide(carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in cautions(decision)) is said


def test_what_is_recalled_says_so() -> None:
    assert "recalled, not read" in decide(primary_symptomatic=False).because
