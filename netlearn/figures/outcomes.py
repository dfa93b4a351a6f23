"""Patients of small series, each one a mark, by what became of the tumour, so that a share shows whom it counts.

Along y one unit is one pixel, counted down from the top. Shape and colour both tell the outcome. A share in per cent
is drawn as the whole patients behind it; one that fits no whole number of them is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.evidence import Figure, checked_words
from netlearn.figures.course_figure import CourseFigure, Link
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
        return sum(count for part, count in counted if part.outcome in ("smaller", "stable"))

    def counts(self) -> list[int]:
        """Count the patients of each part; raise ``KnowledgeError`` where a share fits no whole number of them."""
        known = [part_of(self.size, part.source) if part.source else 0 for part in self.parts]
        left = self.size - sum(known)
        return [count if part.source else left for part, count in zip(self.parts, known, strict=True)]


def part_of(size: int, share: Figure) -> int:
    """Return how many of ``size`` patients a rounded share in per cent means.

    >>> from netlearn.evidence import figure
    >>> part_of(27, figure("E03.response-well-differentiated"))
    8
    """
    if share.value.unit != "%":
        raise KnowledgeError(f"{share.id}: a part of a series needs a share in %")
    printed = share.value.bounds()[-1]
    count = round(printed * size / 100)
    if share.value.low != share.value.high or abs(Fraction(100 * count, size) - printed) >= 1:
        raise KnowledgeError(f"{share.id}: {share.value.text()} of {size} patients is no whole number of them")
    return count


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
    first, second, *rest = zip((part.outcome for part in series.parts), series.counts(), strict=True)
    of = f"{series.control} of {series.size} ({_share(series.control, series.size)})"
    if not rest:
        return f"{of} smaller; {second[1]} not"
    return f"{first[1]} smaller + {second[1]} stable = {of}; {rest[0][1]} grew"


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
        font = {"size": 14, "color": "var(--nl-ink)" if number == 0 else "var(--nl-ink-2)"}
        place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": top + _LINE * (number + 0.5)}
        yield {"text": text, "font": font, **place}


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
        if part.source:
            share = Link(part.source.value.text(), part.source)
        how = checked_words(part.source.checked) if part.source else "calculated: those who are left"
        yield series.title, part.outcome, f"{count} of {series.size}", share, how


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
