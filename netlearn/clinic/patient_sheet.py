"""The page that a patient takes home, from ``knowledge/patient_sheet.toml``: what to ring for, and whom."""

from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.clinic.card_lines import CardStep, only, read_step, signature

FILE = "patient_sheet.toml"
DRAFT = "Unsigned draft: not to be handed to a patient"
_HEAD = ("title", "updated", "sign_off", "lead", "blanks", "part")


@frozen(kw_only=True)
class SheetPart:
    """What a patient does, and for what; ``situation`` names those of the cards in whose place it stands at home."""

    situation: tuple[str, ...]
    step: CardStep


@frozen(kw_only=True)
class PatientSheet:
    """The whole page; ``blanks`` are filled in by hand."""

    title: str
    updated: str
    sign_off: str
    lead: str
    blanks: tuple[str, ...]
    parts: tuple[SheetPart, ...]

    @property
    def status(self) -> str:
        """Who signed the page and when, or that nobody did.

        >>> patient_sheet().status
        'Unsigned draft: not to be handed to a patient'
        """
        who, day = signature(self.sign_off)
        return f"Signed by {who} on {day}" if who else DRAFT


@cache
def patient_sheet() -> PatientSheet:
    """The page. Raises KnowledgeError for a field that is missing or unknown.

    >>> [part.step.id for part in patient_sheet().parts]
    ['ambulance', 'hospital', 'centre', 'same-day', 'never']
    """
    return read_sheet(knowledge.load(FILE))


def read_sheet(raw: Any) -> PatientSheet:
    """A page from what its file holds."""
    known = only(raw, _HEAD, FILE, "page", _HEAD)
    head = {key: known[key] for key in ("title", "updated", "sign_off", "lead")}
    return PatientSheet(**head, blanks=tuple(known["blanks"]), parts=tuple(map(_part, known["part"])))


def _part(raw: Any) -> SheetPart:
    known = only(raw, ("id", "situation", "title", "line"), FILE, "part", ("id", "title", "line"))
    step = {key: value for key, value in known.items() if key != "situation"}
    named = known.get("situation", "")
    return SheetPart(situation=tuple(named.split(", ") if named else ()), step=read_step(step, FILE))
