"""The figures of chapter 4.5: months with their comparators, and a toy of crossover."""

from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
from attrs import frozen

from netlearn.evidence import figure
from netlearn.figures.arms import Arms, arms_figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.drawing import Axis
from netlearn.figures.rows import Heading
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE
from netlearn.models.crossover import two_arms
from netlearn.value import decimal_text

__all__ = ["ToyPath", "crossover_toy", "lanes", "months_and_against_what"]

_MONTHS = Axis(20, (0, 5, 10, 15, 20), unit="months")
# The toy's months: a teaching choice near what placebo arms show, and nobody's trial.
GROWTH, LIFE, GAIN = 5, 30, 6
_CROSSOVER = "radiant-3-survival.crossover"
_LANE, _WORDS, _AFTER = 18, 20, 6  # px


def months_and_against_what() -> CourseFigure:
    """Draw the median months until growth of five trials beside those of their comparators."""
    return arms_figure(
        [
            Heading("Pancreas"),
            Arms.of("Everolimus", "radiant-3", "pfs-local"),
            Arms.of("Sunitinib", "sun-1111", "pfs-local"),
            Arms.of("Cabozantinib", "cabinet-pancreatic", "pfs"),
            Heading("Elsewhere"),
            Arms.of("Everolimus, no hormones", "radiant-4", "pfs"),
            Arms.of("Everolimus, carcinoid syndrome", "radiant-2", "pfs"),
            Arms.of("Cabozantinib", "cabinet-extrapancreatic", "pfs"),
        ],
        _MONTHS,
        name="targeted-months",
        title="A number of months means nothing without the square beside it",
        subtitle="Median months until growth or death: ● with the drug, ■ with its comparator.",
        caption=(
            "Read along a line, never down a column: each trial took other patients, and the squares show it. "
            "RADIANT-2 missed its boundary; everyone in it had octreotide LAR too. Scans were read by the centres in "
            "the first two lines. No line says how long anybody lived (E13, E14)."
        ),
    )


@frozen
class ToyPath:
    """One path through the toy: months until growth, months held again by the drug, and months of life."""

    text: str
    growth: float
    held: float
    life: float


def lanes() -> tuple[ToyPath, ...]:
    """The three paths of the toy: the drug first, never, and after growth."""
    never, later = (two_arms(GROWTH, LIFE, GAIN, share) for share in (0, 100))
    return (
        ToyPath("The drug first", float(never.growth_drug), 0, float(never.life_drug)),
        ToyPath("Placebo, never the drug", float(never.growth_placebo), 0, float(never.life_placebo)),
        ToyPath("Placebo, then the drug", float(later.growth_placebo), GAIN, float(later.life_placebo)),
    )


def crossover_toy() -> CourseFigure:
    """Draw the toy: who has the drug later grows earlier and lives as long."""
    crossing = figure(_CROSSOVER)
    arms = two_arms(GROWTH, LIFE, GAIN, crossing.value.bounds()[0])
    growth, life = (decimal_text(months) for months in arms.apart)
    drawing = _draw()
    rows = [(lane.text, _months(lane.growth), _months(lane.life)) for lane in lanes()]
    return CourseFigure(
        name="targeted-crossover-toy",
        title=unbroken("A toy, not a trial: with the drug later, growth comes earlier and life is as long"),
        subtitle=unbroken(
            f"Invented months; the drug gives {GAIN} whenever it is given. "
            "Green: no growth yet; blue: held again; ▲ growth, ✕ death."
        ),
        wide=drawing,
        narrow=drawing,
        alt=" ".join(f"{text}: growth at {grown}, death at {dead}." for text, grown, dead in rows),
        caption=unbroken(
            f"If {crossing.text()} of those on placebo have the drug later, as in RADIANT-3, the arms lie {growth} "
            f"months apart in growth and {life} in life. The toy assumes that the drug works; a trial that "
            "shows the same cannot tell that from a drug that lengthens no life."
        ),
        table=(
            ("Path", "Growth", "Death", "Had the drug later"),
            *((*row, had) for row, had in zip(rows, ("had it first", "nobody", "everybody"), strict=True)),
            (
                "Placebo, as in RADIANT-3",
                rows[1][1],
                _months(float(arms.life_placebo)),
                Link(crossing.text(), crossing),
            ),
        ),
    )


def _months(months: float) -> str:
    return f"{months:g}\N{NO-BREAK SPACE}months"


def _draw() -> dict[str, Any]:
    """Each path as a bar: before growth, held again, and after growth; its ends are marked."""
    tops = [number * (_WORDS + _LANE + _AFTER) for number in range(len(lanes()))]
    notes = [_said(lane, top) for lane, top in zip(lanes(), tops, strict=True)]
    traces = [trace for lane, top in zip(lanes(), tops, strict=True) for trace in _path(lane, top)]
    drawing: dict[str, Any] = go.Figure(traces, _layout(notes, tops[-1] + _WORDS + _LANE + _AFTER)).to_dict()
    return drawing


def _said(lane: ToyPath, top: float) -> dict[str, Any]:
    text = f"<b>{lane.text}:</b> ▲ {lane.growth:g}, ✕ {_months(lane.life)}"
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": top + _WORDS / 2}
    return {"text": text, "font": {"size": 13, "color": "var(--nl-ink-2)"}, **place}


def _path(lane: ToyPath, top: float) -> Iterator[dict[str, Any]]:
    y = top + _WORDS + _LANE / 2
    held = lane.growth + lane.held
    for low, high, ink in ((0, lane.growth, "c3"), (lane.growth, held, "c1"), (held, lane.life, "c6")):
        if high > low:
            bar = {"type": "bar", "orientation": "h", "width": [_LANE - 8], "base": [low], "x": [high - low]}
            yield {**bar, "y": [y], "marker": {"color": f"var(--nl-{ink})"}, "hoverinfo": "skip"}
    for at, symbol, ink in ((lane.growth, "triangle-up", "c2"), (lane.life, "x", "ink")):
        marker = {
            "symbol": symbol,
            "size": 15,
            "color": f"var(--nl-{ink})",
            "line": {"width": 2, "color": "var(--nl-paper)"},
        }
        yield {"type": "scatter", "mode": "markers", "x": [at], "y": [y], "marker": marker, "hoverinfo": "skip"}


def _layout(notes: list[dict[str, Any]], height: int) -> dict[str, Any]:
    return {
        "template": dict(TEMPLATE),
        "height": height + 38,
        "margin": {"l": 10, "r": 44, "t": 8, "b": 30},
        "xaxis": {"range": [0, 40], "tickvals": [0, 10, 20, 30, 40], "ticktext": ["0", "10", "20", "30", _months(40)]},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "barmode": "overlay",
        "dragmode": False,
        "annotations": notes,
    }
