"""Months in two arms of one trial: a square for the comparator, a disc for the drug, a line between them.

Along y one unit is one pixel, counted down from the top. Hollow: recalled or second-hand. Trials stand in the order
that they are given in, never in that of the effect.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import plotly.graph_objects as go
from attrs import frozen

from netlearn import trials
from netlearn.errors import KnowledgeError
from netlearn.evidence import checked_words
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.drawing import Axis, line_of_words
from netlearn.figures.rows import Heading
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE
from netlearn.figures.trials import is_open
from netlearn.trials import Measured, Trial, TrialResult

__all__ = ["Arms", "arms_figure"]

_LINE = 18  # px of a line of words
_MARKS = 20
_AFTER = 4
_HEADING = 30
_HEADER = ("Drug and trial", "With the drug", "Comparator", "Ratio", "Reading", "How well checked")
_TICKS = 30  # px for the numbers of the axis


@frozen
class Arms:
    """One result of a trial, under a name that says the drug."""

    drug: str
    trial: Trial
    result: TrialResult

    @classmethod
    def of(cls, drug: str, trial: str, result: str) -> "Arms":
        """Find a result by its trial and name; raise KnowledgeError where it is no median of months in two arms."""
        found = trials.trial(trial)
        for each in found.results:
            if each.name == result and all(m and m.value and m.value.unit == "months" for m in (each.a, each.b)):
                return cls(drug, found, each)
        raise KnowledgeError(f"trial {trial}: {result!r} is no result with a median of months in two arms")

    @property
    def reading(self) -> str:
        """Say who read the scans."""
        return trials.words()["readings"][self.result.reading]

    @property
    def marks(self) -> tuple[Measured, Measured]:
        """The drug's number, then the comparator's."""
        assert self.result.a is not None and self.result.b is not None
        return self.result.a, self.result.b


def arms_figure(items: Sequence[Arms | Heading], axis: Axis, **words: str) -> CourseFigure:
    """Make the figure of some trials; ``words`` are its ``name``, ``title``, ``subtitle``, ``caption``."""
    rows = [item for item in items if isinstance(item, Arms)]
    drawing = _draw(items, axis)
    return CourseFigure(
        wide=drawing,
        narrow=drawing,
        alt=" ".join(map(_sentence, rows)),
        table=(_HEADER, *map(_table_row, rows)),
        **{name: unbroken(text) for name, text in words.items()},
    )


def _sentence(row: Arms) -> str:
    own, other = (number.value_text for number in row.marks)
    return f"{_named(row)}: {own} against {other} on {row.trial.arm_b}, {row.reading}."


def _named(row: Arms) -> str:
    return f"{row.drug}, {row.trial.name}"


def _table_row(row: Arms) -> tuple[str | Link, ...]:
    effect = row.result.effect
    ratio = _linked(effect.number, whole=True) if effect else "not read"
    numbers = (*map(_linked, row.marks), ratio)
    return (_named(row), *numbers, row.reading, checked_words(row.result.checked))


def _linked(number: Measured, whole: bool = False) -> str | Link:
    text = number.text() if whole else number.value_text
    if not number.figure:
        return text
    own = number.figure.value  # a link prints what it leads to: an interval that only the trial holds is left out
    return Link(own.text() if whole and own else text, number.figure)


def _draw(items: Sequence[Arms | Heading], axis: Axis) -> dict[str, Any]:
    heights = [_HEADING if isinstance(item, Heading) else _LINE + _MARKS + _AFTER for item in items]
    tops = list(accumulate(heights, initial=0))
    notes: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    for item, top in zip(items, tops, strict=False):
        if isinstance(item, Heading):
            notes.append(line_of_words(f"<b>{item.text}</b>", top + _HEADING - 12, "ink"))
        else:
            notes += [line_of_words(_named(item), top + _LINE / 2, "ink-2"), *_numbers(item, top)]
            traces += _marks(item, top)
    drawing: dict[str, Any] = go.Figure(traces, _layout(notes, tops[-1], axis)).to_dict()
    return drawing


def _place(row: Arms, top: float) -> tuple[float, float, float]:
    """Where the drug's mark stands, where the comparator's, and how far down."""
    own, other = map(_months, row.marks)
    return own, other, top + _LINE + _MARKS / 2


def _months(number: Measured) -> float:
    assert number.value is not None  # `Arms.of` refuses a median that was not reached
    return float(number.value.bounds()[-1])


def _numbers(row: Arms, top: float) -> Iterator[dict[str, Any]]:
    own, other, y = _place(row, top)
    for at, number, beyond in ((own, row.marks[0], own >= other), (other, row.marks[1], own < other)):
        text = number.value_text.partition("\N{NO-BREAK SPACE}")[0]
        side = {"xanchor": "left", "xshift": 10} if beyond else {"xanchor": "right", "xshift": -10}
        yield {"text": f"<b>{text}</b>", "x": at, "y": y, "font": {"size": 14, "color": "var(--nl-ink)"}, **side}


def _marks(row: Arms, top: float) -> Iterator[dict[str, Any]]:
    own, other, y = _place(row, top)
    hover = {"hoverinfo": "text", "hovertext": _sentence(row)}
    line = {"color": "var(--nl-axis)", "width": 2}
    yield {"type": "scatter", "mode": "lines", "x": [other, own], "y": [y, y], "line": line, "hoverinfo": "skip"}
    for at, number, shape, ink in ((other, row.marks[1], "square", "c6"), (own, row.marks[0], "circle", "c1")):
        symbol = f"{shape}-open" if is_open(row.result, number) else shape
        marker = {"symbol": symbol, "size": 12, "color": f"var(--nl-{ink})"}
        yield {"type": "scatter", "mode": "markers", "x": [at], "y": [y], "marker": marker, **hover}


def _layout(notes: list[dict[str, Any]], height: int, axis: Axis) -> dict[str, Any]:
    last = f"{axis.ticks[-1]}\N{NO-BREAK SPACE}{axis.unit}"
    ticks = {"tickvals": list(axis.ticks), "ticktext": [*map(str, axis.ticks[:-1]), last]}
    return {
        "template": dict(TEMPLATE),
        "height": height + _TICKS + 8,
        "margin": {"l": 10, "r": 44, "t": 8, "b": _TICKS},
        "xaxis": {"range": [0, axis.end], "fixedrange": True, **ticks},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "dragmode": False,
        "annotations": notes,
    }
