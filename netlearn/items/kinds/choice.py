"""One option of several: authored ones, or those that a table gives (see ``classify``)."""

from netlearn.items.common import (
    DONT_KNOW,
    check_edition,
    check_options,
    draw_for,
    graded,
    laid_out,
    one_of,
    variant,
)
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, LmsChoice, LmsOption, texts_of
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant

KEYS = ("stems", "given", "edition", "keep_order", "option")


def check(reader: FieldReader) -> Body:
    """The body of a choice item; exactly one option is right."""
    body = check_body(reader)
    if sum(each["right"] for each in body["option"]) != 1:
        reader.refuse("option", "several right ones", "one with right = true; kind 'multiple' takes several")
    return body


def check_body(reader: FieldReader) -> Body:
    """The body of an item with options, of which at least one is right."""
    edition = check_edition(reader)
    return {
        "edition": edition,
        "stems": reader.texts("stems", least=1),
        "given": reader.texts("given"),
        "keep_order": reader.flag("keep_order"),
        "option": check_options(reader, "option", edition),
    }


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the stems, and the options in an order of their own."""
    draw, options = draw_for(item, seed), item.body["option"]
    stem = draw.pick(item.body["stems"])
    shown = laid_out(options, draw, item.body["keep_order"])
    key = [each["id"] for each in options if each["right"]]
    return variant(item, seed, stem, "one of the options", options=shown, key=key)


def parse(variant: Variant, answer: object) -> str:
    """The id of the chosen option. Raises InputError for anything else."""
    return one_of(answer, [each["id"] for each in variant["options"]])


def grade(variant: Variant, answer: str) -> Grade:
    """Right or wrong, with the chosen option's feedback."""
    chosen = next(each for each in variant["options"] if each["id"] == answer)
    danger = bool(chosen.get("dangerous"))
    score = int(answer in variant["key"])
    because = "" if score else variant.get("because", "")  # a table's reason; the right option gives it itself
    evidence = [*chosen["evidence"], *variant.get("evidence", ())]
    flips = chosen.get("flips", "")
    return graded(score, [chosen["feedback"], because], evidence, dangerous=danger, flips=flips)


def candidates(variant: Variant) -> Candidates:
    """Every option."""
    return Candidates(right=variant["key"], wrong=wrong_options(variant), unread=["no such option", variant["key"]])


def wrong_options(variant: Variant) -> list[str]:
    """The options that are wrong; not to know is not."""
    return [each["id"] for each in variant["options"] if each["id"] not in (*variant["key"], DONT_KNOW)]


def offered(variant: Variant) -> list[str]:
    """The options."""
    return texts_of(variant["options"])


def words(variant: Variant, answer: str) -> str:
    """The chosen option's text."""
    return texts_of(variant["options"], [answer])[0]


def lms(variant: Variant) -> LmsChoice:
    """The options; a wrong one also says why the right one is right, where a table does."""
    because = variant.get("because", "")
    return LmsChoice(tuple(_lms_option(each, each["id"] in variant["key"], because) for each in variant["options"]))


def _lms_option(option: Json, right: bool, because: str) -> LmsOption:
    return LmsOption(option["text"], right, (option["feedback"], "" if right else because))


KIND = ItemKind(KEYS, check, generate, parse, grade, candidates, words, lms, offered, open_parts=("options",))
