"""Doses: the way in. What is an infusion and what is none, and a way that is wrong whatever the dose."""

import pytest

from netlearn.errors import InputError
from tests.clinic.prescriptions import (
    BOTH,
    CABOZANTINIB,
    DEPOT,
    INFUSION,
    LANREOTIDE,
    SYNDROME,
    TELOTRISTAT,
    cautions,
    check,
)


@BOTH
@pytest.mark.parametrize("dose", ["50 microgram/h", "300 microgram"])
@pytest.mark.parametrize("context", ["crisis", "preoperative"])
def test_no_source_gives_a_dose_for_an_infusion(context: str, dose: str | None, edition: str) -> None:
    assert check(INFUSION, edition, dose=dose, context=context).status == "not-stated"


@BOTH
@pytest.mark.parametrize(
    ("rate", "verdict"),
    [("50 microgram/h", None), ("1.5 mg/h", None), ("1501 microgram/h", "reject"), ("50 mg/h", "reject")],
)
def test_an_infusion_that_gives_more_than_a_days_most_in_an_hour_is_rejected(
    rate: str, verdict: str | None, edition: str
) -> None:
    assert check(INFUSION, edition, dose=rate).verdict == verdict


@BOTH
def test_a_thousandfold_dose_is_not_excused_by_calling_it_an_infusion(edition: str) -> None:
    decision = check(SYNDROME, edition, dose="150 mg", frequency="continuous")

    assert decision.verdict == "reject" and "E01" in cautions(decision)


@BOTH
def test_an_infusion_cannot_be_called_none(edition: str) -> None:
    with pytest.raises(InputError, match="the route or the frequency says an infusion"):
        check(INFUSION, edition, dose="300 microgram/h", infusion=False)


@BOTH
@pytest.mark.parametrize("route", ["IM", "oral"])
def test_nothing_runs_in_continuously_into_a_muscle_or_by_mouth(route: str, edition: str) -> None:
    with pytest.raises(InputError, match="frequency"):
        check(SYNDROME, edition, route=route, frequency="continuous")


@BOTH
def test_single_doses_at_intervals_are_no_infusion(edition: str) -> None:
    with pytest.raises(InputError, match="infusion"):
        check(SYNDROME, edition, infusion=True)


@BOTH
@pytest.mark.parametrize("dose", ["1 mg", "10 mg", "30 mg", "60 mg", "999 mg"])
def test_a_depot_by_another_way_is_wrong_whatever_its_dose(dose: str, edition: str) -> None:
    assert check(DEPOT, edition, dose=dose, route="IV").verdict == "wrong-route"


@pytest.mark.parametrize("case", [LANREOTIDE, TELOTRISTAT, CABOZANTINIB], ids=lambda case: case["drug"])
@pytest.mark.parametrize("dose", ["1 mg", "90 mg", "500 mg"])
def test_2026_the_way_in_does_not_hang_on_the_dose(case: dict[str, str], dose: str) -> None:
    assert check({**case, "route": "IV"}, "2026", dose=dose).verdict == "wrong-route"


@BOTH
def test_a_depot_is_no_infusion(edition: str) -> None:
    assert check(DEPOT, edition, route=None, frequency="continuous", acute=False).verdict == "wrong-route"


@pytest.mark.parametrize("dose", ["37.5 cm", "20 %", "3 years"])
def test_what_is_no_amount_of_a_drug_is_refused_where_there_is_nothing_to_compare(dose: str) -> None:
    with pytest.raises(InputError, match="dose"):
        check({"drug": "other", "dose": dose})
