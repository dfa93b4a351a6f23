"""Rows drawn wide (labels beside the marks) and narrow (labels above them).

Along y one unit is one pixel, counted down from the top, so that rows keep their distance at any width.
A printed range is a grey bar and a checked one blue; recalled and second-hand marks are hollow;
a limit is a tick at the end of a line, with a gap between them when the limit itself is not included.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import field, frozen

from netlearn.checked import level
from netlearn.evidence import Fact
from netlearn.figures.rows import Band, Heading, Item, RangeRow
from netlearn.figures.template import TEMPLATE
from netlearn.value import json_value

__all__ = ["PER_CENT", "Axis", "draw", "line_of_words"]

Width = Literal["wide", "narrow"]

_LEFT = {"wide": 300, "narrow": 10}  # px beside the marks
_RIGHT = 26
_CHARACTERS = {"wide": 40, "narrow": 44}  # of 14 px sans that fit beside or above the marks
_LINE = 17  # px
_BAR = 10
_AXIS = 30  # px for the numbers of the axis
_GAP = 0.016  # of the axis: between a line and a limit that is not included
_KEY_LINE = 24
_KEY_ROOM = {"wide": 520, "narrow": 320}  # px, of the narrowest place the drawing is put in


@frozen
class Axis:
    """An axis from 0 to ``end``; ``ticks`` are the numbers written under it, the last with the ``unit``."""

    end: int
    ticks: tuple[int, ...]
    unit: str = "%"


PER_CENT = Axis(100, (0, 25, 50, 75, 100))


@frozen
class DrawingSheet:
    """What a drawing is made of, collected item by item."""

    width: Width
    axis: Axis
    traces: list[dict[str, Any]] = field(factory=list)
    notes: list[dict[str, Any]] = field(factory=list)
    shapes: list[dict[str, Any]] = field(factory=list)

    def label(self, text: str, y: float, size: int, ink: str) -> None:
        """Write a line in the column of labels."""
        edge = {"xanchor": "right", "xshift": -14} if self.width == "wide" else {"xanchor": "left"}
        font = {"size": size, "color": f"var(--nl-{ink})"}
        self.notes.append({"text": text, "xref": "paper", "x": 0, "yref": "y", "y": y, "font": font, **edge})


def draw(items: Sequence[Item], width: Width, axis: Axis = PER_CENT) -> dict[str, Any]:
    """Draw the items from top to bottom over an axis.

    Returns Plotly's ``{"data": […], "layout": {…}}`` as plain values; colours are the stylesheet's names.
    """
    sheet = DrawingSheet(width, axis)
    edges = list(accumulate((_height(item, width) for item in items), initial=0))
    for index, (item, (top, bottom)) in enumerate(zip(items, pairwise(edges), strict=True)):
        _add(sheet, item, top, bottom, edges[index - item.rows] if isinstance(item, Band) else top)
    lines = _key(items, width)
    for number, line in enumerate(lines):
        _add_key_line(sheet, line, -(_AXIS + _KEY_LINE * number + 14))
    figure = go.Figure(sheet.traces, _layout(sheet, edges[-1], bottom=_AXIS + _KEY_LINE * len(lines) + 8))
    drawing: dict[str, Any] = figure.to_dict()
    return drawing


def line_of_words(text: str, y: float, ink: str) -> dict[str, Any]:
    """Return an annotation over marks that takes the whole width, from the left edge."""
    font = {"size": 14, "color": f"var(--nl-{ink})"}
    return {"text": text, "xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": y, "font": font}


def _lines(text: str, width: Width) -> list[str]:
    return wrap(text, _CHARACTERS[width])


def _height(item: Item, width: Width) -> int:
    if isinstance(item, RangeRow):
        words = _LINE * len(_lines(item.label, width) + _lines(item.among, width))
        return words + (10 if width == "wide" else 34)
    return 30 if isinstance(item, Heading) else 26


def _add(sheet: DrawingSheet, item: Item, top: int, bottom: int, band_top: int) -> None:
    if isinstance(item, RangeRow):
        _add_words(sheet, item, top)
        _add_mark(sheet, item, (top + bottom) / 2 if sheet.width == "wide" else bottom - 20)
    elif isinstance(item, Heading):
        sheet.label(f"<b>{item.text}</b>", bottom - 12, 14, "ink")
    else:
        _add_band(sheet, item, band_top, top)


def _add_words(sheet: DrawingSheet, row: RangeRow, top: int) -> None:
    labels = [(line, 14, "ink") for line in _lines(row.label, sheet.width)]
    among = [(line, 13, "ink-3") for line in _lines(row.among, sheet.width)]
    for number, (line, size, ink) in enumerate(labels + among):
        sheet.label(line, top + 5 + _LINE * (number + 0.5), size, ink)


def _add_mark(sheet: DrawingSheet, row: RangeRow, y: float) -> None:
    ends = [json_value(end) for end in row.value.bounds()]
    if row.shape == "range":
        trace = _bar(ends[0], ends[1], y, row.checked)
    elif row.shape == "value":
        trace = _dot(ends[0], y, row.checked)
    else:
        trace = _limit(ends[0], y, row, sheet.axis)
    sheet.traces.append({**trace, "hoverinfo": "text", "hovertext": _hover(row)})
    right = not _is_lower(row) and sheet.axis.end - ends[-1] >= sheet.axis.end / 4
    sheet.notes.append(
        {
            "text": f"<b>{row.value.text()}</b>",
            "x": ends[-1] if right else ends[0],
            "y": y,
            "xanchor": "left" if right else "right",
            "xshift": 12 if right else -12,
            "yshift": 12 if row.value.bound and not right and not _is_lower(row) else 0,  # off the line
            "font": {"size": 14, "color": "var(--nl-ink)"},
        }
    )


def _bar(low: float, high: float, y: float, checked: str) -> dict[str, Any]:
    colour = _colour(checked)
    fill = "var(--nl-paper)" if _is_open(checked) else colour
    marker = {"color": fill, "line": {"color": colour, "width": 2 if _is_open(checked) else 0}}
    shape = {"type": "bar", "orientation": "h", "width": [_BAR], "marker": marker}
    return {**shape, "base": [low], "x": [high - low], "y": [y]}


def _dot(x: float, y: float, checked: str) -> dict[str, Any]:
    hollow = {"symbol": "circle-open", "size": 12, "line": {"width": 2.5}}
    solid = {"symbol": "circle", "size": 13}
    printed = {"symbol": "line-ns-open", "size": 16, "line": {"width": 5}}
    marker = hollow if _is_open(checked) else printed if checked == "as-printed" else solid
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": {**marker, "color": _colour(checked)}}


def _limit(x: float, y: float, row: RangeRow, axis: Axis) -> dict[str, Any]:
    """Return a line to the limit from the side that is meant: from 0 up to it, or from the last number down."""
    colour = _colour(row.checked)
    line = {"color": colour, "width": 2, "dash": "dot" if _is_open(row.checked) else "solid"}
    far, gap = (axis.ticks[-1], axis.end * _GAP) if _is_lower(row) else (0, -axis.end * _GAP)
    along = [far, round(x + gap, 3), None, x] if _is_strict(row) else [far, x]
    sizes = [0] * (len(along) - 1) + [16]
    marker = {"symbol": "line-ns-open", "size": sizes, "color": colour, "line": {"width": 3}}
    drawn = {"type": "scatter", "mode": "lines+markers", "line": line, "marker": marker}
    return {**drawn, "x": along, "y": [y] * len(along)}


def _is_lower(row: RangeRow) -> bool:
    return row.value.bound.startswith(">")


def _is_strict(row: RangeRow) -> bool:
    return row.value.bound in ("<", ">")


def _add_band(sheet: DrawingSheet, band: Band, top: int, bottom: int) -> None:
    low, high = json_value(band.low), json_value(band.high)
    edge = {"color": "var(--nl-link)", "width": 2 if low == high else 0}
    box = {"type": "rect", "layer": "below", "fillcolor": "var(--nl-tint)", "line": edge}
    sheet.shapes.append({**box, "xref": "x", "yref": "y", "x0": low, "x1": high, "y0": top, "y1": bottom})
    right = low > sheet.axis.end / 2
    words = {"text": band.text, "x": high if right else low, "y": bottom + 12, "xanchor": "right" if right else "left"}
    sheet.notes.append({**words, "font": {"size": 13, "color": "var(--nl-link)"}})


def _hover(row: RangeRow) -> str:
    """Write the evidence card's text: value, claim, population, source, how well checked."""
    claim = row.source.claim if isinstance(row.source, Fact) else row.label
    return "<br>".join([f"<b>{row.value.text()}</b>", *wrap(claim, 46), *wrap(f"Among: {row.among}", 46), _origin(row)])


