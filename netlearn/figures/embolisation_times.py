"""The two clocks of chapter 3.4: weeks between two sessions, and hours after one."""

from collections.abc import Sequence
from typing import Any, Literal

import plotly.graph_objects as go
from attrs import frozen

from netlearn.clinic.cases import case
from netlearn.evidence import fact
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.rows_figure import unbroken
from netlearn.figures.template import TEMPLATE

__all__ = ["night", "sessions"]

Width = Literal["wide", "narrow"]

_LINE = 62  # px from the top: the line of time


@frozen
class Clock:
    """A line of time: what is marked on it, a tinted stretch with its words, and what the stretches beside it mean."""

    end: int
    unit: str
    stretch: tuple[int, int, str]
    marks: Sequence[tuple[int, str]]
    beside: Sequence[tuple[float, str, str]]
    ticks: Sequence[int]
    always: tuple[str, ...] = ()


def sessions() -> CourseFigure:
    """Draw two sessions on a line of weeks: one lobe, the wait that is printed, the other lobe."""
    wait = fact("3.4-32")
    low, high = _ends("3.4-32")
    second = _asked("embolisation-session", "interval_since_last_session_weeks")
    beside = ((low / 2, "too early", "c2"), ((high + 9) / 2, "no rule", "ink-3"))
    marks = ((0, "right lobe"), (second, "left lobe"))
    clock = Clock(9, "weeks", (low, high, "recommended"), marks, beside, (0, low, second, high))
    return CourseFigure(
        name="embolisation-sessions",
        title=f"One lobe, {_text('3.4-32')} of waiting, the other lobe",
        subtitle="Weeks since the first session. The same is made ready each time.",
        wide=_drawing(clock, "wide"),
        narrow=_drawing(clock, "narrow"),
        alt=f"Week 0: right lobe. Before week {low}: too early for the left. Weeks {low}–{high}: recommended. "
        f"After week {high}: no rule. Tomas: left lobe in week {second}.",
        caption="The wait is printed; that a later session does harm was read nowhere. Tomas is invented.",
        table=(
            ("When", "What", "By the rules of today"),
            ("Week 0", "first session, right lobe", Link("one lobe", fact("3.4-30"))),
            (f"Before week {low}", "second session", "too early"),
            (f"Weeks {low}–{high}", "second session", Link("as recommended", wait)),
            (f"After week {high}", "second session", "no rule"),
            (f"Tomas: week {second}", "second session, left lobe", "as recommended"),
        ),
    )


_TOMAS, _LATER = 30, 120  # hours: when he is looked at, and a fever on the fifth day; a story and no limit


def night() -> CourseFigure:
    """Draw the hours after a session: until when the syndrome is usual, and what is never put down to it."""
    usual = fact("3.4-28")
    high = _ends("3.4-28")[1]
    end = 168
    beside = ((high / 2, "expected, reported", "link"), ((high + end) / 2, "cultures, scan", "c2"))
    marks = ((_TOMAS, "Tomas"), (_LATER, "fever, day 5"))
    always = ("at any hour: rigors, worse: doctor now", "fever again: seen the same day")
    clock = Clock(end, "hours", (0, high, ""), marks, beside, (0, _TOMAS, high, _LATER), always)
    return CourseFigure(
        name="embolisation-night",
        title=f"Up to {high}\N{NO-BREAK SPACE}hours it may be the syndrome; then look for another cause",
        subtitle="Hours since the session.",
        wide=_drawing(clock, "wide"),
        narrow=_drawing(clock, "narrow"),
        alt=f"Up to {high} hours fever and pain are expected; after that cultures and a scan. At any hour rigors "
        f"or getting worse: doctor now, at home an ambulance; fever that comes back: seen the same day. "
        f"Tomas: {_TOMAS} hours. A fever on day 5: {_LATER} hours.",
        caption=f"The syndrome mostly lasts {_text('3.4-28')}. The signs at any hour are recalled, not yet checked.",
        table=(
            ("Hours", "What", "Then"),
            (f"up to {high}", "fever, pain, white cells and transaminases", Link("the syndrome", usual)),
            (f"beyond {high}", "any of them", Link("no longer usual: cultures and a scan", usual)),
            ("any", "rigors, getting worse", "doctor now; at home an ambulance"),
            ("any", "fever that comes back", "doctor now; at home seen the same day: think abscess"),
        ),
    )


def _ends(id: str) -> tuple[int, int]:
    value = fact(id).value
    low, high = value.bounds() if value else (0, 0)
    return int(low), int(high)


def _text(id: str) -> str:
    value = fact(id).value
    return unbroken(value.text()) if value else ""


def _asked(table: str, name: str) -> int:
    """What Tomas at this chapter is asked with."""
    given = (each.given["2026"] for each in case("tomas@3.4").asked if each.table == table)
    return next(int(each[name]) for each in given if name in each)


def _drawing(clock: Clock, width: Width) -> dict[str, Any]:
    always = ["; ".join(clock.always)] if width == "wide" and clock.always else clock.always
    height = _LINE + 54 + 20 * len(always)
    low, high, said = clock.stretch
    notes = [_note(f"<b>{text}</b>", at, _LINE - 22) for at, text in clock.marks]
    notes += [_note(text, at, _LINE + 16, ink) for at, text, ink in clock.beside]
    notes += [_note(str(at), at, _LINE + 40, "ink-2") for at in clock.ticks]
    notes.append({**_note(clock.unit, clock.end, _LINE + 40, "ink-2"), "xanchor": "right"})
    notes.append(_note(said, (low + high) / 2, _LINE - 40, "link"))
    notes += [_note(f"<b>{text}</b>", 0.43 * clock.end, _LINE + 64 + 20 * n, "c2") for n, text in enumerate(always)]
    band = {"type": "rect", "layer": "below", "xref": "x", "yref": "y", "fillcolor": "var(--nl-tint)"}
    ends = {"x0": low, "x1": high, "y0": _LINE - 50, "y1": _LINE + 28, "line": {"width": 0}}
    ink = {"color": "var(--nl-axis)", "width": 2}
    line = {"type": "line", "layer": "below", "xref": "x", "yref": "y", "line": ink}
    along = {**line, "x0": 0, "x1": clock.end, "y0": _LINE, "y1": _LINE}
    layout = _layout(height, clock.end, width)
    drawn: dict[str, Any] = go.Figure(
        [_points(clock)], {**layout, "annotations": notes, "shapes": [{**band, **ends}, along]}
    ).to_dict()
    return drawn


def _points(clock: Clock) -> dict[str, Any]:
    at = [each for each, _ in clock.marks]
    marker = {"size": 16, "color": "var(--nl-c1)"}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": at,
        "y": [_LINE] * len(at),
        "marker": marker,
        "hoverinfo": "skip",
    }


def _note(text: str, x: float, y: float, ink: str = "ink") -> dict[str, Any]:
    font = {"size": 14, "color": f"var(--nl-{ink})"}
    return {"text": text, "x": x, "y": y, "xref": "x", "yref": "y", "xanchor": "center", "font": font}


def _layout(height: int, end: int, width: Width) -> dict[str, Any]:
    room = (-0.1 if width == "wide" else -0.14) * end  # for the words over the first mark
    return {
        "template": dict(TEMPLATE),
        "height": height + 16,
        "margin": {"l": 4, "r": 4, "t": 8, "b": 8},
        "xaxis": {"range": [room, end], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "dragmode": False,
    }
