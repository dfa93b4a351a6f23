"""The body of chapter 3.4: where embolisation harms, and what the rules answer there."""

from collections.abc import Mapping
from functools import cache
from textwrap import wrap
from typing import Any, Literal

from attrs import frozen

from netlearn.clinic.cases import case
from netlearn.decision import Decision, decide
from netlearn.evidence import Fact, Figure, fact, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.schematic import metastases, schematic, words

__all__ = ["Danger", "dangers", "dangers_asked"]

Width = Literal["wide", "narrow"]

_HEIGHT = {"wide": 286, "narrow": 420}  # px
_CHARACTERS = {"wide": 32, "narrow": 14}  # of 13 px sans beside the body
_LINE = 17  # px
_SHORT = {"contraindicated": "no", "indicated-selected": "selected patients only"}
_TUMOUR = ((40, 41), (43, 36), (44, 49), (48, 40), (40, 53), (52, 37), (50, 47))  # its metastases, in per cent
_INK = {"contraindicated": "c2", "indicated-selected": "c5"}  # what only asks for more keeps the link's colour


@frozen
class Danger:
    """One place where harm begins: its point on the body in per cent, and what of the patient it changes."""

    place: str
    harm: str
    change: Mapping[str, Any]
    point: tuple[int, int]
    side: Literal["left", "right"]
    label: int
    source: Fact | Figure

    @property
    def answer(self) -> Decision:
        """What the rules of 2026 say of a patient who has this and nothing else against embolisation."""
        return decide("embolisation", "2026", **{**_patient(), **self.change})

    @property
    def said(self) -> str:
        """The answer in a few words: the verdict where it changed, else what has to be asked first."""
        return _SHORT.get(self.answer.verdict or "", "echo first")

    @property
    def ink(self) -> str:
        """The name of its colour."""
        return _INK.get(self.answer.verdict or "", "link")


@cache
def _patient() -> Mapping[str, Any]:
    """Tomas at this chapter, with less than half of his liver involved: embolisation is indicated."""
    asked = next(each for each in case("tomas@3.4").asked if each.table == "embolisation")
    return {**asked.given["2026"], "liver_involvement_percent": 40}


@cache
def dangers_asked() -> tuple[Danger, ...]:
    """The dangers of the map, from top to bottom on each side."""
    heart = {"carcinoid_syndrome": True, "carcinoid_heart_disease": True}
    over_half, portal = {"liver_involvement_percent": 55}, {"portal_vein_occlusion": True}
    liver, duct = "Over half the liver is tumour", "Bile duct joined to the bowel"
    joined = {"biliary_enteric_anastomosis": True}
    share, replaced = figure("carcinoid-heart-screening.share"), figure("sofocleous-2014.liver-replacement")
    return (
        Danger(liver, "what is left may fail", over_half, (41, 45), "left", 24, replaced),
        Danger("Portal vein closed", "nothing feeds the liver", portal, (47, 67), "left", 54, fact("3.4-04")),
        Danger("Kidneys that fail", "dead tissue burdens them", _RENAL, (39, 85), "left", 79, fact("3.4-37")),
        Danger("Carcinoid heart", "fluid it cannot take", heart, (56, 13), "right", 4, share),
        Danger(duct, "bacteria, then abscess", joined, (57, 66), "right", 40, figure("practice-3.4-5.joined")),
        Danger("Bleeding disorder", "the artery is punctured", _BLEEDS, (55, 94), "right", 79, fact("3.4-36")),
    )


_RENAL = {"renal_failure": True}
_BLEEDS = {"bleeding_disorder": True}


def dangers() -> CourseFigure:
    """Draw where embolisation harms, each place with what happens there and what the rules of 2026 answer."""
    said = {
        "title": "Before the artery is closed: six places to ask about",
        "subtitle": "Each alone, in somebody whose growing liver metastases may otherwise be embolised.",
        "caption": (
            "Rules of 2026; “selected patients only” means refer. Recalled, not yet checked: the portal vein, and why "
            "kidneys suffer (E08)."
        ),
    }
    found = dangers_asked()
    return CourseFigure(
        name="embolisation-dangers",
        wide=_body("wide"),
        narrow=_body("narrow"),
        alt=" ".join(f"{each.place}: {each.harm}; {each.said}." for each in found),
        table=(
            ("Where", "What may happen", "Answer today"),
            *((each.place, each.harm, Link(each.said, each.source)) for each in found),
        ),
        **{name: unbroken(text) for name, text in said.items()},
    )


