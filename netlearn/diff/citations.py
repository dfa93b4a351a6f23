"""Who cites a fact, figure, erratum, update or term, or tells a case: rules, chapters, pages, code, other knowledge."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from netlearn.decision.table import Table

_PLACES = (
    "chapters/*.ipynb",
    "exercises/*/items/*.toml",
    "book/*.md",
    "netlearn/**/*.py",
    "netlearn/knowledge/**/*.toml",
)
_RULES = "netlearn/knowledge/tables/"  # these are named rule by rule
_FIELDS = ("facts", "figures", "updates", "errata")


def citing(root: Path, tables: Mapping[tuple[str, str], Table], entry: Any) -> tuple[str, ...]:
    """Every rule and every file of the course in ``root`` that cites an entry, in that order."""
    return (*rules(tables, entry.id), *files(root, entry))


def rules(tables: Mapping[tuple[str, str], Table], id: str) -> Iterator[str]:
    """The clauses that cite an id.

    >>> from netlearn.decision import load
    >>> list(rules({("2026", "grade"): load("grade", "2026")}, "nec-definition"))[0]
    'tables/2026/grade: poor'
    """
    for (edition, name), table in tables.items():
        for clause in table.every_clause:
            if any(id in getattr(clause, field) for field in _FIELDS):
                yield f"tables/{edition}/{name}: {clause.id}"


def files(root: Path, entry: Any) -> Iterator[str]:
    """The files that link to an entry or name its id in quotes."""
    id, anchor = re.escape(entry.id), re.escape(f"#{entry.anchor}")
    cited = re.compile(rf"""["']{id}\\?["']|{anchor}(?![\w-])""")
    no_citing = re.compile(rf'^(?:(?:id|slug) = "{id}"| *>>> .*)$', re.MULTILINE)  # the entry itself; examples in code
    for path, text in _texts(root):
        if cited.search(no_citing.sub("", text)):
            yield path


def telling(root: Path, slug: str) -> Iterator[str]:
    """The chapters, exercises and plays that tell a case, by its slug such as "vera@3.3"."""
    named = re.compile(rf"""["']{re.escape(slug)}\\?["']""")
    return (path for path, text in _texts(root) if not path.endswith(".py") and named.search(text))


@cache
def _texts(root: Path) -> tuple[tuple[str, str], ...]:
    """Every file that may cite something, read once."""
    found = [path.relative_to(root).as_posix() for place in _PLACES for path in sorted(root.glob(place))]
    return tuple((path, (root / path).read_text("utf-8")) for path in found if not path.startswith(_RULES))
