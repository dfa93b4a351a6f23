"""Shared vectors, [variant, answer, grade], of every kind: Python's grades, for another grader to be held to."""

from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from netlearn.clinic.liver import SEGMENTS
from netlearn.items import generate, grade
from netlearn.items.item import Json
from tests.items.bank import TARGETS, asked, items

RUBBISH: list[Any] = [
    None,
    "",
    [],
    {},
    "dont-know",
    ["dont-know"],
    "no such answer",
    3,
    1.5,
    True,
    [1],
    [None],
    {"a": 1},
]
SEEDS = ("0", "1", "2")
EVERY = 7  # of the targets of all tables, one in so many
MENUS = [
    ("octreotide", "short-acting", "150 microgram", "SC", "three-times-a-day"),
    ("octreotide", "short-acting", "0.15 mg", "SC", "three-times-a-day"),
    ("octreotide", "short-acting", "150 mg", "SC", "three-times-a-day"),
    ("octreotide", "short-acting", "150 microgram", "IV", "three-times-a-day"),
    ("octreotide", "short-acting", "150 microgram", "SC", "once-a-day"),
    ("octreotide", "short-acting", "100 microgram", "SC", "three-times-a-day"),
    ("octreotide", "LAR", "30 mg", "IM", "every-28-days"),
    ("lanreotide", "short-acting", "120 mg", "SC", "every-28-days"),
    ("lanreotide", "LAR", "120 mg", "SC", "every-28-days"),
]
AMOUNTS = [
    "4.1 cm",
    "41 mm",
    "41\u00a0mm",
    "0.041 m",
    "4 cm",
    "3.1 cm",
    "41 cm",
    "4.1",
    "4,1 cm",
    "-4.1 cm",
    "4.1 kg",
    "cm",
]
MAPS: list[Json] = [
    {"VI": "dominant", "II": "small"},
    {"VI": "dominant", "V": "small"},
    {"VI": "small", "II": "small"},
    {"VI": "small", "II": "small", "diffuse_multifocal": True},
    {"VI": "dominant", "diffuse_multifocal": True},
    {"VI": "none"},
    {"VI": "huge"},
    {"IX": "small"},
]


def vectors() -> list[tuple[Json, Any, Json]]:
    """The vectors, always the same."""
    return [(variant, answer, grade(variant, answer)) for variant in variants() for answer in answers(variant)]


def variants() -> Iterator[Json]:
    """Three variants of each example, and every seventh target of the tables."""
    for item in items().values():
        yield from (generate(item, seed) for seed in SEEDS)
    yield from (asked(*target) for target in TARGETS[::EVERY])


def answers(variant: Json) -> Iterator[Any]:
    """Answers to a variant: right, wrong, half right and none at all."""
    yield from RUBBISH
    kind = variant["kind"]
    if kind in ("choice", "classify", "multiple"):
        ids = [each["id"] for each in variant["options"]]
        yield from (
            ids if kind != "multiple" else [variant["key"], ",".join(variant["key"]), *([id] for id in ids), ids[:-1]]
        )
    elif kind == "order":
        yield from (list(order) for order in permutations([each["id"] for each in variant["steps"]]))
        yield [variant["steps"][0]["id"]]
    elif kind == "find-error":
        spans = [each["id"] for each in variant["spans"]]
        yield from spans
        yield from ({"span": s, "correction": c["id"]} for s in spans for c in variant["correction"]["options"])
        yield from ({"span": spans[0], "correction": None}, {"span": "x"}, {"correction": "microgram"})
    elif kind == "quantity":
        yield from AMOUNTS
    elif kind == "place":
        yield from MAPS
    elif kind == "resect":
        yield from (list(chosen) for count in (1, 2, 3, 4, 8) for chosen in combinations(SEGMENTS, count))
        yield from ("VI, II", ["IX"], ["VI", "VI"])
    else:
        fields = ("drug", "formulation", "dose", "route", "frequency")
        yield from (dict(zip(fields, menu, strict=True)) for menu in MENUS)
        yield {"drug": "octreotide", "dose": "150"}
