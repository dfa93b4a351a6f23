"""Items for Moodle, as its own XML: choice, several choices, numbers with a unit, one order, and matching.

Each item is a category of its variants, from which a quiz draws one at random. Moodle XML has no schema of its own;
the tests read the file back as Moodle's import does. What Moodle cannot ask, or would call wrong, is left out.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from netlearn.errors import NetlearnError
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs.lms import CODE, Export, UnfitError, about, keyed, questions_of
from netlearn.items import load_items
from netlearn.items.item import Item
from netlearn.items.kind import LmsChoice, LmsMatching, LmsNumber, LmsOrder, LmsQuestion
from netlearn.items.variant import Variant
from netlearn.markup import Html
from netlearn.naming import chapter_named

__all__ = ["write_moodle"]

_MOST_RIGHT = 10  # right options whose share Moodle knows as a grade
_DIGITS = 12  # of a number; Moodle's own are those of a double


def write_moodle(exercises: Path, chapter: str, out: Path, variants: int = 4) -> Export:
    """Write the items in force of a chapter below the folder of exercises.

    Raises NetlearnError for a chapter without exercises or without an item for Moodle.
    """
    bank = Exercises(exercises)
    chapter = chapter_named(chapter, bank.chapters())
    left_out = [(f"{chapter}/{slug}@{version}", CODE) for slug, version in bank.tasks(chapter)]
    loaded, quiz, written, count = load_items(exercises, chapter), Element("quiz"), list[str](), 0
    for slug, version in bank.items(chapter):
        name = f"{chapter}/{slug}@{version}"
        try:
            made = _questions(loaded[f"{slug}@{version}"], variants)
        except UnfitError as reason:
            left_out.append((name, str(reason)))
            continue
        quiz.extend([_category(name), *made])
        written.append(name)
        count += len(made)
    if not written:
        raise NetlearnError(f"{chapter}: no item fits Moodle; accepted: a chapter with other items than code")
    indent(quiz)
    ElementTree(quiz).write(out, encoding="utf-8", xml_declaration=True)
    return Export(tuple(written), count, tuple(left_out))


def _category(name: str) -> Element:
    made = Element("question", type="category")
    _text(SubElement(made, "category"), f"$course$/top/netlearn/{name}")
    _text(SubElement(made, "info", format="html"), _html([about()]))
    return made


def _questions(item: Item, variants: int) -> list[Element]:
    return [_question(item, variant, question) for variant, question in questions_of(item, variants)]


def _question(item: Item, variant: Variant, question: LmsQuestion) -> Element:
    kind, parts = _body(question)
    made = Element("question", type=kind)
    _text(SubElement(made, "name"), f"{item.title} [{keyed(item, variant)}]")
    _text(SubElement(made, "questiontext", format="html"), _html(_asked(variant, question)))
    for name, value in (("defaultgrade", "1"), ("penalty", "0"), ("hidden", "0"), ("idnumber", keyed(item, variant))):
        SubElement(made, name).text = value
    made.extend(parts)
    _text(SubElement(SubElement(made, "tags"), "tag"), "netlearn")
    return made


def _asked(variant: Variant, question: LmsQuestion) -> list[str]:
    unit = question.unit if isinstance(question, LmsNumber) else ""
    return [variant.stem, *variant.given, *([f"Write the number with its unit, {unit}."] if unit else [])]


def _body(question: LmsQuestion) -> tuple[str, list[Element]]:
    """Return Moodle's type of a question, and what only that type has."""
    if isinstance(question, LmsChoice):
        return "multichoice", list(_choice(question))
    if isinstance(question, LmsNumber):
        return "numerical", list(_number(question))
    if isinstance(question, LmsOrder):
        return "ordering", list(_order(question))
    return "matching", list(_matching(question))


def _choice(question: LmsChoice) -> Iterator[Element]:
    """Ticks as the course counts them: right ones less wrong ones, out of the right ones, never below nothing."""
    rights = sum(option.right for option in question.options)
    if rights > _MOST_RIGHT:
        raise UnfitError(f"Moodle has no grade for one of {rights} right options")
    yield _plain("single", "false" if question.several else "true")
    yield _plain("shuffleanswers", "true")
    yield _plain("answernumbering", "abc")
    for option in question.options:
        share = Fraction(100, rights) if option.right else Fraction(-100 * question.several, rights)
        yield _answer(_html([option.text]), share, option.feedback, "html")


def _number(question: LmsNumber) -> Iterator[Element]:
    middle, reach = (question.low + question.high) / 2, (question.high - question.low) / 2
    made = _answer(_decimal(middle), Fraction(100), [question.right], "moodle_auto_format")
    SubElement(made, "tolerance").text = _decimal(reach)
    yield made
    yield _answer("*", Fraction(0), [question.wrong], "moodle_auto_format")
    if question.unit:
        units = Element("units")
        unit = SubElement(units, "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = question.unit
        yield units
    yield _plain("unitgradingtype", "0")
    yield _plain("unitpenalty", "0")
    yield _plain("showunits", "0" if question.unit else "3")  # 0: written by the learner, 3: none
    yield _plain("unitsleft", "0")


def _order(question: LmsOrder) -> Iterator[Element]:
    if not question.is_only_one:
        raise UnfitError("several orders are right, and Moodle knows one")
    for name, value in (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("selectcount", "0"),
                        ("gradingtype", "RELATIVE_ALL_PREVIOUS_AND_NEXT"), ("showgrading", "1"),
                        ("numberingstyle", "none")):  # fmt: skip
        yield _plain(name, value)
    for number, step in enumerate(question.steps, start=1):
        made = Element("answer", fraction=f"{number}", format="html")
        _text(made, _html([step]), own=True)
        yield made


def _matching(question: LmsMatching) -> Iterator[Element]:
    yield _plain("shuffleanswers", "true")
    for row, group in question.pairs:
        made = Element("subquestion", format="html")
        _text(made, _html([row]), own=True)
        _text(SubElement(made, "answer"), group)
        yield made
    for group in question.others:  # offered, and fitting nothing
        made = Element("subquestion", format="html")
        _text(made, "", own=True)
        _text(SubElement(made, "answer"), group)
        yield made


def _answer(text: str, share: Fraction, feedback: Sequence[str], format: str) -> Element:
    made = Element("answer", fraction=f"{float(share):.7g}", format=format)
    _text(made, text, own=True)
    _text(SubElement(made, "feedback", format="html"), _html([each for each in feedback if each]))
    return made


def _plain(name: str, value: str) -> Element:
    made = Element(name)
    made.text = value
    return made


def _text(parent: Element, text: str, own: bool = False) -> None:
    """Put a text into an element as Moodle has it, in an element of its own."""
    SubElement(parent, "text").text = text


def _html(paragraphs: Sequence[str]) -> str:
    return str(Html("<p>{}</p>").each(paragraphs))


def _decimal(number: Fraction) -> str:
    return f"{float(number):.{_DIGITS}g}"
