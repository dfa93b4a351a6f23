"""The editions of the rules, as ``knowledge/editions.toml`` lists them: the one place that knows which there are.

Nothing is read when this module is imported: the knowledge of another folder may be named first.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from netlearn import knowledge
from netlearn.errors import KnowledgeError, quoted

__all__ = [
    "EditionEntry",
    "default_edition",
    "edition_entry",
    "edition_ids",
    "editions_read",
    "newest_edition",
    "read_editions",
]

FILE = "editions.toml"


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One edition: its id, how it is named, when it is dated, and which edition it follows; "" for the first."""

    id: str
    label: str
    title: str
    dated: str
    about: str
    named: str
    many: bool = False
    default: bool = False
    follows: str = ""

    @property
    def silence(self) -> str:
        """What is said where no rule of this edition covers a case.

        >>> edition_entry("2026").silence
        'The rules of 2026 do not say'
        """
        return f"{self.named} {'do' if self.many else 'does'} not say"

    @property
    def speech(self) -> str:
        """What is said of a case for which :attr:`silence` is the wrong answer.

        >>> edition_entry("review-2012").speech
        'The review does answer for this patient'
        """
        return f"{self.named} {'do' if self.many else 'does'} answer for this patient"


def edition_ids() -> tuple[str, ...]:
    """Every edition by its id, the oldest first.

    >>> edition_ids()
    ('review-2012', '2026')
    """
    return tuple(_entries())


def default_edition() -> str:
    """The edition that answers unless another is asked for.

    >>> default_edition()
    'review-2012'
    """
    return next(entry.id for entry in _entries().values() if entry.default)


def newest_edition() -> str:
    """The last edition.

    >>> newest_edition()
    '2026'
    """
    return edition_ids()[-1]


def editions_read() -> str:
    """What a page stands for that reads the default edition and sets the newest beside it.

    >>> editions_read()
    'review-2012, with 2026'
    """
    return f"{default_edition()}, with {newest_edition()}"


def edition_entry(id: str) -> EditionEntry:
    """One edition by its id. Raises KnowledgeError for one that does not exist, naming those that do.

    >>> edition_entry("review-2012").label
    '2012'
    """
    if not isinstance(id, str) or id not in _entries():
        raise KnowledgeError(f"edition {quoted(id)} does not exist; accepted: {', '.join(map(repr, edition_ids()))}")
    return _entries()[id]


@cache
def _entries() -> Mapping[str, EditionEntry]:
    return {entry.id: entry for entry in _checked(knowledge.load(FILE))}


def read_editions(folder: Path) -> tuple[EditionEntry, ...]:
    """The editions of a folder of knowledge, read anew. Raises KnowledgeError for a file that is not as it should be.

    >>> [entry.label for entry in read_editions(knowledge.root())]
    ['2012', '2026']
    """
    try:
        return _checked(tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{FILE}: cannot be read: {error}") from None


def _checked(raw: Mapping[str, Any]) -> tuple[EditionEntry, ...]:
    """The entries, each complete and each of another id; one is the default, each follows one before it."""
    listed = raw.get("edition")
    if raw.keys() != {"edition"} or not isinstance(listed, list) or not listed:
        raise KnowledgeError(f"{FILE}: holds {quoted(list(raw))}; accepted: at least one [[edition]]")
    made = tuple(_entry(one, f"edition[{n}]") for n, one in enumerate(listed, 1))
    for number, entry in enumerate(made):
        for field, message in _odd(entry, made[:number]):
            raise KnowledgeError(f"{FILE}: {entry.id}: {field}: {message}")
    if sum(entry.default for entry in made) != 1:
        raise KnowledgeError(f"{FILE}: default: accepted: one edition with default = true")
    return made


def _odd(entry: EditionEntry, before: tuple[EditionEntry, ...]) -> Iterator[tuple[str, str]]:
    ids = [one.id for one in before]
    if entry.id in ids:
        yield "id", "stands twice"
    if entry.label in [one.label for one in before]:
        yield "label", f"{quoted(entry.label)} is another edition's"
    if entry.follows != (ids[-1] if ids else ""):
        yield (
            "follows",
            f"{quoted(entry.follows)}; accepted: {quoted(ids[-1]) if ids else 'nothing, as it is the first'}",
        )


def _entry(raw: Any, where: str) -> EditionEntry:
    if not isinstance(raw, Mapping):
        raise KnowledgeError(f"{FILE}: {where} is {quoted(raw)}; accepted: a table")
    where = str(raw.get("id") or where)
    known = {each.name: each for each in fields(EditionEntry)}
    for key, value in raw.items():
        if key not in known or type(value) is not known[key].type or value == "":
            accepted = f"a {'truth value' if known[key].type is bool else 'text'}" if key in known else ", ".join(known)
            raise KnowledgeError(f"{FILE}: {where}: {key} is {quoted(value)}; accepted: {accepted}")
    for name in [*known][:6]:
        if name not in raw:
            raise KnowledgeError(f"{FILE}: {where}: {name} is missing")
    return EditionEntry(**raw)
