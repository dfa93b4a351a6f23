"""Checking the room against the evidence: every id exists, every dose has its source, every order is one move."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from netlearn import evidence
from netlearn.clinic.crisis.load import EDITIONS, edition, kinds, moves, room, statements
from netlearn.clinic.crisis.records import Cited, Edition, Kind, Move
from netlearn.decision.check import LOOK_UPS
from netlearn.decision.unary import plain
from netlearn.errors import KnowledgeError, NetlearnError
from netlearn.quantity import Quantity


def check_crisis() -> None:
    """Check all of `knowledge/crisis`. Raises KnowledgeError naming the file, the id and the field."""
    check_sources(room().influences, "crisis/room.toml")
    check_sources(tuple(moves().values()), "crisis/actions.toml")
    check_sources(statements(), "crisis/debrief.toml")
    for move in moves().values():
        check_doses(move)
    for kind in kinds().values():
        check_kind(kind, tuple(moves().values()))
    for name in EDITIONS:
        check_edition(edition(name))


def check_edition(by: Edition) -> None:
    """Check one edition: its ids exist, and whatever it judges rests on a source."""
    file = f"crisis/{by.edition}.toml"
    check_sources((*by.aims, *by.orders, *by.judgements), file)
    for id in by.always:
        _look_up(file, "always", "errata", id)
    for judgement in by.judgements:
        cited = judgement.evidence or judgement.updates or judgement.errata
        if judgement.verdict != "not-stated" and not cited:
            raise KnowledgeError(f"{file}: {judgement.id}: no facts, figures, updates or errata are cited")


def check_sources(items: tuple[Cited, ...], file: str) -> None:
    """Check that every id that the entries cite exists."""
    for item, field in product(items, LOOK_UPS):
        for id in getattr(item, field):
            _look_up(file, f"{item.id}.{field}", field, id)


def _look_up(file: str, where: str, field: str, id: str) -> None:
    try:
        LOOK_UPS[field](id)
    except NetlearnError:
        raise KnowledgeError(f"{file}: {where} names {id!r}, which does not exist") from None


def check_doses(move: Move) -> None:
    """Check that every dose a move mentions is a bound of a fact or figure that it cites."""
    cited = set(_cited_doses(move))
    for dose in move.literals:
        if dose not in cited:
            where = f"crisis/actions.toml: {move.id}.dose_microgram"
            raise KnowledgeError(f"{where}: {plain(dose)} microgram is no bound of a cited fact or figure")


def _cited_doses(move: Move) -> Iterator[Fraction]:
    values = [evidence.fact(id).value for id in move.facts] + [evidence.figure(id).value for id in move.figures]
    for value in values:
        for bound in value.bounds() if value else ():
            yield Quantity(bound, value.unit).to("microgram").value if value else bound


def check_kind(kind: Kind, known: tuple[Move, ...]) -> None:
    """Check that an action is exactly one move by every route and, at and between all thresholds, at every dose."""
    routes = [route for route in (None, *kind.routes) if route != "infusion" or not kind.infusion]
    for dose, route in product(_doses(kind, known), routes):
        stated = dose is not None
        fitting = [m.id for m in known if m.fits(kind.id, dose if kind.dose == "microgram" else None, stated, route)]
        if len(fitting) != 1:
            told = f"dose {'none' if dose is None else plain(dose)}, route {route or 'none'}"
            raise KnowledgeError(f"crisis/actions.toml: {kind.id}, {told}: {fitting or 'no move'}; accepted: one move")


def _doses(kind: Kind, known: tuple[Move, ...]) -> tuple[Fraction | None, ...]:
    """No dose, and a dose at, between, below and above all the thresholds of an action's moves."""
    if kind.dose == "none":
        return (None,)
    ends = sorted({Fraction(0), *(dose for m in known if kind.id in m.actions for dose in m.literals)})
    between = [(low + high) / 2 for low, high in zip(ends, [*ends[1:], 2 * ends[-1] + 2], strict=True)]
    return (None, *ends, *between)
