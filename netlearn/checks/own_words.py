"""Checks what stories.toml says of answers and whom vignettes.toml calls unlikely: none speaks of nothing.

A row that names a table, an answer or a value that there is not would never be said, and nobody would miss it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.stories import can_be, tables
from netlearn.decision import load, names
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.decision.unary import UnaryTest
from netlearn.editions import edition_ids
from netlearn.items import phrases, stories
from netlearn.items.common import CONFLICT, NOT_STATED

SAID = ("says", "if", "is", "short", "at", "has", "well", "unknown", "openings", "questions")


def faults() -> Iterator[Fault]:
    """Yield each row that could never be said, and each text with words that are never to be written."""
    for kind, rows in (
        ("refused", stories.refusals()),
        ("also", stories.additions()),
        ("harmful", stories.harms()),
    ):
        for number, row in enumerate(rows, 1):
            yield from faults_in(stories.FILE, _of_row, f"{kind}.{number}", row)
    yield from faults_in(stories.FILE, _of_steps)
    yield from faults_in(phrases.FILE, _of_unlikely)
    for file in (stories.FILE, phrases.FILE):
        yield from faults_in(file, _of_words, file)


def _of_row(place: str, row: stories.OwnWords) -> Iterator[Fault]:
    if row.table not in tables():
        yield Fault(stories.FILE, place, "table", f"{row.table!r} is no table")
        return
    yield from (Fault(stories.FILE, place, "edition", f"{e!r} has no such table") for e in _unknown_editions(row))
    asked = [load(row.table, edition) for edition in row.edition or editions_of(row.table) if edition in edition_ids()]
    for name, ids in (("answers", row.answers), ("keys", row.keys)):
        yield from _of_answers(place, name, ids, asked)
    if not any(_can_hold(row.when, each) for each in asked):
        yield Fault(stories.FILE, place, "when", f"never holds in {row.table!r}")


def _unknown_editions(row: stories.OwnWords) -> set[str]:
    return set(row.edition) - set(editions_of(row.table))


def _of_answers(place: str, name: str, ids: tuple[str, ...], asked: list[Table]) -> Iterator[Fault]:
    known = {NOT_STATED, CONFLICT, *(id for table in asked for id in table.verdicts)}
    yield from (Fault(stories.FILE, place, name, f"{id!r} is no answer of its table") for id in ids if id not in known)


def _of_steps() -> Iterator[Fault]:
    """Yield the next steps of a table or a silence that there is not, and the acts that are none of its answers."""
    for (table, silence), step in stories.steps().items():
        place = f"next.{table}"
        if table and table not in tables():
            yield Fault(stories.FILE, place, "table", f"{table!r} is no table")
        elif table:
            asked = [load(table, edition) for edition in editions_of(table)]
            if silence != "*" and silence not in {each.id for one in asked for each in one.silent}:
                yield Fault(stories.FILE, place, "silences", f"{silence!r} is no silence of {table!r}")
            yield from _of_answers(place, "acts", (*step.acts, *step.safe), asked)


def _of_unlikely() -> Iterator[Fault]:
    """Yield the unlikely patients of whom no table could ask."""
    every = [load(table, edition) for edition in edition_ids() for table in names(edition)]
    for name, when in knowledge.load(phrases.FILE)["unlikely"].items():
        tests = phrases.conditions(when, phrases.FILE)
        if not any(_can_hold(tests, each) for each in every):
            yield Fault(phrases.FILE, f"unlikely.{name}", "", f"no table asks for {' and '.join(when)} like that")


def _can_hold(when: Mapping[str, UnaryTest], table: Table) -> bool:
    known = {each.name: each for each in table.inputs}
    return all(name in known and can_be(test, known[name]) for name, test in when.items())


def _of_words(file: str) -> Iterator[Fault]:
    """Yield the texts with words that readers found no clinician would write."""
    never: Mapping[str, str] = knowledge.load(stories.FILE)["otherwise"]["never"]
    for text in _texts(knowledge.load(file)):
        yield from (Fault(file, text, "", f"{words!r}: {why}") for words, why in never.items() if words in text)


def _texts(found: Any, said: bool = False) -> Iterator[str]:
    """Yield every text that a story or an answer may say."""
    if isinstance(found, str) and said:
        yield found
    elif isinstance(found, Mapping):
        for key, each in found.items():
            yield from _texts(each, said or key in SAID)
    elif isinstance(found, (list, tuple)):
        for each in found:
            yield from _texts(each, said)