def _origin(row: RangeRow) -> str:
    if row.source is None:
        return row.how.capitalize()
    if isinstance(row.source, Fact):
        return f"Review, section {row.source.section}; {row.how}"
    return f"{'Erratum' if row.source.page == 'errata' else 'Update'} {row.source.owner}; {row.how}"


def _key(items: Sequence[Item], width: Width) -> list[list[RangeRow]]:
    """Return one row of each kind of mark that is drawn, in lines of what fits."""
    lines: list[list[RangeRow]] = []
    for row in {(item.shape, item.checked): item for item in items if isinstance(item, RangeRow)}.values():
        if not lines or sum(map(_key_width, [*lines[-1], row])) > _KEY_ROOM[width]:
            lines.append([])
        lines[-1].append(row)
    return lines


def _key_words(row: RangeRow) -> str:
    return f"{row.shape}, {_how(row.checked)}"


def _key_width(row: RangeRow) -> int:
    return 46 + 7 * len(_key_words(row))


def _add_key_line(sheet: DrawingSheet, rows: Sequence[RangeRow], y: int) -> None:
    x = 16 - _LEFT["wide"] if sheet.width == "wide" else 0
    for row in rows:
        sheet.shapes.extend(_key_marks(row, x, y))
        place = {"xref": "paper", "x": 0, "xshift": x + 28, "yref": "paper", "y": 0, "yshift": y}
        font = {"size": 13, "color": "var(--nl-ink-2)"}
        sheet.notes.append({"text": _key_words(row), **place, "yanchor": "middle", "font": font})
        x += _key_width(row)


