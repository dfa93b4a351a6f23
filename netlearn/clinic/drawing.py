"""Random whole patients, to try the next question on: drawn by declared weights, never implausible."""

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

from netlearn import knowledge
from netlearn.clinic.assemblies import tables
from netlearn.clinic.plan import plan
from netlearn.decision.inputs import Input
from netlearn.decision.unary import UnaryTest
from netlearn.errors import KnowledgeError

FILE = "patients.toml"
TRIES = 2000  # redraws of one patient in which something clashes; never nearly reached
Tests = Mapping[str, UnaryTest]


def patients(edition: str, count: int, seed: str = "patients") -> Iterator[dict[str, Any]]:
    """Some whole patients: a value for every input of the pathway's tables that names no treatment.

    The same seed gives the same patients.

    >>> next(patients("2026", 1))["primary_is_net"]
    True
    """
    draw = Random(f"{seed} {edition}")
    for _ in range(count):
        yield _patient(edition, draw)


def clash(patient: Mapping[str, Any], edition: str) -> Tests | None:
    """What is impossible, contradictory or implausible in a patient; None where nothing is."""
    values = {name: _inputs(edition)[name].parse(value) for name, value in patient.items()}
    return next((when for when in _barred(edition) if all(_holds(values.get(n), t) for n, t in when.items())), None)


def _holds(value: Any, test: UnaryTest) -> bool:
    return value is not None and test.accepts(value)


def _patient(edition: str, draw: Random) -> dict[str, Any]:
    made = {name: _value(asked, draw) for name, asked in _inputs(edition).items()}
    for _ in range(TRIES):
        odd = clash(made, edition)
        if odd is None:
            return made
        name = draw.choice(sorted(odd))
        made[name] = _value(_inputs(edition)[name], draw)
    raise KnowledgeError(f"{FILE}: no patient of {edition!r} without a clash was found")


@cache
def _inputs(edition: str) -> Mapping[str, Input]:
    """What a patient has a value for."""
    asked = {name for table in plan().tables["pathway"] for name in plan().each.get(table, ())}
    return {i.name: i for t in tables("pathway", edition) for i in t.inputs if i.name not in asked}


@cache
def _barred(edition: str) -> tuple[Tests, ...]:
    """Every combination that no patient may have."""
    own = [c.when for t in tables("pathway", edition) for c in (*t.impossible, *t.implausible)]
    across = [each.when for each in (*plan().contradictions, *plan().implausible)]
    known = _inputs(edition).keys()
    return tuple(when for when in (*own, *across) if when.keys() <= known)


def _value(asked: Input, draw: Random) -> Any:
    raw = knowledge.load(FILE)
    if asked.name in raw["yes"]:
        return draw.random() * 100 < raw["yes"][asked.name]
    if asked.name in raw["numbers"]:
        return draw.choice(raw["numbers"][asked.name])
    weights = {value: raw["weights"].get(asked.name, {}).get(value) for value in asked.values}
    if not weights or None in weights.values():
        raise KnowledgeError(f"{FILE}: {asked.name} has no weight for each of its values")
    return draw.choices(list(weights), list(weights.values()))[0]
