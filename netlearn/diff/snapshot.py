"""Everything in one folder of knowledge that an edit can change, read by a process of its own.

The package reads the knowledge once and keeps it; a second folder therefore needs a second process.
"""

import tomllib
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from netlearn import evidence, glossary, knowledge
from netlearn.clinic import cases
from netlearn.decision.load import load, names
from netlearn.decision.table import Table
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError

# Read as tables and entries; every other file is compared key by key.
_READ = ("tables", "evidence", "errata", "updates", "glossary.toml")


@frozen
class Snapshot:
    """One state of the knowledge.

    ``tables`` by edition and name, ``entries`` by kind and id, ``files`` by path and dotted key, ``cases`` by title.
    """

    tables: Mapping[tuple[str, str], Table]
    entries: Mapping[tuple[str, str], Any]
    files: Mapping[tuple[str, str], Any]
    cases: Mapping[str, str] = field(factory=dict)


@frozen
class Question:
    """What one case is asked of one table of one edition."""

    title: str
    table: str
    edition: str
    given: Mapping[str, Any]


def snapshots(*folders: Path) -> tuple[Snapshot, ...]:
    """Read several folders of knowledge at once, and put the same cases to each of them.

    The cases are those of the last folder; where its edits have made them unreadable, those of the one before.
    Raises KnowledgeError for a folder that cannot be read.
    """
    pools = [ProcessPoolExecutor(1, get_context("spawn"), knowledge.read_from, (folder,)) for folder in folders]
    try:
        waiting = [pool.submit(snapshot) for pool in pools]
        found = [one.result() for one in waiting]
        asked = next(filter(None, (pool.submit(questions).result() for pool in reversed(pools))), ())
        answered = [pool.submit(answers, asked) for pool in pools]
        return tuple(evolve(one, cases=told.result()) for one, told in zip(found, answered, strict=True))
    finally:
        for pool in pools:
            pool.shutdown()


def snapshot() -> Snapshot:
    """Read the knowledge of this process.

    >>> ("2026", "grade") in snapshot().tables
    True
    """
    try:
        return Snapshot(_tables(), _entries(), _files())
    except ValueError as wrong:  # an error with its own arguments would not survive the way to the parent process
        raise KnowledgeError(str(wrong)) from None


def questions() -> tuple[Question, ...]:
    """What the cases of this process's knowledge are asked; none where it has no cases that can be read."""
    if not (knowledge.root() / cases.FOLDER).is_dir():
        return ()
    try:
        every = cases.cases().values()
    except KnowledgeError:  # a case may still name a table or a verdict that the edit takes away
        return ()
    return tuple(
        Question(
            ", ".join(filter(None, (case.slug, asked.table, asked.when, edition))), asked.table, edition, dict(given)
        )
        for case in every
        for asked in case.asked
        for edition, given in asked.given.items()
    )


def answers(asked: Iterable[Question]) -> dict[str, str]:
    """What this process's knowledge answers to each question, by its title."""
    return {one.title: _answer(one) for one in asked}


def _answer(asked: Question) -> str:
    try:
        return cases.answer(asked.table, asked.edition, asked.given).removesuffix(": ")  # an undeclared silence
    except KnowledgeError as unread:
        there = asked.edition in edition_ids() and asked.table in names(asked.edition)
        return f"not to be read: {unread}" if there else "no such table"


def _tables() -> dict[tuple[str, str], Table]:
    there = [edition for edition in edition_ids() if (knowledge.root() / "tables" / edition).is_dir()]
    return {(edition, name): load(name, edition) for edition in there for name in names(edition)}


def _entries() -> dict[tuple[str, str], Any]:
    kinds: dict[str, Mapping[str, Any]] = {
        "fact": evidence.facts(),
        "figure": evidence.figures(),
        "erratum": evidence.errata(),
        "update": evidence.updates(),
        "term": glossary.terms() if (knowledge.root() / glossary.FILE).is_file() else {},
    }
    return {(kind, id): entry for kind, entries in kinds.items() for id, entry in entries.items()}


def _files() -> dict[tuple[str, str], Any]:
    root = Path(str(knowledge.root()))
    paths = (p for p in sorted(root.rglob("*.toml")) if p.relative_to(root).parts[0] not in _READ)
    raw = {p.relative_to(root).as_posix(): tomllib.loads(p.read_text(encoding="utf-8")) for p in paths}
    return {(path, key): value for path, data in raw.items() for key, value in flat(data).items()}


def flat(data: Any, key: str = "") -> dict[str, Any]:
    """Nested data by dotted keys; what a list holds goes by its id or name, else by its number.

    >>> flat({"a": {"b": 1}, "c": [{"id": "x", "d": 2}]})
    {'a.b': 1, 'c.x.id': 'x', 'c.x.d': 2}
    """
    if isinstance(data, Mapping):
        parts = list(data.items())
    elif isinstance(data, list) and any(isinstance(item, Mapping) for item in data):
        parts = [(_named(item, n), item) for n, item in enumerate(data, start=1)]
    else:
        return {key: data}
    return {k: v for name, part in parts for k, v in flat(part, f"{key}.{name}" if key else str(name)).items()}


def _named(item: Any, number: int) -> str:
    found = item.get("id", item.get("name", number)) if isinstance(item, Mapping) else number
    return str(found)
