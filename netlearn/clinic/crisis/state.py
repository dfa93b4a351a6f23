"""The state of the room and how a minute changes it. Invented for teaching: `knowledge/crisis/room.toml`."""

from collections.abc import Mapping
from functools import cache

from attrs import evolve, frozen

from netlearn.clinic.crisis.load import FOUND, TREATED, room
from netlearn.clinic.crisis.records import Given, Influence, Load, Pressure
from netlearn.clinic.crisis.scenes import scene as named_scene


@frozen
class State:
    """The room at one minute: two bands, and all that has been given or done.

    ``minute`` counts from 0 and stays at ``room().last_minute``, which stands for every later one.
    Heart rate, flushing and bronchospasm follow from the bands.

    >>> State.first().heart_rate, State.first().flushing, State.first().stable
    ('fast', 'face and chest', False)
    """

    minute: int
    pressure: str
    load: str
    given: frozenset[str] = frozenset()

    @classmethod
    def first(cls, scene: str | None = None) -> "State":
        """The room when the learner enters it; the first scene unless another is named."""
        begins = named_scene(scene)
        return cls(0, begins.pressure, begins.load, frozenset(begins.given))

    @property
    def signs(self) -> Pressure:
        """The band of blood pressure, with what the monitor shows."""
        return _pressures()[self.pressure]

    @property
    def mediators(self) -> Load:
        """The band of mediator load, with the signs it makes."""
        return _loads()[self.load]

    @property
    def heart_rate(self) -> str:
        """The band of heart rate."""
        return self.signs.heart_rate

    @property
    def flushing(self) -> str:
        """Where the skin is flushed."""
        return self.mediators.flushing

    @property
    def bronchospasm(self) -> str:
        """How marked the bronchospasm is."""
        return self.mediators.bronchospasm

    @property
    def hypotension(self) -> bool:
        """Whether the pressure is below its normal band."""
        return self.signs.hypotension

    @property
    def stable(self) -> bool:
        """Whether the pressure is restored."""
        return not self.hypotension

    def after(self, gives: str) -> "State":
        """The room a minute later, after ``gives`` ("" for nothing) was given: first the load moves, then the pressure.

        >>> State.first().after("vasopressor").pressure
        'low'
        """
        given = _recorded(self.given, gives)
        found = FOUND in given and FOUND not in self.given
        load = next(iter(_loads())) if found else self.load
        later = State(min(self.minute + 1, room().last_minute), self.pressure, load, given)
        later = evolve(later, load=_moved("load", later))
        return evolve(later, pressure=_moved("pressure", later))


def _recorded(given: frozenset[str], gives: str) -> frozenset[str]:
    """What has been given, done or found once ``gives`` is added."""
    if not gives or (_given()[gives].resets and FOUND in given):
        return given
    entry = _given()[gives]
    recorded = given.union(entry.also if entry.also or entry.treats else (gives,))
    if entry.treats in given:
        recorded |= {TREATED}
    return recorded if FOUND not in recorded else frozenset(id for id in recorded if _given()[id].kept)


def _moved(band: str, state: State) -> str:
    """The next band: one step the way that the influences push, taken together."""
    names = tuple(_loads() if band == "load" else _pressures())
    hypotension = state.hypotension
    push = sum(i.by for i in _pushes(band) if i.when.holds(hypotension, state.load, state.given))
    step = (push > 0) - (push < 0)
    return names[max(0, min(len(names) - 1, names.index(getattr(state, band)) + step))]


@cache
def _given() -> Mapping[str, Given]:
    return {entry.id: entry for entry in room().given}


@cache
def _pressures() -> Mapping[str, Pressure]:
    return {p.id: p for p in room().pressures}


@cache
def _loads() -> Mapping[str, Load]:
    return {load.id: load for load in room().loads}


@cache
def _pushes(band: str) -> tuple[Influence, ...]:
    return tuple(i for i in room().influences if i.on == band)
