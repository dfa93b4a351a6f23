"""Shares as people: of a hundred, each one a dot, so that two outcomes of one group can be compared by counting.

Along y one unit is one pixel, counted down from the top. A full dot is counted; it is hollow where the number is
recalled or second-hand. Who is not counted is a small grey dot.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Literal

import plotly.graph_objects as go

from netlearn.checked import level
from netlearn.errors import KnowledgeError
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.rows import Heading, RangeRow, alt_text, table
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE

__all__ = ["Crowd", "people_figure"]

PEOPLE = 100
Width = Literal["wide", "narrow"]
Crowd = RangeRow | Heading

_COLUMNS = {"wide": 50, "narrow": 25}
_DOT = 12  # px between two people in a column
_LABEL = 24
_HEADING = 34
_AFTER = 8
_MORE = {">": "more than ", "<": "fewer than ", ">=": "at least ", "<=": "at most "}


def people_figure(items: Sequence[Crowd], **words: str) -> CourseFigure:
    """Make the figure of some shares in per cent; ``words`` are its ``name``, ``title``, ``subtitle``, ``caption``.

    Raises KnowledgeError for a row whose value is no share with one end in whole per cent.
    """
    return CourseFigure(
        wide=_draw(items, "wide"),
        narrow=_draw(items, "narrow"),
        alt=alt_text(items),
        table=table(items),
        **{name: unbroken(text) for name, text in words.items()},
    )


def count(row: RangeRow) -> int:
    """How many dots are full: the share itself, or the limit that is printed.

    >>> from netlearn.evidence import fact
    >>> count(RangeRow.of("alive", "resected", fact("3.1-05")))
    60
    """
    ends = set(row.value.bounds())
    share = ends.pop()
    if row.value.unit != "%" or ends or share.denominator != 1 or not 0 <= share <= PEOPLE:
        raise KnowledgeError(f"{row.label}: {row.value.text()}: accepted: one share in whole per cent")
    return int(share)


def _draw(items: Sequence[Crowd], width: Width) -> dict[str, Any]:
    edges = list(accumulate((_height(item, width) for item in items), initial=0))
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for item, top in zip(items, edges, strict=False):
        if isinstance(item, Heading):
            notes.append(_words(f"<b>{item.text}</b>", top + _HEADING - 12, "ink"))
        else:
            notes.append(_words(_said(item), top + _LABEL / 2, "ink-2"))
            traces += _dots(item, top + _LABEL, width)
    drawing: dict[str, Any] = go.Figure(traces, _layout(notes, edges[-1], width)).to_dict()
    return drawing


def _height(item: Crowd, width: Width) -> int:
    if isinstance(item, Heading):
        return _HEADING
    return _LABEL + _DOT * (PEOPLE // _COLUMNS[width]) + _AFTER


def _said(row: RangeRow) -> str:
    about = "about " if row.value.approximate else _MORE.get(row.value.bound, "")
    return f"<b>{about}{count(row)}</b> {row.label} ({level(row.checked).short})"


def _words(text: str, y: float, ink: str) -> dict[str, Any]:
    font = {"size": 14, "color": f"var(--nl-{ink})"}
    return {"text": text, "xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": y, "font": font}


def _dots(row: RangeRow, top: float, width: Width) -> list[dict[str, Any]]:
    """The people who are counted, and the others."""
    found = level(row.checked)
    colour = f"var(--nl-c{6 if found.mark == 'printed' else 1})"
    symbol = "circle-open" if found.open else "circle"
    full = {"symbol": symbol, "size": 8, "color": colour, "line": {"width": 2 if found.open else 0}}
    rest = {"symbol": "circle", "size": 3, "color": "var(--nl-axis)"}
    people = count(row)
    parts = ((range(people), full), (range(people, PEOPLE), rest))
    return [_part(row, each, marker, top, width) for each, marker in parts]


def _part(row: RangeRow, people: range, marker: dict[str, Any], top: float, width: Width) -> dict[str, Any]:
    columns = _COLUMNS[width]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [each % columns for each in people],
        "y": [top + _DOT * (each // columns + 0.5) for each in people],
        "marker": marker,
        "hoverinfo": "text",
        "hovertext": f"<b>{row.value.text()}</b><br>{row.label}<br>{row.how}",
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
