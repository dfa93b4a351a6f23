"""Conditions as bit masks: for each input that a clause tests, the cells that it accepts, one bit a cell.

Python compiles diagrams from masks, and masks are what travels to the page, which compiles the same diagrams.
"""

from collections.abc import Iterable, Sequence

from netlearn.decision.inputs import Cell, Input
from netlearn.decision.table import Clause
from netlearn.decision.unary import UnaryTest

Cells = tuple[tuple[Cell, ...], ...]
Condition = tuple[tuple[int, int], ...]  # (number of an input, mask of its cells), in the order of the inputs


def conditions(inputs: Sequence[Input], cells: Cells, clauses: Iterable[Clause]) -> tuple[Condition, ...]:
    """The condition of each clause; an input all of whose cells are accepted is not part of it."""
    masks = _Masks(inputs, cells)
    return tuple(masks.condition(clause) for clause in clauses)


class _Masks:
    """The mask of each test of each input, made once: the clauses of a table ask the same many times."""

    def __init__(self, inputs: Sequence[Input], cells: Cells) -> None:
        self.names = [asked.name for asked in inputs]
        self.values = [[asked.witness(cell) for cell in split] for asked, split in zip(inputs, cells, strict=True)]
        self.made: dict[tuple[int, str], int] = {}

    def condition(self, clause: Clause) -> Condition:
        masks = ((n, self.of(n, clause.when[name])) for n, name in enumerate(self.names) if name in clause.when)
        return tuple((n, mask) for n, mask in masks if mask != all_cells(self.values[n]))

    def of(self, number: int, test: UnaryTest) -> int:
        key = number, test.text
        if key not in self.made:
            self.made[key] = test.among(self.values[number])
        return self.made[key]


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
