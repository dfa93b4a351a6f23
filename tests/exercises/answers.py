"""The right answer to any variant, and wrong ones, so that every item of the bank can be answered by a test."""

from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import combinations, product
from typing import Any

from netlearn.clinic.doses import vocabulary
from netlearn.clinic.liver import SEGMENTS
from netlearn.decision import decide
from netlearn.errors import InputError
from netlearn.items import grade
from netlearn.items.common import DONT_KNOW
from netlearn.items.item import Json

MAPS: dict[str, Json] = {
    "I": {"VI": "small"},
    "II": {"VI": "dominant", "II": "small"},
    "III": {"II": "small", "V": "small", "VII": "small", "diffuse_multifocal": True},
    "unclassified": {"II": "small", "V": "small", "VII": "small"},
}


def right(variant: Json) -> Any:
    """An answer that the variant's own key says is right."""
    match variant["kind"]:
        case "multiple":
            return variant["key"]
        case "quantity":
            return f"{variant['low']} {variant['unit']}".strip()
        case "order":
            before: dict[str, list[str]] = {each["id"]: [] for each in variant["steps"]}
            for first, then in variant["before"]:
                before[then].append(first)
            return list(TopologicalSorter(before).static_order())
        case "place":
            return MAPS[variant["wanted"]]
        case "resect":
            return next(each for each in _segments(variant) if grade(variant, each)["result"] == "right")
        case "dose":
            return next(each for each in _prescriptions(variant) if _is_accepted(variant, each))
        case "find-error":
            key = variant["key"][0]
            return {"span": key, "correction": variant["correction"]["key"][0]} if "correction" in variant else key
        case _:
            return variant["key"][0]


def wrong(variant: Json) -> Iterator[Any]:
    """Every wrong answer that the item's author has written something about: each is worth nothing."""
    match variant["kind"]:
        case "choice" | "classify":
            yield from (id for id in _others(variant["options"], variant["key"]))
        case "multiple":
            yield from ([id] for id in _others(variant["options"], variant["key"]))
        case "find-error":
            yield from _others(variant["spans"], variant["key"])
        case "quantity":
            yield from (f"{band['low']} {band['unit']}".strip() for band in variant["bands"])
            yield f"{float(variant['high']) * 7 + 1} {variant['unit']}".strip()
        case "place":
            yield from (lesions for verdict, lesions in MAPS.items() if verdict != variant["wanted"])
        case "resect":
            yield from ([segment] for segment in SEGMENTS if segment not in variant["volumes"])
            yield right(variant)[1:] or ["II" if "II" not in variant["volumes"] else "III"]
        case "order":
            yield right(variant)[::-1]


def half_right(variant: Json) -> Iterator[Any]:
    """The wrong piece, found, with each correction that does not mend it."""
    if "correction" in variant:
        options, key = variant["correction"]["options"], variant["correction"]["key"]
        yield from ({"span": variant["key"][0], "correction": id} for id in _others(options, key))


def _others(parts: list[Json], key: list[str]) -> list[str]:
    return [each["id"] for each in parts if each["id"] not in (*key, DONT_KNOW)]


def _segments(variant: Json) -> Iterator[list[str]]:
    affected = list(variant["volumes"])
    yield from (list(chosen) for count in range(1, 9) for chosen in combinations(affected, count))


def _is_accepted(variant: Json, answer: Json) -> bool:
    try:
        return decide("dose-check", variant["edition"], **answer, context=variant["context"]).verdict == "accept"
    except InputError:  # an amount of another kind than the drug is measured in
        return False


def _prescriptions(variant: Json) -> Iterator[Json]:
    page = {**vocabulary().words, **vocabulary().page}
    fields = ("formulation", "dose", "route", "frequency")
    for words in product(*(page[name] for name in fields)):
        yield {"drug": variant["drug"], **dict(zip(fields, words, strict=True))}
