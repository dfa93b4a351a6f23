"""The page of coverage: which exercises ask which objective of a chapter, and which rule of which table."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen
from docutils import nodes

from netlearn.decision import load
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.items.bank import chapters, current, load_items, load_objectives, load_tasks
from netlearn.items.coverage import by_objective, by_rule
from netlearn.items.item import Item
from netlearn.items.targets import targets
from netlearn.items.tasks import Task
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.tables_page import ordered, rule_anchor, title
from netlearn.site.theme import edition_words

__all__ = ["ClauseRow", "CoverageList", "ObjectiveRow", "aims", "asked", "unasked"]

_WORDS = {"rule": "Rule", "silent": "Silence", "conflict": "Conflict", "thresholds": "Values at a threshold"}


@frozen
class ObjectiveRow:
    """One objective, with the titles of the questions and of the code tasks that ask it."""

    text: str
    questions: tuple[str, ...]
    tasks: tuple[str, ...]


@frozen
class ClauseRow:
    """One clause of a table, its place on the page of tables ("" where it has none), and the questions that ask it."""

    edition: str
    words: str
    anchor: str
    questions: tuple[str, ...]


class CoverageList(KnowledgeDirective):
    """Objectives by chapter, then rules by table, then the tables that no question asks yet."""

    template = "coverage.html"

    def run(self) -> list[nodes.Node]:
        """Return the sections; there is nothing to filter."""
        return [self.section(group) for group in self.groups() if group.entries]

    def groups(self) -> Iterator[Group]:
        """Yield a group for each chapter and each table that is asked, and one for the other tables."""
        root = Path(self.env.srcdir) / "exercises"
        self.env.note_dependency(str(root))
        for chapter in chapters(root):
            yield Group(_title(root, chapter), f"objectives-{chapter.replace('.', '-')}", [*aims(root, chapter)])
        for table, clauses in asked(root).items():
            yield Group(f"Rules: {title(table)}", f"rules-{table}", [*clauses])
        yield Group("Tables that no question asks yet", "rules-not-asked", [*unasked(root)])


def aims(root: Path, chapter: str) -> tuple[ObjectiveRow, ...]:
    """Return a chapter's objectives in their order, each with what asks it; ``root`` is the folder ``exercises``."""
    titles, tasks = _titles(_items(root)), load_tasks(root, chapter)
    mine = [item for item in _items(root) if item.chapter == chapter]
    return tuple(
        ObjectiveRow(str(row["text"]), _named(row["items"], titles), _on(tasks, str(row["objective"])))
        for row in by_objective(load_objectives(root / chapter).values(), mine)
    )


def asked(root: Path) -> Mapping[str, tuple[ClauseRow, ...]]:
    """Return the tables that some question asks, in the order of the review, each with all of its clauses."""
    titles = _titles(_items(root))
    found: dict[str, list[ClauseRow]] = {table: [] for table in ordered()}
    for row in by_rule(_items(root)):
        table, edition, clause = str(row["table"]), str(row["edition"]), str(row["clause"])
        kind, _, id = clause.partition(":")
        place = _anchor(load(table, edition), id) if kind == "rule" else ""
        words = f"{_WORDS[kind]} {id.replace('-', ' ')}".strip()
        found[table].append(ClauseRow(edition_words(edition), words, place, _named(row["items"], titles)))
    return {table: tuple(rows) for table, rows in found.items() if any(row.questions for row in rows)}


def unasked(root: Path) -> tuple[tuple[str, str, int], ...]:
    """Return table, title, and in how many ways a generated question could ask it, for the tables that none asks."""
    return tuple(
        (
            table,
            title(table),
            sum(len(targets(table, e)) for e in editions_of(table)),
        )
        for table in ordered()
        if table not in asked(root)
    )


def _anchor(table: Table, id: str) -> str:
    """Return the place of a rule; an edition that takes its rules over has no grid of its own."""
    rule = next(rule for rule in table.rules if rule.id == id)
    return f"table-{table.name}-{table.edition}" if table.same_as else rule_anchor(table, rule)


@cache
def _items(root: Path) -> tuple[Item, ...]:
    return current(load_items(root))


def _titles(items: tuple[Item, ...]) -> dict[str, str]:
    return {item.key: item.title for item in items}


def _named(keys: Any, titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(titles[key] for key in keys)


def _on(tasks: Mapping[str, Task], objective: str) -> tuple[str, ...]:
    replaced = {task.reimplements for task in tasks.values()}
    return tuple(t.title for key, t in tasks.items() if t.objective == objective and key not in replaced)


def _title(root: Path, chapter: str) -> str:
    questions = sum(item.chapter == chapter for item in _items(root))
    return f"Objectives of chapter {chapter.split('-')[0].lstrip('0')}: {questions} questions"
