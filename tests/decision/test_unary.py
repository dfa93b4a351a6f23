"""Unary tests: what they accept, on both sides of every end, and what is no test."""

from fractions import Fraction

import pytest

from netlearn.decision.unary import parse_test, plain
from netlearn.errors import KnowledgeError

ENDS = [
    ("<= 3", "3", True),
    ("<= 3", "3.0001", False),
    ("< 3", "2.9999", True),
    ("< 3", "3", False),
    (">= 3", "3", True),
    (">= 3", "2.9999", False),
    ("> 3", "3.0001", True),
    ("> 3", "3", False),
    ("[3..5]", "3", True),
    ("[3..5]", "5", True),
    ("]3..5[", "3", False),
    ("]3..5[", "5", False),
    ("]3..5[", "3.0001", True),
    ("4", "4", True),
    ("4", "4.0001", False),
    ("< 1, > 2", "1.5", False),
    ("< 1, > 2", "2.5", True),
    ("not([3..5])", "4", False),
    ("not([3..5])", "6", True),
    ("-2.5", "-2.5", True),
]


@pytest.mark.parametrize(("test", "number", "accepted"), ENDS)
def test_a_numeric_test_accepts_exactly_its_numbers(test: str, number: str, accepted: bool) -> None:
    assert parse_test(test).accepts(Fraction(number)) is accepted


@pytest.mark.parametrize(
    ("test", "value", "accepted"),
    [
        ('"a","b"', "b", True),
        ('"a","b"', "c", False),
        ('not("none")', "none", False),
        ('not("none")', "duct", True),
        ("true", True, True),
        ("true", False, False),
        ("false", False, True),
    ],
)
def test_a_test_on_words_accepts_exactly_its_words(test: str, value: str | bool, accepted: bool) -> None:
    assert parse_test(test).accepts(value) is accepted


def test_a_boolean_is_not_the_number_one() -> None:
    assert not parse_test("1").accepts(True)


@pytest.mark.parametrize("text", ["", "3..5", "]5..3[", "]3..3]", "=< 3", "none", '"a", 3', "3 cm", "not 3", "nan"])
def test_what_is_no_unary_test_is_refused_and_named(text: str) -> None:
    with pytest.raises(KnowledgeError) as refused:
        parse_test(text)

    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(("number", "text"), [("31/10", "3.1"), ("-1/20", "-0.05"), ("20", "20"), ("1/3", "1/3")])
def test_a_number_is_printed_as_the_shortest_decimal(number: str, text: str) -> None:
    assert plain(Fraction(number)) == text
