"""What the bank covers, as plain data: which items ask which objective, and which can ask which rule of which table."""

from collections.abc import Iterable

from netlearn.decision.load import load, names
from netlearn.editions import edition_ids
from netlearn.items.item import Item
from netlearn.items.kinds import kinds
from netlearn.items.load import Objective

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
        for place in sorted(set(kinds()[item.kind].asks(item))):
            asked.setdefault(place, []).append(item.key)
    return [
        {"table": table, "edition": edition, "clause": clause, "items": asked.get((table, edition, clause), [])}
        for edition in edition_ids()
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
