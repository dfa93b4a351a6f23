"""What the bank covers, as plain data: which items ask which objective, and which can ask which rule of which table."""

from collections.abc import Iterable, Mapping
from typing import Any

from netlearn.decision import decide
from netlearn.decision.load import EDITIONS, load, names
from netlearn.items import dose, place, resect
from netlearn.items.item import Item
from netlearn.items.load import Objective
from netlearn.items.patients import patients

LEAST = 3  # items that every objective should have


def by_objective(objectives: Iterable[Objective], items: Iterable[Item]) -> list[dict[str, object]]:
    """One row for each objective: chapter, id, text, the keys of its items, and whether they are enough."""
    asked: dict[tuple[str, str], list[str]] = {}
    for item in items:
        asked.setdefault((item.chapter, item.objective), []).append(item.key)
    return [
        {
            "chapter": each.chapter,
            "objective": each.id,
            "text": each.text,
            "items": (found := asked.get((each.chapter, each.id), [])),
            "enough": len(found) >= LEAST,
        }
        for each in objectives
    ]


def by_rule(items: Iterable[Item]) -> list[dict[str, object]]:
    """One row for each rule, silence and conflict of each table and edition, with the items that can ask it.

    A threshold asks whatever rules meet there, so an item that asks thresholds alone is counted under "thresholds".
    """
    asked: dict[tuple[str, str, str], list[str]] = {}
    for item in items:
        for place_ in sorted(set(asks(item))):
            asked.setdefault(place_, []).append(item.key)
    return [
        {"table": table, "edition": edition, "clause": clause, "items": asked.get((table, edition, clause), [])}
        for edition in EDITIONS
        for table in names(edition)
        for clause in clauses(table, edition)
    ]


def clauses(table: str, edition: str) -> tuple[str, ...]:
    """The rows of one table.

    >>> clauses("interferon", "review-2012")
    ('rule:after-analogue', 'rule:survival', 'silent:analogue-not-failed')
    """
    asked = load(table, edition)
    rows = [*(f"rule:{r.id}" for r in asked.rules), *(f"silent:{s.id}" for s in asked.silent)]
    rows += [f"conflict:{c.id}" for c in asked.conflicts]
    return (*rows, "thresholds") if any(i.numeric and asked.tests_on(i.name) for i in asked.inputs) else tuple(rows)


def asks(item: Item) -> list[tuple[str, str, str]]:
    """The (table, edition, clause) that an item can ask; empty for an item without a table."""
    body = item.body
    edition = body.get("edition", EDITIONS[0])
    if item.kind == "classify":
        return [(body["table"], edition, clause) for clause in _classified(body)]
    if item.kind == "place":
        return [(place.TABLE, edition, rule) for rule in _giving(place.TABLE, edition, body["wanted"])]
    if item.kind == "resect" and body["goal"] == resect.DEBULKING:
        return [(resect.TABLE, edition, f"rule:{id}") for end in resect.limit(edition)[1:] for id in end.rules]
    if item.kind == "dose":
        return [(dose.TABLE, edition, f"rule:{rule}") for asked in body["asked"] for rule in _accepting(edition, asked)]
    return []


def _classified(body: Mapping[str, Any]) -> list[str]:
    table, edition = body["table"], body["edition"]
    found = ["thresholds" if t.startswith("threshold:") else t for t in body["targets"]]
    for case in body["cases"]:
        found += _deciding(table, edition, case)
    for name in body["patients"]:
        _, asked = patients(table, edition)[name]
        kind, _, clauses = asked.answers[edition].partition(": ")
        silent = [f"{kind}:{clause}" for part in clauses.split(" | ") for clause in part.split(", ") if clause]
        found += silent or _deciding(table, edition, asked.given[edition])
    return found


def _deciding(table: str, edition: str, case: Mapping[str, Any]) -> list[str]:
    return [f"rule:{rule}" for rule in decide(table, edition, **case).rules]


def _giving(table: str, edition: str, verdicts: tuple[str, ...]) -> list[str]:
    return [f"rule:{rule.id}" for rule in load(table, edition).rules if rule.verdict in verdicts]


def _accepting(edition: str, asked: Mapping[str, str]) -> list[str]:
    """The rules that accept something for a drug and a purpose."""
    return [
        rule.id
        for rule in load(dose.TABLE, edition).rules
        if rule.verdict == "accept" and all(rule.when[n].accepts(w) for n, w in asked.items() if n in rule.when)
    ]
