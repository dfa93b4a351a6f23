"""The page of what is still to be checked: every number whose source is unread, the most consequential first."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from attrs import frozen

from netlearn import evidence
from netlearn.checked import level
from netlearn.clinic.crisis.load import edition as room_edition
from netlearn.clinic.crisis.load import editions as room_editions
from netlearn.decision import load, names
from netlearn.editions import edition_ids
from netlearn.evidence import Fact, Figure, Update
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.references import Reference, references
from netlearn.site.theme import edition_words
from netlearn.units import SPELT

__all__ = ["RANKS", "OpenNumber", "VerificationList", "open_numbers"]

RANKS = (
    "Where a mistake could harm a patient",
    "Doses",
    "Behind another rule",
    "Everything else",
)
_DOSES = ("mass", "activity")  # of what a patient is given; also by time or by body surface
_Openable = Fact | Figure | Update


class _Citing(Protocol):
    """A clause of a table or a judgement of the crisis room: what it rests on."""

    @property
    def facts(self) -> tuple[str, ...]: ...
    @property
    def figures(self) -> tuple[str, ...]: ...
    @property
    def updates(self) -> tuple[str, ...]: ...
    @property
    def errata(self) -> tuple[str, ...]: ...


@frozen
class OpenNumber:
    """One number, or a statement without one, whose source is unread: who rests on it, and what would settle it."""

    entry: _Openable
    rank: int
    said: str
    value: str
    population: str
    users: tuple[tuple[str, str], ...]  # where it is used, and the place on the page of tables ("" for the crisis room)
    settle: str


class VerificationList(KnowledgeDirective):
    """Every open number, by what it could do."""

    template = "verification.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each rank."""
        found = open_numbers(Path(self.env.srcdir) / "book" / "references.bib")
        for rank, title in enumerate(RANKS):
            yield Group(title, f"verify-{rank + 1}", [row for row in found if row.rank == rank])


@cache
def open_numbers(bibliography: Path) -> tuple[OpenNumber, ...]:
    """Return what is recalled or second-hand, the most consequential first, in the order of the data within a rank.

    An update stands for itself only where none of its figures is open.
    """
    works = references(bibliography)
    return tuple(sorted((_row(entry, works) for entry in _open_entries()), key=lambda row: row.rank))


def _open_entries() -> Iterator[_Openable]:
    updates = evidence.updates().values()
    numbers: tuple[Fact | Figure, ...] = (*evidence.facts().values(), *evidence.figures().values())
    yield from (entry for entry in numbers if level(entry.checked).open)
    for update in updates:
        if level(update.checked).open and not any(level(figure.checked).open for figure in update.figures):
            yield update


def _row(entry: _Openable, works: Mapping[str, Reference]) -> OpenNumber:
    said, value, population = _words(entry)
    users = tuple(dict.fromkeys(user for user, _ in _uses().get(entry.id, ())))
    dangerous = any(risky for _, risky in _uses().get(entry.id, ()))
    rank = 0 if dangerous else 1 if _is_dose(entry) else 2 if users else 3
    return OpenNumber(entry, rank, said, value, population, users, _settle(entry, works))


def _words(entry: _Openable) -> tuple[str, str, str]:
    if isinstance(entry, Update):
        return entry.title, "", ""
    said = entry.claim if isinstance(entry, Fact) else entry.quantity
    return said, entry.value.text() if entry.value else "", entry.population


def _is_dose(entry: _Openable) -> bool:
    unit = "" if isinstance(entry, Update) or not entry.value else entry.value.unit
    return unit in SPELT and SPELT[unit].dimension.startswith(_DOSES)


def _settle(entry: _Openable, works: Mapping[str, Reference]) -> str:
    """What would check it: as the data say, else the work that it cites, else a source that is still to be found."""
    said = getattr(entry, "settle", "") or getattr(_owner(entry), "settle", "")
    if said:
        return str(said)
    if entry.cites:
        return "Read " + " and ".join(f"{works[key].short} ({works[key].where})" for key in entry.cites) + "."
    if address := getattr(_owner(entry), "address", ""):
        return f"Find the source that is quoted at {address}."
    return "Find a source: none is named yet."


def _owner(entry: _Openable) -> object:
    if not isinstance(entry, Figure):
        return entry
    return evidence.updates().get(entry.owner, evidence.errata().get(entry.owner))


@cache
def _uses() -> Mapping[str, tuple[tuple[tuple[str, str], bool], ...]]:
    """By id of a fact, figure or update: who rests on it, and whether a mistake there could harm a patient."""
    uses: dict[str, list[tuple[tuple[str, str], bool]]] = {}
    for user, citing in _citing():
        risky = getattr(citing, "risk", "") == "A" or any(evidence.erratum(id).risk == "A" for id in citing.errata)
        for id in _resting_on(citing):
            uses.setdefault(id, []).append((user, risky))
    return MappingProxyType({id: tuple(found) for id, found in uses.items()})


def _resting_on(citing: _Citing) -> Iterator[str]:
    """What a clause names, and every figure of an update or erratum that it names."""
    yield from (*citing.facts, *citing.figures, *citing.updates)
    for owner in citing.updates:
        yield from (figure.id for figure in evidence.update(owner).figures)
    for owner in citing.errata:
        yield from (figure.id for figure in evidence.erratum(owner).figures)


def _citing() -> Iterator[tuple[tuple[str, str], _Citing]]:
    for edition in edition_ids():
        for table in (load(name, edition) for name in names(edition)):
            user = (f"{table.title}, {edition_words(edition)}", f"table-{table.name}")
            yield from ((user, clause) for clause in table.every_clause)
    for name in room_editions():
        room, user = room_edition(name), (f"Crisis room, {edition_words(name)}", "")
        yield from ((user, judged) for judged in (*room.aims, *room.orders, *room.judgements))
