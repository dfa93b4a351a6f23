"""The next question: which unknown input, once answered, settles most rows of a board. Computed, not estimated.

A row is settled when its answer is the same for every completion that is left. An answer's cells, into which the
tests of all tables together split it, weigh alike; what has not been said of other inputs is left open.
Inputs that can only exclude are asked together as one checklist, whose answers are "none" and each one alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from attrs import frozen

from netlearn.clinic.asking import Checklist, asking
from netlearn.clinic.assemblies import choices, own, tables
from netlearn.clinic.implied import contradicted, implied
from netlearn.clinic.outlook import Allowed, left_by, outlook, single
from netlearn.clinic.plan import OPEN, Case, plan
from netlearn.clinic.told import told
from netlearn.decision.case import Case as TableCase
from netlearn.decision.case import keywords
from netlearn.decision.deciding import parse
from netlearn.decision.diagram import compiled
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome
from netlearn.decision.table import Table
from netlearn.editions import default_edition
from netlearn.errors import InputError

FEW = 3  # treatments that a sentence names
Given = Mapping[str, Any]


@frozen
class NextQuestion:
    """One question: the ``inputs`` that it asks, several for a checklist, and what its answers would do.

    ``settles`` is the number of rows settled on average over the answers, ``least`` and ``most`` by one of them,
    of ``open`` rows; ``may_open`` names the treatments that some answer makes an option.
    """

    inputs: tuple[str, ...]
    text: str
    settles: Fraction
    least: int
    most: int
    open: int
    may_open: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What it would do, in words: settles 4 of 9, may open PRRT."""
        count = str(self.most) if self.least == self.most else f"{self.least} to {self.most}"
        more = len(self.may_open) - FEW
        named = "; ".join([*self.may_open[:FEW], *([f"{more} more"] if more > 0 else [])])
        return f"settles {count} of {self.open}" + (f", may open {named}" if named else "")

    def to_json(self) -> dict[str, Any]:
        """The question as plain data."""
        plain = {"inputs": list(self.inputs), "text": self.text, "settles": float(self.settles)}
        return {**plain, "least": self.least, "most": self.most, "open": self.open, "may_open": list(self.may_open)}


def next_questions(case: Case, edition: str | None = None, assembly: str = "pathway") -> tuple[NextQuestion, ...]:
    """What to ask next about a case, what settles most first; what can change nothing is never asked.

    Ties go to what leaves fewer answers open, then to the clinic's usual order. Raises as :func:`pathway` does.

    >>> case = {"liver_type": "III", "grade": "not-G3", "primary_site": "midgut", "progressive": True}
    >>> first = next_questions(case, assembly="systemic")[0]
    >>> first.inputs, first.sentence.partition(",")[0]
    (('functioning',), 'settles 3 of 6')
    """
    members = tables(assembly, default_edition() if edition is None else edition)
    known = told(case, members).known
    rows = _rows(members, known)
    found = [_question(asked, rows, known, members) for asked in _asked(rows)]
    order = asking().rank
    return tuple(q for q, _ in sorted(found, key=lambda pair: (-pair[0].settles, -pair[1], order(pair[0].inputs[0]))))


@frozen
class _Row:
    """A row: its table as it is asked, the case, and the cells that are left."""

    table: Table
    chosen: Given
    known: Given
    given: Given
    case: TableCase
    allowed: Allowed

    @property
    def treatment(self) -> str:
        """What the row speaks of."""
        named = {name: (value,) for name, value in self.chosen.items()}
        return plan().treatments[self.table.name].called(self.table, named)

    @property
    def now(self) -> int:
        """The mask of what is possible."""
        return outlook(self.table.name, self.table.edition, self.allowed).now

    def after(self, answer: Given) -> int:
        """The mask of what is left by an answer; 0 where it is excluded."""
        seen = outlook(self.table.name, self.table.edition, self.allowed)
        touched = [name for name in answer if name in _keywords(self.table)]
        if not touched:
            return seen.now
        if any(name not in self.case.values or name in self.case.requires for name in touched):
            return self._anew(answer)
        cells = {name: self._cell(name, answer[name]) for name in touched}
        if len(cells) == 1:
            ((name, cell),) = cells.items()
            return seen.after[name].get(cell, 0)
        return self._narrowed(cells)

    def _cell(self, name: str, value: Any) -> int:
        return _located(self.table.name, self.table.edition, name, value)

    def _narrowed(self, cells: Mapping[str, int]) -> int:
        names = [i.name for i in self.table.inputs]
        pairs = zip(names, self.allowed, strict=True)
        left = tuple(tuple(c for c in open_ if c == cells.get(name, c)) for name, open_ in pairs)
        return left_by(self.table.name, self.table.edition, left) if all(left) else 0

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


@lru_cache(maxsize=4096)
def _located(table: str, edition: str, name: str, value: Any) -> int:
    """The cell in which a value lies."""
    diagram = compiled(table, edition)
    number = [i.name for i in diagram.inputs].index(name)
    parsed = diagram.inputs[number].parse(value)
    assert parsed is not None
    return diagram.inputs[number].locate(parsed, diagram.cells[number])


def _keywords(table: Table) -> frozenset[str]:
    return _keywords_of(table.name, table.edition)


@cache
def _keywords_of(table: str, edition: str) -> frozenset[str]:
    return frozenset(keywords(load(table, edition)))


