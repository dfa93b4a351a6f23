"""One door for all kinds: ``generate`` an item's variant, ``parse`` an answer, ``grade`` it."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from netlearn.errors import InputError
from netlearn.items import choice, classify, dose, find_error, order, place, quantity, resect
from netlearn.items.common import DONT_KNOW, graded
from netlearn.items.item import Body, Item, Json
from netlearn.items.reading import FieldReader


@frozen
class ItemKind:
    """What a kind of item can do: check its part of the file, make a variant, read an answer, grade it."""

    KEYS: tuple[str, ...]
    check: Callable[[FieldReader], Body]
    generate: Callable[[Item, str], Json]
    parse: Callable[[Json, object], Any]
    grade: Callable[[Json, Any], Json]


KINDS = {
    "choice": ItemKind(choice.KEYS, choice.check, choice.generate, choice.parse, choice.grade),
    "multiple": ItemKind(choice.KEYS, choice.check_many, choice.generate, choice.parse_many, choice.grade_many),
    "quantity": ItemKind(quantity.KEYS, quantity.check, quantity.generate, quantity.parse, quantity.grade),
    "dose": ItemKind(dose.KEYS, dose.check, dose.generate, dose.parse, dose.grade),
    "order": ItemKind(order.KEYS, order.check, order.generate, order.parse, order.grade),
    "place": ItemKind(place.KEYS, place.check, place.generate, place.parse, place.grade),
    "resect": ItemKind(resect.KEYS, resect.check, resect.generate, resect.parse, resect.grade),
    "find-error": ItemKind(find_error.KEYS, find_error.check, find_error.generate, find_error.parse, find_error.grade),
    "classify": ItemKind(classify.KEYS, classify.check, classify.generate, choice.parse, choice.grade),
}


def generate(item: Item, seed: str) -> Json:
    """The variant of an item that follows from a seed; plain JSON, always the same for the same version and seed."""
    return KINDS[item.kind].generate(item, seed)


def pool(item: Item, seeds: Iterable[str]) -> list[Json]:
    """The variants of several seeds, without those that read the same: one stem, the same facts, the same options."""
    found: dict[str, Json] = {}
    for seed in seeds:
        made = generate(item, seed)
        found.setdefault(readable(made), made)
    return list(found.values())


def readable(variant: Json) -> str:
    """What a reader sees of a variant, whatever the order of its options."""
    parts = (variant.get(key, []) for key in ("options", "steps", "spans"))
    return "\n".join([variant["stem"], *variant["given"], *sorted(each["text"] for part in parts for each in part)])


def parse(variant: Json, answer: object) -> Any:
    """An answer as its kind reads it.

    Raises InputError, which names the value and what is accepted, for anything that is no answer to this variant.
    """
    return KINDS[variant["kind"]].parse(variant, answer)


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
    made = KINDS[variant["kind"]].grade(variant, parsed)
    return made | {"errata": list(dict.fromkeys([*variant.get("errata", ()), *made["errata"]]))}
