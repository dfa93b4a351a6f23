"""The two probes of the ablation bench, as problems for the solver: a radiofrequency electrode and a cryoprobe.

Both lie on the axis of a cylinder of liver, middle at z = 0. The vessel that carries heat away runs along the same axis
and ends, or rather begins, at a distance beyond the tip: side by side the problem would have no axis.
Powers in W, lengths in mm, perfusion in ml per minute and 100 ml. Needs numpy and scipy;
nothing that runs in the reader's browser imports this module.
"""

import numpy as np

from netlearn.models.damage import liver_damage
from netlearn.models.mesh import Floats, Mesh, growing, rings, through
from netlearn.models.parameters import Parameters
from netlearn.models.problem import Held, Problem
from netlearn.models.tissue import liver

MM = 1e-3
FAR = 80 * MM  # the outer surface, kept at body temperature
FINE = 25 * MM  # around the probe, out to here, cells are of one size


def electrode(
    parameters: Parameters,
    power: float,
    perfusion: float | None = None,
    vessel: float | None = None,
    step: float = 0.75,
) -> Problem:
    """A radiofrequency electrode that gives off ``power``; a vessel may begin ``vessel`` mm beyond its tip.

    ``step`` is the size of the cells near the electrode in mm.
    """
    p = parameters
    radius, half = p["electrode_diameter"] / 2 * MM, p["electrode_length"] / 2 * MM
    wall, begins = p["vessel_diameter"] / 2 * MM, half + vessel * MM if vessel else None
    mesh = _mesh(sorted({radius, wall}), sorted({-half, half, begins or half}), step * MM)
    r, z = mesh.centres.T
    held = [] if begins is None else [Held((r < wall) & (z > begins), p["body_temperature"], p["vessel_film"])]
    heating = line_heating(mesh, radius, half)
    contact = np.where(r < radius + p["drying_layer"] * MM, heating * mesh.volumes, 0.0)
    return Problem(
        mesh=mesh,
        tissue=liver(p, perfusion),
        heating=power * heating,
        contact=contact / contact.sum(),
        held=held,
        rims=("outer", "low", "high"),
        damage=liver_damage(p),
    )


def line_heating(mesh: Mesh, radius: float, half: float) -> Floats:
    """Heating in 1/m³ for 1 W in all: the square of the field around a line of length 2·``half``, outside ``radius``.

    >>> mesh = rings(np.linspace(0, 0.02, 11), np.linspace(-0.02, 0.02, 21))
    >>> round(float(line_heating(mesh, 0.002, 0.01) @ mesh.volumes), 12)
    1.0
    """
    r, z = mesh.centres.T
    above, below = np.hypot(r, z + half), np.hypot(r, z - half)
    field = np.hypot(1 / above - 1 / below, ((z + half) / above - (z - half) / below) / r)
    square = np.where((r > radius) | (abs(z) > half), field**2, 0.0)
    return np.asarray(square / (square @ mesh.volumes))


def cryoprobe(
    parameters: Parameters, temperature: float | None = None, perfusion: float | None = None, step: float = 0.75
) -> Problem:
    """A cryoprobe whose surface is at ``temperature`` in °C from the first moment; half of it, by symmetry."""
    p = parameters
    radius, half = p["cryoprobe_diameter"] / 2 * MM, p["cryoprobe_length"] / 2 * MM
    mesh = _mesh([radius], [0.0, half], step * MM)
    r, z = mesh.centres.T
    cold = p["cryoprobe_temperature"] if temperature is None else temperature
    return Problem(mesh, liver(p, perfusion), held=[Held((r < radius) & (z < half), cold)], rims=("outer", "high"))


def _mesh(radii: list[float], heights: list[float], step: float) -> Mesh:
    """Rings with edges at the given radii and heights, fine near them; from z = 0 up if that is the first height."""
    r = growing(through([0.0, *radii, max(FINE, radii[-1] + step)], step), FAR)
    top = max(FINE, heights[-1] + 4 * step)
    if heights[0] == 0:
        return rings(r, growing(through([*heights, top], step), FAR))
    fine = through([-FINE, *heights, top], step)
    both = growing(-growing(fine, FAR)[::-1], FAR)
    return rings(r, -both[::-1])
