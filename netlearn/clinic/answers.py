"""The answers that a question may get: what each says, with what follows from it, less what contradicts what is known.

A question of several fields falls into parts, which no contradiction links: the answers of different parts combine
freely, so each part is read for itself. A checklist is one part, whose answers are "none" and each one alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

from netlearn.clinic.asking import Checklist, asking
from netlearn.clinic.implied import contradicted, implied, linked
from netlearn.clinic.open_rows import OpenRow
from netlearn.decision.load import load, with_required
from netlearn.decision.table import Table

Answer = Mapping[str, Any]
Part = list[dict[str, Any]]  # the answers of one part of a question


def parts(names: tuple[str, ...], rows: Sequence[OpenRow], known: Answer, members: Sequence[Table]) -> list[Part]:
    """The answers of each part of a question, without what some row excludes."""
    touched = [row for row in rows if any(name in row.keywords for name in names)]
    return [list(_possible(part, rows)) for part in _said(names, touched, known, members)]


def _possible(part: Part, rows: Sequence[OpenRow]) -> Iterator[dict[str, Any]]:
    """The answers that no row excludes; rows that can tell nothing apart are passed by."""
    told = frozenset(name for answer in part for name in answer)
    touched = [row for row in rows if not row.keywords.isdisjoint(told)]
    yield from (answer for answer in part if all(row.after(answer) for row in touched))


def _said(
    names: tuple[str, ...], rows: Sequence[OpenRow], known: Answer, members: Sequence[Table]
) -> Iterator[list[dict[str, Any]]]:
    together = asking().together(names[0])
    if isinstance(together, Checklist):
        groups = [list(_ticks(names, together.harmless))]
    else:
        over = tuple(dict.fromkeys((row.table.name, row.table.edition) for row in rows))
        board = tuple((table.name, table.edition) for table in members)
        groups = [list(_every(part, over)) for part in _linked(names, frozenset(known), board)]
    for answers in groups:
        whole = [{**a, **implied({**known, **a}, members, a)} for a in answers]
        yield [a for a in whole if not contradicted({**known, **a}, members, a)]


def _ticks(names: tuple[str, ...], harmless: Mapping[str, bool]) -> Iterator[dict[str, Any]]:
    none = {name: harmless[name] for name in names}
    yield none
    for name in names:
        yield {**none, name: not none[name]}


def _every(names: tuple[str, ...], over: tuple[tuple[str, str], ...]) -> Iterator[dict[str, Any]]:
    """One answer for each combination of the cells of some inputs."""
    for values in product(*(witnesses(name, over) for name in names)):
        yield dict(zip(names, values, strict=True))


@cache
def _linked(
    names: tuple[str, ...], known: frozenset[str], board: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, ...], ...]:
    """The parts of a question: inputs that contradictions link, also by way of others that are not known."""
    left, found = list(names), []
    while left:
        part, todo = {left[0]}, [left[0]]
        while todo:
            new = linked(todo.pop(), board) - part - known
            part |= new
            todo += new
        found.append(tuple(name for name in names if name in part))
        left = [name for name in left if name not in part]
    return tuple(found)


@cache
def witnesses(name: str, over: tuple[tuple[str, str], ...]) -> tuple[Any, ...]:
    """A value of each cell into which the tests of these tables, and of those that they require, split an input."""
    asking_tables = [t for table, edition in over for t in with_required(load(table, edition)) if _has(t, name)]
    asked = asking_tables[0].input(name)
    return tuple(asked.witness(cell) for cell in asked.split([x for t in asking_tables for x in t.tests_on(name)]))


def _has(table: Table, name: str) -> bool:
    return any(i.name == name for i in table.inputs)