def _rows(members: Sequence[Table], known: Given) -> list[_Row]:
    rows = []
    for table in members:
        given = own(table, known)
        for chosen in choices(table, known):
            case = parse(table.name, table.edition, {**given, **chosen})
            allowed = tuple(case.cells(compiled(table.name, table.edition)))
            rows.append(_Row(table, chosen, known, given, case, allowed))
    return rows


def _asked(rows: Sequence[_Row]) -> list[tuple[str, ...]]:
    """What could be asked: every input that matters to some row, those of one checklist together."""
    needed = dict.fromkeys(name for row in rows for name in _missing(row))
    parts = {
        part for row in rows for verdict in _verdicts(row.table) & needed.keys() for part in _parts(row.table, verdict)
    }
    needed = {name: None for name in needed if name not in parts}
    found: dict[tuple[str, ...], None] = {}
    for name in needed:
        together = asking().checklist_of(name)
        found[tuple(n for n in together.harmless if n in needed) if together else (name,)] = None
    return list(found)


def _verdicts(table: Table) -> set[str]:
    """The inputs that are verdicts of another table: they are asked before what they follow from."""
    return {i.name for i in table.inputs if i.table}


def _parts(table: Table, verdict: str) -> frozenset[str]:
    return _keywords_of(table.input(verdict).table, table.edition)


def _missing(row: _Row) -> Iterator[str]:
    """The inputs that matter to a row; where a required table was told in part, what that misses."""
    for name in outlook(row.table.name, row.table.edition, row.allowed).support:
        required = row.case.requires.get(name)
        if required is None:
            yield name
        else:
            yield from (n for n in required.missing if n in _input_names(required.table, required.edition))


@cache
def _input_names(table: str, edition: str) -> tuple[str, ...]:
    return tuple(i.name for i in load(table, edition).inputs)


def _question(
    names: tuple[str, ...], rows: Sequence[_Row], known: Given, members: Sequence[Table]
) -> tuple[NextQuestion, Fraction]:
    """A question, and by how many outcomes its answers narrow the rows on average."""
    touched = [row for row in rows if any(name in _keywords(row.table) for name in names)]
    answers = [{**a, **implied({**known, **a}, members, a)} for a in _answers(names, touched)]
    answers = [answer for answer in answers if not contradicted({**known, **answer}, members, answer)]
    results = [left for answer in answers if all(left := [row.after(answer) for row in rows])]
    open_ = sum(not single(row.now) for row in rows)
    counts = [sum(map(single, left)) - len(rows) + open_ for left in results] or [0]
    before = sum(row.now.bit_count() for row in rows)
    narrowed = [before - sum(mask.bit_count() for mask in left) for left in results] or [0]
    question = NextQuestion(
        inputs=names,
        text=_text(names, touched),
        settles=Fraction(sum(counts), len(counts)),
        least=min(counts),
        most=max(counts),
        open=open_,
        may_open=tuple(dict.fromkeys(_opened(rows, results))),
    )
    return question, Fraction(sum(narrowed), len(narrowed))


def _opened(rows: Sequence[_Row], results: Sequence[Sequence[int]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        seen = outlook(row.table.name, row.table.edition, row.allowed)
        masks = {left[number] for left in results} if not seen.settled else ()
        if any(single(mask) and _is_open(row.table, seen.named(mask)[0]) for mask in masks):
            yield row.treatment


def _is_open(table: Table, outcome: Outcome) -> bool:
    if outcome.status != "decided":
        return False
    return plan().verdicts[table.name, outcome.verdicts[0], table.edition] in OPEN


def _answers(names: tuple[str, ...], rows: Sequence[_Row]) -> Iterator[Given]:
    """One answer for each cell of an input; of a checklist "none", and each one alone."""
    together = asking().checklist_of(names[0])
    if together is None:
        yield from ({names[0]: value} for value in _values(names[0], tuple(row.table for row in rows)))
        return
    none = {name: together.harmless[name] for name in names}
    yield none
    for name in names:
        yield {**none, name: not none[name]}


def _values(name: str, over: tuple[Table, ...]) -> tuple[Any, ...]:
    return _witnesses(name, tuple(dict.fromkeys((t.name, t.edition) for t in over)))


@cache
def _witnesses(name: str, over: tuple[tuple[str, str], ...]) -> tuple[Any, ...]:
    """A value of each cell into which the tests of these tables, and of those that they require, split an input."""
    asking_tables = [t for table, edition in over for t in _with_required(load(table, edition)) if _has(t, name)]
    asked = asking_tables[0].input(name)
    return tuple(asked.witness(cell) for cell in asked.split([x for t in asking_tables for x in t.tests_on(name)]))


def _has(table: Table, name: str) -> bool:
    return any(i.name == name for i in table.inputs)


def _with_required(table: Table) -> Iterator[Table]:
    yield table
    for asked in table.inputs:
        if asked.table:
            yield from _with_required(load(asked.table, table.edition))


def _text(names: tuple[str, ...], rows: Sequence[_Row]) -> str:
    labels = [_label(name, rows) for name in names]
    together: Checklist | None = asking().checklist_of(names[0])
    return labels[0] if together is None else f"{together.question} {'; '.join(labels)}"


def _label(name: str, rows: Sequence[_Row]) -> str:
    found: list[Input] = [i for row in rows for t in _with_required(row.table) for i in t.inputs if i.name == name]
    return found[0].label if found else name.replace("_", " ")
