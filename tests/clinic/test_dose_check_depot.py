"""Doses: the depot of octreotide, by its dose, its unit, its way and its purpose."""

from typing import Any

import pytest

from tests.clinic.prescriptions import BOTH, CONTROL_ARM, DEPOT, LANREOTIDE, check


@BOTH
@pytest.mark.parametrize("frequency", ["every 4 weeks", "every 28 days", "monthly", "once a month"])
@pytest.mark.parametrize("context", [None, "carcinoid-syndrome", "growth-control"])
def test_the_depot_of_30_mg_is_accepted_every_4_weeks(context: str | None, frequency: str, edition: str) -> None:
    assert check(DEPOT, edition, frequency=frequency, context=context).verdict == "accept"


@BOTH
@pytest.mark.parametrize(
    ("dose", "status"),
    [
        ("19.9 mg", "not-stated"),
        ("20 mg", "decided"),
        ("20.1 mg", "decided"),
        ("29.9 mg", "decided"),
        ("30 mg", "decided"),
        ("30.1 mg", "not-stated"),
        ("60 mg", "not-stated"),
    ],
)
def test_the_depot_is_known_from_20_to_30_mg(dose: str, status: str, edition: str) -> None:
    assert check(DEPOT, edition, dose=dose, context="growth-control").status == status


@BOTH
@pytest.mark.parametrize(
    ("dose", "rejected"),
    [("999 microgram", True), ("150 microgram", True), ("1 mg", False), ("999 mg", False), ("1 g", True)],
)
def test_a_depot_dosed_in_microgram_or_gram_is_rejected(dose: str, rejected: bool, edition: str) -> None:
    assert (check(DEPOT, edition, dose=dose).verdict == "reject") is rejected


@BOTH
@pytest.mark.parametrize("context", ["crisis", "preoperative"])
@pytest.mark.parametrize("case", [DEPOT, LANREOTIDE], ids=["octreotide LAR", "lanreotide"])
def test_a_depot_in_a_crisis_or_for_its_prevention_is_rejected(
    case: dict[str, Any], context: str, edition: str
) -> None:
    assert check(case, edition, context=context).verdict == "reject"


@BOTH
def test_30_mg_of_an_unknown_form_of_octreotide_is_undetermined(edition: str) -> None:
    decision = check(DEPOT, edition, formulation=None)

    assert decision.status == "undetermined" and "formulation" in decision.missing


@pytest.mark.parametrize("route", ["IV", "SC", "oral"])
def test_a_depot_goes_into_a_muscle_only(route: str) -> None:
    assert check(DEPOT, route=route).verdict == "wrong-route"


def test_2026_60_mg_is_known_from_control_arms_only() -> None:
    assert check(CONTROL_ARM, "2026", context="growth-control").status == "not-stated"
