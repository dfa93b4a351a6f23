"""What follows from a table's verdict: how the table that takes it further answers when nothing else is known."""

from dataclasses import dataclass
from typing import Any

from netlearn.decision.deciding import decide
from netlearn.decision.decision import Decision
from netlearn.decision.load import load
from netlearn.decision.table import Table


@dataclass(frozen=True, slots=True)
class Following:
    """The table that takes a verdict further, the input by which it takes it, and its answer."""

    table: Table
    input: str
    decision: Decision


def following(table: Table, verdict: str) -> Following | None:
    """What follows from a verdict; None where a table names no other.

    >>> found = following(load("liver-involvement"), "III")
    >>> found.table.name, found.input, found.decision.verdict
    ('resection', 'liver_type', 'excluded')
    """
    if not table.follows:
        return None
    further = load(table.follows, table.edition)
    name = next(asked.name for asked in further.inputs if asked.table == table.name)
    return Following(further, name, decide(further.name, further.edition, **{name: verdict}))


def rows(table: Table) -> dict[str, Any]:
    """For the page: the table that follows, and its answer to each verdict; empty where none follows."""
    found = {verdict: following(table, verdict) for verdict in table.verdicts}
    first = next(iter(found.values()), None)
    if first is None:
        return {}
    answers = {verdict: _answer(each.decision) for verdict, each in found.items() if each}
    verdicts = {v.id: {"label": v.label, "tone": v.tone} for v in first.table.verdicts.values()}
    head = {"table": first.table.name, "edition": table.edition, "title": first.table.title, "input": first.input}
    return {**head, "verdicts": verdicts, "answers": answers}


def _answer(decision: Decision) -> dict[str, Any]:
    whole = decision.to_json()
    return {key: whole[key] for key in ("status", "verdict", "possible", "because")}
