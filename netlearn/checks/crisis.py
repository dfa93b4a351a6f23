"""Checks the crisis room against the evidence: every id exists, every dose has its source, every order is one move."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from netlearn import evidence
from netlearn.checks.citations import unknown_id, unknown_ids
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.crisis.load import edition, editions, kinds, moves, room, statements
from netlearn.clinic.crisis.records import Edition, Kind, Move
from netlearn.clinic.crisis.scenes import FILE as _SCENES
from netlearn.clinic.crisis.scenes import scenes
from netlearn.decision.unary import plain
from netlearn.quantity import Quantity

_ROOM, _ACTIONS, _DEBRIEF = "crisis/room.toml", "crisis/actions.toml", "crisis/debrief.toml"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the room, its actions, its debrief and its editions."""
    yield from faults_in(_ROOM, _of_room)
    yield from faults_in(_SCENES, _of_scenes)
    yield from faults_in(_ACTIONS, _of_actions)
    yield from faults_in(_DEBRIEF, _of_debrief)
    for name in editions():
        yield from faults_in(f"crisis/{name}.toml", lambda name: of_edition(edition(name)), name)


def _of_room() -> Iterator[Fault]:
    for influence in room().influences:
        yield from unknown_ids(influence, _ROOM)


def _of_scenes() -> Iterator[Fault]:
    for scene in scenes().values():
        yield from unknown_ids(scene, _SCENES)


def _of_actions() -> Iterator[Fault]:
    for move in moves().values():
        unknown = tuple(unknown_ids(move, _ACTIONS))
        yield from unknown or of_move(move)
    for kind in kinds().values():
        yield from of_kind(kind, tuple(moves().values()))


def _of_debrief() -> Iterator[Fault]:
    for statement in statements():
        yield from unknown_ids(statement, _DEBRIEF)


def of_edition(by: Edition) -> Iterator[Fault]:
    """Yield what an edition cites that does not exist, and what it judges without a source."""
    file = f"crisis/{by.edition}.toml"
    for entry in (*by.aims, *by.orders, *by.judgements):
        yield from unknown_ids(entry, file)
    for id in by.always:
        yield from unknown_id("errata", id, "", file, "always")
    for judgement in by.judgements:
        cited = judgement.evidence or judgement.updates or judgement.errata or judgement.basis
        if judgement.verdict != "not-stated" and not cited:
            yield Fault(file, judgement.id, "facts", "no facts, figures, updates or errata are cited")


def of_move(move: Move) -> Iterator[Fault]:
    """Yield every dose that a move mentions and that is no bound of a fact or figure that it cites."""
    cited = set(_cited_doses(move))
    for dose in move.literals:
        if dose not in cited:
            says = f"{plain(dose)} microgram is no bound of a cited fact or figure"
            yield Fault(_ACTIONS, move.id, "dose_microgram", says)


def _cited_doses(move: Move) -> Iterator[Fraction]:
    values = [evidence.fact(id).value for id in move.facts] + [evidence.figure(id).value for id in move.figures]
    for value in values:
        for bound in value.bounds() if value else ():
            yield Quantity(bound, value.unit).to("microgram").value if value else bound


def of_kind(kind: Kind, known: tuple[Move, ...]) -> Iterator[Fault]:
    """Yield where an action is not one move: by every route, at and between all thresholds of its dose."""
    routes = [route for route in (None, *kind.routes) if route != "infusion" or not kind.infusion]
    for dose, route in product(_doses(kind, known), routes):
        stated = dose is not None
        fitting = [m.id for m in known if m.fits(kind.id, dose if kind.dose == "microgram" else None, stated, route)]
        if len(fitting) != 1:
            told = f"dose {'none' if dose is None else plain(dose)}, route {route or 'none'}"
            yield Fault(_ACTIONS, kind.id, told, f"{', '.join(fitting) or 'no move'}; accepted: one move")


def _doses(kind: Kind, known: tuple[Move, ...]) -> tuple[Fraction | None, ...]:
    """No dose, and a dose at, between, below and above all the thresholds of an action's moves."""
    if kind.dose == "none":
        return (None,)
    ends = sorted({Fraction(0), *(dose for m in known if kind.id in m.actions for dose in m.literals)})
    between = [(low + high) / 2 for low, high in zip(ends, [*ends[1:], 2 * ends[-1] + 2], strict=True)]
    return (None, *ends, *between)
