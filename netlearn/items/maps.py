"""Maps of the liver as cases: in which clause each ends, in words, and the nearest map of another type."""

from collections.abc import Mapping
from functools import cache
from itertools import combinations, product
from operator import ne
from typing import Any

from attrs import frozen

from netlearn.clinic import liver
from netlearn.clinic.lesions import MAP, SEGMENTS, STATED, STATES, told
from netlearn.decision import Decision
from netlearn.decision.diagram import Terminal, compiled
from netlearn.decision.flips import outcome_of_decision
from netlearn.decision.restrict import Outcome, outcome_of
from netlearn.items.nearest import Remedy
from netlearn.items.sampling import reachable
from netlearn.words import listed

TABLE = "liver-involvement"
MOST = 4  # segments with lesions on a map that a reader can still follow in words
_STATES = ("small", "dominant")
CAUDATE = "I"


@frozen
class Map:
    """A map with what is stated of it."""

    lesions: tuple[tuple[str, str], ...]
    diffuse: bool

    @property
    def inputs(self) -> dict[str, Any]:
        """What ``decide`` takes."""
        return told(dict(self.lesions), self.diffuse)

    @property
    def is_likely(self) -> bool:
        """Whether a report would read so: one lesion at most dominates, not in segment I; diffuse is in both lobes."""
        dominant = [segment for segment, state in self.lesions if state == "dominant"]
        lobes = {liver.lobe(segment) for segment, _ in self.lesions} - {None}
        everywhere = len(self.lesions) == MOST and len(lobes) > 1
        return len(dominant) <= 1 and CAUDATE not in dominant and (everywhere or not self.diffuse)


@cache
def maps(edition: str) -> Mapping[Map, Terminal]:
    """Every map of up to four segments, and where the table ends with it."""
    diagram = compiled(TABLE, edition)
    made = {}
    for lesions in _lesions():
        inputs = liver.derivation().accept({MAP: dict(lesions)})
        for diffuse in (False, True):
            values: dict[str, Any] = {**inputs, STATED: diffuse}
            taken = {n: diagram.cells[n].index(values[a.name]) for n, a in enumerate(diagram.inputs)}
            made[Map(lesions, diffuse)] = reachable(diagram, taken)
    return made


def _lesions() -> list[tuple[tuple[str, str], ...]]:
    chosen = [segments for count in range(1, MOST + 1) for segments in combinations(SEGMENTS, count)]
    return [tuple(zip(s, states, strict=True)) for s in chosen for states in product(_STATES, repeat=len(s))]


def map_words(inputs: Mapping[str, Any]) -> str:
    """The lesions of a map: "a dominant metastasis in segment VI and small ones in segments II and III".

    >>> map_words({"lesions_by_segment": {"VI": "dominant", "II": "small", "III": "small"}})
    'a dominant metastasis in segment VI and small ones in segments II and III'
    """
    lesions = inputs[MAP]
    held = {state: [s for s in SEGMENTS if lesions.get(s) == state] for state in STATES}
    large, small, some, many = (held[state] for state in ("dominant", "small", "lesion", "multiple"))
    parts = []
    if large:
        parts.append(f"{_one('a dominant metastasis', 'dominant metastases', large)} in {_segments(large)}")
    if small:
        parts.append(f"{'small ones' if parts else 'small metastases'} in {_segments(small)}")
    if some:
        parts.append(f"{_one('a metastasis', 'metastases', some)} in {_segments(some)}")
    if many:
        parts.append(f"several{'' if parts else ' metastases'} in {_one('', 'each of ', many)}{_segments(many)}")
    return listed(parts)


def _one(one: str, more: str, segments: list[str]) -> str:
    return one if len(segments) == 1 else more


def _segments(names: list[str]) -> str:
    return f"segment{'s' if len(names) > 1 else ''}\u00a0{listed(names)}".replace("\u00a0", " ")


def map_changes(decision: Decision, inputs: Mapping[str, Any]) -> tuple[Remedy, ...]:
    """For each other outcome the map that differs in the fewest places, the smallest change first."""
    now = Map(tuple(sorted(inputs[MAP].items())), bool(inputs.get(STATED)))
    here, own = _by_segment(now), outcome_of_decision(decision)
    best: dict[Outcome, tuple[int, Map]] = {}
    for other, there, outcome in _ends(decision.edition):
        if outcome == own:
            continue
        apart = sum(map(ne, here, there)) + (now.diffuse is not other.diffuse)
        if outcome not in best or apart < best[outcome][0]:
            best[outcome] = (apart, other)
    found = [Remedy(outcome, other.inputs, _words(now, other), (apart, 0)) for outcome, (apart, other) in best.items()]
    return tuple(sorted(found, key=lambda change: change.size))


@cache
def _ends(edition: str) -> tuple[tuple[Map, tuple[str, ...], Outcome], ...]:
    """Every map that can be, what each segment holds on it, and its outcome."""
    found = ((each, end) for each, end in maps(edition).items() if not end.impossible)
    return tuple((each, _by_segment(each), outcome_of(end)) for each, end in found)


def _by_segment(drawn: Map) -> tuple[str, ...]:
    lesions = dict(drawn.lesions)
    return tuple(lesions.get(segment, "none") for segment in SEGMENTS)


def _moved(now: Map, other: Map) -> dict[str, str]:
    states = zip(SEGMENTS, _by_segment(now), _by_segment(other), strict=True)
    return {segment: then for segment, was, then in states if was != then}


def _words(now: Map, other: Map) -> tuple[str, ...]:
    parts = [f"segment {segment} held {liver.LABELS[state]}" for segment, state in _moved(now, other).items()]
    if now.diffuse is not other.diffuse:
        parts.append(f"the disease were {'' if other.diffuse else 'not '}described as diffuse and multifocal")
    return tuple(parts)
