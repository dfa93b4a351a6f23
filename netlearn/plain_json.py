"""JSON that crosses a border: exact plain types going out, nothing but real JSON coming in.

It imports only what Python always has: the sandbox's child, the grader and a learner's notebook all use it.
"""

import json
import math
from typing import Any, NoReturn

__all__ = ["MOST_DIGITS", "notebook_json", "plain", "strict_json"]

_EXACT = (type(None), bool, int, float, str)
_DEEPEST = 20
MOST_DIGITS = 400  # of a whole number; no answer to any question has more
_MOST_BITS = MOST_DIGITS * 3322 // 1000


def plain(value: Any, depth: int = 0) -> Any:
    """Return a copy made of plain JSON types, or raise TypeError: an object that merely acts like one is not one.

    >>> plain(("a", 1))
    ['a', 1]
    >>> plain({1, 2})
    Traceback (most recent call last):
    TypeError: the function returned a set; accepted: None, bool, int, float, str, list, tuple, dict
    """
    kind = type(value)
    if depth > _DEEPEST:
        raise TypeError(f"the function returned something nested deeper than {_DEEPEST} levels")
    if kind is int and value.bit_length() > _MOST_BITS:
        raise TypeError(f"the function returned a whole number of more than {MOST_DIGITS} digits")
    if kind in _EXACT:
        return value
    if kind in (list, tuple):
        return [plain(part, depth + 1) for part in value]
    if kind is dict and all(type(key) is str for key in value):
        return {key: plain(part, depth + 1) for key, part in value.items()}
    raise TypeError(
        f"the function returned a {kind.__name__}; accepted: None, bool, int, float, str, list, tuple, dict"
    )


def strict_json(text: str | bytes) -> Any:
    """Read JSON; refuse NaN, infinities, numbers of absurd length, and nesting too deep to read.

    >>> strict_json("[1, NaN]")
    Traceback (most recent call last):
    ValueError: NaN is not JSON
    >>> strict_json("1e999")
    Traceback (most recent call last):
    ValueError: the number 1e999 is too large
    """
    try:
        return json.loads(text, parse_constant=_no_constant, parse_float=_finite, parse_int=_short)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def notebook_json(text: str | bytes) -> Any:
    """Read a notebook's JSON as Jupyter does: its figures may hold NaN and infinities, which grading never looks at.

    Raises ValueError for what is no JSON.

    >>> notebook_json('{"y": [1, NaN, -Infinity]}')
    {'y': [1, nan, -inf]}
    """
    try:
        return json.loads(text, parse_int=_any_length)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _any_length(text: str) -> int | float:
    return int(text) if len(text) <= MOST_DIGITS else math.inf


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    if not math.isfinite(number := float(text)):
        raise ValueError(f"the number {text[:20]} is too large")
    return number


def _short(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError(f"the number {text[:20]}… has {len(text)} digits")
    return int(text)
