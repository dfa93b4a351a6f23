"""Patients of small series, each one a mark, by what became of the tumour, so that a share shows whom it counts.

Along y one unit is one pixel, counted down from the top. Shape and colour both tell the outcome. A share in per cent
is drawn as the whole patients behind it. One that is the rounding of no whole number of them, or of several, is
refused, unless its source counts them, as in “progression (9 of 13)”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.evidence import Figure, checked_words
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.drawing import line_of_words
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE

__all__ = ["OutcomePart", "Series", "outcomes_figure"]

Width = Literal["wide", "narrow"]
Outcome = Literal["smaller", "stable", "grew", "not smaller"]

_MARKS: Mapping[Outcome, dict[str, Any]] = MappingProxyType(
    {
        "smaller": {"symbol": "circle", "color": "var(--nl-c1)"},
        "stable": {"symbol": "square", "color": "var(--nl-c3)"},
        "grew": {"symbol": "triangle-up", "color": "var(--nl-c2)"},
        "not smaller": {"symbol": "line-ew-open", "color": "var(--nl-axis)"},
    }
)
_CONTROL = ("smaller", "stable")  # what “disease control” adds up
_COUNTED = re.compile(r"\((\d+) of (\d+)\)")  # in a quantity
_LINE = 20  # px of a line of words
_DOTS = 20  # px of a row of marks
_AFTER = 14
_ACROSS = 30  # patients in one row
_SIZE = {"wide": 12, "narrow": 8}
_HEIGHT = 2 * _LINE + _DOTS + _AFTER  # of a series: two lines of words, its marks, and room


@frozen
class OutcomePart:
    """The patients of a series with one outcome; without a source they are all who are left."""

    outcome: Outcome
    source: Figure | None = None


@frozen
class Series:
    """Who was treated, how many they were, and what became of them, in the order of the drawing."""

    title: str
    patients: Figure
    parts: tuple[OutcomePart, ...]

    @property
    def size(self) -> int:
        """How many patients the series has."""
        return _whole(self.patients)

    @property
    def control(self) -> int:
        """How many are smaller or stable: “disease control”."""
        counted = zip(self.parts, self.counts(), strict=True)
        return sum(count for part, count in counted if part.outcome in _CONTROL)

    def counts(self) -> list[int]:
        """Count the patients of each part; raise ``KnowledgeError`` where that is not certain, or they are not all."""
        known = [part_of(self.size, part.source) if part.source else 0 for part in self.parts]
        left = self.size - sum(known)
        if left < 0 or (left and all(part.source for part in self.parts)):
            raise KnowledgeError(f"{self.title}: the parts are {sum(known)} of {self.size} patients")
        return [count if part.source else left for part, count in zip(self.parts, known, strict=True)]


def part_of(size: int, share: Figure) -> int:
    """Return how many of ``size`` patients a share in per cent means: those whom its source counts, else its rounding.

    >>> from netlearn.evidence import figure
    >>> part_of(27, figure("E03.response-well-differentiated"))
    8
    """
    rounded, counted = _rounded(size, share), _COUNTED.search(share.quantity)
    if counted:
        count, of = map(int, counted.groups())
        if of != size or abs(Fraction(100 * count, size) - _printed(share)) >= 1:
            raise KnowledgeError(f"{share.id}: {counted[0]} is not {share.value.text()} of {size} patients")
        return count
    if len(rounded) != 1:
        what = "several whole numbers" if rounded else "no whole number"
        raise KnowledgeError(f"{share.id}: {share.value.text()} of {size} patients is {what} of them")
    return rounded[0]


def _rounded(size: int, share: Figure) -> list[int]:
    """Every number of patients whose share may be printed like this; a half may have been rounded up or down."""
    printed, half = _printed(share), Fraction(1, 2 * 10**share.value.decimals)
    return [count for count in range(size + 1) if abs(Fraction(100 * count, size) - printed) <= half]


def _printed(share: Figure) -> Fraction:
    value = share.value
    if value.unit != "%" or value.low is None or value.low != value.high or value.approximate:
        raise KnowledgeError(f"{share.id}: a part of a series needs a share in %, one number and not “about” it")
    return value.low


def outcomes_figure(series: Sequence[Series], **words: str) -> CourseFigure:
    """Make the figure of some series; ``words`` are its ``name``, ``title``, ``subtitle``, ``caption``."""
    return CourseFigure(
        wide=_draw(series, "wide"),
        narrow=_draw(series, "narrow"),
        alt=" ".join(f"{each.title}: {_counted(each)}." for each in series),
        table=_table(series),
        **{name: unbroken(text) for name, text in words.items()},
    )


def _whole(patients: Figure) -> int:
    if patients.value.unit != "patients":
        raise KnowledgeError(f"{patients.id}: the size of a series is a number of patients")
    return int(patients.value.bounds()[0])


def _counted(series: Series) -> str:
    """Say how many of how many; who is smaller or stable is added, as “disease control” adds them."""
    told = [(part.outcome, count) for part, count in zip(series.parts, series.counts(), strict=True)]
    control = [(outcome, count) for outcome, count in told if outcome in _CONTROL]
    rest = [f"{count} {outcome}" for outcome, count in told if outcome not in _CONTROL]
    of = f"{series.control} of {series.size} ({_share(series.control, series.size)})"
    if len(control) == 1:
        return "; ".join([f"{of} {control[0][0]}", *rest])
    added = " + ".join(f"{count} {outcome}" for outcome, count in control)
    return "; ".join([f"{added} = {of}", *rest] if control else rest)


def _share(count: int, size: int) -> str:
    return f"{round(Fraction(100 * count, size))}\N{NO-BREAK SPACE}%"


def _draw(series: Sequence[Series], width: Width) -> dict[str, Any]:
    tops = [number * _HEIGHT for number in range(len(series))]
    notes = [note for each, top in zip(series, tops, strict=True) for note in _words(each, top)]
    traces = [trace for each, top in zip(series, tops, strict=True) for trace in _marks(each, top, width)]
    drawing: dict[str, Any] = go.Figure(traces, _layout(notes, len(series) * _HEIGHT)).to_dict()
    return drawing


def _words(series: Series, top: float) -> Iterator[dict[str, Any]]:
    for number, text in enumerate([f"<b>{series.title}</b>", _counted(series)]):
        yield line_of_words(text, top + _LINE * (number + 0.5), "ink" if number == 0 else "ink-2")


def _marks(series: Series, top: float, width: Width) -> Iterator[dict[str, Any]]:
    y = top + 2 * _LINE + _DOTS / 2
    first = 0
    for part, count in zip(series.parts, series.counts(), strict=True):
        size = {"size": _SIZE[width], "line": {"width": 2 if part.outcome == "not smaller" else 0}}
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": list(range(first, first + count)),
            "y": [y] * count,
            "marker": {**_MARKS[part.outcome], **size},
            "hoverinfo": "text",
            "hovertext": f"<b>{count} of {series.size}</b> {part.outcome}<br>{series.title}",
        }
        first += count


def _table(series: Sequence[Series]) -> tuple[tuple[str | Link, ...], ...]:
    header = ("Series", "What became of the tumour", "Patients", "Share", "How well checked")
    return (header, *(row for each in series for row in _rows(each)))


def _rows(series: Series) -> Iterator[tuple[str | Link, ...]]:
    for part, count in zip(series.parts, series.counts(), strict=True):
        share: str | Link = _share(count, series.size)
        checked = "calculated: those who are left"
        if part.source:
            share = Link(part.source.value.text(), part.source)
            checked = checked_words(part.source.checked) + _corrected(count, series.size, part.source)
        yield series.title, part.outcome, f"{count} of {series.size}", share, checked


def _corrected(count: int, size: int, source: Figure) -> str:
    """Say so where the printed share is no rounding of the patients that its source counts."""
    if count in _rounded(size, source):
        return ""
    return f"; {count} of {size}, as its source counts them, is {_share(count, size)}"


def _layout(notes: list[dict[str, Any]], height: int) -> dict[str, Any]:
    return {
        "template": dict(TEMPLATE),
        "height": height + 12,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 4},
        "xaxis": {"range": [-0.7, _ACROSS - 0.3], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "dragmode": False,
        "annotations": notes,
    }
