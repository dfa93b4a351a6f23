"""Shares as people: of a hundred, each one a dot, so that two outcomes of one group can be compared by counting.

Along y one unit is one pixel, counted down from the top. A full dot is counted; it is hollow where the number is
recalled or second-hand. Who is not counted is a small grey dot. A stack counts several shares of one group after
another, so that a whole is seen with its parts.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import frozen

from netlearn.checked import level
from netlearn.errors import KnowledgeError
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import line_of_words
from netlearn.figures.rows import Heading, RangeRow, alt_text, table
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE

__all__ = ["Crowd", "Stack", "people_figure"]

PEOPLE = 100
Width = Literal["wide", "narrow"]


@frozen
class Stack:
    """Shares of one group that exclude each other, counted one after another, and what they make together."""

    whole: RangeRow
    parts: tuple[RangeRow, ...]


Crowd = RangeRow | Heading | Stack

_COLUMNS = {"wide": 50, "narrow": 25}
_DOT = 12  # px between two people in a column
_LABEL = 24
_HEADING = 34
_AFTER = 8
_MORE = {">": "more than ", "<": "fewer than ", ">=": "at least ", "<=": "at most "}


def people_figure(items: Sequence[Crowd], **words: str) -> CourseFigure:
    """Make the figure of some shares in per cent; ``words`` are its ``name``, ``title``, ``subtitle``, ``caption``.

    Raises KnowledgeError for a row whose value is no share with one end.
    """
    return CourseFigure(
        wide=_draw(items, "wide"),
        narrow=_draw(items, "narrow"),
        alt=alt_text(_flat(items)),
        table=table(_flat(items)),
        **{name: unbroken(text) for name, text in words.items()},
    )


def count(row: RangeRow) -> int:
    """How many dots are full: the share rounded to whole people, or the limit that is printed.

    >>> from netlearn.evidence import fact
    >>> count(RangeRow.of("alive", "resected", fact("3.1-05")))
    60
    >>> from netlearn.evidence import figure
    >>> count(RangeRow.of("with ascites", "one lobe", figure("su-2017.unilobar-ascites")))
    13
    """
    ends = set(row.value.bounds())
    share = ends.pop()
    if row.value.unit != "%" or ends or not 0 <= share <= PEOPLE:
        raise KnowledgeError(f"{row.label}: {row.value.text()}: accepted: one share in per cent")
    return round(share)


def _flat(items: Sequence[Crowd]) -> list[RangeRow | Heading]:
    """Every row in words, a stack as its parts and then as a whole."""
    return [row for item in items for row in ((*item.parts, item.whole) if isinstance(item, Stack) else (item,))]


def _draw(items: Sequence[Crowd], width: Width) -> dict[str, Any]:
    edges = list(accumulate((_height(item, width) for item in items), initial=0))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for item, top in zip(items, edges, strict=False):
        if isinstance(item, Heading):
            notes.append(line_of_words(f"<b>{item.text}</b>", top + _HEADING - 12, "ink"))
        else:
            said = _lines(item)
            notes += [line_of_words(line, top + _LABEL * (n + 0.5), "ink-2") for n, line in enumerate(said)]
            traces += _dots(item, top + _LABEL * len(said), width)
    drawing: dict[str, Any] = go.Figure(traces, _layout(notes, edges[-1], width)).to_dict()
    return drawing


def _height(item: Crowd, width: Width) -> int:
    if isinstance(item, Heading):
        return _HEADING
    return _LABEL * len(_lines(item)) + _DOT * (PEOPLE // _COLUMNS[width]) + _AFTER


def _lines(item: RangeRow | Stack) -> list[str]:
    """What stands over the dots: the row, or a stack's whole and then its parts."""
    if isinstance(item, RangeRow):
        return [_said(item)]
    parts = ", ".join(f"{count(part)} {part.label}" for part in item.parts)
    return [_said(item.whole), parts]


def _said(row: RangeRow) -> str:
    rounded = row.value.bounds()[0].denominator != 1
    about = "about " if row.value.approximate or rounded else _MORE.get(row.value.bound, "")
    return f"<b>{about}{count(row)}</b> {row.label} ({level(row.checked).short})"


def _dots(item: RangeRow | Stack, top: float, width: Width) -> list[dict[str, Any]]:
    """The people who are counted, part after part, and the others."""
    rows = item.parts if isinstance(item, Stack) else (item,)
    ends = list(accumulate(map(count, rows), initial=0))
    counted = [_part(range(*ends[n : n + 2]), _full(row), top, width) for n, row in enumerate(rows)]
    rest = {"symbol": "circle", "size": 3, "color": "var(--nl-axis)"}
    return [*counted, _part(range(ends[-1], PEOPLE), rest, top, width)]


def _full(row: RangeRow) -> dict[str, Any]:
    """The mark of a person who is counted: hollow where somebody still has to look at the source."""
    found = level(row.checked)
    symbol = "circle-open" if found.open else "circle"
    colour = f"var(--nl-c{6 if found.mark == 'printed' else 1})"
    return {"symbol": symbol, "size": 8, "color": colour, "line": {"width": 2 if found.open else 0}}


def _part(people: range, marker: dict[str, Any], top: float, width: Width) -> dict[str, Any]:
    """Some people as dots; nothing hovers, since the line above them says it all."""
    columns = _COLUMNS[width]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [each % columns for each in people],
        "y": [round(top + _DOT * (each // columns + 0.5)) for each in people],
        "marker": marker,
        "hoverinfo": "skip",
    }


def _layout(notes: list[dict[str, Any]], height: int, width: Width) -> dict[str, Any]:
    return {
        "template": dict(TEMPLATE),
        "height": height + 16,
        "margin": {"l": 4, "r": 4, "t": 8, "b": 8},
        "xaxis": {"range": [-0.7, _COLUMNS[width] - 0.3], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "dragmode": False,
        "annotations": notes,
    }
