"""Which number to write for a region: one step from a threshold, or one that is usual; never a fraction."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from netlearn.decision.diagram import Diagram, compiled
from netlearn.decision.inputs import Input
from netlearn.decision.unary import Interval, Value
from netlearn.items.phrases import phrases
from netlearn.items.seeds import Draw


def beside(table: str, asked: Input, end: Fraction) -> tuple[Fraction, Fraction]:
    """The numbers just below and just above a threshold that somebody would write.

    >>> from netlearn.decision import load
    >>> [str(n) for n in beside("grade", load("grade").input("ki67_percent"), Fraction(20))]
    ['18', '25']
    """
    ladder = phrases(table, asked.name).ladder
    below = max((rung for rung in ladder if rung < end), default=end / 2 if ladder else end - asked.step)
    above = min((rung for rung in ladder if rung > end), default=end * 2 if ladder else end + asked.step)
    return below, above


def near_ends(table: str, diagram: Diagram, number: int, cell: Interval) -> list[Fraction]:
    """The numbers of a region next to its thresholds, ends that belong to it first."""
    asked, found = diagram.inputs[number], []
    words = phrases(table, asked.name)
    assert asked.domain is not None
    for end in cell.ends:
        if end in (asked.domain.low, asked.domain.high):
            continue
        low, high = beside(table, asked, end)
        whole = [end, *((end - words.step, end + words.step) if words.step else ())]
        found += [each for each in (whole if words.step else (end, low, high)) if each in cell]
        found += [each for each in (end - asked.step, end + asked.step) if each in cell and not found]
    usual = Interval(words.usual[0], True, words.usual[1], True) if words.usual else asked.domain
    return [each for each in dict.fromkeys(found) if each in usual]


def usual(table: str, asked: Input, cell: Interval) -> list[Fraction]:
    """The numbers of a region that a clinic sees: the rungs of its ladder, or the range that is usual, in steps."""
    words = phrases(table, asked.name)
    if words.ladder:
        return [rung for rung in words.ladder if rung in cell]
    assert asked.domain is not None and asked.domain.low is not None and asked.domain.high is not None
    low, high = words.usual or (asked.domain.low, asked.domain.high)
    assert cell.low is not None and cell.high is not None
    low, high = max(low, cell.low), min(high, cell.high)
    step = words.step if words.step and high - low >= words.step else _coarse(asked, high - low)
    first = -(-low // step) * step
    count = int((high - first) // step) + 1 if high >= first else 0
    return [value for n in range(count) if (value := first + n * step) in cell]


def _coarse(asked: Input, width: Fraction) -> Fraction:
    """The step of what is written: fine in a narrow region, coarser in a wide one."""
    return next((step for step in (Fraction(5), Fraction(1)) if width >= 8 * step and step > asked.step), asked.step)


def value_in(table: str, edition: str, number: int, cell: int, draw: Draw) -> Value:
    """A value of a cell: for a number half of the time next to a threshold, half of the time a usual one."""
    near, seen = _choices(table, edition, number, cell)
    return draw.pick(near) if near and (not seen or draw.below(2)) else draw.pick(seen)


@cache
def _choices(table: str, edition: str, number: int, cell: int) -> tuple[Sequence[Value], Sequence[Value]]:
    """The values of a cell next to a threshold, and the usual ones; never both empty."""
    diagram = compiled(table, edition)
    asked, region = diagram.inputs[number], diagram.cells[number][cell]
    if not isinstance(region, Interval):
        return (), (region,)
    near, seen = near_ends(table, diagram, number, region), usual(table, asked, region)
    return near, seen or near or [asked.witness(region)]
