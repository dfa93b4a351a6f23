"""Toys: small models that a reader moves: who has the drug later, and until when a first depot is too weak."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets
from attrs import field, frozen

from netlearn.errors import InputError
from netlearn.evidence import Fact, Figure, fact, figure
from netlearn.markup import Html
from netlearn.models.crossover import two_arms
from netlearn.models.overlap import days_without, percent_left
from netlearn.quantity import as_number
from netlearn.value import decimal_text
from netlearn.widgets import assets, static_html
from netlearn.words import say

__all__ = ["TOYS", "Toy"]

NB = "\N{NO-BREAK SPACE}"
Numbers = Mapping[str, str]


@frozen
class Control:
    """A slider: its bounds and start, or the stops that it goes through, each a number with its words."""

    name: str
    label: str
    high: int
    start: int
    unit: str = ""
    stops: tuple[tuple[int, str], ...] = ()


@frozen
class Sketch:
    """A toy as data: its words, with {names} of what is computed, its sliders, and what the computing needs."""

    title: str
    question: str
    lanes: tuple[tuple[str, str], ...]
    controls: tuple[Control, ...]
    numbers: Callable[..., Numbers]
    given: Mapping[str, Any]
    ticks: tuple[tuple[int, str], ...]
    tenfold: bool
    answers: Mapping[str, str]
    note: str
    sources: tuple[Figure, ...] = ()  # what the text beside the toy does not link
    presets: tuple[tuple[str, Mapping[str, int]], ...] = field(default=())

    def to_page(self, name: str) -> dict[str, Any]:
        """The toy as the page reads it."""
        controls = [{key: getattr(each, key) for key in ("name", "label", "high", "start", "unit", "stops")}
                    for each in self.controls]  # fmt: skip
        return {
            "table": f"toy-{name}", "edition": "model", "name": name, "title": self.title, "question": self.question,
            "lanes": self.lanes, "controls": controls, **self.given, "ticks": self.ticks, "tenfold": self.tenfold,
            "answers": dict(self.answers), "note": self.note,
            "presets": [[said, dict(to)] for said, to in self.presets],
        }  # fmt: skip


# ---------- who has the drug later ----------
GROWTH, LIFE = 5, 30  # months: a teaching choice near what placebo arms show, and nobody's trial
_CROSSED = ("radiant-3-survival.crossover", "sun-1111-survival.crossover")


def crossover_numbers(gain: int, crossing: int) -> Numbers:
    """What the toy of two arms computes, as it is written.

    >>> crossover_numbers(6, 85)["life"]
    '0.9'
    """
    arms = two_arms(GROWTH, LIFE, gain, crossing)
    growth, life = arms.apart
    found = {
        "first": arms.growth_drug, "early": arms.growth_placebo, "late": arms.life_drug, "death": LIFE,
        "crossed": crossing, "never": 100 - crossing, "growth": growth, "life": life, "answer": 0,
    }  # fmt: skip
    return {name: decimal_text(as_number(number, name, "", None, None)) for name, number in found.items()}


def _crossover() -> Sketch:
    shares = [(id, int(figure(id).value.bounds()[0])) for id in _CROSSED]
    return Sketch(
        title="A toy, not a trial",
        question="Invented months; move what you doubt.",
        lanes=(
            ("The drug first", "100 of 100: ▲ growth at {first}, ✕ death at {late} months"),
            ("Placebo, then the drug", "{crossed} of 100: ▲ growth at {early}, ✕ death at {late} months"),
            ("Placebo, never the drug", "{never} of 100: ▲ growth at {early}, ✕ death at {death} months"),
        ),
        controls=(
            Control("gain", "The drug gives, whenever it is given", 12, 6, "months"),
            Control("crossing", "Of those on placebo have it after growth", 100, shares[0][1], "%"),
        ),
        numbers=crossover_numbers,
        given={"growth": GROWTH, "life": LIFE},
        ticks=((0, "0"), (10, "10"), (20, "20"), (30, "30"), (42, f"42{NB}months")),
        tenfold=False,
        answers={"0": "On average the arms lie {growth} months apart in growth, and {life} in life."},
        note="Green: no growth yet; blue: held again; grey: after growth. Thick: many patients. "
        "The toy assumes that the drug works; one that lengthens no life can look the same.",
        presets=tuple(
            (f"{name}: {share}{NB}%", {"crossing": share})
            for name, (_, share) in zip(("RADIANT-3", "SUN 1111"), shares, strict=True)
        ),
    )


# ---------- how fast it goes, and how slowly a depot comes ----------
_HOUR, _DAY = 60, 1440  # minutes
_STOPS = (
    *((n, f"{n}{NB}minute{'s' * (n > 1)}") for n in (1, 2, 3, 5, 10, 15, 20, 30, 45)),
    *((n * _HOUR, f"{n}{NB}hour{'s' * (n > 1)}") for n in (1, 2, 3, 4, 6, 8, 12)),
    *((n * _DAY, f"{n}{NB}day{'s' * (n > 1)}") for n in (1, 2, 3, 5, 7, 10, 14, 21, 28)),
)
_AT = 7  # of the stops: half an hour


def overlap_numbers(at: int, days: int) -> Numbers:
    """What is left at one of the stops, and for how long nothing covers, as it is written.

    >>> overlap_numbers(7, 7)["octreotide"], overlap_numbers(7, 7)["without"]
    ('75–81\\xa0% left', '7\\xa0days')
    """
    minutes, _ = _STOPS[at]
    low, level = (
        int(figure(f"octreotide-kinetics.{name}").value.bounds()[0]) for name in ("depot-too-low", "depot-plateau")
    )
    without = days_without(days, level)
    depot = "peak" if minutes <= _HOUR else "too_low" if minutes < low * _DAY else "not_yet"
    return {
        "natural": _left(minutes, fact("4.1-05")),
        "octreotide": _left(minutes, figure("octreotide-kinetics.half-life")),
        "depot": say("toys", "at_level" if minutes >= level * _DAY else depot),
        "injections": say("toys", "go_on" if minutes <= days * _DAY else "stopped"),
        "days": str(days),
        "without": _days(without),
        "level": str(level),
        "answer": "0" if without else "1",
    }


def _left(minutes: int, half_life: Fact | Figure) -> str:
    assert half_life.value is not None
    low, high = (percent_left(minutes, float(end)) for end in half_life.value.bounds())
    if high < 1:
        return say("toys", "left_under_1")
    key = "left_at_most" if low < 1 else "left_range" if low < high else "left"
    return say("toys", key, least=low, most=high)


def _days(days: int) -> str:
    return say("toys", "one_day") if days == 1 else say("toys", "days", count=days)


def _overlap() -> Sketch:
    natural, vein = fact("4.1-05"), figure("octreotide-kinetics.half-life")
    low, level = figure("octreotide-kinetics.depot-too-low"), figure("octreotide-kinetics.depot-plateau")
    assert natural.value is not None
    return Sketch(
        title="A first depot is two weeks late",
        question="What is left, and what covers?",
        lanes=(
            ("Natural somatostatin", "{natural}"),
            ("Octreotide, in a vein", "{octreotide}"),
            ("The first depot of octreotide LAR", "{depot}"),
            ("Injections beside it", "{injections}"),
        ),
        controls=(
            Control("at", "Time since the injection", len(_STOPS) - 1, _AT, stops=_STOPS),
            Control("days", "Injections go on beside the depot for", 28, int(level.value.bounds()[0]), "days"),
        ),
        numbers=overlap_numbers,
        given={
            "natural": [int(end) for end in natural.value.bounds()],
            "octreotide": [int(end) for end in vein.value.bounds()],
            "low": int(low.value.bounds()[0]),
            "level": int(level.value.bounds()[0]),
        },
        ticks=((1, "1 min"), (_HOUR, "1 h"), (_DAY, "1 day"), (7 * _DAY, "1 wk"), (42 * _DAY, "6 wk")),
        tenfold=True,
        answers={
            "0": "{without} without cover: injections until day {days}, the depot at its level from day {level}.",
            "1": "Covered: the injections last until the depot is at its level, on day {level}.",
        },
        note="Each step of a bar halves what is left; hollow: before its level. One monograph's days.",
        sources=(low, level),
    )


TOYS: Mapping[str, Callable[[], Sketch]] = MappingProxyType({"crossover": _crossover, "overlap": _overlap})


class Toy(anywidget.AnyWidget):
    """One toy by its name; ``value`` is where its sliders stand, ``said`` what it answers there.

    Raises InputError for a name that is none, and for a place where a slider cannot stand.

    >>> Toy("crossover", crossing=100).said[-1]
    'On average the arms lie 6 months apart in growth, and 0 in life.'
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode("toy").tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    value = traitlets.Dict().tag(sync=True)
    edition = traitlets.Unicode("model").tag(sync=True)

    def __init__(self, name: str, **value: int) -> None:
        if name not in TOYS:
            raise InputError("name", name, ", ".join(TOYS))
        self._name, self._sketch = name, TOYS[name]()
        start = {control.name: control.start for control in self._sketch.controls}
        super().__init__(_data=[self._sketch.to_page(name)], value=start | value)

    @traitlets.validate("value")
    def _valid_value(self, proposal: Mapping[str, Any]) -> dict[str, int]:
        known = {control.name: control for control in self._sketch.controls}
        found = dict(proposal["value"])
        for name in [*known, *found]:
            if name not in known or name not in found:
                raise InputError("value", found, f"the sliders {', '.join(known)}")
            if type(found[name]) is not int or not 0 <= found[name] <= known[name].high:
                raise InputError(known[name].label, found[name], f"a whole number from 0 to {known[name].high}")
        return found

    @property
    def said(self) -> tuple[str, ...]:
        """The words of each lane and of the answer, as the sliders stand."""
        numbers = self._sketch.numbers(**self.value)
        texts = (*(words for _, words in self._sketch.lanes), self._sketch.answers[numbers["answer"]])
        return tuple(text.format(**numbers) for text in texts)

    def _html(self) -> str:
        sketch = self._sketch
        *lanes, answer = self.said
        rows = static_html.terms(*((who, said) for (who, _), said in zip(sketch.lanes, lanes, strict=True)))
        given = ", ".join(f"{each.label.lower()} {_stands(each, self.value)}" for each in sketch.controls)
        inside = Html(
            '<div class="nl nl-default"><p><b>{}</b></p>{}<p><b>{}</b></p><p class="nl-quiet">{}. {}</p>{}</div>'
        ).format(sketch.title, rows, answer, f"{given[0].upper()}{given[1:]}", sketch.note, _sources(sketch.sources))
        return static_html.element(
            "net-toy", {"name": self._name}, self._sketch.to_page(self._name) | {"value": self.value}, inside
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": self._html(), "text/plain": repr(self)}, metadata

    def __repr__(self) -> str:
        """The call that makes this toy again."""
        start = {control.name: control.start for control in self._sketch.controls}
        moved = "".join(f", {name}={at}" for name, at in self.value.items() if at != start[name])
        return f'Toy("{self._name}"{moved})'


def _stands(control: Control, value: Mapping[str, int]) -> str:
    at = value[control.name]
    return control.stops[at][1] if control.stops else f"{at}{NB}{control.unit}"


def _sources(sources: tuple[Figure, ...]) -> Html:
    if not sources:
        return Html("")
    link = Html('<a class="nl-ev" href="../book/{}.md#{}" data-ev="{}">{}</a>')
    links = (link.format(each.page, each.anchor, each.id, f"{each.quantity}, {each.value.text()}")
             for each in sources)  # fmt: skip
    return Html('<p class="nl-quiet nl-toy-sources">From the sources: {}.</p>').format(Html("; ").join(links))
