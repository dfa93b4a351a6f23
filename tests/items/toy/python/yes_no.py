"""A kind that no file of netlearn knows: a sentence that holds or does not."""

from netlearn.items.common import draw_for, graded, one_of, variant
from netlearn.items.item import Body, Item
from netlearn.items.kind import Candidates, ItemKind, LmsChoice, LmsOption
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant

WORDS = ("yes", "no")


def check(reader: FieldReader) -> Body:
    """The body: sentences that say the same, whether they hold, and why."""
    return {
        "stems": reader.texts("stems", least=1),
        "holds": reader.flag("holds"),
        "because": reader.text("because"),
    }


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the sentences."""
    body = item.body
    key = "yes" if body["holds"] else "no"
    said = {"feedback": body["because"], "evidence": list(item.facts)}
    return variant(item, seed, draw_for(item, seed).pick(body["stems"]), "yes or no", key=key, said=said)


def parse(variant: Variant, answer: object) -> str:
    """The word."""
    return one_of(answer, WORDS)


def grade(variant: Variant, answer: str) -> Grade:
    """Right or wrong."""
    return graded(int(answer == variant["key"]), [variant["said"]["feedback"]], variant["said"]["evidence"])


def candidates(variant: Variant) -> Candidates:
    """Both words."""
    return Candidates([variant["key"]], wrong=[each for each in WORDS if each != variant["key"]], unread=["perhaps"])


def words(variant: Variant, answer: str) -> str:
    """The word."""
    return answer


def lms(variant: Variant) -> LmsChoice:
    """Both words, of which one is chosen."""
    said = (variant["said"]["feedback"],)
    return LmsChoice(tuple(LmsOption(word, word == variant["key"], said) for word in WORDS))


KIND = ItemKind(("stems", "holds", "because"), check, generate, parse, grade, candidates, words, lms)
