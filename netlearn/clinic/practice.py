"""The card "In practice" of a section, from ``knowledge/practice``: what to do, for whom, when not, whom to call."""

from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from netlearn import knowledge, prose
from netlearn.clinic.card_lines import CardStep, only, read_step, signature
from netlearn.clinic.urgency import meant, with_calls
from netlearn.errors import InputError

FOLDER = "practice"
DRAFT = "Unsigned draft: for learning, not for use on a patient"
# Every card has them all, in this order; the title is the usual one.
PARTS = MappingProxyType({
    "do": "Do", "whom": "For whom", "dose": "Dose", "not": "Not when", "red": "Red flags", "ask": "Ask first",
    "call": "Whom to call", "nurse": "For the nurse",
})  # fmt: skip
_HEAD = ("title", "updated", "sign_off", "part", prose.PLAIN)


@frozen(kw_only=True)
class PracticeCard:
    """The card of one section; ``updated`` is the day of its last change."""

    section: str
    title: str
    updated: str
    sign_off: str
    parts: tuple[CardStep, ...]

    @property
    def status(self) -> str:
        """Who signed the card and when, or that nobody did.

        >>> practice_card("3.3").status
        'Unsigned draft: for learning, not for use on a patient'
        """
        who, day = signature(self.sign_off)
        return f"Signed by {who} on {day}" if who else DRAFT

    @property
    def meant(self) -> str:
        """What its words mean where they could be read in two ways, such as from when on there is fever.

        >>> practice_card("4.4").meant
        'Fever: from the local limit.'
        """
        return " ".join(meant(" ".join(line.text for part in self.parts for line in part.lines)))


@cache
def practice_card(section: str) -> PracticeCard:
    """The card of a section with its numbers. Raises InputError where it has none, KnowledgeError for a wrong one.

    >>> [part.id for part in practice_card("3.3").parts]
    ['do', 'whom', 'dose', 'not', 'red', 'ask', 'call', 'nurse']
    """
    there = [file.partition("/")[2].removesuffix(".toml") for file in knowledge.names(FOLDER)]
    if section not in there:
        raise InputError("section", section, f"one with a card in {FOLDER}: {', '.join(there)}")
    return read_practice(knowledge.load(f"{FOLDER}/{section}.toml"), section)


def read_practice(raw: Any, section: str) -> PracticeCard:
    """A card from what its file holds."""
    file = f"{FOLDER}/{section}.toml"
    raw = with_calls(raw, file)
    filled = prose.filled(only(raw, _HEAD, file, "card", ("title", "updated", "sign_off", "part")), f"{file}: card")
    head = {key: filled[key] for key in ("title", "updated", "sign_off")}
    return PracticeCard(section=section, **head, parts=tuple(read_step(each, file) for each in filled["part"]))
