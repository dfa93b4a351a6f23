"""The trial wall: hazard ratios on a log axis and medians in pairs, a line a result, as plain HTML and SVG.

A line is words, a strip and the numbers, so that it reads without its drawing, fits any width and can be hidden by a
filter. Marks stand at shares of the strip's width. The order is that of the drugs, never that of the effect.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from math import log

from attrs import frozen

from netlearn import trials
from netlearn.checked import level
from netlearn.markup import Html
from netlearn.trials import Measured, Trial, TrialResult
from netlearn.value import decimal_text

__all__ = ["Pair", "forest", "forest_rows", "is_open", "key", "median_rows", "medians", "on_log", "words_of_ratio"]

Pair = tuple[Trial, TrialResult]

_LOG_ENDS = (Fraction(3, 100), Fraction(3))
_LOG_TICKS = tuple(Fraction(text) for text in ("0.05", "0.1", "0.2", "0.5", "1", "2"))
_MONTHS = Fraction(90)
_MONTH_TICKS = tuple(Fraction(text) for text in ("0", "20", "40", "60", "80"))
_GROUPS = ("growth", "survival")
_USUAL = ("progression-free survival, median", "overall survival, median")  # what the heading says already
_MIDDLE = Html("50%")


@frozen
class Line:
    """One line of a figure: the result it shows, and its marks."""

    pair: Pair
    strip: Html
    numbers: str


def key(pair: Pair) -> str:
    """Name a result on the page: trial and result.

    >>> key((trials.trial("radiant-3"), trials.trial("radiant-3").results[1]))
    'radiant-3.pfs-central'
    """
    return f"{pair[0].id}.{pair[1].name}"


def is_open(result: TrialResult, number: Measured) -> bool:
    """Say whether a number is drawn hollow: it, or the whole result, was recalled or read second-hand."""
    return any(level(checked).open for checked in (result.checked, number.checked))


def on_log(ratio: Fraction) -> float:
    """Place a ratio on the log axis, as a share of its width in per cent; what lies beyond an end stands at it.

    >>> round(on_log(Fraction(1)), 1), on_log(Fraction(1, 1000))
    (76.1, 0.0)
    """
    low, high = (log(end) for end in _LOG_ENDS)
    return min(max(100 * (log(ratio) - low) / (high - low), 0.0), 100.0)


def forest_rows(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Choose the results that have a hazard ratio whose direction is said: progression first, then survival."""
    return _chosen(pairs, _has_ratio)


