"""Items for a learning management system: a chapter's choice and numeric items as a QTI 1.2 zip, by way of text2qti.

Each item is a group from which a learner is given one variant, worth one point. The zip's own identifiers are
text2qti's, which every learning system takes. What a learning system cannot ask, or would grade
otherwise, is left out and named.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from netlearn.errors import InputError, NetlearnError
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs import extra
from netlearn.grader.outputs.lms import CODE, Export, UnfitError, about, keyed, questions_of
from netlearn.items import Item, load_items
from netlearn.items.kind import LmsChoice, LmsMatching, LmsNumber, LmsOrder
from netlearn.items.variant import Variant

__all__ = ["write_qti"]

#: text2qti's marks of a right and a wrong option, of which one or several may be chosen; it numbers them by itself.
_MARKS = {False: ("*a)", "b)"), True: ("[*]", "[ ]")}
_PLACES = 10**4  # text2qti keeps four decimals
#: What QTI 1.2 has no question for that grades as the course does.
_UNASKED = {LmsOrder: "steps cannot be put in order", LmsMatching: "groups cannot be chosen"}


def write_qti(exercises: Path, chapter: str, out: Path, variants: int = 4) -> Export:
    """Write the items in force of a chapter below the folder of exercises.

    Raises NetlearnError for a chapter without exercises or without an item for the zip.
    """
    bank = Exercises(exercises)
    if chapter not in bank.chapters():
        raise InputError("chapter", chapter, ", ".join(bank.chapters()) or "a chapter below --exercises")
    left_out = [(f"{chapter}/{slug}@{version}", CODE) for slug, version in bank.tasks(chapter)]
    loaded, seen = load_items(exercises, chapter), set[str]()
    groups: dict[str, list[str]] = {}
    for slug, version in bank.items(chapter):
        name = f"{chapter}/{slug}@{version}"
        try:
            groups[name] = _questions(loaded[f"{slug}@{version}"], variants, seen)
        except UnfitError as reason:
            left_out.append((name, str(reason)))
    if not groups:
        raise NetlearnError(f"{chapter}: no item fits a learning system; accepted: choice and numeric items")
    _save(chapter, groups, out)
    return Export(tuple(groups), sum(map(len, groups.values())), tuple(left_out))


def _save(chapter: str, groups: dict[str, list[str]], out: Path) -> None:
    lines = [f"Quiz title: {chapter}", f"Quiz description: {_literal(about())}", ""]
    for questions in groups.values():
        lines += ["GROUP", "pick: 1", "points per question: 1", "", *questions, "END_GROUP", ""]
    config = extra.module("text2qti.config").Config()  # as it is made: loading it would write to the user's home
    quiz = extra.module("text2qti.quiz").Quiz("\n".join(lines), config=config)
    quiz.points_possible = len(groups)  # it adds up all variants, of which a learner is given one
    extra.module("text2qti.qti").QTI(quiz).save(out)


def _questions(item: Item, variants: int, seen: set[str]) -> list[str]:
    """Return an item's variants as text2qti reads them; text2qti takes no question text twice."""
    made = []
    for variant, question in questions_of(item, variants):
        if isinstance(question, LmsOrder | LmsMatching):
            raise UnfitError(_UNASKED[type(question)])
        body = _body(variant, question)
        if body not in seen:
            seen.add(body)
            title = f"Title: {_line(item.title)} [{keyed(item, variant)}]"
            made.append("\n".join([title, "Points: 1", body, *_answer(question), ""]))
    if not made:
        raise UnfitError("its question reads like that of another item")
    return made


def _body(variant: Variant, question: LmsChoice | LmsNumber) -> str:
    """Return the stem, what is given, and for a number its unit, which a learning system does not read."""
    parts = [variant.stem, *variant.given]
    if isinstance(question, LmsNumber):
        unit = f" in {question.unit}" if question.unit else ""
        parts.append(f"Write the number alone{unit}, with a decimal point.")
    return "1.  " + "\n\n    ".join(map(_literal, parts))


def _answer(question: LmsChoice | LmsNumber) -> Iterator[str]:
    if isinstance(question, LmsNumber):
        yield from (_said("+", [question.right]), _said("-", [question.wrong]), f"=   [{_range(question)}]")
        return
    right, wrong = _MARKS[question.several]
    for option in question.options:
        yield f"{right if option.right else wrong}  {_literal(option.text)}"
        yield _said("...", option.feedback)


def _said(marker: str, texts: Sequence[str]) -> str:
    """Return a line of feedback; an empty one where there is nothing to say."""
    text = " ".join(_literal(text) for text in texts if text)
    return f"{marker}  {text}" if text else ""


def _range(number: LmsNumber) -> str:
    """Return the ends, rounded outwards to text2qti's decimals. Raises UnfitError where that is too coarse."""
    low, high = number.low, number.high
    ends = Fraction((low * _PLACES).__floor__(), _PLACES), Fraction((high * _PLACES).__ceil__(), _PLACES)
    if low < Fraction(1, _PLACES):
        raise UnfitError("a learning system reads no number below 0.0001")
    if (low - ends[0]) + (ends[1] - high) > low / 1000:
        raise UnfitError("its number needs more than the four decimals of a learning system")
    return ", ".join(f"{float(end):.4f}" for end in ends)


def _line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def _literal(text: str) -> str:
    """Write a text so that Markdown, HTML and text2qti's own marks leave it as it is.

    >>> _literal("a * b")
    'a &#42; b'
    """
    return re.sub(r"[!-+\--/:-@\[-`{-~]", lambda found: f"&#{ord(found[0])};", _line(text))
