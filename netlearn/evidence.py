"""Facts of the review, its errata and what changed since, looked up by id.

A fact is one claim of the review as printed; an erratum says where the print is wrong, contradicts
itself or is outdated; an update is a later finding. Errata and updates own figures: numbers from other works.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import fields

from netlearn import knowledge
from netlearn.checked import levels
from netlearn.errors import NetlearnError, quoted
from netlearn.evidence_records import Entry as Entry
from netlearn.evidence_records import Erratum as Erratum
from netlearn.evidence_records import Fact as Fact
from netlearn.evidence_records import Figure as Figure
from netlearn.evidence_records import Topic as Topic
from netlearn.evidence_records import Update as Update
from netlearn.evidence_records import anchor as anchor
from netlearn.value import Value as Value
from netlearn.value import read_value

_T = TypeVar("_T")
_LONGEST_ID = 100  # no id is longer; looking for the ones closest to a longer text would take long


class UnknownIdError(NetlearnError, LookupError):
    """No entry has this id; the message names the id and the closest ones."""


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

    >>> next(iter(facts()))
    'abs-01'
    """
    rows = ((file["section"], row) for file in _evidence_files() for row in file["fact"])
    return MappingProxyType({row["id"]: _fact(section, row) for section, row in rows})


@cache
def errata() -> Mapping[str, Erratum]:
    """Map every erratum's id to the erratum: safety first, then trials, then definitions.

    >>> next(iter(errata()))
    'E01'
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
    return (_cut_out(id) if isinstance(id, str) else None) or _look_up("erratum", errata(), id)


@cache
def _cut_out(id: str) -> Erratum | None:
    """The erratum of that id without reading the others; None where it is not found so."""
    row = knowledge.entry("erratum", id, "errata")
    return _erratum(row) if row.get("id") == id else None


def update(id: str) -> Update:
    """Return one update."""
    return _look_up("update", updates(), id)


def figure(id: str) -> Figure:
    """Return one figure of an erratum or an update.

    >>> figure("E15.symptom-relief").value.text()
    '97\\xa0%'
    """
    return _look_up("figure", figures(), id)


def checked_words(checked: str) -> str:
    """Say how well a number was checked.

    >>> checked_words("abstract")
    'checked against the abstract, label or page'
    """
    return _look_up("checked", levels(), checked).words


def _look_up(kind: str, entries: Mapping[str, _T], id: str) -> _T:
    if isinstance(id, str) and id in entries:
        return entries[id]
    from difflib import get_close_matches  # only now: an id is seldom wrong

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
