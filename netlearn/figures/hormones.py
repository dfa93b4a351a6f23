"""The figure of chapter 2 that carries a mechanism: the liver as a filter of hormones, healthy and with metastases."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from netlearn.evidence import fact
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.schematic import metastases, schematic, words

__all__ = ["liver_filter"]

_IN = 22  # px: how wide the stream is that enters the liver
_ROW, _TOP = 98, 20  # px
_LIVER = (34, 64)  # of 100 across
_SPOTS = ((40, -20), (46, 21), (53, -24), (58, 20))  # across, and px from the middle


@frozen
class FilteredLiver:
    """One liver of the drawing: ``out`` is the width in px of what leaves it, a teaching choice and no measurement."""

    heading: str
    out: int
    arrives: str
    spots: tuple[tuple[int, int], ...] = ()


_LIVERS = (
    FilteredLiver("Healthy liver: much is broken down", 5, "little"),
    FilteredLiver("With metastases: less is broken down", 16, "more", _SPOTS),
)


def liver_filter() -> CourseFigure:
    """Draw what a tumour of the gut releases on its way through a healthy liver, and through one with metastases."""
    drawing = _drawing()
    return CourseFigure(
        name="liver-filter",
        title="As much is released; the liver takes less away",
        subtitle="From the gut to the liver, and from there to the whole body. Widths say more or less, not how much.",
        wide=drawing,
        narrow=drawing,
        alt=_ALT,
        caption=("No width was measured. Metastases release hormones too, behind the filter: recalled, not read."),
        table=_table(),
    )


_ALT = (
    "Healthy liver: hormones come from the gut in a broad stream, the liver breaks many of them down, and little "
    "reaches the circulation. Liver with metastases: the stream that comes is as broad, less is broken down, and more "
    "reaches the circulation; now symptoms appear or get worse."
)


def _table() -> tuple[tuple[str | Link, ...], ...]:
    return (
        ("Step", "Healthy liver", "Liver with metastases"),
        ("What the tumour releases", Link("hormones or vasoactive peptides", fact("1-09")), "the same"),
        ("What the liver does", Link("breaks many of them down", fact("2-08")), Link("breaks less down", fact("2-09"))),
        ("In the circulation", "little", Link("the level rises", fact("2-09"))),
        ("The patient", "may notice nothing", Link("symptoms appear or get worse", fact("2-07"))),
        ("The full syndrome", "may be hidden", Link("may show itself only now", fact("2-10"))),
    )


def _drawing() -> dict[str, Any]:
    shapes: list[dict[str, Any]] = []
    notes = list(_columns())
    spots: list[tuple[int, int]] = []
    for number, liver in enumerate(_LIVERS):
        middle = _TOP + _ROW * number + 62
        shapes += [_tissue(middle), _stream(middle, liver.out)]
        notes += _words(liver, middle)
        spots += [(x, middle + below) for x, below in liver.spots]
    height = _TOP + _ROW * len(_LIVERS)
    return schematic(height, [metastases(spots, 15)], shapes, notes)


def _columns() -> Iterator[dict[str, Any]]:
    for text, x in (("From the gut", 17), ("Liver", 49), ("Circulation", 82)):
        yield words(f"<b>{text}</b>", x, 12, "ink", 14, "center")


def _words(liver: FilteredLiver, middle: int) -> Iterator[dict[str, Any]]:
    yield words(liver.heading, 0, middle - 44, "ink-2", 14)
    yield words("released", 17, middle - 22, edge="center")
    yield words(liver.arrives, 79, middle - 22, edge="center")


def _tissue(middle: int) -> dict[str, Any]:
    line = {"color": "var(--nl-link)", "width": 1.5}
    box = {"type": "rect", "layer": "below", "fillcolor": "var(--nl-tint)", "line": line, "xref": "x", "yref": "y"}
    return {**box, "x0": _LIVER[0], "x1": _LIVER[1], "y0": middle - 32, "y1": middle + 32}


def _stream(middle: int, out: int) -> dict[str, Any]:
    """One stream: as broad as what is released, narrower through the liver, with the head of an arrow."""
    left, right = _LIVER
    upper = [(4, _IN / 2), (left, _IN / 2), (right, out / 2), (88, out / 2), (88, out / 2 + 6)]
    lower = [(x, -half) for x, half in reversed(upper)]
    path = " L ".join(f"{x},{middle - half:g}" for x, half in [*upper, (96, 0), *lower])
    drawn = {"type": "path", "path": f"M {path} Z", "xref": "x", "yref": "y", "layer": "below"}
    return {**drawn, "fillcolor": "var(--nl-c2)", "line": {"width": 0}}
