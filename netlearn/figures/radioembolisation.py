"""The figures of chapter 3.5: what particles and spheres do in an artery, and a liver after years in people."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.people import Crowd, people_figure
from netlearn.figures.rows import Heading, RangeRow
from netlearn.figures.schematic import schematic, words

__all__ = ["block_or_irradiate", "whole_or_lobe"]

_ROW, _TOP, _TUBE = 98, 0, 11  # px: a treatment, the air above, half of the artery
_MOUTH, _TUMOUR, _END = (
    58,
    (58, 84),
    92,
)  # of 100 across: where the artery meets the tumour, the tumour, the last of the flow


@frozen
class DrawnTreatment:
    """One treatment of the drawing: where its beads lie (across, and px from the middle), and whether blood goes on."""

    heading: str
    said: str
    beads: tuple[tuple[float, int], ...]
    flows: bool
    rays: bool


_PLUG = tuple((x, y) for x in (50, 51.6, 53.2, 54.8, 56.4) for y in (-6, 0, 6))
_SPREAD = ((62, -14), (66, 6), (68, -22), (72, 16), (74, -6), (78, -16), (79, 8), (65, 20))
_BOTH = (
    DrawnTreatment("Embolisation", "flow stops, the tumour starves", _PLUG, flows=False, rays=False),
    DrawnTreatment("Radioembolisation", "flow goes on, radiation works", _SPREAD, flows=True, rays=True),
)


def block_or_irradiate() -> CourseFigure:
    """Draw an artery that is closed by particles, and one that carries radioactive spheres into the tumour."""
    drawing = _drawing()
    works = Link("by radiation, and needs flow", fact("3.5-04"))
    return CourseFigure(
        name="block-or-irradiate",
        title="Particles close the artery; spheres ride on its flow",
        subtitle="From the left the artery of the liver, to the right a tumour.",
        wide=drawing,
        narrow=drawing,
        alt=_ALT,
        caption="Nothing is to scale. In 2012 spheres were said to do both; they hardly block (E44).",
        table=(
            ("Question", "Embolisation", "Radioembolisation"),
            ("What goes in", "particles", Link("radioactive spheres", fact("3.5-03"))),
            ("The flow", "stops", "goes on"),
            ("How it works", Link("by starving the tumour", fact("3.4-05")), works),
        ),
    )


_ALT = (
    "Embolisation: particles lie packed where the artery enters the tumour, and no blood goes on; the tumour starves. "
    "Radioembolisation: spheres lie spread in the tumour, each with its radiation round it, and blood goes on."
)


def _drawing() -> dict[str, Any]:
    middles = [_TOP + 48 + _ROW * number for number in range(len(_BOTH))]
    pairs = list(zip(_BOTH, middles, strict=True))
    shapes = [shape for each, middle in pairs for shape in _artery_and_tumour(each, middle)]
    notes = [note for each, middle in pairs for note in _words(each, middle)]
    traces = [trace for each, middle in pairs for trace in _beads(each, middle)]
    height = _TOP + _ROW * len(_BOTH)
    return schematic(height, traces, shapes, notes)


def _artery_and_tumour(each: DrawnTreatment, middle: int) -> Iterator[dict[str, Any]]:
    base = {"layer": "below", "xref": "x", "yref": "y"}
    left, right = _TUMOUR
    line = {"color": "var(--nl-c4)", "width": 1.5}
    yield {**base, "type": "circle", "x0": left, "x1": right, "y0": middle - 34, "y1": middle + 34, "line": line}
    end = _END if each.flows else _MOUTH - 8
    tip = end + 5
    upper = [(2, _TUBE), (_MOUTH, _TUBE), (_MOUTH, 5), (end, 5), (end, 9)] if each.flows else [(2, _TUBE), (end, _TUBE)]
    points = [*upper, (tip if each.flows else end, 0), *((x, -half) for x, half in reversed(upper))]
    path = " L ".join(f"{x},{middle - half}" for x, half in points)
    fill = {"fillcolor": "var(--nl-c2)", "opacity": 0.35, "line": {"width": 0}}
    yield {**base, "type": "path", "path": f"M {path} Z", **fill}
    for side in (-_TUBE, _TUBE):
        ink = {"color": "var(--nl-c2)", "width": 1.5}
        yield {**base, "type": "line", "x0": 2, "x1": _MOUTH, "y0": middle + side, "y1": middle + side, "line": ink}


def _words(each: DrawnTreatment, middle: int) -> Iterator[dict[str, Any]]:
    yield words(f"<b>{each.heading}</b>", 2, middle - 34, "ink", 14)
    yield words(each.said, 2, middle + 32)


def _beads(each: DrawnTreatment, middle: int) -> Iterator[dict[str, Any]]:
    across, down = [x for x, _ in each.beads], [middle + y for _, y in each.beads]
    base = {"type": "scatter", "mode": "markers", "x": across, "y": down, "hoverinfo": "skip"}
    if each.rays:
        yield {**base, "marker": {"size": 22, "color": "var(--nl-c1)", "opacity": 0.22}}
    size = {"size": 7, "color": "var(--nl-c1)"} if each.rays else {"size": 11, "color": "var(--nl-c6)"}
    yield {**base, "marker": size}


def whole_or_lobe() -> CourseFigure:
    """Draw the livers of those who lived beyond two years after spheres, by the field that was treated (E44)."""
    rows: list[Crowd] = []
    for heading, field in (("The whole liver was treated", "whole-liver"), ("One lobe was treated", "unilobar")):
        shrunken, fluid = (figure(f"su-2017.{field}-{harm}") for harm in ("cirrhosis-like", "ascites"))
        among = shrunken.population
        rows += [Heading(heading), RangeRow.of("cirrhosis-like", among, shrunken)]
        rows.append(RangeRow.of("with ascites", among, fluid))
    return people_figure(
        rows,
        name="spheres-whole-or-lobe",
        title="Beyond two years: more damaged livers where the whole liver was treated",
        subtitle="Of 100 people who lived so long after spheres, had there been so many. Each dot is one person.",
        caption=(
            "Su 2017. Ascites is fluid in the belly. Few people stand behind the dots: 39 after the whole liver (E44); "
            "of one lobe no number was read. Nobody was drawn by lot: who had the whole liver treated had perhaps "
            "more disease. One person may be in both rows of a group."
        ),
    )
