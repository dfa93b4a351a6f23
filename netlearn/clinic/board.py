"""A board: the answers about one patient as rows that a person can read, in groups.

A row is one treatment, or several of one class of which the same is to be said. Nothing is added to the decisions.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from netlearn.clinic.board_text import text
from netlearn.clinic.plan import GROUPS, plan
from netlearn.decision import Caution, Decision, load
from netlearn.decision.flips import outcome_of_decision
from netlearn.decision.table import Table
from netlearn.decision.words import inputs_of, outcome_shown


@frozen
class Row:
    """One line of the board.

    ``verdict`` is that of the table, None where there is none; ``answer`` says it, or what is open, in words.
    ``reason`` is one sentence, ``caution`` the gravest one, ``missing`` what is not known, by its labels;
    ``evidence`` names facts, figures and updates, those that give a first line or a rescue its place included.
    ``asked`` holds, by input, the treatments and purposes of which the row speaks; ``decisions`` are behind it.
    """

    treatment: str
    group: str
    verdict: str | None
    answer: str
    reason: str
    caution: Caution | None
    missing: tuple[str, ...]
    evidence: tuple[str, ...]
    table: str
    status: str
    asked: Mapping[str, tuple[Any, ...]] = field(repr=False)
    decisions: tuple[Decision, ...] = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        """The row as plain data."""
        plain = {key: getattr(self, key) for key in ("treatment", "group", "verdict", "answer", "reason")}
        plain |= {"caution": self.caution.to_json() if self.caution else None}
        plain |= {key: list(getattr(self, key)) for key in ("missing", "evidence")}
        asked = {name: list(values) for name, values in self.asked.items()}
        return {**plain, "table": self.table, "status": self.status, "asked": asked}


@frozen(repr=False)
class Board:
    """The rows about one case; it prints as a table, and a notebook shows it as one.

    ``contradictions`` says in sentences what of the case contradicts itself: each table alone answers by its part of
    it, so the answers do not fit together. ``set_aside`` says what the edition does not know, ``follows`` what was
    taken as said because anything else would contradict what is; ``absent`` names the treatments without an object.
    """

    name: str
    edition: str
    rows: tuple[Row, ...]
    contradictions: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def group(self, name: str) -> tuple[Row, ...]:
        """The rows of one group, such as ``not-now``."""
        return tuple(row for row in self.rows if row.group == name)

    @property
    def groups(self) -> Mapping[str, tuple[Row, ...]]:
        """Every group by its name as in the data, ``first-line`` first."""
        return {name: self.group(name) for name in GROUPS}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions behind all rows."""
        return tuple(decision for row in self.rows for decision in row.decisions)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown inputs on which some answer still depends."""
        open_ = self.behind("needs-an-answer")
        return tuple(dict.fromkeys(name for decision in open_ for name in decision.missing))

    def behind(self, group: str) -> tuple[Decision, ...]:
        """The decisions behind the rows of one group."""
        return tuple(decision for row in self.group(group) for decision in row.decisions)

    def __getattr__(self, name: str) -> tuple[Decision, ...]:
        """The decisions behind a group under its name, such as ``board.first_line``."""
        group = name.replace("_", "-")
        if group not in GROUPS:
            raise AttributeError(f"a board has no {name!r}")
        return self.behind(group)

    def to_json(self) -> dict[str, Any]:
        """The board as plain data."""
        return {
            "assembly": self.name,
            "edition": self.edition,
            "rows": [row.to_json() for row in self.rows],
            "missing": list(self.missing),
            "contradictions": list(self.contradictions),
            "set_aside": list(self.set_aside),
            "follows": list(self.follows),
        }

    def __repr__(self) -> str:
        return text(self)

    def _repr_html_(self) -> str:
        from netlearn.clinic.board_html import html  # only now: to answer, nothing but attrs is needed

        return html(self)


def rows_of(decisions: Iterable[Decision]) -> tuple[Row, ...]:
    """The rows of some decisions: group by group, what says the same of one class of treatments in one row."""
    folded: dict[Any, Row] = {}
    for row in map(_row, decisions):
        key = _said(row)
        folded[key] = _with(folded[key], row) if key in folded else row
    rows = [split for row in folded.values() for split in _nameable(row)]
    return tuple(sorted(rows, key=lambda row: GROUPS.index(row.group)))


def _row(decision: Decision) -> Row:
    table, group = load(decision.table, decision.edition), plan().group(decision)
    asked = {name: (decision.inputs[name],) for name in plan().asked(table)}
    order = plan().sources.get((decision.table, decision.verdict or "", decision.edition), ())
    row = Row(
        treatment=plan().treatments[table.name].called(table, asked),
        group=group,
        verdict=decision.verdict,
        answer=outcome_shown(outcome_of_decision(decision), table.verdicts).label.removeprefix("Undetermined: "),
        reason=_reason(table, decision),
        caution=decision.cautions[0] if decision.cautions else None,
        missing=_labels(decision),
        evidence=tuple(dict.fromkeys((*decision.evidence, *decision.updates, *order))),
        table=table.name,
        status=decision.status,
        asked=asked,
        decisions=(decision,),
    )
    return _displaced(row, decision)


def _displaced(row: Row, decision: Decision) -> Row:
    """The row, or that in another group, answered by a caution: the next caution is then the gravest left to say."""
    by = plan().displaced.get(decision.table)
    said = by and by.of(decision)
    if not by or not said:
        return row
    left = next((caution for caution in decision.cautions if caution is not said), None)
    return evolve(row, group=by.group, answer=said.title, reason=said.text, caution=left)


def _reason(table: Table, decision: Decision) -> str:
    """The first reason of several: what the first rule says, where rules decide."""
    if decision.rules:
        return table.rule(decision.rules[0]).because
    return decision.because


def _labels(decision: Decision) -> tuple[str, ...]:
    """What is not known, as its labels."""
    asked = inputs_of(decision.table, decision.edition)
    return tuple(asked[name].label if name in asked else name.replace("_", " ") for name in decision.missing)


def _said(row: Row) -> tuple[object, ...]:
    """What a row says, whatever it says it of."""
    caution = row.caution.id if row.caution else ""
    return (row.table, row.group, row.verdict, row.answer, row.reason, caution, row.missing)


def _with(row: Row, other: Row) -> Row:
    evidence = tuple(dict.fromkeys((*row.evidence, *other.evidence)))
    return evolve(row, evidence=evidence, decisions=(*row.decisions, *other.decisions))


def _nameable(row: Row) -> list[Row]:
    """The row under one name; where that would name a treatment of which it does not speak, one for each purpose."""
    table = load(row.table, row.decisions[0].edition)
    each = plan().asked(table)
    asked = {name: tuple(dict.fromkeys(d.inputs[name] for d in row.decisions)) for name in each}
    size = 1
    for values in asked.values():
        size *= len(values)
    if size == len(row.decisions):
        return [evolve(row, treatment=plan().treatments[row.table].called(table, asked), asked=asked)]
    parts: dict[Any, list[Decision]] = {}
    for decision in row.decisions:
        parts.setdefault(decision.inputs[each[-1]], []).append(decision)
    return [one for part in parts.values() for one in _nameable(evolve(row, decisions=tuple(part)))]
