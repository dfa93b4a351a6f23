"""Conditions as bit masks: for each input that a clause tests, the cells that it accepts, one bit a cell.

Python compiles diagrams from masks, and masks are what travels to the page, which compiles the same diagrams.
"""

from collections.abc import Iterable, Sequence

from netlearn.decision.inputs import Cell, Input
from netlearn.decision.table import Clause
from netlearn.decision.unary import UnaryTest, Value

Cells = tuple[tuple[Cell, ...], ...]
Condition = tuple[tuple[int, int], ...]  # (number of an input, mask of its cells), in the order of the inputs


def conditions(inputs: Sequence[Input], cells: Cells, clauses: Iterable[Clause]) -> tuple[Condition, ...]:
    """The condition of each clause; an input all of whose cells are accepted is not part of it."""
    values = [[asked.witness(cell) for cell in split] for asked, split in zip(inputs, cells, strict=True)]
    return tuple(_condition(inputs, values, clause) for clause in clauses)


def _condition(inputs: Sequence[Input], values: Sequence[Sequence[Value]], clause: Clause) -> Condition:
    masks = ((n, _accepted(clause.when[i.name], values[n])) for n, i in enumerate(inputs) if i.name in clause.when)
    return tuple((n, mask) for n, mask in masks if mask != all_cells(values[n]))


def _accepted(test: UnaryTest, values: Iterable[Value]) -> int:
    return mask_of(n for n, value in enumerate(values) if test.accepts(value))


def mask_of(numbers: Iterable[int]) -> int:
    """The mask in which the bits of these numbers are set.

    >>> bin(mask_of([0, 2]))
    '0b101'
    """
    return sum(1 << n for n in numbers)


def all_cells(cells: Sequence[object]) -> int:
    """The mask of every cell.

    >>> bin(all_cells("abc"))
    '0b111'
    """
    return (1 << len(cells)) - 1
