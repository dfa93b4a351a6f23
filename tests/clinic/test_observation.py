"""Observation: accepted for nobody by the review; an option for some in 2026, under surveillance."""

from typing import Any

import pytest

import netlearn as nl

QUIET = {
    "symptomatic": False,
    "functioning": False,
    "low_volume": True,
    "slow_growth": False,
    "grade": "NET G2",
    "ki67_percent": 5,
    "primary_site": "midgut",
}


def observation(**changed: Any) -> nl.Decision:
    return nl.decide("observation", edition="2026", **{**QUIET, **changed})


def cautions(decision: nl.Decision) -> dict[str, str]:
    return {caution.id: caution.risk for caution in decision.cautions}


@pytest.mark.parametrize("case", [{}, {"symptomatic": True}, {"low_volume": True, "primary_site": "midgut"}])
def test_2012_it_is_accepted_for_nobody_and_the_erratum_says_on_how_little(case: dict[str, Any]) -> None:
    found = nl.decide("observation", **case)

    assert found.verdict == "not-accepted" and cautions(found)["E37"] == "A"


@pytest.mark.parametrize(
    ("low", "slow", "status"),
    [(True, True, "decided"), (True, False, "decided"), (False, True, "decided"), (False, False, "not-stated")],
)
def test_2026_low_volume_or_slow_growth_is_what_lets_wait(low: bool, slow: bool, status: str) -> None:
    found = observation(low_volume=low, slow_growth=slow)

    assert (found.status, found.verdict) == (status, "option" if status == "decided" else None)


@pytest.mark.parametrize(
    ("grade", "ki67", "status"),
    [
        ("NET G1", None, "decided"),
        ("NET G2", 3, "decided"),
        ("NET G2", 9.9, "decided"),
        ("NET G2", 10, "not-stated"),
        ("NET G2", 10.1, "not-stated"),
        ("NET G2", None, "undetermined"),
        ("NET G3", 5, "not-stated"),
        ("NET G3", 30, "not-stated"),
        ("NEC", 80, "not-stated"),
    ],
)
def test_2026_it_is_for_g1_and_low_g2_below_a_ki67_index_of_10(grade: str, ki67: float | None, status: str) -> None:
    assert observation(grade=grade, ki67_percent=ki67).status == status


@pytest.mark.parametrize("reason", [{"functioning": True}, {"symptomatic": True}])
@pytest.mark.parametrize("grade", ["NET G1", "NET G2", "NEC"])
def test_2026_hormones_or_symptoms_are_treated_first_whatever_the_grade(reason: dict[str, bool], grade: str) -> None:
    assert observation(**reason, grade=grade, ki67_percent=None).verdict == "not-first"


@pytest.mark.parametrize(
    ("site", "status", "rarely"),
    [
        ("midgut", "decided", False),
        ("other-digestive", "decided", False),
        ("pancreas", "decided", True),
        ("lung", "not-stated", False),
        ("other", "not-stated", False),
    ],
)
def test_2026_the_guideline_speaks_of_the_gut_and_rarely_of_the_pancreas(site: str, status: str, rarely: bool) -> None:
    found = observation(primary_site=site)

    assert found.status == status and ("pancreas" in cautions(found)) is rarely


def test_2026_waiting_comes_with_images_and_with_the_other_side() -> None:
    expected = {"surveillance": "B", "our-limit": "B", "doubted": "C", "E37": "A"}

    assert cautions(observation()).items() >= expected.items()


def test_2026_the_limit_of_ki67_is_said_to_be_ours_in_g2_only() -> None:
    assert "our-limit" not in cautions(observation(grade="NET G1", ki67_percent=1))


@pytest.mark.parametrize(("grade", "ki67"), [("NET G1", 3), ("NET G2", 20.1)])
def test_2026_a_ki67_index_that_contradicts_the_grade_is_refused(grade: str, ki67: float) -> None:
    with pytest.raises(nl.InputError, match="grade, ki67_percent"):
        observation(grade=grade, ki67_percent=ki67)
