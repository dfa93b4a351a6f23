"""Checks the crisis card: nothing on it without a source or the words that it has none, and nothing of it left out.

Until a clinician and a date are named, screen and paper say that it is unsigned: its one template prints its status.
The dose of 2012 stands only beside what 2026 says, and no rate and no second-hand number stands here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netlearn import evidence, knowledge, prose
from netlearn.checks.citations import LOOK_UPS, unknown_id
from netlearn.checks.contents import pages
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.crisis.card import FILE, GOOD_PRACTICE, CardLine, CardStep, CrisisCard, read_card, signature
from netlearn.editions import edition_ids

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
    yield from _signed(card)
    for step, written in zip(card.steps, raw["step"], strict=True):
        for line, source in zip(step.lines, written["line"], strict=True):
            yield from _of_line(line, step)
            yield from _numbers(source["text"], step)
        yield from _together(step)
    if not any(PRINTED_DOSE in line.facts for step in card.steps for line in step.lines):
        yield Fault(FILE, "octreotide", "facts", f"{PRINTED_DOSE} is not cited: the card is never shortened")


def _signed(card: CrisisCard) -> Iterator[Fault]:
    if card.sign_off and not signature(card.sign_off)[0]:
        says = f'{card.sign_off!r} names no clinician with a date; accepted: "" or "Dr Name, 2026-12-31"'
        yield Fault(FILE, "", "sign_off", says)


def _of_line(line: CardLine, step: CardStep) -> Iterator[Fault]:
    for field in LOOK_UPS:
        for id in getattr(line, field):
            yield from unknown_id(field, id, step.id, FILE, field)
    if bool(line.sources) == bool(line.basis) or line.basis not in ("", GOOD_PRACTICE):
        says = f"{line.text!r} cites {', '.join(line.sources) or 'nothing'}"
        yield Fault(FILE, step.id, "basis", f'{says}; accepted: sources, or basis = "{GOOD_PRACTICE}"')
    if line.edition not in ("", *edition_ids()):
        yield Fault(FILE, step.id, "edition", f"{line.edition!r} is no edition; accepted: {', '.join(edition_ids())}")


def _numbers(text: str, step: CardStep) -> Iterator[Fault]:
    """Yield the numbers that have no place on the card: rates, and what was read only where it is quoted."""
    for placeholder in prose.PLACEHOLDER.findall(text):
        id = placeholder.partition(":")[0]
        entry = evidence.fact(id) if id in evidence.facts() else evidence.figure(id)
        unit = entry.value.unit if entry.value else ""
        if "per hour" in unit:
            yield Fault(FILE, step.id, "text", f"{{{placeholder}}} is a rate; no rate stands on the card")
        if entry.checked in ("second-hand", "recalled"):
            yield Fault(FILE, step.id, "text", f"{{{placeholder}}} is {entry.checked}; accepted: what was read")


def _together(step: CardStep) -> Iterator[Fault]:
    """Yield where the dose of 2012 stands without its doubt, or without what 2026 says beside it."""
    doses = [line for line in step.lines if PRINTED_DOSE in line.facts]
    if any(_NOT_CONFIRMED not in line.text for line in doses):
        yield Fault(FILE, step.id, "text", f'the dose of {PRINTED_DOSE} is not said to be "{_NOT_CONFIRMED}"')
    if doses and not any(line.edition == "2026" and "mccully-2024" in line.updates for line in step.lines):
        yield Fault(FILE, step.id, "line", f"the dose of {PRINTED_DOSE} stands without the line of 2026 (mccully-2024)")
