"""Checks how the clinic asks: names exist, a checklist can only exclude, a form is short, patients can be drawn."""

from collections.abc import Iterator
from functools import cache

from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals
from netlearn.clinic import asking, drawing
from netlearn.clinic.assemblies import tables
from netlearn.clinic.plan import OPEN, plan
from netlearn.decision.diagram import Diagram, Terminal, compiled
from netlearn.decision.table import Table
from netlearn.editions import edition_ids

FIELDS = 7  # of one form: a person answers them in one breath


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the questions and with the patients on which they are tried."""
    wrong = tuple(refusals(asking.FILE, asking.asking))
    yield from wrong or _questions()
    for edition in edition_ids():
        yield from refusals(drawing.FILE, lambda edition=edition: tuple(drawing.patients(edition, 3)))


def _questions() -> Iterator[Fault]:
    members = [table for edition in edition_ids() for table in tables("pathway", edition)]
    known = {i.name: i for table in members for i in table.inputs}
    found = asking.asking()
    for name in (n for n in found.order if n not in known):
        yield Fault(asking.FILE, "order", "", f"{name!r} is no input of the pathway")
    for name in (found.aim.input, *(n for each in found.prior.treatments for n in (*each.says, *each.told))):
        if name not in known:
            yield Fault(asking.FILE, "aim, prior", "", f"{name!r} is no input of the pathway")
    for aim in found.aim.options:
        if aim not in [v for table in members for i in table.inputs if i.name == found.aim.input for v in i.values]:
            yield Fault(asking.FILE, "aim", "options", f"{aim!r} is no value of {found.aim.input!r}")
    for id, form in found.forms.items():
        for name in (n for n in form.inputs if n not in known):
            yield Fault(asking.FILE, id, "inputs", f"{name!r} is no input of the pathway")
        if not 1 < len(form.inputs) <= FIELDS:
            yield Fault(asking.FILE, id, "inputs", f"{len(form.inputs)} fields; accepted: 2 to {FIELDS}")
    for id, each in found.checklists.items():
        for name, value in each.harmless.items():
            if name not in known or known[name].kind != "boolean":
                yield Fault(asking.FILE, id, "harmless", f"{name!r} is no input of the pathway that is yes or no")
                continue
            for table in members:
                if any(i.name == name for i in table.inputs) and can_open(table, name, not value):
                    where = f"{table.name} of {table.edition}"
                    yield Fault(asking.FILE, id, "harmless", f"{name!r} can open {where}, and not only exclude")


def can_open(table: Table, name: str, to: bool) -> bool:
    """Whether some case of a table becomes one that may be treated when a yes or no turns to a value.

    >>> from netlearn.decision import load
    >>> [can_open(load("embolisation"), "bleeding_disorder", to) for to in (True, False)]
    [False, True]
    """
    diagram = compiled(table.name, table.edition)
    turned = [i.name for i in diagram.inputs].index(name)
    cells = diagram.cells[turned]
    before, after = cells.index(not to), cells.index(to)

    @cache
    def walk(one: int, other: int) -> bool:
        level = min(_level(diagram, one), _level(diagram, other))
        if level == len(diagram.cells):
            return _opened(table, diagram.terminals[-1 - one], diagram.terminals[-1 - other])
        pairs = [(before, after)] if level == turned else [(n, n) for n in range(len(diagram.cells[level]))]
        return any(walk(_down(diagram, one, level, a), _down(diagram, other, level, b)) for a, b in pairs)

    return walk(diagram.root, diagram.root)


def _level(diagram: Diagram, ref: int) -> int:
    return diagram.nodes[ref][0] if ref >= 0 else len(diagram.cells)


def _down(diagram: Diagram, ref: int, level: int, cell: int) -> int:
    return diagram.nodes[ref][1][cell] if _level(diagram, ref) == level else ref


def _opened(table: Table, before: Terminal, after: Terminal) -> bool:
    if before.impossible or after.impossible:
        return False
    return _is_open(table, after) and not _is_open(table, before)


def _is_open(table: Table, end: Terminal) -> bool:
    return end.status == "decided" and plan().verdicts[table.name, end.verdicts[0], table.edition] in OPEN
