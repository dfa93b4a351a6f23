"""Where metastases lie in the liver, and which of the review's three types that makes (facts 2-14 to 2-20).

Couinaud's eight segments: V to VIII are the right lobe, II to IV the left, I (the caudate) neither, so that it is
passed over where the lobe is read. Two segments are adjacent when they share a border. The caudate's contacts are
arguable and are not counted: the table says so whenever segment I is involved.
A map confined to one lobe, or to two adjacent segments, is not diffuse unless somebody states that it is.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from netlearn.clinic.lesions import MAP, PAGE_STATES, SEGMENTS, STATED, Lesions, from_page, read_map
from netlearn.decision import Decision, decide
from netlearn.decision.derivation import Derivation, Given
from netlearn.decision.inputs import Input
from netlearn.decision.unary import Value
from netlearn.errors import InputError

LOBES = {"right": frozenset({"V", "VI", "VII", "VIII"}), "left": frozenset({"II", "III", "IV"})}
BORDERS = frozenset(
    frozenset(pair.split("–"))
    for pair in ("II–III", "II–IV", "III–IV", "IV–V", "IV–VIII", "V–VI", "V–VIII", "VI–VII", "VII–VIII")
)
LABELS = {"none": "no lesion", "small": "small lesions", "dominant": "a dominant lesion"}
PLACES = (
    "caudate",
    "left lateral, upper",
    "left lateral, lower",
    "left medial",
    "right anterior, lower",
    "right posterior, lower",
    "right posterior, upper",
    "right anterior, upper",
)


def classify(
    lesions_by_segment: Lesions | None = None,
    diffuse_multifocal: bool | None = None,
    edition: str | None = None,
) -> Decision:
    """The type of liver involvement, from the segments that hold lesions.

    ``lesions_by_segment`` maps a segment to "small", "dominant", "lesion" or "multiple"; segments left out hold none.
    Raises InputError for an empty map, an unknown segment or an unknown state.

    >>> classify({"VI": "dominant", "II": "small"}, diffuse_multifocal=False).verdict
    'II'
    >>> classify({"VI": "dominant", "V": "small"}, diffuse_multifocal=False).verdict
    'I'
    >>> classify({"VI": "lesion", "I": "lesion"}).verdict
    'I'
    """
    return decide("liver-involvement", edition, **{MAP: lesions_by_segment, STATED: diffuse_multifocal})


def lobe(segment: str) -> str | None:
    """The lobe of a segment, None for the caudate.

    >>> lobe("IV"), lobe("V"), lobe("I")
    ('left', 'right', None)
    """
    return next((name for name, members in LOBES.items() if segment in members), None)


def adjacent(one: str, other: str) -> bool:
    """Whether two segments share a border.

    >>> adjacent("IV", "V"), adjacent("II", "VI")
    (True, False)
    """
    return frozenset({one, other}) in BORDERS


def in_one_lobe(lesions: Lesions) -> bool:
    """Whether every lesion lies in the same lobe; the caudate, in neither, is passed over.

    >>> in_one_lobe({"VIII": "lesion", "I": "lesion"}), in_one_lobe({"VIII": "lesion", "II": "lesion"})
    (True, False)
    """
    return len({lobe(segment) for segment in lesions} - {None}) == 1


def in_two_adjacent_segments(lesions: Lesions) -> bool:
    """Whether the lesions keep to one segment, or to two that share a border."""
    return len(lesions) == 1 or (len(lesions) == 2 and adjacent(*lesions))


def dominant_with_satellites_across(lesions: Lesions) -> bool:
    """Whether one lesion is dominant, all others are small, and at least one of those is in the other lobe."""
    dominant = [segment for segment, state in lesions.items() if state == "dominant"]
    small = [segment for segment, state in lesions.items() if state == "small"]
    if len(dominant) != 1 or len(small) != len(lesions) - 1:
        return False
    side = lobe(dominant[0])
    return side is not None and any(lobe(s) not in (side, None) for s in small)


def _accept(given: Given) -> Mapping[str, Value | None]:
    """The table's inputs from a map; without a map they stay as given, and "diffuse" too where nothing confines it."""
    if given.get(MAP) is None:
        return {STATED: _diffuse(given, given)}
    lesions = read_map(given[MAP])
    derived: dict[str, Value | None] = {
        "one_lobe": in_one_lobe(lesions),
        "two_adjacent_segments": in_two_adjacent_segments(lesions),
        "dominant_with_contralateral_satellites": dominant_with_satellites_across(lesions),
        "caudate_involved": "I" in lesions,
    }
    for name, value in derived.items():
        if given.get(name) is not None:
            raise InputError(name, given[name], f"either it or {MAP}, from which it follows ({value})")
    return {**derived, STATED: _diffuse(given, derived)}


def _diffuse(given: Given, lies: Mapping[str, Any]) -> Value | None:
    """Whether the disease is diffuse: as stated, and if nobody says so not where what is known confines it."""
    stated = given.get(STATED)
    confined = any(lies.get(name) is True for name in ("one_lobe", "two_adjacent_segments"))
    return False if stated is None and confined else stated


def _variants(given: Given) -> Iterator[tuple[str, str, Value, Given]]:
    """Every change of one segment, then of "stated diffuse"."""
    lesions = read_map(given[MAP]) if given.get(MAP) is not None else {}
    for segment in SEGMENTS if lesions else ():
        for state in PAGE_STATES:
            if state != lesions.get(segment, "none"):
                changed: dict[str, Any] = {**given, MAP: {**lesions, segment: state}}
                yield segment, f"= {LABELS[state]}", state, changed
    for stated in (False, True):
        if stated is not given.get(STATED):
            yield STATED, "= yes" if stated else "= no", stated, {**given, STATED: stated}


@cache
def _inputs() -> tuple[Input, ...]:
    labels = tuple(LABELS[state] for state in PAGE_STATES)
    segments = tuple(
        Input(name=s, kind="choice", label=f"Segment {s}", hint=place, values=PAGE_STATES, labels=labels)
        for s, place in zip(SEGMENTS, PLACES, strict=True)
    )
    stated = Input(
        name=STATED,
        kind="boolean",
        label="Stated diffuse, multifocal",
        values=(False, True),
        labels=("no", "yes"),
    )
    return (*segments, stated)


@cache
def derivation() -> Derivation:
    """How a map of the liver becomes the inputs of `liver-involvement`."""
    return Derivation(
        keywords=(MAP, STATED),
        accept=_accept,
        asks=_inputs,
        from_page=from_page,
        variants=_variants,
        told_by=dict.fromkeys(("one_lobe", "two_adjacent_segments", "dominant_with_contralateral_satellites"), MAP),
        unsaid={STATED: (False, ("one-lobe", "two-segments"))},
    )
