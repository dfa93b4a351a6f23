"""What `netlearn.quantity` takes as a number of a field, and the largest, the finest and the longest that it reads."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlearn.errors import InputError, KnowledgeError
from netlearn.quantity import FINEST, LARGEST, Quantity, as_number, parse
from tests.amounts import NEARLY, QUANTITIES, diameter, refusal

# numbers for a field with a declared unit


@pytest.mark.parametrize(
    "value", ["31 mm", "3.1 cm", "0.031 m", "3.1", 3.1, Decimal("3.1"), Decimal("3.10"), Fraction(31, 10)]
)
def test_every_way_to_say_31_mm_is_the_same_exact_number_of_cm(value):
    assert diameter(value) == Fraction(31, 10)


NO_NUMBERS = [True, False, None, 3j, [3], {"cm": 3}, b"3", object()]
NOT_FINITE = [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")]


@pytest.mark.parametrize("value", NO_NUMBERS + NOT_FINITE)
def test_what_is_no_finite_number_is_refused(value):
    assert refusal(diameter, value).startswith("largest_diameter_cm: ")


ABSURD = [10**10_000, -(10**10_000), Decimal("1e999999"), Decimal("1e-999999"), 5e-324, 1e308]


@pytest.mark.parametrize("value", ABSURD, ids=["huge", "-huge", "1e999999", "1e-999999", "5e-324", "1e308"])
def test_absurdly_long_numbers_are_refused_with_a_short_message(value):
    assert len(refusal(diameter, value)) < 300


@pytest.mark.parametrize("value", [0, 30, "0 mm", "300 mm"])
def test_both_bounds_of_a_field_belong_to_it(value):
    assert diameter(value) in (0, 30)


@pytest.mark.parametrize("value", [-0.1, 30.1, "301 mm", Fraction(3001, 100)])
def test_a_number_outside_its_bounds_is_refused_naming_them(value):
    assert "a number from 0 to 30 in cm" in refusal(diameter, value)


def test_a_field_without_bounds_takes_any_modest_number():
    assert as_number(-50, "change", "%", None, None) == -50


@pytest.mark.parametrize("value", ["3 kg", "3 %", "6 weeks"])
def test_a_field_refuses_a_unit_of_another_dimension(value):
    assert repr(value) in refusal(diameter, value)


def test_months_understand_years_but_not_weeks():
    assert as_number("1 year", "months_stable", "months", 0, None) == 12
    assert "months, years" in refusal(as_number, "52 weeks", "months_stable", "months", 0, None)


@pytest.mark.parametrize("value", [5, 5.0, "5", "5 lesions", Decimal(5)])
def test_a_whole_number_may_be_written_in_any_way(value):
    assert as_number(value, "lesion_count", "lesions", 1, 200, integer=True) == 5


@pytest.mark.parametrize("value", [5.5, "5.5", Fraction(11, 2)])
def test_a_broken_number_is_refused_where_a_whole_one_is_wanted(value):
    assert "a whole number from 1 to 200" in refusal(as_number, value, "lesion_count", "", 1, 200, integer=True)


def test_a_field_declared_in_an_unknown_unit_is_an_error_of_the_knowledge():
    with pytest.raises(KnowledgeError, match="parsec"):
        as_number(1, "distance", "parsec", None, None)


@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9).filter(
        lambda x: not 0 < abs(x) < 1e-9
    )
)
def test_a_float_counts_as_the_decimal_it_prints_as(value):
    assert as_number(value, "x", "", None, None) == Fraction(repr(value))


@given(QUANTITIES)
def test_a_number_and_its_text_mean_the_same_to_a_field(quantity):
    args = ("x", quantity.unit, 0, None)

    assert as_number(str(quantity), *args) == as_number(quantity.value, *args)


@given(st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.fractions() | st.text() | NEARLY)
def test_any_value_is_either_a_modest_exact_number_or_refused(value):
    try:
        number = as_number(value, "x", "cm", None, None)
    except InputError:
        return

    assert abs(number.numerator) < LARGEST and number.denominator <= FINEST


# the largest, the finest and the longest


@pytest.mark.parametrize("largest", [LARGEST - 1, Fraction(LARGEST - 1, 7), "9" * 60])
def test_the_largest_number_is_just_below_ten_to_the_sixtieth(largest):
    assert as_number(largest, "n", "", None, None) == Fraction(largest)


@pytest.mark.parametrize("too_large", [LARGEST, -LARGEST, Fraction(LARGEST, 7), "1" + "0" * 60])
def test_from_ten_to_the_sixtieth_on_a_number_is_refused(too_large):
    assert "n: " in refusal(as_number, too_large, "n", "", None, None)


@pytest.mark.parametrize("finest", [Fraction(1, FINEST), "0." + "0" * 29 + "1", f"1⁄{10**30 - 1}"])
def test_thirty_decimal_places_are_kept(finest):
    assert as_number(finest, "n", "", None, None) > 0


@pytest.mark.parametrize("too_fine", [Fraction(1, FINEST + 1), "0." + "0" * 30 + "1", f"1⁄{10**30}"])
def test_more_than_thirty_decimal_places_are_refused(too_fine):
    assert "n: " in refusal(as_number, too_fine, "n", "", None, None)


def test_text_is_read_up_to_two_hundred_characters():
    assert parse("3".ljust(198) + "cm", field="size") == Quantity(3, "cm")
    assert "is not accepted" in refusal(parse, "3".ljust(199) + "cm", field="size")


def test_an_upper_bound_alone_is_part_of_the_range_and_is_said():
    assert parse("30 cm", field="size", high=Quantity(30, "cm")) == Quantity(300, "mm")
    assert " up to 30\u00a0cm" in refusal(parse, "30.01 cm", field="size", high=Quantity(30, "cm"))
    assert as_number(30, "size", "cm", None, 30) == 30
    assert "a number up to 30 in cm" in refusal(as_number, "30.01", "size", "cm", None, 30)