def _body(width: Width) -> dict[str, Any]:
    height = _HEIGHT[width]
    found = dangers_asked()
    notes = [note for each in found for note in _label(each, width)]
    shapes = [*_organs(height), *(_leader(each, width) for each in found)]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [each.point[0] for each in found],
        "y": [_px(each.point[1], height) for each in found],
        "marker": {"size": 12, "color": [f"var(--nl-{each.ink})" for each in found]},
        "hoverinfo": "text",
        "hovertext": [f"<b>{each.place}</b><br>{each.harm}<br>{each.said}" for each in found],
    }
    tumour = metastases(((x, _px(y, height)) for x, y in _TUMOUR), 13)
    return schematic(height, [tumour, points], shapes, notes)


def _px(share: float, height: int) -> float:
    return round(share * height / 100, 1)


def _label(danger: Danger, width: Width) -> list[dict[str, Any]]:
    x = 0 if danger.side == "left" else 100
    lines = [(f"<b>{line}</b>", "ink") for line in wrap(danger.place, _CHARACTERS[width])]
    lines += [(line, "ink-2") for line in wrap(danger.harm, _CHARACTERS[width])]
    lines += [(f"<b>{line}</b>", danger.ink) for line in wrap(danger.said, _CHARACTERS[width])]
    top = _px(danger.label, _HEIGHT[width])
    size = 13 if width == "wide" else 12
    return [words(text, x, top + _LINE * (n + 0.5), ink, size, danger.side) for n, (text, ink) in enumerate(lines)]


def _leader(danger: Danger, width: Width) -> dict[str, Any]:
    """A line from the label's first line to its place."""
    height = _HEIGHT[width]
    x = 31 if danger.side == "left" else 69
    y = _px(danger.label, height) + _LINE * (1.5 if width == "wide" else 2.5)
    line = {"color": f"var(--nl-{danger.ink})", "width": 1.5}
    ends = {"x0": x, "y0": y, "x1": danger.point[0], "y1": _px(danger.point[1], height)}
    return {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": line, **ends}


def _organs(height: int) -> list[dict[str, Any]]:
    """Body, heart, liver, kidneys, bowel, and the three tubes that matter: portal vein, bile duct, artery."""

    def path(points: str, ink: str, fill: str = "", width: float = 1.5) -> dict[str, Any]:
        scaled = " ".join(_scaled(word, height) for word in points.split())
        body = {"fillcolor": f"var(--nl-{fill})"} if fill else {}
        line = {"color": f"var(--nl-{ink})", "width": width}
        return {"type": "path", "path": scaled, "layer": "below", "xref": "x", "yref": "y", "line": line, **body}

    return [
        path(
            "M 40,1 C 33,6 34,30 35,50 C 36,70 34,85 35,99 L 65,99 C 66,85 64,70 65,50 C 66,30 67,6 60,1", "grid", "", 2
        ),
        path("M 53,22 C 46,16 48,7 53,10 C 58,7 60,16 53,22 Z", "link", "tint"),
        path("M 37,38 C 40,28 58,30 63,36 C 60,44 54,50 50,53 C 44,60 38,62 37,55 Z", "link", "tint"),
        path("M 38,78 C 36,82 36,88 39,91 C 43,90 42,86 41,84.5 C 42,83 43,79 38,78 Z", "c5", "tint"),
        path("M 58,68 C 64,65 65,73 61,75 C 57,77 58,84 64,82", "c6", "", 7),
        path("M 47,82 L 47,62 L 45,46", "c1", "", 5),
        path("M 54,49 L 58,68", "c3", "", 3),
        path("M 55,98 L 54,72 L 50,58 L 47,43", "c2", "", 2),
    ]


def _scaled(word: str, height: int) -> str:
    if "," not in word:
        return word
    x, y = word.split(",")
    return f"{x},{_px(float(y), height)}"
