"""What the exports to learning systems share: which question an item asks there, its key, and its licence."""

from collections.abc import Iterator

from attrs import frozen

from netlearn.items import Item, pool
from netlearn.items.answers import AnswerKey
from netlearn.items.kind import LmsQuestion
from netlearn.items.kinds import kinds
from netlearn.items.variant import Variant
from netlearn.words import say

__all__ = ["CODE", "LICENCE", "Export", "UnfitError", "about", "keyed", "questions_of"]

CODE = "code cannot be run"
LICENCE = (
    "From the course netlearn, Creative Commons Attribution 4.0 International (CC BY 4.0); adapted, with corrections, "
    "from Macedo and others, ISRN Hepatology 2013;2013:702167. Education, not medical advice."
)


@frozen
class Export:
    """What a file holds: the items, the number of their variants, and each item that is left out, with the reason.

    Items are named ``chapter/slug@version``; each question's title ends in the key of an answer to it.
    """

    items: tuple[str, ...]
    questions: int
    left_out: tuple[tuple[str, str], ...]


class UnfitError(Exception):
    """Why an item cannot be asked in a learning system."""


def about() -> str:
    """Return what a learning system is to say of all questions: whose they are, and what a mark is worth."""
    return f"{LICENCE} {say('quiz', 'formative')}"


def questions_of(item: Item, variants: int) -> Iterator[tuple[Variant, LmsQuestion]]:
    """Yield an item's variants with the question that a system asks. Raises UnfitError where it can ask none."""
    asks = kinds()[item.kind].lms
    if isinstance(asks, str):
        raise UnfitError(asks)
    for variant in pool(item, map(str, range(variants))):
        question = asks(variant)
        if isinstance(question, str):
            raise UnfitError(question)
        yield variant, question


def keyed(item: Item, variant: Variant) -> str:
    """Return the key of an answer to a variant: by it what a learning system reports can be told apart and graded."""
    return str(AnswerKey(item.chapter, item.slug, item.version, variant.seed))
