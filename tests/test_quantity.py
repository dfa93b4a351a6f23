"""What `netlearn.quantity` reads, prints and refuses."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlearn.errors import InputError, KnowledgeError, NetlearnError
from netlearn.quantity import FINEST, LARGEST, Quantity, as_number, parse
from netlearn.units import SPELT

UNITS = sorted({unit.name for unit in SPELT.values()})
NUMBERS = st.fractions(min_value=0, max_value=10**9, max_denominator=10**9)
QUANTITIES = st.builds(Quantity, NUMBERS, st.sampled_from(UNITS))
# text that looks like an amount more often than chance would have it
NEARLY = st.lists(st.sampled_from([*"0123456789.,⁄/+-*e^ \u00a0\n", "nan", "inf", *SPELT]), max_size=8).map("".join)


def diameter(value):
    """A field of the decision tables: 0 to 30 cm."""
    return as_number(value, "largest_diameter_cm", "cm", 0, 30)


def refusal(function, *args, **kwargs):
    """What the refusal says."""
    with pytest.raises(InputError) as caught:
        function(*args, **kwargs)
    return str(caught.value)


# reading


@pytest.mark.parametrize(
    "text",
    [
        "300 microgram",
        "300 micrograms",
        "300 \u00b5g",
        "300 \u03bcg",
        "300mcg",
        "300\u00a0ug",
        " 0.3  mg ",
        "0.0003 g",
    ],
)
def test_every_spelling_of_300_microgram_is_the_same_dose(text):
    assert parse(text, field="dose", dimension="mass") == Quantity(300, "microgram")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("31 mm", 31, "mm"),
        ("75 %", 75, "%"),
        ("75%", 75, "%"),
        ("75 per cent", 75, "%"),
        ("1 week", 1, "weeks"),
        ("7.4 GBq", Fraction(37, 5), "GBq"),
        ("50 micrograms/h", 50, "microgram/h"),
        ("50 mcg per hour", 50, "microgram/h"),
        ("850 mg/m2", 850, "mg/m²"),
        ("20 mitoses per 10 HPF", 20, "mitoses per 10 HPF"),
        ("20 mitoses/2 mm2", 20, "mitoses per 2 mm²"),
        ("4", 4, ""),
    ],
)
def test_amounts_keep_the_unit_they_were_written_in(text, value, unit):
    quantity = parse(text, field="x")

    assert (quantity.value, quantity.unit) == (value, unit)


@given(QUANTITIES)
def test_what_is_printed_parses_to_an_equal_quantity(quantity):
    assert parse(str(quantity), field="x", dimension=quantity.dimension) == quantity


@given(st.text(max_size=40) | NEARLY)
def test_any_text_either_parses_to_what_prints_back_equal_or_is_refused(text):
    try:
        quantity = parse(text, field="x")
    except NetlearnError:
        return

    assert parse(str(quantity), field="x") == quantity


@pytest.mark.parametrize("text", [f"{'9' * 60}.{'9' * 30} kg", f"{'9' * 60} kg", f"0.{'0' * 29}1 mm", "1⁄" + "7" * 30])
def test_the_longest_numbers_print_back_equal_or_are_refused(text):
    try:
        quantity = parse(text, field="x")
    except NetlearnError:
        return

    assert parse(str(quantity), field="x") == quantity


# printing


def test_mass_is_printed_with_microgram_in_full_and_a_no_break_space():
    assert str(Quantity(300, "\u00b5g")) == "300\u00a0microgram"


def test_one_month_is_singular_and_two_are_plural():
    assert [str(Quantity(n, "months")) for n in (1, 2)] == ["1\u00a0month", "2\u00a0months"]


def test_a_plain_number_prints_without_a_space():
    assert str(Quantity(4, "")) == "4"


def test_a_decimal_prints_exactly():
    assert str(Quantity(Fraction(31, 10), "cm")) == "3.1\u00a0cm"


def test_a_third_prints_with_the_fraction_slash():
    assert str(Quantity(Fraction(1, 3), "cm")) == "1⁄3\u00a0cm"


@given(QUANTITIES)
def test_no_quantity_prints_a_greek_letter(quantity):
    assert not set(str(quantity)) & {"\u00b5", "\u03bc"}


# converting and comparing


@given(QUANTITIES, st.sampled_from(UNITS))
def test_conversion_keeps_the_amount_or_is_refused_for_another_dimension(quantity, unit):
    if SPELT[unit].dimension == quantity.dimension:
        assert quantity.to(unit) == quantity
    else:
        assert unit in refusal(quantity.to, unit)


def test_conversions_are_exact_by_definition():
    year, week, hour = Quantity(1, "year"), Quantity(1, "week"), Quantity(1, "microgram/min")

    assert (year.to("months").value, week.to("days").value, hour.to("microgram/h").value) == (12, 7, 60)


def test_weeks_are_never_converted_to_months():
    assert "seconds, minutes, hours, days, weeks" in refusal(Quantity(6, "weeks").to, "months")


def test_equal_amounts_in_different_units_have_equal_hashes():
    assert len({Quantity(1, "cm"), Quantity(10, "mm")}) == 1


def test_amounts_are_ordered_across_units():
    assert Quantity(29, "mm") < Quantity(3, "cm") < Quantity(31, "mm")


def test_amounts_of_different_dimensions_are_unequal():
    assert Quantity(1, "cm") != Quantity(1, "mg")


def test_amounts_of_different_dimensions_are_not_ordered():
    with pytest.raises(NetlearnError):
        _ = Quantity(1, "cm") < Quantity(1, "mg")


def test_a_negative_quantity_is_refused():
    assert "-1" in refusal(Quantity, -1, "cm")


def test_a_quantity_in_an_unknown_unit_is_refused():
    assert "furlong" in refusal(Quantity, 1, "furlong")


# refusing text

HOSTILE = [
    "5,25 cm",
    "1,000 cm",
    "1 000 cm",
    "1'000 cm",
    "1_000 cm",
    "NaN cm",
    "inf cm",
    "Infinity",
    "-3 cm",
    "+3 cm",
    "1e1 cm",
    "0x10 cm",
    ".3 cm",
    "3. cm",
    "3.1.2 cm",
    "1/3 cm",
    "120/80 cm",
    "1⁄0 cm",
    "9**9**9",
    "3 cm + 1 cm",
    "3 cm 1 mm",
    "3 to 5 cm",
    "3–5 cm",
    "> 3 cm",
    "about 3 cm",
    "three cm",
    "٣ cm",
    "³ cm",
    "3 CM",
    "3 inch",
    "cm",
    "",
    " ",
    "\x00",
    "True",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_is_not_one_plain_amount_is_refused_naming_field_value_and_units(text):
    message = refusal(parse, text, field="diameter", dimension="length")

    assert message.startswith(f"diameter: {text!r} ") and "a length in mm, cm, m" in message


@pytest.mark.parametrize("text", HOSTILE)
def test_a_numeric_field_refuses_the_same_texts(text):
    assert refusal(diameter, text).startswith(f"largest_diameter_cm: {text!r} ")


@pytest.mark.parametrize("text", ["3 kg", "3 %", "3 months", "3"])
def test_another_dimension_or_no_unit_is_refused_where_a_length_is_wanted(text):
    assert "a length in mm, cm, m" in refusal(parse, text, field="diameter", dimension="length")


def test_a_thousand_kilobytes_of_digits_are_refused_unread_and_quoted_short():
    assert len(refusal(parse, "9" * 1_000_000, field="dose")) < 1_000


@pytest.mark.parametrize("value", [None, True, 3, 3.0, b"3 cm", ["3 cm"]])
def test_parse_takes_text_only(value):
    assert "diameter" in refusal(parse, value, field="diameter")


def test_the_low_bound_is_inclusive():
    low = Quantity(3, "cm")

    assert parse("30 mm", field="x", low=low) == low
    assert "from 3\u00a0cm" in refusal(parse, "29.9 mm", field="x", low=low)


def test_the_high_bound_is_inclusive():
    high = Quantity(3, "cm")

    assert parse("30 mm", field="x", high=high) == high
    assert "up to 3\u00a0cm" in refusal(parse, "30.1 mm", field="x", high=high)


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
