"""Shared vectors, [variant, answer, grade], of every kind: Python's grades, for another grader to be held to."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from attrs import astuple

from netlearn.items import generate, grade
from netlearn.items.kinds import kinds
from netlearn.items.variant import Grade, Variant
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
MOST = 30  # of the answers that a kind calls right, or wrong and so on


@cache
def vectors() -> list[tuple[Variant, Any, Grade]]:
    """The vectors, always the same; no test may change them."""
    return [(variant, answer, grade(variant, answer)) for variant in variants() for answer in answers(variant)]


def variants() -> Iterator[Variant]:
    """Three variants of each example, and every seventh target of the tables."""
    for item in items().values():
        yield from (generate(item, seed) for seed in SEEDS)
    yield from (asked(*target) for target in TARGETS[::EVERY])


def answers(variant: Variant) -> Iterator[Any]:
    """Answers to a variant: right, wrong, half right and none at all."""
    yield from RUBBISH
    for some in astuple(kinds()[variant.kind].candidates(variant), recurse=False):
        yield from islice(some, MOST)
