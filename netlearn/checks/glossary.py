"""Checks the glossary's file against its schema and against itself; its links are checked where links are."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from netlearn.checks.course import knowledge_folder
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.schema import structure
from netlearn.glossary import FILE


@frozen(kw_only=True)
class TermRow:
    """One ``[[term]]`` of glossary.toml."""

    id: str
    term: str
    also: tuple[str, ...] = ()
    everyday: bool = False
    definition: str
    see: tuple[str, ...] = ()


@frozen(kw_only=True)
class GlossaryFile:
    """The file glossary.toml."""

    term: tuple[TermRow, ...]


def faults(path: Path | None = None) -> Iterator[Fault]:
    """Yield what is wrong with the file: its keys, its ids, a name of two terms, a neighbour that does not exist."""
    yield from faults_in(FILE, _of_file, path or knowledge_folder() / FILE)


def _of_file(path: Path) -> Iterator[Fault]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    yield from _of_terms(structure(FILE, content, GlossaryFile).term)


def _of_terms(rows: tuple[TermRow, ...]) -> Iterator[Fault]:
    ids = [row.id for row in rows]
    names = Counter(name.casefold() for row in rows for name in {row.term, *row.also})
    for row in rows:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id):
            yield Fault(FILE, row.id, "id", "is not lower-case words joined by hyphens")
        if ids.count(row.id) > 1:
            yield Fault(FILE, row.id, "id", "is used twice")
        for other in row.see:
            if other not in ids:
                yield Fault(FILE, row.id, "see", f"{other!r} does not exist")
        for name in (row.term, *row.also):
            if names[name.casefold()] > 1:
                yield Fault(FILE, row.id, "term", f"{name!r} names two terms")
        if not row.definition.strip():
            yield Fault(FILE, row.id, "definition", "is empty")
