"""What a learner orders: doses, units and routes, and the one move each order is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlearn.clinic.crisis import Action
from netlearn.clinic.crisis.load import kinds, moves
from netlearn.errors import InputError
from netlearn.quantity import Quantity


@pytest.mark.parametrize(
    ("dose", "route", "move"),
    [
        ("300 microgram", "IV", "octreotide-crisis-dose"),
        ("0.3 mg", "IV", "octreotide-crisis-dose"),
        ("0.0003 g", "i.v.", "octreotide-crisis-dose"),
        ("300 mcg", "intravenous", "octreotide-crisis-dose"),
        ("299.9 microgram", "IV", "octreotide-other-dose"),
        ("300.1 microgram", "IV", "octreotide-other-dose"),
        ("100 microgram", "IV", "octreotide-other-dose"),
        ("1.5 mg", "IV", "octreotide-other-dose"),
        ("1.500001 mg", "IV", "octreotide-overdose"),
        ("300 mg", "IV", "octreotide-overdose"),
        ("0.3 g", "IV", "octreotide-overdose"),
        ("300 mg", "SC", "octreotide-overdose"),
        ("150 mg", "SC", "octreotide-overdose"),
        ("300 mg", None, "octreotide-overdose"),
        ("300 mg", "infusion", "octreotide-overdose"),
        ("300 microgram", "SC", "octreotide-not-into-vein"),
        ("300 microgram", "subcutaneous", "octreotide-not-into-vein"),
        ("300 microgram", "IM", "octreotide-not-into-vein"),
        (None, "SC", "octreotide-not-into-vein"),
        ("1.5 mg", "SC", "octreotide-not-into-vein"),
        (None, "IV", "octreotide-no-dose"),
        (None, None, "octreotide-no-dose"),
        ("300 microgram", None, "octreotide-no-route"),
        (None, "infusion", "octreotide-infusion"),
        ("50 microgram/h", "infusion", "octreotide-infusion-rate"),
        ("50 microgram/h", "IV", "octreotide-infusion-rate"),
        ("50 microgram/h", None, "octreotide-infusion-rate"),
        ("1.5 mg/h", "infusion", "octreotide-infusion-rate"),
        ("50 mg/h", "infusion", "octreotide-overdose"),
        ("50 mg/h", "SC", "octreotide-overdose"),
    ],
)
def test_an_order_of_octreotide_is_one_move(dose: str | None, route: str | None, move: str) -> None:
    assert Action("octreotide", dose=dose, route=route).move.id == move


@pytest.mark.parametrize(
    ("action", "move"),
    [
        (Action("octreotide-infusion"), "octreotide-infusion"),
        (Action("octreotide infusion", dose="0.05 mg/h"), "octreotide-infusion-rate"),
        (Action("octreotide-infusion", dose="300 mg/h"), "octreotide-overdose"),
        (Action("noradrenaline"), "catecholamine"),
        (Action("Norepinephrine", route="IV"), "catecholamine"),
        (Action("adrenaline", route="infusion"), "adrenaline"),
        (Action("adrenaline", dose="1 mg", route="IM"), "adrenaline-dose"),
        (Action("look for bleeding"), "look-for-another-cause"),
        (Action("phenylephrine"), "phenylephrine"),
        (Action("vasopressin"), "vasopressin"),
        (Action("vasopressin", dose="2 units"), "vasopressor-dose"),
        (Action("noradrenaline", dose="5 microgram", route="IV"), "catecholamine-dose"),
        (Action("plasma", dose="500 ml", route="IV"), "plasma"),
        (Action("stop"), "stop-manipulation"),
        (Action("call"), "call-senior-help"),
        (Action("WAIT"), "wait"),
    ],
)
def test_an_action_is_one_move(action: Action, move: str) -> None:
    assert action.move.id == move


@pytest.mark.parametrize(
    "dose", ["300", 300, "300 ug IV", "0,3 mg", "3 cm", "300 microgram/kg", "-300 microgram", "", True]
)
def test_a_dose_of_octreotide_that_is_no_mass_is_refused_by_name(dose: object) -> None:
    with pytest.raises(InputError, match=r"^dose: "):
        Action("octreotide", dose=dose, route="IV")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "route"),
    [("octreotide", "oral"), ("noradrenaline", "SC"), ("plasma", "IM"), ("wait", "IV"), ("calcium", 3)],
)
def test_a_route_that_the_action_does_not_take_is_refused_by_name(name: str, route: object) -> None:
    with pytest.raises(InputError, match=r"^route: "):
        Action(name, route=route)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["dopamine", "", None, 3, "octreotid"])
def test_an_action_that_does_not_exist_is_refused_by_name(name: object) -> None:
    with pytest.raises(InputError, match=r"^action: "):
        Action(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["wait", "call", "stop", "stop-own-analogue"])
def test_a_deed_takes_no_dose(name: str) -> None:
    with pytest.raises(InputError, match="takes no dose"):
        Action(name, dose="1 mg")


@pytest.mark.parametrize("dose", [5, "  ", True])
def test_a_dose_that_is_not_read_must_still_be_a_text(dose: object) -> None:
    with pytest.raises(InputError, match=r"^dose: "):
        Action("noradrenaline", dose=dose)  # type: ignore[arg-type]


def test_a_dose_carries_its_unit() -> None:
    action = Action("octreotide", dose="0.3 mg", route="IV")

    assert (action.unit, action.microgram, str(action)) == ("mg", Fraction(300), "octreotide 0.3\u00a0mg IV")


def test_a_quantity_is_a_dose() -> None:
    assert Action("octreotide", dose=Quantity(300, "microgram"), route="IV").move.id == "octreotide-crisis-dose"


DOSES = st.fractions(min_value=0, max_value=10**9, max_denominator=1000)
UNITS = st.sampled_from(["microgram", "mg", "g", "microgram/h", "mg/h"])
ROUTES = st.sampled_from([None, "IV", "SC", "IM", "infusion"])
OVER_THE_DAY = st.fractions(min_value=Fraction(3, 2), max_value=10**6, max_denominator=10**6)


@given(DOSES, UNITS, ROUTES)
def test_every_dose_and_route_of_octreotide_is_exactly_one_move(dose: Fraction, unit: str, route: str | None) -> None:
    assert Action("octreotide", dose=Quantity(dose, unit), route=route).move.id in moves()


@given(OVER_THE_DAY.filter(lambda milligram: milligram > Fraction(3, 2)))
def test_every_dose_over_the_labels_day_is_an_overdose(milligram: Fraction) -> None:
    assert Action("octreotide", dose=Quantity(milligram, "mg"), route="IV").move.id == "octreotide-overdose"


@given(st.sampled_from(list(kinds())), st.none() | st.text(max_size=12), st.none() | st.text(max_size=6))
def test_whatever_is_written_is_a_move_or_refused(name: str, dose: str | None, route: str | None) -> None:
    try:
        action = Action(name, dose=dose, route=route)
    except InputError:
        return
    assert action.move.id in moves()
