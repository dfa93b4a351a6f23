"""One door for all kinds: ``generate`` an item's variant, ``parse`` an answer, ``grade`` it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from attrs import evolve

from netlearn.errors import InputError, NetlearnError
from netlearn.items.common import DONT_KNOW
from netlearn.items.item import Item
from netlearn.items.kinds import kinds
from netlearn.items.variant import Grade, Variant
from netlearn.words import say


@lru_cache(maxsize=4096)
def generate(item: Item, seed: str) -> Variant:
    """The variant of an item that follows from a seed, always the same for the same version and seed.

    It is made once, and shared.
    """
    return kinds()[item.kind].generate(item, seed)


def pool(item: Item, seeds: Iterable[str]) -> list[Variant]:
    """The variants of several seeds, without those that read the same: one stem, the same facts, the same options."""
    found: dict[str, Variant] = {}
    for seed in seeds:
        made = generate(item, seed)
        found.setdefault(readable(made), made)
    return list(found.values())


def readable(variant: Variant) -> str:
    """What a reader sees of a variant, whatever the order of its options."""
    return "\n".join([variant.stem, *variant.given, *sorted(kinds()[variant.kind].offered(variant))])


def parse(variant: Variant, answer: object) -> Any:
    """An answer as its kind reads it.

    Raises InputError, which names the value and what is accepted, for anything that is no answer to this variant.
    """
    return kinds()[variant.kind].parse(variant, answer)


def grade(variant: Variant, answer: object) -> Grade:
    """The grade of an answer; never raises. What cannot be read is a format error, which costs no attempt."""
    if answer is None or answer in ("", [], {}):
        return Grade("unanswered")
    if answer in (DONT_KNOW, [DONT_KNOW]):
        return Grade(DONT_KNOW)
    try:
        parsed = parse(variant, answer)
    except InputError:
        return Grade("format-error", feedback=(say("quiz", "accepted", accepted=variant.accepted),))
    made = kinds()[variant.kind].grade(variant, parsed)
    return evolve(made, errata=tuple(dict.fromkeys((*variant.errata, *made.errata))))


def right_answer(variant: Variant) -> Any:
    """A right answer to a variant, in the form in which answers are given.

    Raises NetlearnError where the page offers none, as for a dose that is in none of its menus.
    """
    for answer in kinds()[variant.kind].candidates(variant).right:
        if grade(variant, answer).result == "right":
            return answer
    raise NetlearnError(f"{variant.item}, seed {variant.seed}: no answer that the page offers is right")
