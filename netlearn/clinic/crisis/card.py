"""The crisis card from ``knowledge/crisis/card.toml``: steps and lines with their sources, and who signed it."""

import re
from datetime import date
from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge, prose
from netlearn.errors import KnowledgeError

FILE = "crisis/card.toml"
UNSIGNED = "Unsigned: for learning, not for use on a patient"
GOOD_PRACTICE = "good practice, no source"
_SIGNED = re.compile(r"(?P<who>\S.*\D), (?P<day>\d{4}-\d{2}-\d{2})")
_HEAD = ("title", "lead", "sign_off", "step", prose.PLAIN)
_STEP = ("id", "title", "line", prose.PLAIN)
_LINE = ("text", "edition", "basis", "facts", "figures", "updates", "errata", prose.PLAIN)


@frozen(kw_only=True)
class CardLine:
    """One line of the card: what it says, by which edition, and what it rests on, or that nothing is behind it."""

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
    """One step of the card."""

    id: str
    title: str
    lines: tuple[CardLine, ...]


@frozen(kw_only=True)
class CrisisCard:
    """The whole card. It is never shown in part."""

    title: str
    lead: str
    sign_off: str
    steps: tuple[CardStep, ...]

    @property
    def status(self) -> str:
        """Who signed the card and when, or that nobody did.

        >>> crisis_card().status
        'Unsigned: for learning, not for use on a patient'
        """
        who, day = signature(self.sign_off)
        return f"Signed by {who} on {day}" if who else UNSIGNED


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


@cache
def crisis_card() -> CrisisCard:
    """The card with its numbers filled in. Raises KnowledgeError for a field that is missing or unknown.

    >>> [step.id for step in crisis_card().steps]
    ['call', 'vasopressor', 'octreotide', 'causes']
    """
    return read_card(knowledge.load(FILE))


def read_card(raw: Any) -> CrisisCard:
    """A card from what its file holds."""
    filled = prose.filled(_known(raw, _HEAD, "card", ("title", "lead", "sign_off", "step")), FILE)
    return CrisisCard(
        title=filled["title"],
        lead=filled["lead"],
        sign_off=filled["sign_off"],
        steps=tuple(map(_step, filled["step"])),
    )


def _step(raw: Any) -> CardStep:
    known = _known(raw, _STEP, raw.get("id", "a step"), ("id", "title", "line"))
    return CardStep(
        id=known["id"], title=known["title"], lines=tuple(_line(each, known["id"]) for each in known["line"])
    )


def _line(raw: Any, step: str) -> CardLine:
    known = _known(raw, _LINE, step, ("text",))
    fields: dict[str, Any] = {key: tuple(part) if isinstance(part, list) else part for key, part in known.items()}
    return CardLine(**fields)


def _known(raw: Any, keys: tuple[str, ...], where: str, needed: tuple[str, ...]) -> Any:
    for key in (key for key in raw if key not in keys):
        raise KnowledgeError(f"{FILE}: {where}: {key} is unknown; accepted: {', '.join(keys)}")
    for key in (key for key in needed if key not in raw):
        raise KnowledgeError(f"{FILE}: {where}: {key} is missing")
    return raw
