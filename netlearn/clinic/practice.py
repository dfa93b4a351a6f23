"""The card "In practice" of a section, from ``knowledge/practice``: what to do, for whom, when not, whom to call."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from netlearn import knowledge, prose
from netlearn.clinic.card_lines import CardStep, only, read_step, signature
from netlearn.errors import InputError, KnowledgeError

FOLDER = "practice"
DRAFT = "Unsigned draft: for learning, not for use on a patient"
# Every card has them all, in this order; the title is the usual one.
PARTS = MappingProxyType({
    "do": "Do", "whom": "For whom", "dose": "Dose", "not": "Not when", "red": "Red flags", "ask": "Ask first",
    "call": "Whom to call", "nurse": "For the nurse",
})  # fmt: skip
_CALL = re.compile(r"\{([a-z_]+)\}")
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


def with_calls(raw: Any, file: str) -> Any:
    """What a card's file holds, with each ``{name}`` said in the one wording of its situation.

    Raises KnowledgeError for a situation that there is not.
    """
    if isinstance(raw, str):
        return _CALL.sub(lambda found: _call(found[1], file), raw)
    if isinstance(raw, Mapping):
        return {key: with_calls(part, file) for key, part in raw.items()}
    return [with_calls(part, file) for part in raw] if isinstance(raw, list) else raw


def _call(name: str, file: str) -> str:
    calls: Mapping[str, str] = knowledge.load("urgency.toml")["call"]
    if name not in calls:
        raise KnowledgeError(f"{file}: {{{name}}} is no situation; accepted: {', '.join(calls)}")
    return calls[name]


def read_practice(raw: Any, section: str) -> PracticeCard:
    """A card from what its file holds."""
    file = f"{FOLDER}/{section}.toml"
    raw = with_calls(raw, file)
    filled = prose.filled(only(raw, _HEAD, file, "card", ("title", "updated", "sign_off", "part")), f"{file}: card")
    head = {key: filled[key] for key in ("title", "updated", "sign_off")}
    return PracticeCard(section=section, **head, parts=tuple(read_step(each, file) for each in filled["part"]))
