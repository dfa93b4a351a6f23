"""Choice and multiple choice: authored options, or those that a table gives (see ``classify``)."""

from fractions import Fraction

from netlearn.items.common import (
    DONT_KNOW,
    check_edition,
    check_options,
    draw_for,
    graded,
    laid_out,
    one_of,
    refuse,
    several_of,
    variant,
)
from netlearn.items.item import Body, Item, Json
from netlearn.items.reading import FieldReader

KEYS = ("stems", "given", "edition", "keep_order", "option")


def check(reader: FieldReader) -> Body:
    """The body of a choice item; exactly one option is right."""
    body = check_many(reader)
    if sum(each["right"] for each in body["option"]) != 1:
        reader.refuse("option", "several right ones", "one with right = true; kind 'multiple' takes several")
    return body


def check_many(reader: FieldReader) -> Body:
    """The body of a multiple-choice item."""
    edition = check_edition(reader)
    return {
        "edition": edition,
        "stems": reader.texts("stems", least=1),
        "given": reader.texts("given"),
        "keep_order": reader.flag("keep_order"),
        "option": check_options(reader, "option", edition),
    }


def generate(item: Item, seed: str) -> Json:
    """A variant: one of the stems, and the options in an order of their own."""
    draw, options = draw_for(item, seed), item.body["option"]
    stem = draw.pick(item.body["stems"])
    shown = laid_out(options, draw, item.body["keep_order"])
    what = "one of the options" if item.kind == "choice" else "one or more of the options"
    return variant(item, seed, stem, what, options=shown, key=[each["id"] for each in options if each["right"]])


def parse(variant: Json, answer: object) -> str:
    """The id of the chosen option. Raises InputError for anything else."""
    return one_of(answer, [each["id"] for each in variant["options"]])


def grade(variant: Json, answer: str) -> Json:
    """Right or wrong, with the chosen option's feedback."""
    chosen = next(each for each in variant["options"] if each["id"] == answer)
    danger = bool(chosen.get("dangerous"))
    score = int(answer in variant["key"])
    because = "" if score else variant.get("because", "")  # a table's reason; the right option gives it itself
    evidence = [*chosen["evidence"], *variant.get("evidence", ())]
    flips = chosen.get("flips", "")
    return graded(score, [chosen["feedback"], because], evidence, dangerous=danger, flips=flips)


def parse_many(variant: Json, answer: object) -> list[str]:
    """The ids of the ticked options; "I don't know" stands alone. Raises InputError for anything else."""
    ticked = several_of(answer, [each["id"] for each in variant["options"]])
    if DONT_KNOW in ticked:
        raise refuse(answer, "options, or 'dont-know' alone")
    return ticked


def grade_many(variant: Json, answer: list[str]) -> Json:
    """Right ticks less wrong ones, out of the right options; never below 0. Feedback comes in the options' order."""
    key, ticked = set(variant["key"]), set(answer)
    score = Fraction(max(0, len(ticked & key) - len(ticked - key)), len(key))
    chosen = [each for each in variant["options"] if each["id"] in ticked]
    missed = len(key - ticked)
    more = [f"{missed} more to find." if missed else ""]
    return graded(
        score,
        [*(each["feedback"] for each in chosen), *more],
        [id for each in chosen for id in each["evidence"]],
        dangerous=any(each.get("dangerous") for each in chosen),
    )
