"""Judging a value that came back from a learner's function: exact types after JSON, in one sentence why not."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

_NAMES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}
_LONGEST = 80


@frozen
class ValueJudgement:
    """Whether a value is right, and if not, why, in a sentence."""

    right: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.right


def judge(expected: Any, returned: Any, tolerance: Fraction | None = None) -> ValueJudgement:
    """Compare a returned value with the expected one, both as decoded from JSON.

    True is not 1 and 1 is not 1.0, unless the task gives a ``tolerance``: then a number may be whole or not, and differ
    by so much. What is not a finite number is never right.

    >>> judge(1, True).reason
    'the answer should be a whole number, but it is true or false'
    >>> bool(judge(4.1, 4.10000001, Fraction(1, 1000))), bool(judge(1, 1.0))
    (True, False)
    """
    reason = _difference(expected, returned, tolerance, "the answer")
    return ValueJudgement(not reason, reason)


def _difference(expected: Any, returned: Any, tolerance: Fraction | None, where: str) -> str:
    if isinstance(returned, float) and not math.isfinite(returned):
        return f"{where} is {returned}, which is not a finite number"
    if tolerance is not None and _is_number(expected) and _is_number(returned):
        near = abs(_exact(expected) - _exact(returned)) <= tolerance
        return "" if near else f"{where} should be {shown(expected)}, but it is {shown(returned)}"
    if type(expected) is not type(returned):
        what = f": {shown(returned)}" if isinstance(returned, str) else ""
        return f"{where} should be {_name(expected)}, but it is {_name(returned)}{what}"
    if isinstance(expected, list):
        return _in_list(expected, returned, tolerance, where)
    if isinstance(expected, dict):
        return _in_object(expected, returned, tolerance, where)
    return "" if expected == returned else f"{where} should be {shown(expected)}, but it is {shown(returned)}"


def _in_list(expected: list[Any], returned: list[Any], tolerance: Fraction | None, where: str) -> str:
    if len(expected) != len(returned):
        return f"{where} should have {len(expected)} entries, but it has {len(returned)}"
    pairs = enumerate(zip(expected, returned, strict=True), 1)
    found = (_difference(e, r, tolerance, f"entry {n} of {where}") for n, (e, r) in pairs)
    return next((each for each in found if each), "")


def _in_object(expected: Mapping[str, Any], returned: Mapping[str, Any], tolerance: Fraction | None, where: str) -> str:
    if expected.keys() != returned.keys():
        return f"{where} should have the keys {', '.join(sorted(expected))}, but it has {shown(sorted(returned))}"
    found = (_difference(expected[key], returned[key], tolerance, f"{key!r} of {where}") for key in expected)
    return next((each for each in found if each), "")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _exact(number: float) -> Fraction:
    """A number as the decimal it prints as, so that 1.1 and 1 are a tenth apart."""
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def _name(value: object) -> str:
    return "nothing (None)" if value is None else _NAMES.get(type(value), type(value).__name__)


def shown(value: object) -> str:
    """A value in a message: short, whatever it is.

    >>> len(shown("x" * 10_000)) < 100
    True
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**30:
        return "a very large number"
    try:
        text = repr(value[:_LONGEST] if isinstance(value, str | list) else value)
    except (ValueError, RecursionError):  # a number of thousands of digits, or lists without end, inside it
        return "a value too large to show"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
