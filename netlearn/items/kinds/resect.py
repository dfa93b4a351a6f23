"""Marking the segments to take out: all that hold a metastasis, or those that hold enough tumour for debulking."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Any

from attrs import evolve

from netlearn.clinic.lesions import SEGMENTS
from netlearn.decision import Decision, decide, load
from netlearn.editions import edition_entry
from netlearn.errors import InputError
from netlearn.items import maps
from netlearn.items.common import check_edition, draw_for, graded, refuse, several_of, variant
from netlearn.items.harm import errata_of
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, Place
from netlearn.items.reading import FieldReader
from netlearn.items.seeds import Draw
from netlearn.items.variant import Grade, Variant
from netlearn.words import listed, say

KEYS = ("stems", "given", "edition", "goal", "wanted")
TABLE = "cytoreduction"  # which says how much must go where not all of it can
COMPLETE, DEBULKING = "complete", "cytoreduction"
ACCEPTED = "a list of segments, I–VIII, each once"
# By the edition that asked it first: so that nothing but the share removed decides.
ALONE: Mapping[str, Mapping[str, Any]] = {
    "review-2012": {"young_patient": False, "symptomatic": False},
    "2026": {"symptomatic": False, "grade": "NET G1"},
}
SAID = {
    "review-2012": "The patient is not young, and the tumour gives no symptoms.",
    "2026": "The tumour is a NET G1 and gives no symptoms.",
}
AROUND = (-4, -1, 1, 5)  # what the small metastases measure, counted from what may just be left behind


def _told(by_edition: Mapping[str, Any], edition: str) -> Any:
    """What is told of the patient for an edition, or else for the nearest before it."""
    while edition not in by_edition:
        edition = edition_entry(edition).follows
    return by_edition[edition]


def check(reader: FieldReader) -> Body:
    """The body of a resect item: the goal, and the types of involvement that may be drawn; a stem names the {map}."""
    edition, goal = check_edition(reader), reader.word("goal", (COMPLETE, DEBULKING))
    stems, wanted = reader.texts("stems", least=1), reader.texts("wanted", least=1)
    slots = ("{map}", "{volumes}") if goal == DEBULKING else ("{map}",)
    for stem in stems:
        if not all(slot in stem for slot in slots):
            reader.refuse("stems", stem, f"stems with {' and '.join(slots)}")
    for verdict in wanted:
        if not _drawn(edition, goal, (verdict,)):
            reader.refuse("wanted", verdict, f"types with a map to draw, of {', '.join(load(maps.TABLE).verdicts)}")
    return {"edition": edition, "goal": goal, "stems": stems, "given": reader.texts("given"), "wanted": wanted}


@cache
def _drawn(edition: str, goal: str, wanted: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    """The maps that may be drawn; debulking takes one dominant metastasis with small ones beside it."""
    ends = {made: end for made, end in maps.maps(edition).items() if not made.diffuse and end.status == "decided"}
    found = [dict(made.lesions) for made, end in ends.items() if end.verdicts[0] in wanted]
    return tuple(each for each in found if goal == COMPLETE or 1 < len(each) == _smalls(each) + 1)


def _smalls(lesions: Mapping[str, str]) -> int:
    return sum(state == "small" for state in lesions.values())


def generate(item: Item, seed: str) -> Variant:
    """A variant: a stem, a map, how much tumour each segment holds, and how much of it must go."""
    draw, body = draw_for(item, seed), item.body
    stem = draw.pick(body["stems"])
    lesions = draw.pick(_drawn(body["edition"], body["goal"], body["wanted"]))
    debulking = body["goal"] == DEBULKING
    least, enough, short = limit(body["edition"]) if debulking else (len(lesions), None, None)
    volumes = _volumes(lesions, 100 - least, draw) if debulking else dict.fromkeys(lesions, 1)
    stem = stem.replace("{map}", maps.map_words({"lesions_by_segment": lesions}))
    made = variant(item, seed, stem.replace("{volumes}", _volume_words(volumes)), ACCEPTED)
    parts = {
        "goal": body["goal"],
        "lesions": lesions,
        "volumes": volumes,
        "least": least,
        "fewest": _fewest(volumes, least),
        "enough": _because(enough, "{}", "No visible metastasis is left.", item),
        "short": _because(short, "If that were all, the rule would read: “{}”", "", item),
    }
    return evolve(made, given=(*made.given, *((_told(SAID, body["edition"]),) if debulking else ())), parts=parts)


@cache
def limit(edition: str) -> tuple[int, Decision, Decision]:
    """The least whole percentage that makes debulking an option, with the decisions there and just below."""
    at = [decide(TABLE, edition, removable_percent=share, **_told(ALONE, edition)) for share in range(101)]
    least = next(share for share, decision in enumerate(at) if decision.verdict == "option")
    return least, at[least], at[least - 1]


def _volumes(lesions: Mapping[str, str], spare: int, draw: Draw) -> dict[str, int]:
    """Millilitres of tumour in each segment, 100 together; the small ones measure about what may be left behind."""
    small = [segment for segment, state in lesions.items() if state == "small"]
    rest = spare + draw.pick(AROUND)
    cuts = sorted(draw.shuffled(range(1, rest))[: len(small) - 1])
    sizes = [high - low for low, high in zip([0, *cuts], [*cuts, rest], strict=True)]
    shares = dict(zip(small, sizes, strict=True))
    return {segment: shares.get(segment, 100 - rest) for segment in lesions}


def _volume_words(volumes: Mapping[str, int]) -> str:
    largest = sorted(volumes, key=lambda segment: -volumes[segment])
    return listed([f"{volumes[segment]}\u00a0ml in segment\u00a0{segment}" for segment in largest])


def _fewest(volumes: Mapping[str, int], least: int) -> int:
    """The smallest number of segments that hold enough."""
    return next(
        count
        for count in range(1, len(volumes) + 1)
        if any(sum(volumes[s] for s in chosen) >= least for chosen in combinations(volumes, count))
    )


def _because(decision: Decision | None, words: str, otherwise: str, item: Item) -> Json:
    """What a decision says, in words around it; without one, the other words and the item's own facts."""
    if decision is None:
        return {"feedback": otherwise, "evidence": list(item.facts), "errata": []}
    said = words.format(decision.because)
    return {"feedback": said, "evidence": list(decision.evidence), "errata": errata_of(decision)}


