"""Unary tests, the conditions of OMG's Decision Model and Notation: ``<= 3``, ``]3..5]``, ``not("none")``.

A test says which values of one input it accepts. Numbers are exact fractions.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from netlearn.errors import KnowledgeError

Value = bool | str | Fraction

_NUMBER = r"-?\d+(?:\.\d+)?"
_COMPARISON = re.compile(rf"(<=|>=|<|>)\s*({_NUMBER})")
_INTERVAL = re.compile(rf"([\[\]])\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*([\[\]])")
_POINT = re.compile(_NUMBER)
_TEXT = re.compile(r'"([^"]*)"')
_NOT = re.compile(r"not\((.*)\)")


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of numbers; a missing end (None) is unbounded.

    >>> str(Interval(Fraction(3), False, Fraction(5), True))
    ']3..5]'
    >>> Fraction(3) in Interval(Fraction(3), False, Fraction(5), True)
    False
    """

    low: Fraction | None
    low_closed: bool
    high: Fraction | None
    high_closed: bool

    def __contains__(self, value: object) -> bool:
        return isinstance(value, Fraction) and self._above(value) and self._below(value)

    def _above(self, value: Fraction) -> bool:
        gap = 1 if self.low is None else _order(value, self.low)
        return gap > 0 or (gap == 0 and self.low_closed)

    def _below(self, value: Fraction) -> bool:
        gap = -1 if self.high is None else _order(value, self.high)
        return gap < 0 or (gap == 0 and self.high_closed)

    def run(self, ascending: Sequence[Fraction]) -> int:
        """Which of some numbers in ascending order lie within: one bit each, and always neighbours.

        >>> bin(Interval(Fraction(3), False, Fraction(5), True).run([Fraction(n) for n in range(8)]))
        '0b110000'
        """
        start, stop = 0, len(ascending)
        if self.low is not None:
            start = (bisect_left if self.low_closed else bisect_right)(ascending, self.low)
        if self.high is not None:
            stop = (bisect_right if self.high_closed else bisect_left)(ascending, self.high)
        return (1 << max(start, stop)) - (1 << start)

    def __str__(self) -> str:
        if self.low == self.high and self.low is not None:
            return plain(self.low)
        if self.low is None and self.high is not None:
            return f"{'<=' if self.high_closed else '<'} {plain(self.high)}"
        if self.high is None and self.low is not None:
            return f"{'>=' if self.low_closed else '>'} {plain(self.low)}"
        if self.low is None or self.high is None:
            return "-"
        opening, closing = "[" if self.low_closed else "]", "]" if self.high_closed else "["
        return f"{opening}{plain(self.low)}..{plain(self.high)}{closing}"

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The finite ends."""
        return tuple(end for end in (self.low, self.high) if end is not None)


@dataclass(frozen=True, slots=True)
class UnaryTest:
    """Which values of one input a rule accepts.

    >>> test = parse_test("]3..5]")
    >>> test.accepts(Fraction(3)), test.accepts(Fraction(5))
    (False, True)
    >>> parse_test('not("none")').accepts("bile-duct")
    True
    """

    text: str
    negated: bool
    choices: tuple[Interval | str | bool, ...]

    def accepts(self, value: Value) -> bool:
        """Whether the test holds for one exact value."""
        for choice in self.choices:
            if value in choice if isinstance(choice, Interval) else _same(value, choice):
                return not self.negated
        return self.negated

    def among(self, values: Sequence[Any]) -> int:
        """Which of some values the test accepts, one bit each; numbers stand in ascending order.

        >>> bin(parse_test("<= 3,7").among([Fraction(1), Fraction(3), Fraction(5), Fraction(7)]))
        '0b1011'
        """
        if self.kind != "number":
            return sum(1 << n for n, value in enumerate(values) if self.accepts(value))
        found = 0
        for choice in self.choices:
            found |= choice.run(values) if isinstance(choice, Interval) else 0
        return found ^ ((1 << len(values)) - 1) if self.negated else found

    @property
    def literals(self) -> tuple[Fraction, ...]:
        """The numbers the test mentions, in its order."""
        return tuple(end for c in self.choices if isinstance(c, Interval) for end in dict.fromkeys(c.ends))

    @property
    def words(self) -> tuple[str, ...]:
        """The texts the test mentions."""
        return tuple(c for c in self.choices if isinstance(c, str))

    @property
    def kind(self) -> str:
        """What the test is about: ``number``, ``boolean`` or ``choice``."""
        first = self.choices[0]
        return "number" if isinstance(first, Interval) else "boolean" if isinstance(first, bool) else "choice"


@cache  # the clauses of a table ask the same many times
def parse_test(text: str) -> UnaryTest:
    """Read one unary test; a comma means "or".

    Raises KnowledgeError, naming the text, for anything that is not one.

    >>> str(parse_test("> 20").choices[0])
    '> 20'
    >>> parse_test("about 3")
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: 'about 3' is no unary test; accepted: <= 3, ]3..5], 3, "word", not(...), true, false
    """
    inside = _NOT.fullmatch(text.strip())
    body = inside.group(1) if inside else text
    choices = tuple(_parse_choice(part.strip(), text) for part in body.split(","))
    if len({type(c) for c in choices}) > 1:
        raise KnowledgeError(f"{text!r} mixes numbers and words in one unary test")
    return UnaryTest(text.strip(), inside is not None, choices)


def read_test(where: str, text: str) -> UnaryTest:
    """Read one unary test of a file; the error then says where it stands.

    >>> read_test("rfa.toml: small.when.lesion_count", "about 3")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: rfa.toml: small.when.lesion_count: 'about 3' is no unary test; accepted: ...
    """
    try:
        return parse_test(text)
    except KnowledgeError as refused:
        raise KnowledgeError(f"{where}: {refused}") from None


def plain(number: Fraction) -> str:
    """A fraction as the shortest decimal that equals it, else as n/d.

    >>> plain(Fraction(31, 10)), plain(Fraction(20)), plain(Fraction(1, 3))
    ('3.1', '20', '1/3')
    """
    digits = _decimal_places(number.denominator)
    if digits is None:
        return f"{number.numerator}/{number.denominator}"
    sign, scaled = "-" * (number < 0), str(abs(number.numerator) * 10**digits // number.denominator)
    if digits == 0:
        return sign + scaled
    scaled = scaled.rjust(digits + 1, "0")
    return f"{sign}{scaled[:-digits]}.{scaled[-digits:]}"


def _decimal_places(denominator: int) -> int | None:
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _order(one: Fraction, other: Fraction) -> int:
    """Negative, 0 or positive, as the first is below, at or above the second: at a quarter of what ``<`` costs."""
    (top, bottom), (other_top, other_bottom) = one.as_integer_ratio(), other.as_integer_ratio()
    return top * other_bottom - other_top * bottom


def _same(value: Value, choice: object) -> bool:
    return type(value) is type(choice) and value == choice


def _parse_choice(part: str, whole: str) -> Interval | str | bool:
    if part in ("true", "false"):
        return part == "true"
    if match := _TEXT.fullmatch(part):
        return match.group(1)
    if match := _COMPARISON.fullmatch(part):
        return _half_line(match.group(1), Fraction(match.group(2)))
    if match := _INTERVAL.fullmatch(part):
        return _between(match, whole)
    if _POINT.fullmatch(part):
        return Interval(Fraction(part), True, Fraction(part), True)
    accepted = '<= 3, ]3..5], 3, "word", not(...), true, false'
    raise KnowledgeError(f"{whole!r} is no unary test; accepted: {accepted}")


def _half_line(sign: str, end: Fraction) -> Interval:
    closed = sign.endswith("=")
    return Interval(None, False, end, closed) if sign[0] == "<" else Interval(end, closed, None, False)


def _between(match: re.Match[str], whole: str) -> Interval:
    interval = Interval(
        Fraction(match.group(2)), match.group(1) == "[", Fraction(match.group(3)), match.group(4) == "]"
    )
    if not _has_members(interval):
        raise KnowledgeError(f"{whole!r} holds no number: its ends are in the wrong order or both left out")
    return interval


def _has_members(interval: Interval) -> bool:
    low, high = interval.ends
    return low < high or (low == high and interval.low_closed and interval.high_closed)
