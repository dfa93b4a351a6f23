"""Facts of the review, its errata and what changed since, looked up by id.

A fact is one claim of the review as printed; an erratum says where the print is wrong, contradicts
itself or is outdated; an update is a later finding. Errata and updates own figures: numbers from other works.
"""

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from attrs import field, fields, frozen

from netlearn import knowledge
from netlearn.checked import LEVELS
from netlearn.errors import NetlearnError, quoted
from netlearn.value import Value as Value
from netlearn.value import decimal_text, keep_together, read_value

_T = TypeVar("_T")
_LONGEST_ID = 100  # no id is longer; looking for the ones closest to a longer text would take long


class UnknownIdError(NetlearnError, LookupError):
    """No entry has this id; the message names the id and the closest ones."""


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
        return f"{self.value.text()} ({keep_together(f'{self.interval_kind} {low}–{high}')})"


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


@cache
def sections() -> Mapping[str, str]:
    """Map each section of the review to its title, in the review's order.

    >>> sections()["2"]
    'The clinical significance and prognosis of liver metastases'
    """
    return MappingProxyType({file["section"]: file["title"] for file in _evidence_files()})


@cache
def facts() -> Mapping[str, Fact]:
    """Map every fact's id to the fact, in the order of the review.

    >>> len(facts())
    381
    """
    rows = ((file["section"], row) for file in _evidence_files() for row in file["fact"])
    return MappingProxyType({row["id"]: _fact(section, row) for section, row in rows})


@cache
def errata() -> Mapping[str, Erratum]:
    """Map every erratum's id to the erratum: safety first, then trials, then definitions.

    >>> len(errata())
    55
    """
    rows = (row for name in knowledge.names("errata") for row in _read(name)["erratum"])
    return MappingProxyType({row["id"]: _erratum(row) for row in rows})


@cache
def topics() -> Mapping[str, Topic]:
    """Map every topic of the updates to the topic, in the order of its number."""
    files = sorted((_read(name) for name in knowledge.names("updates")), key=lambda file: file["number"])
    return MappingProxyType({file["topic"]: _topic(file) for file in files})


@cache
def updates() -> Mapping[str, Update]:
    """Map every update's id to the update, topic by topic."""
    return MappingProxyType({update.id: update for topic in topics().values() for update in topic.updates})


@cache
def figures() -> Mapping[str, Figure]:
    """Map every figure's id, such as ``E15.symptom-relief``, to the figure: errata first, then updates."""
    owners: tuple[Erratum | Update, ...] = (*errata().values(), *updates().values())
    return MappingProxyType({figure.id: figure for owner in owners for figure in owner.figures})


def fact(id: str) -> Fact:
    """Return one fact.

    >>> fact("2-20").value.text()
    '60–70\\xa0%'
    >>> fact("3.1-04O")
    Traceback (most recent call last):
    netlearn.evidence.UnknownIdError: fact: '3.1-04O' is not known; close: 3.1-04, 4.1-04, 3.5-04
    """
    return _look_up("fact", facts(), id)


def erratum(id: str) -> Erratum:
    """Return one erratum.

    >>> erratum("E01").risk
    'A'
    """
    return _look_up("erratum", errata(), id)


def update(id: str) -> Update:
    """Return one update."""
    return _look_up("update", updates(), id)


def figure(id: str) -> Figure:
    """Return one figure of an erratum or an update.

    >>> figure("E15.symptom-relief").value.text()
    '97\\xa0%'
    """
    return _look_up("figure", figures(), id)


def anchor(place: str, id: str) -> str:
    """Name the place of an entry on its page.

    >>> anchor("ev", "3.1-40")
    'ev-3-1-40'
    """
    return f"{place}-{id.replace('.', '-')}"


def checked_words(checked: str) -> str:
    """Say how well a number was checked.

    >>> checked_words("abstract")
    'checked against the abstract, label or page'
    """
    return _look_up("checked", LEVELS, checked).words


def _look_up(kind: str, entries: Mapping[str, _T], id: str) -> _T:
    if isinstance(id, str) and id in entries:
        return entries[id]
    close = get_close_matches(id, entries) if isinstance(id, str) and len(id) <= _LONGEST_ID else ()
    raise UnknownIdError(f"{kind}: {quoted(id)} is not known; close: {', '.join(close) or 'none'}")


def _read(name: str) -> Mapping[str, Any]:
    return knowledge.load(name, Decimal)  # a Decimal keeps the places printed


@cache
def _evidence_files() -> tuple[Mapping[str, Any], ...]:
    def order(file: Mapping[str, Any]) -> tuple[int, ...]:
        return () if file["section"] == "abs" else tuple(map(int, file["section"].split(".")))

    return tuple(sorted((_read(name) for name in knowledge.names("evidence")), key=order))


def _build(cls: type[_T], row: Mapping[str, Any], **known: object) -> _T:
    """Build a record from the row's keys: lists become tuples, what is absent is empty."""
    rest = [attribute for attribute in fields(cls) if attribute.name not in known]  # type: ignore[arg-type]
    given = {a.name: row.get(a.name, "") if a.type is str else tuple(row.get(a.name, ())) for a in rest}
    return cls(**given, **known)


def _fact(section: str, row: Mapping[str, Any]) -> Fact:
    return _build(Fact, row, section=section, value=read_value(row) if "quantity" in row else None)


def _figures(owner: Mapping[str, Any], page: str) -> tuple[Figure, ...]:
    return tuple(_figure(owner["id"], page, row) for row in owner.get("figure", ()))


def _figure(owner: str, page: str, row: Mapping[str, Any]) -> Figure:
    interval = tuple(map(Fraction, row["interval"])) if "interval" in row else None
    id = f"{owner}.{row['name']}"
    return _build(Figure, row, id=id, owner=owner, page=page, value=read_value(row), interval=interval)


def _erratum(row: Mapping[str, Any]) -> Erratum:
    return _build(Erratum, row, figures=_figures(row, Erratum.page))


def _topic(file: Mapping[str, Any]) -> Topic:
    topic = file["topic"]
    return Topic(
        number=file["number"],
        topic=topic,
        title=file["title"],
        updates=tuple(_build(Update, row, topic=topic, figures=_figures(row, Update.page)) for row in file["update"]),
    )
