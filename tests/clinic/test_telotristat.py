"""Telotristat in 2026: for diarrhoea of the carcinoid syndrome that an analogue leaves, not with a failing liver."""

from typing import Any

import pytest

import netlearn as nl

ELIGIBLE = {"carcinoid_syndrome": True, "on_analogue": True, "stools_per_day": 6, "child_pugh": "none"}


def telotristat(**changed: Any) -> nl.Decision:
    return nl.decide("telotristat", edition="2026", **{**ELIGIBLE, **changed})


def cautions(decision: nl.Decision) -> dict[str, str]:
    return {caution.id: caution.risk for caution in decision.cautions}


@pytest.mark.parametrize(
    ("stools", "status"), [(0, "not-stated"), (3, "not-stated"), (3.9, "not-stated"), (4, "decided"), (4.1, "decided")]
)
def test_telestar_took_at_least_four_stools_a_day_and_below_that_nothing_is_stated(stools: float, status: str) -> None:
    found = telotristat(stools_per_day=stools)

    assert (found.status, found.verdict) == (status, "option" if status == "decided" else None)


@pytest.mark.parametrize("failing", [{"carcinoid_syndrome": False}, {"on_analogue": False}, {"child_pugh": "C"}])
def test_without_the_syndrome_or_an_analogue_or_with_child_pugh_c_it_is_not_indicated(failing: dict[str, Any]) -> None:
    alone = dict.fromkeys(ELIGIBLE) | failing

    assert telotristat(**failing).verdict == telotristat(**alone).verdict == "not-indicated"


@pytest.mark.parametrize(("liver", "said"), [("none", False), ("A", True), ("B", True)])
def test_child_pugh_a_or_b_is_an_option_with_fewer_doses(liver: str, said: bool) -> None:
    found = telotristat(child_pugh=liver)

    assert found.verdict == "option" and ("liver-dose" in cautions(found)) is said


def test_what_is_not_known_leaves_it_open() -> None:
    assert telotristat(stools_per_day=None).missing == ("stools_per_day",)
    assert telotristat(child_pugh=None).missing == ("child_pugh",)


def test_the_gut_the_mood_and_other_causes_travel_with_it() -> None:
    expected = {"gut": "A", "other-causes": "B", "mood": "B", "timing": "C"}

    assert cautions(telotristat()).items() >= expected.items()
    assert cautions(telotristat(carcinoid_syndrome=False)) == {}


def test_the_review_does_not_know_the_question() -> None:
    with pytest.raises(nl.KnowledgeError, match="telotristat"):
        nl.decide("telotristat", **ELIGIBLE)
