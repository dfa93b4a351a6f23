"""A case, parsed once: what is known of one patient as one table asks it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from netlearn.decision.decision import Decision
from netlearn.decision.derivation import derivation_of
from netlearn.decision.diagram import Diagram
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import as_written
from netlearn.decision.table import Table
from netlearn.decision.unary import Value
from netlearn.errors import InputError
from netlearn.naming import one_of

Decide = Callable[..., Decision]  # ``decide``: table, edition, and what is given


@dataclass(frozen=True, slots=True)
class Case:
    """What is known: the exact ``values`` of the table's inputs, None where unknown, and ``given`` as it was said.

    ``requires`` holds, by input, the decision of a required table whose own inputs were given instead of its verdict.
    """

    table: Table
    values: Mapping[str, Value | None]
    requires: Mapping[str, Decision]
    given: Mapping[str, Any]

    def cells(self, diagram: Diagram) -> list[tuple[int, ...]]:
        """For each input of a diagram of this table, the cells that what is known leaves open."""
        pairs = zip(diagram.inputs, diagram.cells, strict=True)
        return [tuple(self._open(asked, cells)) for asked, cells in pairs]

    def _open(self, asked: Input, cells: tuple[Cell, ...]) -> Iterable[int]:
        value, found = self.values[asked.name], self.requires.get(asked.name)
        if value is not None:
            return (asked.locate(value, cells),)
        if found is None:
            return range(len(cells))
        left = (found.verdict,) if found.verdict else found.possible or cells
        return (n for n, cell in enumerate(cells) if cell in left)

    @property
    def through_derivation(self) -> bool:
        """Whether all that is known was told in the words of the table's derivation, such as a map of the liver."""
        derivation = derivation_of(self.table)
        return derivation is not None and set(self.given) <= set(derivation.keywords)


def read_case(table: Table, given: Mapping[str, Any], decide: Decide) -> Case:
    """Parse what is given; None is unknown. ``decide`` answers the tables that this one requires.

    Raises InputError for a name that the table does not know and for a value that it does not accept.
    """
    given = {name: value for name, value in given.items() if value is not None}
    _refuse_unknown_names(table, given)
    own = dict(given)
    if derivation := derivation_of(table):
        own.update(derivation.accept(own))
    values = {i.name: i.parse(own.get(i.name)) for i in table.inputs}
    requires = {i.name: d for i in table.inputs if i.table and (d := _required(table, i, given, decide))}
    return Case(table, values, requires, given)


def keywords(table: Table) -> tuple[str, ...]:
    """Every name that ``decide`` accepts for this table."""
    derivation = derivation_of(table)
    names = [*(derivation.keywords if derivation else ()), *(i.name for i in table.inputs)]
    for required in (i.table for i in table.inputs if i.table):
        names += keywords(as_written(required, table.edition))
    return tuple(dict.fromkeys(names))


def _refuse_unknown_names(table: Table, given: Mapping[str, Any]) -> None:
    accepted = keywords(table)
    for name, value in given.items():
        if name not in accepted:
            raise InputError(name, value, f"an input of {table.name!r}: {one_of(name, accepted)}")


def _required(table: Table, asked: Input, given: Mapping[str, Any], decide: Decide) -> Decision | None:
    """The decision of a required table, when its own inputs are given instead of its verdict."""
    names = keywords(as_written(asked.table, table.edition))
    parts = {name: given[name] for name in names if name in given}
    telling = [name for name in parts if name not in {i.name for i in table.inputs}]
    if not telling:
        return None
    if asked.name in given:
        raise InputError(asked.name, given[asked.name], f"either it or {', '.join(telling)}, from which it follows")
    return decide(asked.table, table.edition, **parts)
