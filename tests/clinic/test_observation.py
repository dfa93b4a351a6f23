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
