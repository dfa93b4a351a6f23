"""Lines of a card that is printed and carried: each cites what it rests on, or says that nothing is behind it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from netlearn import prose
from netlearn.errors import KnowledgeError

GOOD_PRACTICE = "good practice, no source"
_SIGNED = re.compile(r"(?P<who>\S.*\D), (?P<day>\d{4}-\d{2}-\d{2})")
_STEP = ("id", "title", "line", prose.PLAIN)
_SOURCES = ("facts", "figures", "updates", "errata")
_TABLES = ("line", "part", "step")
_BLANKS = "blanks"  # names of what is filled in by hand
_LINE = ("text", "edition", "basis", *_SOURCES, prose.PLAIN)


@frozen(kw_only=True)
class CardLine:
    """One line of a card: what it says, by which edition, and what it rests on, or that nothing is behind it."""

    text: str
    edition: str = ""
    basis: str = ""
    facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The facts, updates and errata that it cites, in this order; a figure stands under its update."""
        return (*self.facts, *self.updates, *self.errata)


@frozen(kw_only=True)
class CardStep:
    """One step or part of a card."""

    id: str
    title: str
    lines: tuple[CardLine, ...]


def signature(sign_off: str) -> tuple[str, str]:
    """The clinician and the day that a sign-off names; both empty where it does not name both.

    >>> signature("Dr A. Example, 2026-12-31"), signature("a senior anaesthetist"), signature("Dr A, 2026-13-01")
    (('Dr A. Example', '2026-12-31'), ('', ''), ('', ''))
    """
    found = _SIGNED.fullmatch(sign_off.strip())
    if not found:
        return "", ""
    try:
        date.fromisoformat(found["day"])
    except ValueError:
        return "", ""
    return found["who"], found["day"]


def read_step(raw: Any, file: str) -> CardStep:
    """A step from what the card's file holds.

    Raises KnowledgeError for a field that is missing, unknown or of another kind.
    """
    where = str(raw.get("id", "a step")) if isinstance(raw, Mapping) else "a step"
    known = only(raw, _STEP, file, where, ("id", "title", "line"))
    lines = tuple(_line(each, file, known["id"]) for each in known["line"])
    return CardStep(id=known["id"], title=known["title"], lines=lines)


def _line(raw: Any, file: str, step: str) -> CardLine:
    known = only(raw, _LINE, file, step, ("text",))
    fields: dict[str, Any] = {key: tuple(part) if isinstance(part, list) else part for key, part in known.items()}
    fields.pop(prose.PLAIN, None)
    return CardLine(**fields)


def only(raw: Any, keys: Sequence[str], file: str, where: str, needed: Sequence[str]) -> Any:
    """The entry itself. Raises KnowledgeError for a field that is missing, unknown or of another kind."""
    if not isinstance(raw, Mapping):
        raise KnowledgeError(f"{file}: {where}: {raw} stands where a table belongs; accepted: {', '.join(keys)}")
    for key in (key for key in raw if key not in keys):
        raise KnowledgeError(f"{file}: {where}: {key} is unknown; accepted: {', '.join(keys)}")
    for key in (key for key in needed if key not in raw):
        raise KnowledgeError(f"{file}: {where}: {key} is missing")
    for key, value in raw.items():
        if accepted := _accepted(key, value):
            raise KnowledgeError(f"{file}: {where}: {key} is {value}; accepted: {accepted}")
    return raw


def _accepted(key: str, value: Any) -> str:
    """What a field takes, where its value is something else."""
    if key == prose.PLAIN:
        return ""  # whoever reads it says so
    if key in _TABLES:
        return "" if isinstance(value, list) else "a list of tables"
    if key in (*_SOURCES, _BLANKS):
        listed = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return "" if listed else "a list of texts"
    return "" if isinstance(value, str) else "a text"
