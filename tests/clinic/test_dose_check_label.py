"""Doses of 2026: the label's range and its most in a day, slips, and what is practised off label for symptoms."""

import re
from typing import Any

import pytest

from tests.clinic.prescriptions import BEFORE, CRISIS, DEPOT, INFUSION, LANREOTIDE, SYNDROME, TELOTRISTAT, check

LAR_SYMPTOMS = {**DEPOT, "context": "carcinoid-syndrome"}
LANREOTIDE_SYMPTOMS = {**LANREOTIDE, "context": "carcinoid-syndrome"}
RANGE, MOST = "above-range", "above-maximum"


def said(case: dict[str, Any], **changed: Any) -> tuple[str | None, dict[str, str]]:
    """The verdict in 2026, and the risk of each caution by its name without the number of doses."""
    found = check(case, "2026", **changed)
    assert found.status in ("decided", "not-stated")
    return found.verdict, {re.sub("-(twice|three-times|four-times)$", "", c.id): c.risk for c in found.cautions}


@pytest.mark.parametrize(
    ("microgram", "frequency", "verdict", "caution"),
    [
        (49.9, "BID", None, None),
        (50.1, "BID", "accept", None),
        (150, "BID", "accept", None),
        (300, "BID", "accept", None),
        (300.1, "BID", None, RANGE),
        (750, "BID", None, RANGE),
        (750.1, "BID", None, MOST),
        (33.3, "TID", None, None),
        (33.4, "TID", "accept", None),
        (150, "TID", "accept", None),
        (200, "TID", "accept", None),
        (200.1, "TID", None, RANGE),
        (500, "TID", None, RANGE),
        (500.1, "TID", None, MOST),
        (24.9, "QID", None, None),
        (25, "QID", "accept", None),
        (150, "QID", "accept", None),
        (150.1, "QID", None, RANGE),
        (375, "QID", None, RANGE),
        (375.1, "QID", None, MOST),
        (600, "once a day", None, None),
        (600.1, "once a day", None, RANGE),
        (1500, "once a day", None, RANGE),
        (1500.1, "once a day", None, MOST),
        (2000, "TID", None, MOST),
    ],
)
def test_the_label_gives_100_to_600_microgram_in_two_to_four_doses_and_1500_at_most(
    microgram: float, frequency: str, verdict: str | None, caution: str | None
) -> None:
    found, cautions = said(SYNDROME, dose=f"{microgram} microgram", frequency=frequency)

    assert found == verdict
    assert {id: risk for id, risk in cautions.items() if id in (RANGE, MOST)} == (
        {caution: "A" if caution == MOST else "B"} if caution else {}
    )


@pytest.mark.parametrize(
    ("dose", "verdict"),
    [
        ("9.9 mg", None),
        ("10 mg", "reject"),
        ("30 mg", "reject"),
        ("49.9 mg", "reject"),
        ("50 mg", "reject"),
        ("100 mg", "reject"),
        ("2 g", "reject"),
    ],
)
@pytest.mark.parametrize("case", [SYNDROME, BEFORE, CRISIS, {**SYNDROME, "context": "growth-control"}])
def test_a_depots_dose_and_milligram_for_microgram_are_refused_whatever_they_are_for(
    case: dict[str, Any], dose: str, verdict: str | None
) -> None:
    found, cautions = said(case, dose=dose)

    assert found == verdict and (MOST in cautions) is (dose == "9.9 mg")


def test_one_dose_above_the_most_in_a_day_warns_in_a_crisis_too() -> None:
    assert said(CRISIS, dose="2 mg")[1][MOST] == "A"


@pytest.mark.parametrize(("frequency", "starts"), [("once a day", True), ("BID", True), ("TID", False)])
def test_a_formularys_start_at_50_microgram_once_or_twice_a_day_is_silent(frequency: str, starts: bool) -> None:
    found, cautions = said(SYNDROME, dose="50 microgram", frequency=frequency)

    assert found == (None if starts else "accept") and (cautions.get("low-start") == "C") is starts


@pytest.mark.parametrize(("route", "verdict"), [("SC", "accept"), ("IV", None), ("IM", "wrong-route")])
def test_300_microgram_into_a_vein_before_an_operation_was_met_in_no_source(route: str, verdict: str | None) -> None:
    assert said(BEFORE, route=route)[0] == verdict


@pytest.mark.parametrize("dose", ["20 mg", "30 mg"])
@pytest.mark.parametrize(
    ("frequency", "verdict"),
    [
        ("every 14 days", "wrong-frequency"),
        ("every 21 days", None),
        ("every 28 days", "accept"),
        ("every 42 days", "wrong-frequency"),
    ],
)
def test_the_depot_every_three_weeks_is_silent_for_symptoms_and_wrong_against_growth(
    dose: str, frequency: str, verdict: str | None
) -> None:
    found, cautions = said(LAR_SYMPTOMS, dose=dose, frequency=frequency)

    assert found == verdict and (cautions.get("depot-closer") == "B") is (verdict is None)
    growth = check(DEPOT, "2026", dose=dose, frequency=frequency, context="growth-control")
    assert growth.verdict == ("accept" if verdict == "accept" else "wrong-frequency")


@pytest.mark.parametrize(("dose", "caution"), [("30 mg", False), ("30.1 mg", True), ("60 mg", True)])
def test_more_than_the_label_for_symptoms_says_that_it_is_practised(dose: str, caution: bool) -> None:
    assert (said(LAR_SYMPTOMS, dose=dose)[1].get("depot-above-label") == "B") is caution


@pytest.mark.parametrize(
    ("frequency", "verdict"),
    [
        ("every 7 days", "wrong-frequency"),
        ("every 14 days", None),
        ("every 21 days", None),
        ("every 28 days", "accept"),
        ("every 8 weeks", "wrong-frequency"),
    ],
)
def test_closer_lanreotide_is_silent_for_symptoms_with_what_is_practised(frequency: str, verdict: str | None) -> None:
    found, cautions = said(LANREOTIDE_SYMPTOMS, frequency=frequency)

    assert found == verdict and (cautions.get("lanreotide-closer") == "B") is (verdict is None)


@pytest.mark.parametrize(("context", "overlaps"), [("carcinoid-syndrome", True), ("growth-control", False)])
def test_the_first_depot_for_symptoms_overlaps_with_the_injections(context: str, overlaps: bool) -> None:
    assert (said(DEPOT, context=context)[1].get("overlap") == "C") is overlaps


def test_the_silence_on_infusions_names_enets_at_second_hand() -> None:
    found = check(INFUSION, "2026")

    assert found.status == "not-stated" and "enets-2022-crisis" in found.updates


@pytest.mark.parametrize(("frequency", "warned"), [("daily", True), ("BID", True), ("TID", False)])
def test_fewer_doses_of_telotristat_are_right_when_the_liver_is_ill(frequency: str, warned: bool) -> None:
    assert (said(TELOTRISTAT, frequency=frequency)[1].get("telotristat-liver") == "A") is warned
