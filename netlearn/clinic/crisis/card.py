"""The crisis card from ``knowledge/crisis/card.toml``: steps and lines with their sources, and who signed it."""

from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge, prose
from netlearn.clinic.card_lines import CardStep, only, read_step, signature

FILE = "crisis/card.toml"
UNSIGNED = "Unsigned: for learning, not for use on a patient"
_HEAD = ("title", "lead", "sign_off", "step", prose.PLAIN)


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


@cache
def crisis_card() -> CrisisCard:
    """The card with its numbers filled in. Raises KnowledgeError for a field that is missing or unknown.

    >>> [step.id for step in crisis_card().steps]
    ['call', 'vasopressor', 'octreotide', 'causes']
    """
    return read_card(knowledge.load(FILE))


def read_card(raw: Any) -> CrisisCard:
    """A card from what its file holds."""
    filled = prose.filled(only(raw, _HEAD, FILE, "card", ("title", "lead", "sign_off", "step")), f"{FILE}: card")
    return CrisisCard(
        title=filled["title"],
        lead=filled["lead"],
        sign_off=filled["sign_off"],
        steps=tuple(read_step(each, FILE) for each in filled["step"]),
    )
