"""One or more options of several."""

from fractions import Fraction

from attrs import evolve

from netlearn.items.common import DONT_KNOW, graded, refuse, several_of
from netlearn.items.item import Item
from netlearn.items.kind import Candidates, LmsChoice, texts_of
from netlearn.items.kinds import choice
from netlearn.items.variant import Grade, Variant
from netlearn.words import say


def generate(item: Item, seed: str) -> Variant:
    """A variant, as of a choice."""
    return evolve(choice.generate(item, seed), accepted="one or more of the options")


def parse(variant: Variant, answer: object) -> list[str]:
    """The ids of the ticked options; "I don't know" stands alone. Raises InputError for anything else."""
    ticked = several_of(answer, [each["id"] for each in variant["options"]])
    if DONT_KNOW in ticked:
        raise refuse(answer, "options, or 'dont-know' alone")
    return ticked


def grade(variant: Variant, answer: list[str]) -> Grade:
    """Right ticks less wrong ones, out of the right options; never below 0. Feedback comes in the options' order."""
    key, ticked = set(variant["key"]), set(answer)
    score = Fraction(max(0, len(ticked & key) - len(ticked - key)), len(key))
    chosen = [each for each in variant["options"] if each["id"] in ticked]
    missed = len(key - ticked)
    more = [say("kind", "missed", count=missed) if missed else ""]
    return graded(
        score,
        [*(each["feedback"] for each in chosen), *more],
        [id for each in chosen for id in each["evidence"]],
        dangerous=any(each.get("dangerous") for each in chosen),
    )


def candidates(variant: Variant) -> Candidates:
    """All that are right, in any form; each alone; and what cannot be ticked together."""
    key, ids = variant["key"], [each["id"] for each in variant["options"]]
    return Candidates(
        right=[key, ",".join(key), key[::-1]],
        partly=[[id] for id in key] if len(key) > 1 else [],
        wrong=[[id] for id in choice.wrong_options(variant)],
        unread=["no such option", [*key, key[0]], [*key, DONT_KNOW], ids],
        others=[ids[:-1]],
    )


def words(variant: Variant, answer: list[str]) -> str:
    """The texts of the ticked options."""
    return "; ".join(texts_of(variant["options"], answer))


def lms(variant: Variant) -> LmsChoice:
    """The options, of which several may be ticked."""
    return evolve(choice.lms(variant), several=True)


KIND = evolve(
    choice.KIND,
    check=choice.check_body,
    generate=generate,
    parse=parse,
    grade=grade,
    candidates=candidates,
    words=words,
    lms=lms,
)
