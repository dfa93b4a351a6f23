"""Interferon alfa: after an analogue has failed, and not for survival."""

import pytest

import netlearn as nl

EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


@EDITIONS
def test_the_wrong_control_arm_travels_with_survival(edition: str) -> None:
    decision = nl.decide("interferon", edition=edition, goal="survival")

    assert "E05" in {caution.id for caution in decision.cautions}


def test_whether_an_analogue_failed_is_what_is_missing() -> None:
    decision = nl.decide("interferon", goal="symptom-control")

    assert (decision.status, decision.missing) == ("undetermined", ("ssa_failed_at_maximum_dose",))


def test_2026_says_how_late_interferon_now_comes() -> None:
    case = {"goal": "symptom-control", "ssa_failed_at_maximum_dose": True}

    assert nl.decide("interferon", edition="2026", **case).findings == ("third line or rare",)


def test_the_editions_give_the_same_verdicts() -> None:
    assert nl.compare("interferon") == ()
