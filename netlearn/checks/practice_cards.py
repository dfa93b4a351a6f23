"""Checks the cards "In practice": whole, sourced line by line, no dose that was not read, and unsigned until signed.

That the chapter shows the card with its status is checked with the chapter.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from netlearn import evidence, knowledge
from netlearn.checks.card_lines import hearsay, of_line, signed
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.urgent_calls import typed_calls
from netlearn.clinic.practice import FOLDER, PARTS, PracticeCard, read_practice
from netlearn.clinic.urgency import with_calls

NURSE_LINES = 2
DOSES = ("mg", "microgram", "g", "GBq", "mg per day", "microgram per day", "ml")


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each card."""
    for file in knowledge.names(FOLDER):
        section = file.partition("/")[2].removesuffix(".toml")
        yield from faults_in(file, lambda file=file, section=section: of_card(knowledge.load(file), section))


def of_card(raw: Any, section: str) -> Iterator[Fault]:
    """Yield what is wrong with a card as its file has it."""
    card, file = read_practice(raw, section), f"{FOLDER}/{section}.toml"
    yield from signed(card.sign_off, file)
    yield from _whole(card, file)
    for part, written in zip(card.parts, raw["part"], strict=True):
        for line, source in zip(part.lines, written["line"], strict=True):
            yield from of_line(line, part, file)
            yield from hearsay(with_calls(source["text"], file), part, file, DOSES)
            yield from typed_calls(source["text"], part, file)


def _whole(card: PracticeCard, file: str) -> Iterator[Fault]:
    if card.section not in evidence.sections():
        yield Fault(file, "", "file", f"{card.section!r} is no section of the review")
    found = tuple(part.id for part in card.parts)
    if found != tuple(PARTS):
        yield Fault(file, "", "part", f"has {', '.join(found)}; accepted, in this order: {', '.join(PARTS)}")
    nurse = [len(part.lines) for part in card.parts if part.id == "nurse"]
    if nurse and nurse != [NURSE_LINES]:
        yield Fault(file, "nurse", "line", f"{nurse[0]} lines; accepted: {NURSE_LINES}")
    try:
        date.fromisoformat(card.updated)
    except (TypeError, ValueError):
        yield Fault(file, "", "updated", f"{card.updated!r} is no day; accepted: a day such as 2026-11-28")