def _key_marks(row: RangeRow, x: int, y: int) -> Iterator[dict[str, Any]]:
    colour = _colour(row.checked)
    line = {"color": colour, "width": 2}
    body = {"line": line, "fillcolor": "var(--nl-paper)" if _is_open(row.checked) else colour}
    if row.shape == "range":
        yield _pixels("rect", (x, x + 20), (y - 5, y + 5)) | body
    elif row.shape == "value":
        printed = row.checked == "as-printed"
        yield (
            _pixels("rect" if printed else "circle", (x + 8, x + 12) if printed else (x + 4, x + 16), (y - 6, y + 6))
            | body
        )
    else:
        edge, far, gap = (x + 2, x + 20, 6) if _is_lower(row) else (x + 18, x, -6)
        yield _pixels("line", (edge + gap * _is_strict(row), far), (y, y)) | {"line": line}
        yield _pixels("line", (edge, edge), (y - 8, y + 8)) | {"line": {**line, "width": 3}}


def _pixels(kind: str, across: tuple[int, int], up: tuple[int, int]) -> dict[str, Any]:
    """Return a shape measured in pixels from the lower left corner of the plotting area."""
    place = {"xref": "paper", "xsizemode": "pixel", "xanchor": 0, "yref": "paper", "ysizemode": "pixel", "yanchor": 0}
    return {"type": kind, **place, "x0": across[0], "x1": across[1], "y0": up[0], "y1": up[1]}


def _layout(sheet: DrawingSheet, height: int, bottom: int) -> dict[str, Any]:
    ticks = sheet.axis.ticks
    along = {
        "range": [0, sheet.axis.end],
        "tickvals": list(ticks),
        "ticktext": [*map(str, ticks[:-1]), f"{ticks[-1]}\N{NO-BREAK SPACE}{sheet.axis.unit}"],
    }
    return {
        "template": dict(TEMPLATE),
        "height": height + bottom + 8,
        "margin": {"l": _LEFT[sheet.width], "r": _RIGHT, "t": 8, "b": bottom},
        "xaxis": {**along, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "barmode": "overlay",
        "dragmode": False,
        "annotations": sheet.notes,
        "shapes": sheet.shapes,
    }


def _colour(checked: str) -> str:
    """The colour of a level; what is calculated, and has none, has its own."""
    if not checked:
        return "var(--nl-c2)"
    return f"var(--nl-c{6 if level(checked).mark == 'printed' else 1})"


def _is_open(checked: str) -> bool:
    return bool(checked) and level(checked).open


def _how(checked: str) -> str:
    if not checked:
        return "calculated"
    return level(checked).short + (", not yet checked" if level(checked).open else "")