def parse(variant: Variant, answer: object) -> list[str]:
    """The segments marked. Raises InputError for anything else."""
    try:
        return several_of(answer, SEGMENTS)
    except InputError:
        raise refuse(answer, ACCEPTED) from None


def grade(variant: Variant, answer: list[str]) -> Grade:
    """Right when enough is taken out in as few segments as can be; half of it when enough, but in more."""
    volumes, marked = variant["volumes"], [segment for segment in SEGMENTS if segment in answer]
    taken = sum(volumes.get(segment, 0) for segment in marked)
    if taken < variant["least"]:
        return _graded(0, variant["short"], _left(variant, marked, taken))
    if len(marked) == variant["fewest"]:
        return _graded(2, variant["enough"], "")
    healthy = [segment for segment in marked if segment not in volumes]
    more = _of_segments("healthy", healthy) if healthy else say("kind_liver", "fewer")
    return _graded(1, variant["enough"], more)


def _graded(halves: int, said: Mapping[str, Any], more: str) -> Grade:
    return graded(Fraction(halves, 2), [more, said["feedback"]], said["evidence"], errata=said["errata"])


def _left(variant: Variant, marked: list[str], taken: int) -> str:
    if variant["goal"] == DEBULKING:
        return say("kind_liver", "takes", share=taken)
    left = [segment for segment in SEGMENTS if segment in variant["volumes"] and segment not in marked]
    return _of_segments("stays", left)


def _of_segments(what: str, names: list[str]) -> str:
    """A text of one segment, or of several."""
    return say("kind_liver", f"{what}_{'many' if len(names) > 1 else 'one'}", segments=listed(names))


def candidates(variant: Variant) -> Candidates:
    """As few segments as are enough, one more, one less, and healthy ones."""
    volumes = variant["volumes"]
    right = [list(s) for s in combinations(volumes, variant["fewest"]) if sum(map(volumes.get, s)) >= variant["least"]]
    healthy = [segment for segment in SEGMENTS if segment not in volumes]
    return Candidates(
        right=[*right, ", ".join(right[0])],
        partly=[[*right[0], segment] for segment in healthy],
        wrong=[*([segment] for segment in healthy), right[0][1:] or healthy[:2]],
        unread=[["IX"], ["VI", "VI"]],
        others=[list(s) for count in (1, 2, 3, 4, 8) for s in combinations(SEGMENTS, count)],
    )


def words(variant: Variant, answer: list[str]) -> str:
    """The segments by name."""
    return f"segment{'s' if len(answer) > 1 else ''} {listed(answer)}"


def asks(item: Item) -> list[Place]:
    """Where the share removed decides, the rules on both sides of its limit."""
    edition = item.body["edition"]
    if item.body["goal"] != DEBULKING:
        return []
    return [(TABLE, edition, f"rule:{id}") for end in limit(edition)[1:] for id in end.rules]


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms="segments cannot be marked on a map of the liver",
    asks=asks,
    scripts=("liver.js", "liver-exercise.js"),
)
