"""How far a zone reaches: where a quantity crosses a level, by linear interpolation between neighbouring cells.

Needs numpy; nothing that runs in the reader's browser imports this module.
"""

import numpy as np

from netlearn.models.bioheat import History
from netlearn.models.damage import SURVIVING
from netlearn.models.mesh import Floats


def reach(distances: Floats, inside: Floats) -> float:
    """The distance at which ``inside``, positive from its first positive cell on, falls to zero; 0 when never positive.

    >>> reach(np.array([1.0, 2.0, 3.0]), np.array([4.0, 1.0, -1.0]))
    2.5
    """
    positive = np.flatnonzero(inside > 0)
    if len(positive) == 0:
        return 0.0
    outside = np.flatnonzero(inside[positive[0] :] <= 0)
    if len(outside) == 0:
        return float(distances[-1])
    n = positive[0] + outside[0]
    share = inside[n - 1] / (inside[n - 1] - inside[n])
    return float(distances[n - 1] + share * (distances[n] - distances[n - 1]))


def hotter(history: History, moment: int, temperature: float) -> Floats:
    """Positive where tissue is hotter than a temperature in °C, shaped like the mesh."""
    return np.asarray((history.temperature[moment] - temperature).reshape(history.problem.mesh.shape))


def colder(history: History, moment: int, temperature: float) -> Floats:
    """Positive where tissue is colder than a temperature in °C, shaped like the mesh."""
    return -hotter(history, moment, temperature)


def destroyed(history: History, moment: int) -> Floats:
    """Positive where the damage integral is above 1, shaped like the mesh."""
    return np.asarray((SURVIVING - history.survival[moment]).reshape(history.problem.mesh.shape))


def width(history: History, inside: Floats) -> float:
    """The greatest diameter across the axis of rings, in m."""
    r = history.problem.mesh.centres[:, 0].reshape(inside.shape)[:, 0]
    return 2 * max(reach(r, column) for column in inside.T)


def extent(history: History, inside: Floats, side: int) -> float:
    """How far the zone reaches along the axis from z = 0, upwards (side 1) or downwards (side -1), in m."""
    z = history.problem.mesh.centres[:, 1].reshape(inside.shape)[0]
    on = z * side > 0
    order = np.argsort(z[on] * side)
    return reach((z[on] * side)[order], inside[0][on][order])


def midplane(history: History, distance: float) -> Floats:
    """Temperatures in °C at each time, ``distance`` m from the axis in the row of cells nearest to z = 0."""
    mesh = history.problem.mesh
    r, z = (coordinate.reshape(mesh.shape) for coordinate in mesh.centres.T)
    row = int(np.argmin(abs(z[0])))
    fields = history.temperature.reshape(-1, *mesh.shape)
    return np.array([np.interp(distance, r[:, row], field[:, row]) for field in fields])


def cooling_rate(times: Floats, temperatures: Floats, start: float, end: float) -> float:
    """Mean cooling in K/min between two temperatures in °C, the times in s; 0 when it never gets so cold.

    >>> cooling_rate(np.array([0.0, 60.0, 180.0]), np.array([10.0, 0.0, -40.0]), start=0, end=-20)
    20.0
    """
    if temperatures[-1] > end or temperatures[0] < start:
        return 0.0
    first, last = (float(np.interp(-level, -temperatures, times)) for level in (start, end))
    return (start - end) / (last - first) * 60
