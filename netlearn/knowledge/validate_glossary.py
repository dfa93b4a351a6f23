"""Checks the glossary's file against its schema and against itself; its links are checked where links are."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.glossary import FILE
from netlearn.knowledge.schema import structure

_PATH = Path(__file__).parent / FILE


@frozen(kw_only=True)
class TermRow:
    """One ``[[term]]`` of glossary.toml."""

    id: str
    term: str
    also: tuple[str, ...] = ()
    definition: str
    see: tuple[str, ...] = ()


@frozen(kw_only=True)
class GlossaryFile:
    """The file glossary.toml."""

    term: tuple[TermRow, ...]


def validate_glossary(path: Path = _PATH) -> None:
    """Check the file: its keys, its ids, that no name stands for two terms, and that neighbours exist.

    Raises:
        KnowledgeError: lists every problem, one a line, as ``glossary.toml: id: field: what is wrong``.
    """
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = structure(FILE, content, GlossaryFile).term
    if problems := [f"{FILE}: {problem}" for problem in _problems(rows)]:
        raise KnowledgeError("\n".join(problems))


def _problems(rows: tuple[TermRow, ...]) -> Iterator[str]:
    ids = [row.id for row in rows]
    names = Counter(name.casefold() for row in rows for name in {row.term, *row.also})
    for row in rows:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id):
            yield f"{row.id}: id: is not lower-case words joined by hyphens"
        if ids.count(row.id) > 1:
            yield f"{row.id}: id: is used twice"
        yield from (f"{row.id}: see: {other!r} does not exist" for other in row.see if other not in ids)
        yield from (f"{row.id}: term: {n!r} names two terms" for n in (row.term, *row.also) if names[n.casefold()] > 1)
        if not row.definition.strip():
            yield f"{row.id}: definition: is empty"
