"""Lanes: bars along one axis, each lane with its words beside them (wide) or above them (narrow).

Along y one unit is one pixel, counted down from the top.
A bar that is open is hollow: of that stretch the sources say less, or nothing.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import frozen

from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE

__all__ = ["Bar", "Lane", "Mark", "Scale", "lanes_figure"]

Width = Literal["wide", "narrow"]
Number = int | float | Fraction

_LEFT = {"wide": 300, "narrow": 10}  # px beside the bars
_CHARACTERS = {"wide": 41, "narrow": 44}  # of 14 px sans that fit beside or above the bars
_LINE, _BAR, _AXIS, _TOP = 17, 11, 30, 26  # px


@frozen
class Scale:
    """An axis from ``low`` to ``high``, with the words under it."""

    low: Number
    high: Number
    ticks: tuple[tuple[Number, str], ...]

    def at(self, value: Number) -> float:
        """Return the place of a value on the axis, cut off at its ends.

        >>> Scale(0, 20, ()).at(30)
        20.0
        """
        return float(min(max(value, self.low), self.high))


@frozen
class Bar:
    """A stretch of a lane; ``open`` is hollow, ``colour`` one of the stylesheet's numbered colours."""

    low: Number
    high: Number
    open: bool = False
    colour: int = 1


@frozen
class Lane:
    """Words and the bars they speak of; ``cell`` is what the table shows, leading to its source."""

    label: str
    words: str
    bars: tuple[Bar, ...]
    cell: str | Link

    def lines(self, width: Width) -> list[tuple[str, str]]:
        """Return the lines of its words, each with its ink."""
        label = [(f"<b>{line}</b>", "ink") for line in wrap(self.label, _CHARACTERS[width] - 3)]
        return label + [(line, "ink-2") for line in wrap(self.words, _CHARACTERS[width])]

    def height(self, width: Width) -> int:
        """Return its height in px."""
        return _LINE * len(self.lines(width)) + (14 if width == "wide" else 30)


@frozen
class Mark:
    """An upright line through all lanes, with its name above it."""

    at: Number
    name: str


def lanes_figure(lanes: Sequence[Lane], scale: Scale, marks: Sequence[Mark] = (), **words: str) -> CourseFigure:
    """Make the figure of some lanes; ``words`` are its ``name``, ``title``, ``subtitle`` and ``caption``."""
    return CourseFigure(
        wide=_draw(lanes, scale, marks, "wide"),
        narrow=_draw(lanes, scale, marks, "narrow"),
        alt=" ".join(f"{lane.label}: {lane.words}." for lane in lanes) + _said(marks),
        table=(("Lane", "What it says", "Value"), *((lane.label, lane.words, lane.cell) for lane in lanes)),
        **{name: unbroken(text) for name, text in words.items()},
    )


def _said(marks: Sequence[Mark]) -> str:
    return f" Upright lines: {', '.join(mark.name for mark in marks)}." if marks else ""


def _draw(lanes: Sequence[Lane], scale: Scale, marks: Sequence[Mark], width: Width) -> dict[str, Any]:
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    top = _TOP if marks else 4
    for lane in lanes:
        bottom = top + lane.height(width)
        notes += _words(lane, top, width)
        middle = (top + bottom) / 2 if width == "wide" else bottom - 15
        traces += [_bar(bar, scale, middle) for bar in lane.bars]
        top = bottom
    lines = [_line(mark, scale, top) for mark in marks]
    notes += [_name(mark, scale) for mark in marks]
    drawn: dict[str, Any] = go.Figure(traces, _layout(scale, top, width, notes, lines)).to_dict()
    return drawn


def _words(lane: Lane, top: int, width: Width) -> Iterator[dict[str, Any]]:
    over = {"bgcolor": "var(--nl-paper)"}  # where words stand over a mark
    edge = {"xanchor": "right", "xshift": -14} if width == "wide" else over
    for number, (text, ink) in enumerate(lane.lines(width)):
        font = {"font": {"size": 13, "color": f"var(--nl-{ink})"}} if ink != "ink" else {}  # else the template's
        place = {"xref": "paper", "x": 0, "yref": "y", "y": top + 7 + _LINE * (number + 0.5)}
        yield {"text": unbroken(text), **place, **font, **edge}


def _bar(bar: Bar, scale: Scale, y: float) -> dict[str, Any]:
    colour = f"var(--nl-c{bar.colour})"
    marker = {"color": "var(--nl-paper)" if bar.open else colour, "line": {"color": colour, "width": 2 * bar.open}}
    low, high = (round(scale.at(end), 4) for end in (bar.low, bar.high))
    shape = {"type": "bar", "orientation": "h", "width": [_BAR], "marker": marker, "hoverinfo": "skip"}
    return {**shape, "base": [low], "x": [round(high - low, 4)], "y": [y]}


def _line(mark: Mark, scale: Scale, bottom: int) -> dict[str, Any]:
    x, line = scale.at(mark.at), {"color": "var(--nl-c2)", "width": 2, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": "y", "x0": x, "x1": x, "y0": _TOP - 6, "y1": bottom, "line": line}


def _name(mark: Mark, scale: Scale) -> dict[str, Any]:
    font = {"size": 13, "color": "var(--nl-c2)"}
    place = {"xref": "x", "x": scale.at(mark.at), "yref": "y", "y": 10, "xanchor": "center"}
    return {"text": f"<b>{unbroken(mark.name)}</b>", **place, "font": font}


def _layout(scale: Scale, bottom: int, width: Width, notes: object, shapes: object) -> dict[str, Any]:
    ticks = [(scale.at(value), unbroken(text)) for value, text in scale.ticks]
    along = {
        "range": [scale.at(scale.low), scale.at(scale.high)],
        "tickvals": [place for place, _ in ticks],
        "ticktext": [text for _, text in ticks],
    }
    return {
        "template": dict(TEMPLATE),
        "height": bottom + _AXIS + 8,
        "margin": {"l": _LEFT[width], "r": 30, "t": 8, "b": _AXIS},
        "xaxis": {**along, "fixedrange": True},
        "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
        "barmode": "overlay",
        "dragmode": False,
        "annotations": notes,
        "shapes": shapes,
    }
