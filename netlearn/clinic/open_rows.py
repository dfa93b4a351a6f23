"""The rows of a board as the next question sees them: what is left of each, and what an answer would leave."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from attrs import field, frozen

from netlearn.clinic.assemblies import choices, own
from netlearn.clinic.outlook import Allowed, Outlook, left_by, outlook
from netlearn.clinic.plan import OPEN, plan
from netlearn.decision.case import Case as TableCase
from netlearn.decision.case import keywords
from netlearn.decision.deciding import parse
from netlearn.decision.diagram import compiled
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome
from netlearn.decision.table import Table
from netlearn.errors import InputError

Given = Mapping[str, Any]


@frozen
class OpenRow:
    """A row: its table as it is asked and can be told, the case, and the cells that are left."""

    table: Table
    chosen: Given
    known: Given
    given: Given
    case: TableCase
    allowed: Allowed
    seen: Outlook
    keywords: frozenset[str]
    anew: dict[tuple[tuple[str, Any], ...], int] = field(
        factory=dict, repr=False, eq=False
    )  # each answer is tried thrice

    @property
    def treatment(self) -> str:
        """What the row speaks of."""
        named = {name: (value,) for name, value in self.chosen.items()}
        return plan().treatments[self.table.name].called(self.table, named)

    @property
    def now(self) -> int:
        """The mask of what is possible."""
        return self.seen.now

    def after(self, answer: Given) -> int:
        """The mask of what is left by an answer; 0 where it is excluded."""
        if self.keywords.isdisjoint(answer):
            return self.seen.now
        touched = [name for name in answer if name in self.keywords]
        if any(name not in self.case.values or name in self.case.requires for name in touched):
            told = tuple((name, answer[name]) for name in touched)
            if told not in self.anew:
                self.anew[told] = self._anew(answer)
            return self.anew[told]
        cells = {name: located(self.table.name, self.table.edition, name, answer[name]) for name in touched}
        if len(cells) == 1:
            ((name, cell),) = cells.items()
            return self.seen.after[name].get(cell, 0)
        return self._narrowed(cells)

    def _narrowed(self, cells: Mapping[str, int]) -> int:
        left = list(self.allowed)
        for name, cell in cells.items():
            number = _numbers(self.table.name, self.table.edition)[name]
            if cell not in left[number]:
                return 0
            left[number] = (cell,)
        return left_by(self.table.name, self.table.edition, tuple(left))

    def _anew(self, answer: Given) -> int:
        """The same where a table that this one requires is told more, or its verdict itself."""
        given = own(self.table, {**self.known, **answer})
        if given == self.given:
            return self.now
        try:
            case = parse(self.table.name, self.table.edition, {**given, **self.chosen})
        except InputError:
            return 0
        allowed = tuple(case.cells(compiled(self.table.name, self.table.edition)))
        return left_by(self.table.name, self.table.edition, allowed)

    def told_apart(self, answers: Sequence[Given]) -> Counter[tuple[tuple[str, Any], ...]]:
        """The answers as far as this row can tell them apart, with how many are alike."""
        return Counter(tuple(self._read(answer)) for answer in answers)

    def _read(self, answer: Given) -> Iterator[tuple[str, Any]]:
        for name, value in answer.items():
            if name in self.keywords:
                plain = name in self.case.values and name not in self.case.requires
                yield name, alike(self.table.name, self.table.edition, name, value) if plain else value

    def opens(self, mask: int) -> bool:
        """Whether a mask leaves one outcome, and that something may be done."""
        return mask.bit_count() == 1 and _is_open(self.table, self.seen.named(mask)[0])

    def missing(self) -> Iterator[str]:
        """The inputs that matter to it; where a required table was told in part, what that misses."""
        for name in self.seen.support:
            required = self.case.requires.get(name)
            if required is None:
                yield name
            else:
                yield from (n for n in required.missing if n in _input_names(required.table, required.edition))


def open_rows(members: Sequence[Table], known: Given) -> list[OpenRow]:
    """Every row of a board, one for each treatment and purpose."""
    rows = []
    for table in members:
        given = own(table, known)
        for chosen in choices(table, known):
            case = parse(table.name, table.edition, {**given, **chosen})
            allowed = tuple(case.cells(compiled(table.name, table.edition)))
            seen = outlook(table.name, table.edition, allowed)
            told = keywords_of(table.name, table.edition)
            rows.append(OpenRow(table, chosen, known, given, case, allowed, seen, told))
    return rows


@cache
def keywords_of(table: str, edition: str) -> frozenset[str]:
    """What a table can be told."""
    return frozenset(keywords(load(table, edition)))


@cache
def _numbers(table: str, edition: str) -> Mapping[str, int]:
    """The place of each input."""
    return {asked.name: number for number, asked in enumerate(load(table, edition).inputs)}


@lru_cache(maxsize=4096)
def located(table: str, edition: str, name: str, value: Any) -> int:
    """The cell in which a value lies."""
    diagram = compiled(table, edition)
    number = _numbers(table, edition)[name]
    parsed = diagram.inputs[number].parse(value)
    assert parsed is not None
    return diagram.inputs[number].locate(parsed, diagram.cells[number])


@lru_cache(maxsize=4096)
def alike(table: str, edition: str, name: str, value: Any) -> Any:
    """One value for all those that a table does not tell apart."""
    diagram = compiled(table, edition)
    number = _numbers(table, edition)[name]
    return diagram.inputs[number].witness(diagram.cells[number][located(table, edition, name, value)])


@cache
def _input_names(table: str, edition: str) -> tuple[str, ...]:
    return tuple(i.name for i in load(table, edition).inputs)


def _is_open(table: Table, outcome: Outcome) -> bool:
    if outcome.status != "decided":
        return False
    return plan().verdicts[table.name, outcome.verdicts[0], table.edition] in OPEN
