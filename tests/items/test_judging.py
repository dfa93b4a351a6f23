"""A returned value is judged by value and exact type, and a wrong one is told why."""

from fractions import Fraction
from typing import Any

import pytest

from netlearn.items.judging import judge

TENTH = Fraction(1, 10)


@pytest.mark.parametrize(
    ("expected", "returned"),
    [
        ("suitable", "suitable"),
        (None, None),
        (1, 1),
        (1.5, 1.5),
        (True, True),
        ([1, "a"], [1, "a"]),
        ({"a": [1]}, {"a": [1]}),
    ],
)
def test_equal_values_of_equal_type_are_right(expected: Any, returned: Any) -> None:
    assert judge(expected, returned)


@pytest.mark.parametrize(
    ("expected", "returned", "reason"),
    [
        (1, True, "the answer should be a whole number, but it is true or false"),
        (True, 1, "the answer should be true or false, but it is a whole number"),
        (1, 1.0, "the answer should be a whole number, but it is a number"),
        (1.0, 1, "the answer should be a number, but it is a whole number"),
        ("1", 1, "the answer should be a text, but it is a whole number"),
        (None, "None", "the answer should be nothing (None), but it is a text: 'None'"),
        ("a", None, "the answer should be a text, but it is nothing (None)"),
        ("a", "b", "the answer should be 'a', but it is 'b'"),
        (1.0, float("nan"), "the answer is nan, which is not a finite number"),
        ([1], [1, 2], "the answer should have 1 entries, but it has 2"),
        ([1, 2], [1, True], "entry 2 of the answer should be a whole number, but it is true or false"),
        ({"a": 1}, {"b": 1}, "the answer should have the keys a, but it has ['b']"),
        ({"a": 1}, {"a": 2}, "'a' of the answer should be 1, but it is 2"),
        (0, 10**50, "the answer should be 0, but it is a very large number"),
    ],
)
def test_a_wrong_value_is_told_why(expected: Any, returned: Any, reason: str) -> None:
    assert judge(expected, returned).reason == reason


def test_a_number_of_thousands_of_digits_is_told_as_any_other() -> None:
    assert judge(0, 10**5000).reason == "the answer should be 0, but it is a very large number"
    assert judge(["a"], [10**5000]).reason == "entry 1 of the answer should be a text, but it is a whole number"
    assert judge({"a": 0}, {"b": [10**5000]}).reason.startswith("the answer should have the keys a")


@pytest.mark.parametrize(
    ("returned", "right"), [(1, True), (1.1, True), (0.9, True), (1.11, False), (True, False), ("1", False)]
)
def test_a_tolerance_lets_numbers_be_whole_or_not_and_differ_a_little(returned: Any, right: bool) -> None:
    assert bool(judge(1.0, returned, TENTH)) is right


@pytest.mark.parametrize("returned", [float("nan"), float("inf"), float("-inf")])
def test_a_tolerance_makes_nothing_of_what_is_no_finite_number(returned: float) -> None:
    assert not judge(1.0, returned, Fraction(10**9))
