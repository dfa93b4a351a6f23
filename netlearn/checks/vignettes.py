"""Checks the words in which patients are told: every value of every input of every table can be said."""

from collections.abc import Iterator

from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.decision import load, names
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.items import phrases

FILE = phrases.FILE


def faults() -> Iterator[Fault]:
    """Yield what no vignette could say, table by table."""
    yield from faults_in(FILE, _of_file)
    for table in sorted({table for edition in edition_ids() for table in names(edition)}):
        yield from faults_in(FILE, of_table, table)


def _of_file() -> Iterator[Fault]:
    phrases.omissions()
    phrases.unlikely()
    phrases.ordered()
    yield from ()


def of_table(table: str) -> Iterator[Fault]:
    """Yield the inputs of one table of which some value has no words."""
    phrases.openings(table)
    asked = {i.name: i for edition in editions_of(table) for i in load(table, edition).inputs}
    for name, each in asked.items():
        if not phrases.speaks_of(each, table):
            yield Fault(FILE, f"inputs.{name}", "says", f"has no words for some value that {table!r} accepts")
