"""One door for all kinds: ``generate`` an item's variant, ``parse`` an answer, ``grade`` it."""

from collections.abc import Iterable
from typing import Any

from netlearn.errors import InputError, NetlearnError
from netlearn.items.common import DONT_KNOW, graded
from netlearn.items.item import Item, Json
from netlearn.items.kinds import kinds


def generate(item: Item, seed: str) -> Json:
    """The variant of an item that follows from a seed; plain JSON, always the same for the same version and seed."""
    return kinds()[item.kind].generate(item, seed)


def pool(item: Item, seeds: Iterable[str]) -> list[Json]:
    """The variants of several seeds, without those that read the same: one stem, the same facts, the same options."""
    found: dict[str, Json] = {}
    for seed in seeds:
        made = generate(item, seed)
        found.setdefault(readable(made), made)
    return list(found.values())


def readable(variant: Json) -> str:
    """What a reader sees of a variant, whatever the order of its options."""
    return "\n".join([variant["stem"], *variant["given"], *sorted(kinds()[variant["kind"]].offered(variant))])


def parse(variant: Json, answer: object) -> Any:
    """An answer as its kind reads it.

    Raises InputError, which names the value and what is accepted, for anything that is no answer to this variant.
    """
    return kinds()[variant["kind"]].parse(variant, answer)


def grade(variant: Json, answer: object) -> Json:
    """The grade of an answer; never raises. What cannot be read is a format error, which costs no attempt."""
    if answer is None or answer in ("", [], {}):
        return graded(0, result="unanswered")
    if answer in (DONT_KNOW, [DONT_KNOW]):
        return graded(0, result=DONT_KNOW)
    try:
        parsed = parse(variant, answer)
    except InputError:
        return graded(0, [f"Accepted: {variant['accepted']}."], result="format-error")
    made = kinds()[variant["kind"]].grade(variant, parsed)
    return made | {"errata": list(dict.fromkeys([*variant.get("errata", ()), *made["errata"]]))}


def right_answer(variant: Json) -> Any:
    """A right answer to a variant, in the form in which answers are given.

    Raises NetlearnError where the page offers none, as for a dose that is in none of its menus.
    """
    for answer in kinds()[variant["kind"]].candidates(variant).right:
        if grade(variant, answer)["result"] == "right":
            return answer
    raise NetlearnError(f"{variant['item']}, seed {variant['seed']}: no answer that the page offers is right")
