"""Placing lesions on the map of the liver so that it is of the type asked for."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from netlearn.clinic.lesions import MAP, PAGE_STATES, SEGMENTS, STATED, from_page, read_map, told
from netlearn.decision import Decision, decide, load
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.harm import errata_of
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, Place
from netlearn.items.maps import TABLE, maps
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant
from netlearn.items.wording import verdict_words
from netlearn.words import say

KEYS = ("stems", "given", "edition", "wanted")
ACCEPTED = "a map of segments I–VIII to none, small or dominant, with at least one lesion"


def check(reader: FieldReader) -> Body:
    """The body of a place item: the types that may be asked for; ``{wanted}`` in a stem names the one drawn."""
    edition = check_edition(reader)
    wanted = reader.texts("wanted", least=1)
    for verdict in wanted:
        if verdict not in load(TABLE, edition).verdicts:
            reader.refuse("wanted", verdict, ", ".join(load(TABLE, edition).verdicts))
    return {
        "edition": edition,
        "stems": reader.texts("stems", least=1),
        "given": reader.texts("given"),
        "wanted": wanted,
    }


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the stems and one of the types."""
    draw = draw_for(item, seed)
    stem, wanted = draw.pick(item.body["stems"]), draw.pick(item.body["wanted"])
    label = load(TABLE, item.body["edition"]).verdicts[wanted].label
    return variant(
        item, seed, stem.replace("{wanted}", label[0].lower() + label[1:]), ACCEPTED, table=TABLE, wanted=wanted
    )


def parse(variant: Variant, answer: object) -> dict[str, Any]:
    """The map and what is stated of it; what is not stated is not diffuse. Raises InputError for anything else."""
    if not isinstance(answer, dict):
        raise refuse(answer, ACCEPTED)
    found = from_page({STATED: False, **answer})
    try:
        lesions = read_map(found[MAP], PAGE_STATES)
    except InputError:
        raise refuse(answer, ACCEPTED) from None
    if not isinstance(found[STATED], bool):
        raise refuse(answer, ACCEPTED)
    return told(lesions, found[STATED])


def grade(variant: Variant, answer: dict[str, Any]) -> Grade:
    """Right when the table decides the type asked for; else what was made instead, and one change that mends it."""
    decision = decide(TABLE, variant.edition, **answer)
    errata = errata_of(decision)
    if decision.verdict == variant["wanted"]:
        return graded(1, [decision.because], decision.evidence, errata=errata)
    made = say("kind_liver", "map_is", verdict=verdict_words(TABLE, variant.edition, decision))
    return graded(0, [made, decision.because], decision.evidence, errata=errata, flips=_mend(variant, decision))


def _mend(variant: Variant, decision: Decision) -> str:
    """One change that would make the type asked for, if one does."""
    for flip in decision.flips():
        if flip.verdict == variant["wanted"]:
            if flip.input in SEGMENTS:
                return say("kind_liver", "if_held", segment=flip.input, value=flip.to.removeprefix("= "))
            return say("kind_liver", "if_stated" if flip.set else "if_not_stated")
    return ""


def candidates(variant: Variant) -> Candidates:
    """Maps of the type asked for, the smallest of each other type, and what is no map."""
    edition, wanted = variant.edition, variant["wanted"]
    others = [verdict for verdict in load(TABLE, edition).verdicts if verdict != wanted]
    return Candidates(
        right=_maps(edition, wanted),
        wrong=[each for verdict in others for each in _maps(edition, verdict)[:1]],
        unread=[{"VI": "none"}, {"VI": "huge"}, {"IX": "small"}],
        others=[{"VI": "dominant", "II": "small", STATED: True}, {"VI": "dominant", STATED: True}],
    )


@cache
def _maps(edition: str, wanted: str) -> Sequence[Json]:
    """Maps of the liver of one type as answers, those with the fewest lesions first."""
    typed = [made for made, end in maps(edition).items() if (end.status, end.verdicts) == ("decided", (wanted,))]
    found = sorted(typed, key=lambda made: (len(made.lesions), made.diffuse))
    return [{**dict(made.lesions), **({STATED: True} if made.diffuse else {})} for made in found]


def words(variant: Variant, answer: Json) -> str:
    """What each segment holds."""
    return ", ".join("diffuse" if key == STATED else f"segment {key} {state}" for key, state in answer.items())


def asks(item: Item) -> list[Place]:
    """The rules that give the types it asks for."""
    edition, wanted = item.body["edition"], item.body["wanted"]
    return [(TABLE, edition, f"rule:{rule.id}") for rule in load(TABLE, edition).rules if rule.verdict in wanted]


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms="a liver map cannot be filled in",
    asks=asks,
    table=TABLE,
    scripts=("liver.js", "liver-exercise.js"),
)
