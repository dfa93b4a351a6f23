"""The records of the evidence: facts, figures, errata, updates and their topics, each with a place on a page."""

from fractions import Fraction
from typing import ClassVar

from attrs import field, frozen

from netlearn.value import Value, decimal_text, interval_text

__all__ = ["Entry", "Erratum", "Fact", "Figure", "Topic", "Update", "anchor"]


def anchor(place: str, id: str) -> str:
    """Name the place of an entry on its page.

    >>> anchor("ev", "3.1-40")
    'ev-3-1-40'
    """
    return f"{place}-{id.replace('.', '-')}"


@frozen
class Entry:
    """Anything with an id and a place on a page."""

    place: ClassVar[str]  # how its anchor begins

    id: str

    @property
    def anchor(self) -> str:
        """Return the anchor on the entry's page, such as ``ev-3-1-40`` or ``fig-E15-symptom-relief``."""
        return anchor(self.place, self.id)


@frozen
class Fact(Entry):
    """One claim of the review, in the course's words."""

    place: ClassVar[str] = "ev"
    page: ClassVar[str] = "evidence"

    section: str
    kind: str
    claim: str
    quantity: str
    value: Value | None
    population: str
    citations: tuple[str, ...]
    cites: tuple[str, ...]
    topic: str
    errata: tuple[str, ...]
    weight: str
    checked: str


@frozen
class Figure(Entry):
    """A number from a work other than the review; ``owner`` is the erratum or update it belongs to."""

    place: ClassVar[str] = "fig"

    owner: str
    quantity: str
    value: Value
    population: str
    cites: tuple[str, ...]
    checked: str
    interval: tuple[Fraction, Fraction] | None
    interval_kind: str
    page: str
    settle: str = ""  # what would check it

    def text(self) -> str:
        """Write the value with its interval, such as ``0.34 (95 % CI 0.20–0.59)``."""
        if self.interval is None:
            return self.value.text()
        low, high = (decimal_text(end, self.value.decimals) for end in self.interval)
        return f"{self.value.text()} ({interval_text(self.interval_kind, f'{low}–{high}')})"


@frozen
class Erratum(Entry):
    """One entry of the errata: what the review says, what the source says, what the course teaches."""

    place: ClassVar[str] = "erratum"
    page: ClassVar[str] = "errata"

    title: str
    status: str
    risk: str
    facts: tuple[str, ...]
    says: str
    source: str
    teach: str
    cites: tuple[str, ...]
    figures: tuple[Figure, ...]


@frozen
class Update(Entry):
    """One finding or guideline published after the review, or not used in it; or a fact of practice it does not give.

    ``address`` says where it was read if that is no work of the bibliography, ``settle`` what would check it.
    """

    place: ClassVar[str] = "update"
    page: ClassVar[str] = "updates"

    topic: str
    title: str
    statement: str
    cites: tuple[str, ...]
    address: str
    checked: str
    settle: str
    sections: tuple[str, ...]
    facts: tuple[str, ...]
    errata: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def practice(self) -> bool:
        """Whether it is a fact of the bedside, which the review does not give, and no finding since."""
        return self.id.startswith("practice-")


@frozen
class Topic:
    """A group of updates in the order of the updates page."""

    number: int
    topic: str
    title: str
    updates: tuple[Update, ...] = field(repr=False)
