"""Checks the crisis card: nothing on it without a source or the words that it has none, and nothing of it left out.

Until a clinician and a date are named, screen and paper say that it is unsigned: its one template prints its status.
The dose of 2012 stands only beside what 2026 says, and no rate and no second-hand number stands here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netlearn import knowledge
from netlearn.checks.card_lines import hearsay, of_line, signed
from netlearn.checks.contents import pages
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.card_lines import CardStep
from netlearn.clinic.crisis.card import FILE, read_card

TEMPLATE = "netlearn/site/templates/crisis-card.html"
_PRINTS = Path(__file__).parents[2] / TEMPLATE  # of this package, whatever course is checked
PAGE = "book/crisis-card"
STATUS = "{{ card.status }}"
PRINTED_DOSE = "3.1-48"
_NOT_CONFIRMED = "not confirmed"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the card, its template and its page."""
    yield from faults_in(FILE, lambda: of_card(knowledge.load(FILE)))
    yield from faults_in(TEMPLATE, lambda: of_template(_PRINTS.read_text(encoding="utf-8")))
    yield from faults_in("_toc.yml", lambda: of_contents(pages(course())))


def of_template(text: str) -> Iterator[Fault]:
    """Yield a fault where the card is written without who signed it.

    >>> print(*of_template("<h2>{{ card.title }}</h2>"))  # doctest: +ELLIPSIS
    netlearn/site/templates/crisis-card.html: sign_off: does not print {{ card.status }}; ...
    """
    if text.count(STATUS) != 1:
        yield Fault(TEMPLATE, "", "sign_off", f"does not print {STATUS}; accepted: once, for screen and paper")


def of_contents(listed: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a fault where the card has no page of its own, for readers without JavaScript."""
    if PAGE not in listed:
        yield Fault("_toc.yml", PAGE, "", "is not listed; the crisis card needs its own page")


def of_card(raw: Any) -> Iterator[Fault]:
    """Yield what is wrong with a card as its file has it."""
    card = read_card(raw)
    yield from signed(card.sign_off, FILE)
    for step, written in zip(card.steps, raw["step"], strict=True):
        for line, source in zip(step.lines, written["line"], strict=True):
            yield from of_line(line, step, FILE)
            yield from hearsay(source["text"], step, FILE)
        yield from _together(step)
    if not any(PRINTED_DOSE in line.facts for step in card.steps for line in step.lines):
        yield Fault(FILE, "octreotide", "facts", f"{PRINTED_DOSE} is not cited: the card is never shortened")


def _together(step: CardStep) -> Iterator[Fault]:
    """Yield where the dose of 2012 stands without its doubt, or without what 2026 says beside it."""
    doses = [line for line in step.lines if PRINTED_DOSE in line.facts]
    if any(_NOT_CONFIRMED not in line.text for line in doses):
        yield Fault(FILE, step.id, "text", f'the dose of {PRINTED_DOSE} is not said to be "{_NOT_CONFIRMED}"')
    if doses and not any(line.edition == "2026" and "mccully-2024" in line.updates for line in step.lines):
        yield Fault(FILE, step.id, "line", f"the dose of {PRINTED_DOSE} stands without the line of 2026 (mccully-2024)")
