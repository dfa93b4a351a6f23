"""What `netlearn.quantity` reads, prints and refuses."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlearn.errors import NetlearnError
from netlearn.quantity import Quantity, parse
from netlearn.units import SPELT
from tests.amounts import NEARLY, QUANTITIES, UNITS, diameter, refusal

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
