"""Checks that some patient of the library meets every rule, silence, conflict and caution of every table."""

from collections.abc import Iterator

from netlearn.checks.fault import Fault
from netlearn.clinic.cases import Asked, cases
from netlearn.decision import load, names
from netlearn.decision.deciding import answer, parse
from netlearn.decision.diagram import compiled
from netlearn.decision.restrict import restrict
from netlearn.decision.table import Table
from netlearn.editions import edition_ids
from netlearn.errors import InputError


def faults() -> Iterator[Fault]:
    """Yield each clause that no patient meets."""
    asked = [asked for patient in cases().values() for asked in patient.asked]
    for edition in edition_ids():
        for table in names(edition):
            if not load(table, edition).same_as:
                yield from unmet(load(table, edition), [each for each in asked if each.table == table])


def unmet(table: Table, asked: list[Asked]) -> Iterator[Fault]:
    """Yield each clause of a table that none of these questions meets for certain."""
    found = {clause for each in asked for clause in met(table, each)}
    for clause in (*table.rules, *table.silent, *table.conflicts, *table.cautions):
        if clause.id not in found:
            said = "no patient of the case library meets it; add one to netlearn/knowledge/cases"
            yield Fault(f"tables/{table.edition}/{table.name}.toml", clause.id, "", said)


def met(table: Table, asked: Asked) -> set[str]:
    """The clauses that hold for certain in one question; none where the edition refuses what is given."""
    try:
        told = parse(table.name, table.edition, asked.given[table.edition])
        diagram = compiled(table.name, table.edition)
        decision = answer(told, diagram)
    except InputError:
        return set()
    ends = restrict(diagram, told.cells(diagram)).terminals
    certain = set.intersection(*({*end.silent, *end.conflicts} for end in ends))
    rules = set() if decision.status == "undetermined" else set(decision.rules)
    return certain | rules | {caution.id for caution in decision.cautions}
