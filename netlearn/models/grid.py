"""What the heat models answer, computed once and looked up on the page. Pure Python: the page does the same.

The file ``knowledge/models/ablation.json`` is made by :mod:`netlearn.models.precompute`:

    {"format": 1,
     "fingerprint": "…",                                        of the axes, the settings and the parameters
     "tables": {"heat": {"axes": [{"name": "power", "unit": "W", "values": [10, …, 120]}, …],
                         "unit": "mm",
                         "scale": 0.1,
                         "values": {"damage_width": [163, …], …}}, …}}

Values are whole numbers, to be multiplied by ``scale``, in row-major order: the last axis varies fastest, so the value
at indices i, j, k of axes of lengths I, J, K is number (i·J + j)·K + k. Between the points of the axes a value is
interpolated linearly along each axis in turn; beyond them there is none.

Table ``heat``: one electrode, middle of its bare tip at 0, at a power in W, for a time in minutes, at a perfusion in
ml/(min·100 ml), with a vessel on its axis that begins so many mm beyond the tip (the last distance is as good as no
vessel). ``isotherm_…`` is where tissue is at the lethal temperature, ``damage_…`` where the damage integral is above 1;
``…_width`` is the greatest diameter across the axis, ``…_towards`` and ``…_away`` how far the zone reaches along the
axis from 0, towards the vessel and away from it.

Table ``ice``: one cryoprobe, middle of its cold part at 0, at a temperature in °C, for a time, at a perfusion.
``edge_…`` is the edge of the ice; ``harmful_…``, ``lethal_…`` and ``target_…`` are the isotherms of the parameters
``harmful_cold``, ``lethal_cold`` and ``target_cold``; ``…_radius`` is across the axis, ``…_length`` from 0 along it.

Table ``cooling``: how fast tissue cools, in K/min, from 0 °C to ``harmful_cold`` at a distance in mm from the axis;
0 where it never gets so cold within the longest time.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import product
from math import prod
from typing import Any

from attrs import asdict, frozen

from netlearn.errors import InputError, KnowledgeError
from netlearn.models.parameters import parameters

FILE = "models/ablation.json"
FORMAT = 1


@frozen
class GridAxis:
    """One input of a table: rising ``values`` in ``unit``."""

    name: str
    unit: str
    values: tuple[float, ...]


@frozen
class GridTable:
    """Quantities over the points of some axes; see the top of this module."""

    axes: tuple[GridAxis, ...]
    unit: str
    scale: float
    values: Mapping[str, Sequence[int]]


@frozen
class Grid:
    """The whole file."""

    fingerprint: str
    tables: Mapping[str, GridTable]


_POWER = GridAxis("power", "W", (10, 20, 30, 40, 60, 80, 120))
_PERFUSION = GridAxis("perfusion", "ml/(min·100 ml)", (0, 30, 60, 120))
_VESSEL = GridAxis("vessel", "mm", (1, 2, 4, 8, 15, 30))
_PROBE = GridAxis("probe", "°C", (-180, -160, -140, -120, -100, -80))
_HEAT_TIME = GridAxis("time", "minutes", (1, 2, 3, 4, 5, 6, 8, 10, 12))
_COLD_TIME = GridAxis("time", "minutes", (1, 2, 3, 4, 5, 6, 8, 10, 12, 15))
_DISTANCE = GridAxis("distance", "mm", (3, 4, 5, 6, 7, 8, 9, 10, 12, 14))
AXES = {
    "heat": (_POWER, _PERFUSION, _VESSEL, _HEAT_TIME),
    "ice": (_PROBE, _PERFUSION, _COLD_TIME),
    "cooling": (_PROBE, _PERFUSION, _DISTANCE),
}
SETTINGS = {"step": 1.0, "tolerance": 1e-3}  # of the solver: cells near the probe in mm, relative error of a step


def fingerprint() -> str:
    """A short digest of everything that a computed grid depends on, except the solver's code."""
    values = dict(parameters("bioheat"))
    axes = {name: [asdict(axis) for axis in table] for name, table in AXES.items()}
    text = json.dumps([FORMAT, SETTINGS, axes, values], sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]


@cache
def load() -> Grid:
    """The grid as committed. Raises KnowledgeError when its format is not the one that this module reads."""
    raw = json.loads(files("netlearn.knowledge").joinpath(FILE).read_text(encoding="utf-8"))
    if raw["format"] != FORMAT:
        raise KnowledgeError(f"{FILE}: format is {raw['format']!r}; accepted: {FORMAT}")
    return Grid(raw["fingerprint"], {name: _table(spec, f"{FILE}: {name}") for name, spec in raw["tables"].items()})


def _table(spec: Mapping[str, Any], where: str) -> GridTable:
    axes = tuple(GridAxis(axis["name"], axis["unit"], tuple(axis["values"])) for axis in spec["axes"])
    points = prod(len(axis.values) for axis in axes)
    for name, values in spec["values"].items():
        if len(values) != points:
            raise KnowledgeError(f"{where}.{name} has {len(values)} values; accepted: {points}, one for each point")
    return GridTable(axes, spec["unit"], spec["scale"], spec["values"])


def interpolate(table: GridTable, quantity: str, **point: float) -> float:
    """A quantity at a point, which names every axis. Raises InputError outside the axes: nothing is extrapolated.

    >>> table = GridTable((GridAxis("x", "mm", (0, 10)), GridAxis("y", "", (0, 1))), "mm", 0.1, {"q": [0, 10, 20, 30]})
    >>> interpolate(table, "q", x=5, y=0.5)
    1.5
    >>> interpolate(load().tables["heat"], "damage_width", power=40, perfusion=60, vessel=30, time=12)
    22.2
    """
    if quantity not in table.values:
        raise InputError("quantity", quantity, f"one of {', '.join(table.values)}")
    names = [axis.name for axis in table.axes]
    if set(point) != set(names):
        raise InputError("point", sorted(point), f"a value for each of {', '.join(names)}")
    ends = [_ends(axis, point[axis.name]) for axis in table.axes]
    values, total = table.values[quantity], 0.0
    for corner in product(*ends):
        index = 0
        for axis, (place, _) in zip(table.axes, corner, strict=True):
            index = index * len(axis.values) + place
        total += prod(weight for _, weight in corner) * values[index]
    return round(total * table.scale, 9)


def _ends(axis: GridAxis, value: float) -> tuple[tuple[int, float], ...]:
    """The neighbouring places on the axis and their weights."""
    if not axis.values[0] <= value <= axis.values[-1]:
        raise InputError(axis.name, value, f"a number from {axis.values[0]} to {axis.values[-1]} in {axis.unit}")
    place = next(n for n in range(1, len(axis.values)) if value <= axis.values[n])
    low, high = axis.values[place - 1 : place + 1]
    share = (value - low) / (high - low)
    return ((place - 1, 1 - share), (place, share))