def median_rows(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Choose the results that have a median of months in both arms: progression first, then survival."""
    return _chosen(pairs, _has_medians)


def _chosen(pairs: Iterable[Pair], drawn: Callable[[TrialResult], bool]) -> tuple[Pair, ...]:
    found = [pair for pair in pairs if drawn(pair[1])]
    return tuple(pair for group in _GROUPS for pair in found if pair[1].endpoint == group)


def forest(pairs: Sequence[Pair]) -> Html:
    """Draw hazard ratios with their intervals on a log axis; hollow where recalled, a dot alone without an interval."""
    lines = [Line(pair, _ratio_strip(pair[1]), words_of_ratio(pair[1])) for pair in forest_rows(pairs)]
    ticks = [(on_log(tick), decimal_text(tick)) for tick in _LOG_TICKS]
    sides = ("the arm under test does better", "the other does better")
    return _figure("forest", lines, ticks, _upright(on_log(Fraction(1))), sides)


def medians(pairs: Sequence[Pair]) -> Html:
    """Draw the medians of both arms: a disc for the arm under test, a square for the other."""
    lines = [Line(pair, _median_strip(pair[1]), _words_of_medians(pair[1])) for pair in median_rows(pairs)]
    ticks = [(_on_months(tick), decimal_text(tick)) for tick in _MONTH_TICKS]
    return _figure("medians", lines, ticks, Html(""), ("months", ""))


def words_of_ratio(result: TrialResult) -> str:
    """Say a ratio with its interval, or that none was read.

    >>> words_of_ratio(trials.trial("e2211").results[0])
    '0.58, interval not read'
    """
    assert result.effect is not None
    number = result.effect.number
    return number.text() if number.interval else f"{number.text()}, interval not read"


def _words_of_medians(result: TrialResult) -> str:
    assert result.a is not None and result.b is not None and result.b.value is not None
    first = decimal_text(result.a.value.bounds()[0], result.a.value.decimals) if result.a.value else "not reached"
    return f"{first} against {result.b.value.text()}"


def _has_ratio(result: TrialResult) -> bool:
    effect = result.effect
    return effect is not None and effect.kind == "hazard-ratio" and effect.direction == "a-against-b"


def _has_medians(result: TrialResult) -> bool:
    both = result.a is not None and result.b is not None and result.b.value is not None
    return both and result.b.value.unit == "months" and result.endpoint in _GROUPS  # type: ignore[union-attr]


def _on_months(months: Fraction) -> float:
    return float(100 * months / _MONTHS)


def _ratio_strip(result: TrialResult) -> Html:
    assert result.effect is not None and result.effect.number.value is not None
    number = result.effect.number
    at = on_log(result.effect.number.value.bounds()[0])
    ends = [on_log(end) for end in number.interval]
    line = _line(ends[0], ends[-1]) if len(ends) > 1 else Html("")
    return _upright(on_log(Fraction(1))) + line + _disc(at, hollow=is_open(result, number))


def _median_strip(result: TrialResult) -> Html:
    assert result.a is not None and result.b is not None and result.b.value is not None
    other = _on_months(result.b.value.bounds()[0])
    square = _square(other, hollow=is_open(result, result.b))
    if result.a.value is None:  # an arrow from the other arm: further than was followed
        return _line(other, min(other + 12, 99)) + _arrow(min(other + 12, 99)) + square
    own = _on_months(result.a.value.bounds()[0])
    return _line(min(own, other), max(own, other)) + square + _disc(own, hollow=is_open(result, result.a))


def _percent(share: float) -> str:
    return f"{share:.2f}%"


def _line(low: float, high: float) -> Html:
    return Html('<line class="ci" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
        _percent(low), _percent(high), _MIDDLE, _MIDDLE
    )


def _upright(at: float) -> Html:
    return Html('<line class="one" x1="{}" x2="{}" y1="0" y2="100%"/>').format(_percent(at), _percent(at))


def _disc(at: float, hollow: bool) -> Html:
    return Html('<circle class="a{}" cx="{}" cy="{}" r="5.5"/>').format(_hollow(hollow), _percent(at), _MIDDLE)


def _square(at: float, hollow: bool) -> Html:
    mark = '<svg x="{}" y="{}" overflow="visible"><rect class="b{}" x="-5" y="-5" width="10" height="10"/></svg>'
    return Html(mark).format(_percent(at), _MIDDLE, _hollow(hollow))


def _arrow(at: float) -> Html:
    mark = '<svg x="{}" y="{}" overflow="visible"><path class="ci" d="M-6 -5 0 0 -6 5"/></svg>'
    return Html(mark).format(_percent(at), _MIDDLE)


def _hollow(hollow: bool) -> str:
    return " is-open" if hollow else ""


def _figure(
    name: str, lines: Sequence[Line], ticks: Sequence[tuple[float, str]], guide: Html, sides: Iterable[str]
) -> Html:
    shown = [group for group in _GROUPS if any(line.pair[1].endpoint == group for line in lines)]
    groups = Html("").join(_group(name, group, lines) for group in shown)
    return Html('<div class="nl nl-lines" data-nl-lines="{}">{}{}</div>').format(
        name, _axis(ticks, guide, sides), groups
    )


def _group(name: str, endpoint: str, lines: Sequence[Line]) -> Html:
    own = [line for line in lines if line.pair[1].endpoint == endpoint]
    head = trials.words()["endpoints"][endpoint].capitalize()
    body = Html("").join(map(_line_html, own))
    return Html('<div class="group"><p class="head" id="{}-{}">{}</p><ul aria-labelledby="{}-{}">{}</ul></div>').format(
        name, endpoint, head, name, endpoint, body
    )


def _line_html(line: Line) -> Html:
    trial, result = line.pair
    words = Html("<b>{}</b>: {}").format(trial.name, "; ".join(_told(trial, result)))
    return Html(
        '<li data-row="{}"><span class="who">{}</span><svg class="strip" height="22" aria-hidden="true">{}</svg>'
        '<span class="said">{}</span></li>'
    ).format(key(line.pair), words, line.strip, line.numbers)


def _told(trial: Trial, result: TrialResult) -> Iterator[str]:
    yield f"{trial.arm_a} against {trial.arm_b}"
    if trial.comparison != "randomised":
        yield trials.words()["comparisons"][trial.comparison]
    if result.reading != "none":
        yield trials.words()["readings"][result.reading]
    if result.measure not in _USUAL:
        yield result.measure
    if is_open(result, result.effect.number if result.effect else result.a or result.b):  # type: ignore[arg-type]
        yield level(result.checked).short


def _axis(ticks: Sequence[tuple[float, str]], guide: Html, sides: Iterable[str]) -> Html:
    marks = Html("").join(
        Html('<text x="{}" y="15" text-anchor="middle">{}</text>').format(_percent(at), text) for at, text in ticks
    )
    left, right = sides
    said = Html('<span class="sides"><span>{}{}</span><span>{}</span></span>').format(
        Html("← ") if right else "", left, f"{right} →" if right else ""
    )
    return Html(
        '<div class="axis" aria-hidden="true"><span class="who"></span><span class="scale">{}'
        '<svg class="strip" height="22">{}{}</svg></span><span class="said"></span></div>'
    ).format(said, guide, marks)
