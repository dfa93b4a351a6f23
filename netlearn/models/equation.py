"""Pennes' equation in finite volumes: what flows into each cell, and the sparse Jacobian of that.

Needs numpy and scipy; nothing that runs in the reader's browser imports this module.
"""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.sparse import bmat, csc_array, diags_array

from netlearn.models.damage import GAS_CONSTANT, ZERO_CELSIUS
from netlearn.models.mesh import Cells, Floats, Mesh
from netlearn.models.problem import Problem


@frozen(eq=False)
class Flows:
    """What goes into the cells, in W each."""

    conduction: Floats
    surface: Floats
    perfusion: Floats
    heating: Floats

    @property
    def total(self) -> Floats:
        """All of it."""
        return self.conduction + self.surface + self.perfusion + self.heating


class Equation:
    """The rate of change of the state, which is the enthalpy and, when there is damage, the share that survives."""

    def __init__(self, problem: Problem) -> None:
        mesh, tissue, held = problem.mesh, problem.tissue, problem.held_cells
        self.problem, self.tissue, self.size = problem, tissue, mesh.size
        self.heat = mesh.volumes * tissue.capacity  # J/K
        self.heating = np.where(held, 0.0, mesh.volumes * problem.heating)  # W, while wet
        self.reached = np.where(held, 0.0, mesh.volumes * tissue.perfusion)  # W/K, while liquid and alive
        self.conduction = conduction(mesh, held)  # acts on the potential
        given, self.from_surface = surfaces(problem)
        self.surface = diags_array(given)

    @property
    def start(self) -> Floats:
        """The state at time 0."""
        first = self.problem.first
        return first if self.problem.damage is None else np.concatenate([first, np.ones(self.size)])

    def split(self, state: Floats) -> tuple[Floats, Floats | float]:
        """Enthalpy and the share that survives."""
        if self.problem.damage is None:
            return state, 1.0
        return state[: self.size], np.clip(state[self.size :], 0.0, 1.0)

    def flows(self, state: Floats) -> Flows:
        """What flows into each cell."""
        enthalpy, survival = self.split(state)
        tissue, potential = self.tissue, self.tissue.potential(enthalpy)
        wet = tissue.wet(enthalpy)
        return Flows(
            conduction=self.conduction @ potential,
            surface=self.from_surface - self.surface @ potential,
            perfusion=self.reached * tissue.liquid(enthalpy) * survival * self._cooler(enthalpy),
            heating=self.heating * wet * self._through(wet),
        )

    def rate(self, _time: float, state: Floats) -> Floats:
        """The rate of change per second."""
        warming = self.flows(state).total / self.heat
        if self.problem.damage is None:
            return warming
        return np.concatenate([warming, -self._damage_rate(state[: self.size]) * state[self.size :]])

    def jacobian(self, _time: float, state: Floats) -> csc_array:
        """The derivative of the rate; that of ``contact``, which joins every cell to a few, is left out as weak."""
        enthalpy, survival = self.split(state)
        tissue, liquid, cooler = self.tissue, self.tissue.liquid(enthalpy), self._cooler(enthalpy)
        thawing = tissue.liquid.slope(enthalpy) * cooler - liquid * tissue.temperature.slope(enthalpy)
        drying = self.heating * tissue.wet.slope(enthalpy) * self._through(tissue.wet(enthalpy))
        local = diags_array(self.reached * survival * thawing + drying)
        spread = (self.conduction - self.surface) @ diags_array(tissue.potential.slope(enthalpy))
        heat = diags_array(1 / self.heat) @ (spread + local)
        if self.problem.damage is None:
            return csc_array(heat)
        blood = diags_array(self.reached * liquid * cooler / self.heat)
        dying = diags_array(-self._damage_slope(enthalpy) * survival)
        return csc_array(bmat([[heat, blood], [dying, diags_array(-self._damage_rate(enthalpy))]]))

    def _cooler(self, enthalpy: Floats) -> Floats:
        return self.tissue.body - self.tissue.temperature(enthalpy)

    def _through(self, wet: Floats) -> float:
        """The share of the current that still passes the tissue around the electrode."""
        return 1.0 if self.problem.contact is None else float(self.problem.contact @ wet)

    def _damage_rate(self, enthalpy: Floats) -> Floats:
        assert self.problem.damage is not None
        law, kelvin = self.problem.damage, self.tissue.temperature(enthalpy) + ZERO_CELSIUS
        return np.asarray(np.exp(np.log(law.frequency) - law.energy / (GAS_CONSTANT * kelvin)))

    def _damage_slope(self, enthalpy: Floats) -> Floats:
        assert self.problem.damage is not None
        kelvin = self.tissue.temperature(enthalpy) + ZERO_CELSIUS
        steeper = self.problem.damage.energy / (GAS_CONSTANT * kelvin**2)
        return np.asarray(self._damage_rate(enthalpy) * steeper * self.tissue.temperature.slope(enthalpy))


def conduction(mesh: Mesh, held: NDArray[np.bool_]) -> csc_array:
    """The matrix, in m, that sums what flows into each free cell from its free neighbours."""
    faces = ~held[mesh.pairs].any(axis=1)
    one, other = mesh.pairs[faces].T
    shapes = mesh.areas[faces] / mesh.gaps[faces].sum(axis=1)
    rows, columns = np.concatenate([one, other, one, other]), np.concatenate([other, one, one, other])
    values = np.concatenate([shapes, shapes, -shapes, -shapes])
    return csc_array((values, (rows, columns)), shape=(mesh.size, mesh.size))


def surfaces(problem: Problem) -> tuple[Floats, Floats]:
    """Area over distance of each free cell's held faces in m, and the same times the potential beyond them in W."""
    mesh, tissue, held = problem.mesh, problem.tissue, problem.held_cells
    shapes, flows = np.zeros(mesh.size), np.zeros(mesh.size)
    for name in problem.rims:
        rim = mesh.rims[name]
        np.add.at(shapes, rim.cells, np.where(held[rim.cells], 0.0, rim.areas / rim.gaps))  # body: potential 0
    for part in problem.held:
        cells, here = _faces(mesh, part.cells, held, tissue.conductivity / part.film)
        np.add.at(shapes, cells, here)
        np.add.at(flows, cells, here * tissue.potential(np.array(tissue.enthalpy(part.temperature))))
    return shapes, flows


def _faces(mesh: Mesh, mask: NDArray[np.bool_], held: NDArray[np.bool_], film: float) -> tuple[Cells, Floats]:
    """The free cells that touch ``mask``, and area over distance in m; a film counts as so many metres of tissue."""
    found = []
    for inside, outside in ((0, 1), (1, 0)):
        faces = mask[mesh.pairs[:, inside]] & ~held[mesh.pairs[:, outside]]
        found.append((mesh.pairs[faces, outside], mesh.areas[faces] / (mesh.gaps[faces, outside] + film)))
    cells, shapes = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return cells, shapes
