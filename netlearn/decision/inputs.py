"""The inputs of a table: what they accept, and the cells into which its tests split them.

A *cell* is a largest set of neighbouring values that no test of the table tells apart,
so a table need only ever be looked at once per combination of cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby, pairwise

from netlearn.decision.refused import refused
from netlearn.decision.unary import Interval, UnaryTest, Value, plain
from netlearn.errors import InputError
from netlearn.quantity import as_number
from netlearn.words import say

Cell = Interval | str | bool


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a table asks.

    ``kind`` is ``boolean``, ``choice``, ``number`` or ``integer``; ``domain`` bounds numbers, ``values``
    lists choices; ``unit`` is the unit in which numbers are given and printed.
    """

    name: str
    kind: str
    label: str = ""
    hint: str = ""
    unit: str = ""
    step: Fraction = Fraction(1)
    domain: Interval | None = None
    values: tuple[str | bool, ...] = ()
    labels: tuple[str, ...] = ()
    table: str = field(default="", metadata={"why": "the required table whose verdict this input is"})

    @property
    def numeric(self) -> bool:
        """Whether it takes numbers."""
        return self.kind in ("number", "integer")

    @property
    def accepted(self) -> str:
        """What it accepts, in words for an error message."""
        if self.numeric:
            unit = f" in {self.unit}" if self.unit else ""
            return f"{'an integer' if self.kind == 'integer' else 'a number'} within {self.domain}{unit}"
        if self.kind == "boolean":
            return "True, False or None (unknown)"
        return "one of " + ", ".join(map(repr, self.values))

    def parse(self, raw: object) -> Value | None:
        """The exact value of what a reader gave; None is unknown.

        Raises InputError naming the field, the value and what is accepted.
        """
        if raw is None:
            return None
        if self.numeric:
            return self._parse_number(raw)
        if self.kind == "boolean" and not isinstance(raw, bool):
            raise self._refused(raw)
        if not isinstance(raw, bool | str) or raw not in self.values:
            raise self._refused(raw)
        return raw

    def _refused(self, raw: object, accepted: str = "") -> InputError:
        return InputError(self.name, raw, accepted or self.accepted, label=self.label, sentence=self.complaint(raw))

    def complaint(self, raw: object) -> str:
        """Why a value is refused, in sentences for a reader.

        >>> Input("grade", "choice", "Grade", values=("G1", "G2")).complaint("G4")
        'Grade: “G4” is not one of G1 or G2.'
        """
        return refused(self, raw)

    def _parse_number(self, raw: object) -> Fraction:
        assert self.domain is not None
        low, high = self.domain.low, self.domain.high
        try:
            number = as_number(raw, self.name, self.unit, low, high, integer=self.kind == "integer")
        except InputError as refused:
            raise self._refused(refused.value, refused.accepted) from None
        if number not in self.domain:
            raise self._refused(raw)
        return number

    def split(self, tests: Iterable[UnaryTest]) -> tuple[Cell, ...]:
        """The cells into which the tests split this input, in order."""
        if not self.numeric:
            return self.values
        tests = dict.fromkeys(tests)  # the rules of a table ask the same of a dose many times
        atoms = self._atoms({end for test in tests for end in test.literals})
        witnesses = [self.witness(atom) for atom in atoms]
        accepted = [test.among(witnesses) for test in tests]
        told_apart = groupby(range(len(atoms)), key=lambda n: tuple(mask >> n & 1 for mask in accepted))
        return tuple(_join([atoms[n] for n in run]) for _, run in told_apart)

    def _atoms(self, literals: set[Fraction]) -> list[Interval]:
        """Points at the literals and the open intervals between them, within the domain."""
        assert self.domain is not None and self.domain.low is not None and self.domain.high is not None
        low, high = self.domain.low, self.domain.high
        points = sorted({low, high} | {x for x in literals if low < x < high})
        atoms = [Interval(p, True, p, True) for p in points if p in self.domain]
        atoms += [Interval(a, False, b, False) for a, b in pairwise(points)]
        if self.kind == "integer":
            atoms = [atom for atom in atoms if _first_integer(atom) in atom]
        return sorted(atoms, key=lambda atom: (atom.low, atom.high))

    def witness(self, cell: Cell) -> Value:
        """A value that lies in the cell."""
        if not isinstance(cell, Interval):
            return cell
        assert cell.low is not None and cell.high is not None
        if self.kind == "integer":
            return _first_integer(cell)
        if cell.low_closed:
            return cell.low
        return cell.high if cell.high_closed else (cell.low + cell.high) / 2

    def locate(self, value: Value, cells: Sequence[Cell]) -> int:
        """The number of the cell that holds a value."""
        for number, cell in enumerate(cells):
            if (value in cell) if isinstance(cell, Interval) else value == cell:
                return number
        raise self._refused(value)

    def describe(self, cell: Cell) -> str:
        """The cell as a short test: ``<= 3``, ``]3..5]``, ``= yes``."""
        if not isinstance(cell, Interval):
            return f"= {self.labels[self.values.index(cell)] if self.labels else cell}"
        domain = self.domain or cell
        low = None if cell.low == domain.low and cell.low_closed == domain.low_closed else cell.low
        high = None if cell.high == domain.high and cell.high_closed == domain.high_closed else cell.high
        text = str(Interval(low, cell.low_closed, high, cell.high_closed))
        return f"= {text}" if text[0].isdigit() else text

    def show(self, value: Value | None) -> str:
        """A value for people: ``3.1 cm``, ``yes``, ``not known``."""
        if value is None:
            return say("value", "unknown")
        if isinstance(value, Fraction):
            return plain(value) + (f"\u00a0{self.unit}" if self.unit else "")
        return self.labels[self.values.index(value)] if self.labels else str(value)


def _join(atoms: list[Interval]) -> Interval:
    first, last = atoms[0], atoms[-1]
    return Interval(first.low, first.low_closed, last.high, last.high_closed)


def _first_integer(interval: Interval) -> Fraction:
    assert interval.low is not None
    ceiling = Fraction(-(-interval.low.numerator // interval.low.denominator))
    return ceiling if interval.low_closed or ceiling > interval.low else ceiling + 1
