"""The next question: which unknown inputs, once answered, settle most rows of a board. Computed, not estimated.

A row is settled when its answer is the same for every completion that is left. An answer's cells, into which the
tests of all tables together split it, weigh alike; what has not been said of other inputs is left open.
Inputs that can only exclude are asked together as one checklist, whose answers are "none" and each one alone;
what a clinic asks in one breath is one form, whose answers are all combinations of its fields.
The aim of systemic treatment comes before all of them: it settles no row, and says which rows are wanted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from attrs import field, frozen

from netlearn.clinic.answers import Part, parts
from netlearn.clinic.asking import Checklist, asking
from netlearn.clinic.assemblies import tables
from netlearn.clinic.open_rows import OpenRow, keywords_of, open_rows
from netlearn.clinic.outlook import single
from netlearn.clinic.plan_records import Case
from netlearn.clinic.told import told
from netlearn.decision.inputs import Input
from netlearn.decision.load import with_required
from netlearn.decision.table import Table
from netlearn.editions import default_edition

FEW = 3  # treatments that a sentence names
Given = Mapping[str, Any]


@frozen
class NextQuestion:
    """One question: the ``inputs`` that it asks, several for a checklist or a form, and what its answers would do.

    ``kind`` is ``single``, ``checklist``, ``form`` or, for the aim of treatment, ``aim``; ``settles`` is the number of
    rows settled on average over the answers, ``least`` and ``most`` by one of them, of ``open`` rows; ``may_open``
    names the treatments that some answer makes an option. The answers of a form combine; there, ``least`` counts the
    rows that every answer settles and ``most`` those that some answer does, row by row. An aim settles none.
    """

    inputs: tuple[str, ...]
    text: str
    settles: Fraction
    least: int
    most: int
    open: int
    may_open: tuple[str, ...]
    kind: str = "single"
    narrows: Fraction = field(default=Fraction(0), repr=False)

    @property
    def sentence(self) -> str:
        """What it would do, in words: settles 4 of 9, may open PRRT."""
        if self.kind == "aim":
            return asking().aim.why
        count = str(self.most) if self.least == self.most else f"{self.least} to {self.most}"
        more = len(self.may_open) - FEW
        named = "; ".join([*self.may_open[:FEW], *([f"{more} more"] if more > 0 else [])])
        return f"settles {count} of {self.open}" + (f", may open {named}" if named else "")

    def to_json(self) -> dict[str, Any]:
        """The question as plain data."""
        plain = {"inputs": list(self.inputs), "text": self.text, "kind": self.kind, "settles": float(self.settles)}
        return {**plain, "least": self.least, "most": self.most, "open": self.open, "may_open": list(self.may_open)}


def next_questions(case: Case, edition: str | None = None, assembly: str = "pathway") -> tuple[NextQuestion, ...]:
    """What to ask next about a case, what settles most first; what can change nothing is never asked.

    Ties go to what leaves fewer answers open, then to the clinic's usual order; the aim of systemic treatment comes
    first until it is told. Raises as :func:`pathway` does.

    >>> case = {"liver_type": "III", "grade": "not-G3", "primary_site": "midgut", "progressive": True}
    >>> next_questions(case, assembly="systemic")[0].text
    'What is the aim?'
    >>> first = next_questions({**case, "goal": "both"}, assembly="systemic")[0]
    >>> first.inputs, first.sentence.partition(",")[0]
    (('functioning',), 'settles 3 of 6')
    """
    members = tables(assembly, default_edition() if edition is None else edition)
    known = told(case, members).known
    rows = open_rows(members, known)
    found = [_question(asked, rows, known, members) for asked in _asked(rows)]
    order = asking().rank
    sorted_ = sorted(found, key=lambda q: (-q.settles, -q.narrows, order(q.inputs[0])))
    return (*_aim(assembly, rows, known), *sorted_)


def _aim(assembly: str, rows: Sequence[OpenRow], known: Given) -> Iterator[NextQuestion]:
    """The aim, where this assembly asks it and it is not told."""
    aim = asking().aim
    if assembly == aim.assembly and aim.input not in known:
        open_ = sum(not row.seen.settled for row in rows)
        yield NextQuestion((aim.input,), aim.question, Fraction(0), 0, 0, open_, (), kind="aim")


def _asked(rows: Sequence[OpenRow]) -> list[tuple[str, ...]]:
    """What could be asked: every input that matters to some row, those of one checklist or form together."""
    needed = dict.fromkeys(name for row in rows for name in row.missing())
    following = {
        part for row in rows for verdict in _verdicts(row.table) & needed.keys() for part in _parts(row.table, verdict)
    }
    needed = {name: None for name in needed if name not in following or _beside_verdict(name, needed)}
    found: dict[tuple[str, ...], None] = {}
    for name in needed:
        together = asking().together(name)
        found[tuple(n for n in together.inputs if n in needed) if together else (name,)] = None
    return list(found)


def _beside_verdict(name: str, needed: Iterable[str]) -> bool:
    """Whether a form asks an input in the same breath as the verdict that follows from it: Ki-67 beside the grade."""
    together = asking().together(name)
    return together is not None and "grade" in together.inputs and "grade" in needed


def _verdicts(table: Table) -> set[str]:
    """The inputs that are verdicts of another table: they are asked before what they follow from."""
    return {i.name for i in table.inputs if i.table}


def _parts(table: Table, verdict: str) -> frozenset[str]:
    return keywords_of(table.input(verdict).table, table.edition)


def _question(names: tuple[str, ...], rows: Sequence[OpenRow], known: Given, members: Sequence[Table]) -> NextQuestion:
    """A question and what its answers would do."""
    asked = parts(names, rows, known, members)
    unsettled = [row for row in rows if not row.seen.settled]
    left = [(row, _left(row, asked)) for row in unsettled]
    least, most = _together(unsettled, asked[0]) if len(asked) == 1 else _apart([masks for _, masks in left])
    together = asking().together(names[0])
    kind = "checklist" if isinstance(together, Checklist) else "form" if len(names) > 1 else "single"
    narrowed = (row.now.bit_count() - _share(masks, int.bit_count) for row, masks in left)
    return NextQuestion(
        inputs=names,
        text=_text(names, members),
        settles=sum((_share(masks, single) for _, masks in left), Fraction(0)),
        least=least,
        most=most,
        open=len(unsettled),
        may_open=tuple(dict.fromkeys(row.treatment for row, masks in left if any(map(row.opens, masks)))),
        kind=kind,
        narrows=sum(narrowed, Fraction(0)),
    )


def _left(row: OpenRow, asked: Sequence[Part]) -> Counter[int]:
    """What the answers leave of one row: how often each mask, over the combinations that it does not exclude."""
    told = [row.told_apart(part) for part in asked if not row.keywords.isdisjoint(n for a in part for n in a)]
    if not told:
        return Counter({row.now: 1})
    found: Counter[int] = Counter()
    for combination in product(*(part.items() for part in told)):
        answer = dict(pair for said, _ in combination for pair in said)
        found[row.after(answer)] += prod(weight for _, weight in combination)
    del found[0]
    return found or Counter({row.now: 1})


def _share(masks: Counter[int], count: Any) -> Fraction:
    """The mean of a count over the answers."""
    return Fraction(sum(count(mask) * n for mask, n in masks.items()), masks.total())


def _together(rows: Sequence[OpenRow], answers: Part) -> tuple[int, int]:
    """The fewest and the most rows that one answer settles."""
    counts = [sum(single(row.after(answer)) for row in rows) for answer in answers] or [0]
    return min(counts), max(counts)


def _apart(left: Sequence[Counter[int]]) -> tuple[int, int]:
    """How many rows every answer settles, and how many some answer does."""
    return sum(all(map(single, masks)) for masks in left), sum(any(map(single, masks)) for masks in left)


def _text(names: tuple[str, ...], members: Sequence[Table]) -> str:
    labels = [_label(name, members) for name in names]
    together = asking().together(names[0])
    alone = len(names) == 1 and not isinstance(together, Checklist)
    return labels[0] if alone or together is None else f"{together.question} {'; '.join(labels)}"


def _label(name: str, members: Sequence[Table]) -> str:
    """The label that the first table of the board gives it, whether or not that has a row."""
    found: Iterator[Input] = (i for table in members for t in with_required(table) for i in t.inputs if i.name == name)
    return next((each.label for each in found), name.replace("_", " "))
