"""The right answer to any variant, and wrong ones, so that every item of the bank can be answered by a test."""

from collections.abc import Iterator
from typing import Any

from netlearn.items.variant import Variant
from netlearn.items.kind import Candidates
from netlearn.items.kinds import kinds


def right(variant: Variant) -> Any:
    """An answer that the variant's own key says is right."""
    return next(iter(candidates(variant).right))


def wrong(variant: Variant) -> Iterator[Any]:
    """Every wrong answer that the item's author has written something about: each is worth nothing."""
    yield from candidates(variant).wrong


def candidates(variant: Variant) -> Candidates:
    """What the variant's kind says that people might answer."""
    return kinds()[variant.kind].candidates(variant)
