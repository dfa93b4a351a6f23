"""Three figures of chapter 1: incidence over the years, how often the liver is reached, and a gap in survival."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from attrs import frozen

from netlearn.evidence import Fact, Figure, checked_words, fact, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.rows import Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure
from netlearn.figures.template import TEMPLATE
from netlearn.value import decimal_text

__all__ = ["incidence", "liver_by_site", "survival_gap"]

_YEARS = {"wide": (1970, 2018), "narrow": (1967, 2021)}  # the ends leave room for the labels
_TOP = 8  # per 100 000: the end of the axis
_HEIGHT = 320  # px


@frozen
class Point:
    """The incidence of one year: as a paper gives it, and as the review prints it where it does."""

    year: int
    paper: Figure
    printed: Fact | None = None


def incidence() -> CourseFigure:
    """Draw the incidence recorded in the United States in three years (E30)."""
    points = _points()
    rise = figure("dasari-2017.rise").value.text().removesuffix("\N{NO-BREAK SPACE}times")
    first, last = points[0].year, points[-1].year
    return CourseFigure(
        name="incidence",
        title=f"Recorded incidence rose {rise}-fold from {first} to {last}",
        subtitle="New cases per 100\N{NO-BREAK SPACE}000 people a year, United States (SEER)",
        wide=_over_time(points, "wide"),
        narrow=_over_time(points, "narrow"),
        alt=" ".join(map(_sentence, points)),
        caption=(
            "Dot: as a paper's abstract gives it; grey bar through it: the review prints the same number. "
            "A line from zero marks each year; nothing is drawn between the years, because only three are known here. "
            'The review leaves "a year" unsaid and writes the middle number with a decimal comma (E30).'
        ),
        table=_incidence_table(points),
    )


def _points() -> list[Point]:
    begin, end = (int(year) for year in RangeRow.of("Years", "", fact("1-08")).value.bounds())
    return [
        Point(begin, figure("E30.incidence-1973"), fact("1-06")),
        Point(end, figure("E30.incidence-2004"), fact("1-07")),
        Point(2012, figure("E30.incidence-2012")),
    ]


def _over_time(points: Sequence[Point], width: str) -> dict[str, Any]:
    traces = [trace for point in points for trace in _marks(point)]
    layout = {
        "template": dict(TEMPLATE),
        "height": _HEIGHT,
        "margin": {"l": 34, "r": 16, "t": 12, "b": 34},
        "xaxis": {**_axis([point.year for point in points], _YEARS[width]), "showgrid": False},
        "yaxis": {**_axis(range(0, _TOP + 1, 2), (0, _TOP)), "showgrid": True},
        "dragmode": False,
        "annotations": [_label(point) for point in points],
    }
    drawing: dict[str, Any] = go.Figure(traces, layout).to_dict()
    return drawing


def _axis(ticks: Sequence[int], ends: tuple[int, int]) -> dict[str, Any]:
    return {"tickvals": list(ticks), "ticktext": list(map(str, ticks)), "range": list(ends), "fixedrange": True}


def _marks(point: Point) -> list[dict[str, Any]]:
    """Return the line from zero with its dot, behind it the bar of the printed number."""
    height = float(point.paper.value.bounds()[0])
    common = {"type": "scatter", "hoverinfo": "text", "hovertext": "<br>".join(_hover(point))}
    dot = {"symbol": "circle", "size": [0, 13], "opacity": 1, "color": "var(--nl-c1)"}
    line = {"color": "var(--nl-axis)", "width": 2}
    stem = {**common, "mode": "lines+markers", "x": [point.year] * 2, "y": [0, height], "line": line, "marker": dot}
    bar = {"symbol": "line-ew-open", "size": 32, "color": "var(--nl-c6)", "line": {"width": 5}}
    printed = {**common, "mode": "markers", "x": [point.year], "y": [height], "marker": bar}
    return [printed, stem] if point.printed else [stem]


def _label(point: Point) -> dict[str, Any]:
    value = point.paper.value
    words = {"text": f"<b>{_number(point.paper)}</b>", "xanchor": "center", "yshift": 20}
    return {
        **words,
        "x": point.year,
        "y": float(value.bounds()[0]),
        "font": {"size": 14, "color": "var(--nl-ink)"},
    }


def _hover(point: Point) -> list[str]:
    printed = f"Review: {point.printed.value.text()}" if point.printed and point.printed.value else ""
    source = f"Erratum {point.paper.owner}; {checked_words(point.paper.checked)}"
    return [
        f"<b>{point.paper.value.text()}</b>",
        f"{point.year}, {point.paper.population}",
        *filter(None, [printed]),
        source,
    ]


def _number(source: Figure) -> str:
    return decimal_text(source.value.bounds()[0], source.value.decimals)


def _sentence(point: Point) -> str:
    printed = ", the number that the review prints" if point.printed else ", newer than the review"
    return f"{point.year}: {point.paper.value.text()}{printed}, {checked_words(point.paper.checked)}."


def _incidence_table(points: Sequence[Point]) -> tuple[tuple[str | Link, ...], ...]:
    """List the review's numbers, then the papers', each with what is said of the way it was counted."""
    header = ("Year and source", "Incidence", "A year", "Adjusted for age", "How well checked")
    printed = [_line(f"{p.year}, review", p.printed, "not said", "not said") for p in points if p.printed]
    old = [_line(f"{p.year}, Yao 2008", p.paper, "yes", "not noted") for p in points[:-1]]
    new = [
        _line(f"{points[0].year}, Dasari 2017", figure("dasari-2017.incidence-1973"), "not noted", "yes"),
        _line(f"{points[-1].year}, Dasari 2017", points[-1].paper, "yes", "yes"),
    ]
    return (header, *printed, *old, *new)


def _line(label: str, source: Fact | Figure, per_year: str, adjusted: str) -> tuple[str | Link, ...]:
    value = RangeRow.of(label, "", source).cell
    return (label, value, per_year, adjusted, checked_words(source.checked))


def liver_by_site() -> CourseFigure:
    """Draw how often the liver is reached, by primary site, each with its denominator and its time (E28)."""
    small, pancreas, unknown = (RangeRow.of(text, among, fact(id)) for text, among, id in _SITES)
    in_pancreas = pancreas.value.text()
    items: list[Item] = [
        Heading("At diagnosis or at any later time"),
        small,
        pancreas,
        Heading("At diagnosis"),
        unknown,
        Heading("Of all patients, in a later paper"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _ALL),
    ]
    return rows_figure(
        items,
        name="liver-by-site",
        title=f"In time the liver is reached in {small.value.text()} (small intestine) or {in_pancreas} (pancreas)",
        subtitle="Share of patients with liver metastases, per cent. Patients and times differ from row to row.",
        caption=(
            "Grey: as the review prints them; blue: from a paper whose abstract was read. "
            "A bar runs from the lowest to the highest share printed; a tick is a limit, with a gap where the limit "
            "itself is not meant. The third row probably states its share the wrong way round (E28)."
        ),
    )


_SITES = (
    ("Small intestine", "patients with a tumour of the small intestine", "1-22"),
    ("Pancreas", "patients with a tumour of the pancreas", "1-23"),
    ("Unknown primary, as printed", "patients whose primary is not found", "1-24"),
)
_ALL = (
    ("At diagnosis, highest share", "all, gastroenteropancreatic tumours", "E28.liver-at-diagnosis"),
    ("At any time, highest share", "all, seen at referral centres", "E28.liver-ever"),
)


def survival_gap() -> CourseFigure:
    """Draw the survival that the review credits to one work, beside what that work reports (E29)."""
    items: list[Item] = [
        Heading("As the review prints them"),
        *(RangeRow.of(text, among, fact(id)) for text, among, id in _GAP),
        Heading("The same ranges in a later paper"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _MIDGUT),
        Heading("The work named, as recalled"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _NAMED),
    ]
    return rows_figure(
        items,
        name="survival-gap",
        title="The gap the review prints is found again for midgut carcinoid, not for all tumours",
        subtitle="Alive after five years, per cent. Different series: no row may be subtracted from another.",
        caption=(
            "Grey: the review, which credits one work; blue bars: a later paper, for one kind of tumour; hollow: what "
            "we recall of the work named, by treatment and not yet checked against the paper. "
            "Chapter 2 adds the review's third range and shows why none of them can be compared (E29)."
        ),
    )


_GAP = (
    ("Without liver metastases", "patients, primary not said", "1-27"),
    ("Liver metastases, untreated", "patients, primary not said", "1-26"),
)
_MIDGUT = (
    ("Without liver metastases", "midgut carcinoid", "E29.midgut-without"),
    ("Liver metastases", "midgut carcinoid, treatment not said", "E29.midgut-with"),
)
_NAMED = (
    ("Treatment not aggressive", "liver metastases", "E29.touzios-conservative"),
    ("Chemoembolisation", "liver metastases", "E29.touzios-chemoembolisation"),
    ("Resection, with or without ablation", "liver metastases", "E29.touzios-resection"),
)
