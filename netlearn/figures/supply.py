"""The figure of chapter 3: what feeds the liver and what its metastases, and what is left when one vessel is closed."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from netlearn.evidence import fact
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.schematic import AIR, schematic, words

__all__ = ["NAME", "STATES", "two_supplies"]

NAME = "two-supplies"

_ROW, _TOP = 106, 8  # px
_LIVER = (33, 67)  # of 100 across
_BRANCH = 46  # where a vessel divides, across
_TUMOURS = (54, 62)  # across
_ARTERY, _VEIN = -16, 18  # px from the middle of the row
_WIDE, _THIN = 13, 7  # px: the vein carries more than the artery; no measurement
_BLOCK = 26  # where a vessel is closed, across


@frozen
class Supply:
    """One state of the drawing: its name in links, which of the two vessels is open, and what follows."""

    name: str
    heading: str
    artery: bool
    vein: bool
    tumour: str
    liver: str


STATES = (
    Supply("both-open", "Both open", artery=True, vein=True, tumour="fed", liver="fed"),
    Supply(
        "artery-blocked",
        "Artery blocked: the aim of embolisation",
        artery=False,
        vein=True,
        tumour="starves",
        liver="fed",
    ),
    Supply(
        "both-closed",
        "Artery blocked, portal vein closed: harm",
        artery=False,
        vein=False,
        tumour="starves",
        liver="in danger",
    ),
)


def two_supplies() -> CourseFigure:
    """Draw the two vessels of a liver with metastases: both open, the artery blocked, and both closed."""
    drawing = _drawing()
    return CourseFigure(
        name=NAME,
        title="Block the artery, and the portal vein must be open",
        subtitle="From the left the hepatic artery (thin) and the portal vein (broad). Widths say more or less.",
        wide=drawing,
        narrow=drawing,
        alt=_ALT,
        caption=(
            "Drawn is where most of the blood comes from: recalled, not read, that normal liver gets some from the "
            "artery too. That a closed portal vein is a bar for these tumours is recalled as well (E08)."
        ),
        table=_table(),
    )


_ALT = (
    "Three livers with metastases. Both vessels open: the hepatic artery feeds the tumour, the portal vein the liver. "
    "Artery blocked: the tumour starves, and the liver is still fed by the portal vein. "
    "Artery blocked and portal vein closed as well: the tumour starves, and the liver is in danger, "
    "for nothing is left that feeds it."
)


def _table() -> tuple[tuple[str | Link, ...], ...]:
    share = fact("3-05").value
    return (
        ("Vessel", "Feeds", "When it is closed"),
        (
            "Hepatic artery",
            Link(f"the metastases, in {share.text() if share else 'most'} of cases", fact("3-05")),
            Link("the tumour gets neither oxygen nor nutrients", fact("3-07")),
        ),
        ("Portal vein", Link("normal liver", fact("3-06")), "the artery is all the liver has left"),
    )


def _drawing() -> dict[str, Any]:
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    for number, state in enumerate(STATES):
        middle = _TOP + _ROW * number + 64
        shapes += [_tissue(state, middle), *_vessels(state, middle)]
        notes += _words(state, middle)
        traces.append(_tumours(state, middle))
    height = _TOP + _ROW * len(STATES)
    meta = {
        "states": [{"name": each.name, "says": _says(each)} for each in STATES],
        "top": AIR + _TOP + 2,
        "row": _ROW,
    }
    return schematic(height, traces, shapes, notes, meta=meta)


def _says(state: Supply) -> str:
    return f"{state.heading}. Tumour: {state.tumour}; liver: {state.liver}."


def _words(state: Supply, middle: int) -> Iterator[dict[str, Any]]:
    yield words(f"<b>{state.heading}</b>", 0, middle - 52, "ink", 14)
    yield words("artery", 0, middle + _ARTERY - 13)
    yield words("portal vein", 0, middle + _VEIN - 16)
    yield words(f"tumour: {state.tumour}", 69, middle + _ARTERY, "ink")
    yield words(f"liver: {state.liver}", 69, middle + _VEIN, "ink")
    for is_open, y in ((state.artery, _ARTERY), (state.vein, _VEIN)):
        if not is_open:
            yield words("<b>✕</b>", _BLOCK, middle + y, "ink", 20, "center")


def _tissue(state: Supply, middle: int) -> dict[str, Any]:
    """The liver: tinted while the portal vein feeds it, empty with a dotted edge where nothing does."""
    line = {"color": "var(--nl-link)", "width": 1.5, "dash": "solid" if state.vein else "dot"}
    fill = "var(--nl-tint)" if state.vein else "var(--nl-paper)"
    box = {"type": "rect", "layer": "below", "fillcolor": fill, "line": line, "xref": "x", "yref": "y"}
    return {**box, "x0": _LIVER[0], "x1": _LIVER[1], "y0": middle - 36, "y1": middle + 36}


def _vessels(state: Supply, middle: int) -> Iterator[dict[str, Any]]:
    """The artery runs to the tumours; the portal vein divides below them. A closed one is empty behind the block."""
    artery, vein = middle + _ARTERY, middle + _VEIN
    yield from _vessel((2, _TUMOURS[-1]), artery, _THIN, "c2", state.artery)
    yield from _vessel((2, _BRANCH), vein, _WIDE, "c1", state.vein)
    for down in (-9, 9):
        end = {"x0": _BRANCH, "y0": vein, "x1": _TUMOURS[-1], "y1": vein + down}
        line = {"color": "var(--nl-c1)", "width": 5 if state.vein else 1}
        yield {"type": "line", "layer": "below", "xref": "x", "yref": "y", "line": line, **end}


def _vessel(across: tuple[int, int], y: int, width: int, colour: str, is_open: bool) -> Iterator[dict[str, Any]]:
    left, right = across
    parts = [(left, right, width)] if is_open else [(left, _BLOCK, width), (_BLOCK, right, 1)]
    for start, end, thick in parts:
        line = {"color": f"var(--nl-{colour})", "width": thick}
        yield {"type": "line", "layer": "below", "xref": "x", "yref": "y", "x0": start, "x1": end, "y0": y, "y1": y} | {
            "line": line
        }


def _tumours(state: Supply, middle: int) -> dict[str, Any]:
    """The metastases: full while the artery feeds them, hollow where it is blocked."""
    symbol = "circle" if state.artery else "circle-open"
    line = {"width": 1 if state.artery else 3, "color": "var(--nl-paper)" if state.artery else "var(--nl-c4)"}
    marker = {"size": 17, "symbol": symbol, "color": "var(--nl-c4)", "line": line}
    said = {"hoverinfo": "text", "hovertext": f"a metastasis: {state.tumour}"}
    places = {"x": list(_TUMOURS), "y": [middle + _ARTERY] * len(_TUMOURS)}
    return {"type": "scatter", "mode": "markers", "marker": marker, **places, **said}
