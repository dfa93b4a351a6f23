"""Pennes' equation on a mesh: conduction, perfusion, heating, held surfaces, freezing, boiling and heat damage.

    ρc ∂u/∂t = ∇·(k∇T) + w·S·(T_body - T) + q

u is the enthalpy (:mod:`netlearn.models.tissue`), w the perfusion, which stops where tissue is frozen or has been
coagulated (S, the share that survives), and q the heating, which stops where tissue has boiled dry. Space is divided
into finite volumes, time is left to scipy's implicit BDF with the sparse Jacobian of the equation: the method of lines.

Not in the model: metabolic heat, blood with a direction, and steam that moves. Needs numpy and scipy;
nothing that runs in the reader's browser imports this module.
"""

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray
from scipy.integrate import solve_ivp
from scipy.sparse import bmat, csc_array, diags_array

from netlearn.errors import InputError, NetlearnError
from netlearn.models.damage import GAS_CONSTANT, ZERO_CELSIUS, Arrhenius
from netlearn.models.mesh import Cells, Floats, Mesh
from netlearn.models.tissue import Tissue

TOLERANCES = 1e-3, 1e-4  # absolute: enthalpy in K, share that survives


@frozen(eq=False)
class Held:
    """Cells kept at one temperature in °C: a cold probe, or a vessel full of fresh blood.

    With a ``film`` in W/(m²·K), heat passes into them through that resistance as well.
    """

    cells: NDArray[np.bool_]
    temperature: float
    film: float = np.inf


@frozen(eq=False)
class Problem:
    """What is solved: ``heating`` in W/m³ for each cell; the ``rims`` named are kept at body temperature, others insulate.

    ``start`` is the temperature at the start in °C, body temperature unless given.
    """

    mesh: Mesh
    tissue: Tissue
    heating: Floats | float = 0.0
    held: Sequence[Held] = ()
    rims: Sequence[str] = ("outer",)
    damage: Arrhenius | None = None
    start: Floats | float | None = None
    system: "_System" = field(init=False)

    @system.default
    def _assemble(self) -> "_System":
        return _system(self)


@frozen
class Energy:
    """Joules from the start to the end; what is ``deposited`` is ``stored`` or ``carried`` off by perfusion or ``lost`` through surfaces."""

    deposited: float
    stored: float
    carried: float
    lost: float

    @property
    def error(self) -> float:
        """What the balance misses, as a share of its largest entry."""
        missing = self.deposited - self.stored - self.carried - self.lost
        return abs(missing) / max(map(abs, (self.deposited, self.stored, self.carried, self.lost)))


@frozen(eq=False)
class History:
    """The solution at ``times`` in s: temperatures in °C and the share that survives, one row for each time."""

    problem: Problem
    times: Floats
    temperature: Floats
    survival: Floats
    energy: Energy
    steps: int


@frozen(eq=False)
class _System:
    """The equation in matrices, in W: ``conduction`` acts on the potential, ``surface`` is what the held surfaces add."""

    conduction: csc_array
    surface: csc_array
    from_surface: Floats
    heating: Floats
    free: Floats
    first: Floats


def _system(problem: Problem) -> _System:
    mesh, tissue = problem.mesh, problem.tissue
    held = np.zeros(mesh.size, dtype=bool)
    start = tissue.body if problem.start is None else problem.start
    first = np.interp(np.broadcast_to(start, mesh.size), tissue.temperature.values, tissue.temperature.at)
    given, into = np.zeros(mesh.size), np.zeros(mesh.size)
    for part in problem.held:
        held |= part.cells
        first[part.cells] = tissue.enthalpy(part.temperature)
    for part in problem.held:
        cells, shapes = _faces_of(mesh, part.cells, held, tissue.conductivity / part.film)
        _add_surface(given, into, cells, shapes, _potential(tissue, part.temperature))
    for name in problem.rims:
        rim = mesh.rims[name]
        _add_surface(given, into, rim.cells, rim.areas / rim.gaps, 0.0)
    free = (~held).astype(float)
    return _System(
        conduction=_conduction(mesh, held),
        surface=csc_array(diags_array(given * free)),
        from_surface=into * free,
        heating=np.broadcast_to(problem.heating, mesh.size) * mesh.volumes * free,
        free=free,
        first=first,
    )


def _potential(tissue: Tissue, temperature: float) -> float:
    return float(tissue.potential(np.array(tissue.enthalpy(temperature))))


def _add_surface(given: Floats, into: Floats, cells: Cells, shapes: Floats, potential: float) -> None:
    np.add.at(given, cells, shapes)
    np.add.at(into, cells, shapes * potential)


def _faces_of(mesh: Mesh, mask: NDArray[np.bool_], held: NDArray[np.bool_], film: float) -> tuple[Cells, Floats]:
    """The free cells that touch ``mask``, and area over distance in m; a film counts as so many metres of tissue."""
    found = []
    for inside, outside in ((0, 1), (1, 0)):
        faces = mask[mesh.pairs[:, inside]] & ~held[mesh.pairs[:, outside]]
        found.append((mesh.pairs[faces, outside], mesh.areas[faces] / (mesh.gaps[faces, outside] + film)))
    cells, shapes = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return cells, shapes


def _conduction(mesh: Mesh, held: NDArray[np.bool_]) -> csc_array:
    """The matrix that sums what flows into each free cell from its free neighbours."""
    faces = ~held[mesh.pairs].any(axis=1)
    one, other = mesh.pairs[faces].T
    shapes = mesh.areas[faces] / mesh.gaps[faces].sum(axis=1)
    rows, columns = np.concatenate([one, other, one, other]), np.concatenate([other, one, one, other])
    values = np.concatenate([shapes, shapes, -shapes, -shapes])
    return csc_array((values, (rows, columns)), shape=(mesh.size, mesh.size))


@frozen(eq=False)
class _Flows:
    """What goes into the cells, in W each."""

    conduction: Floats
    surface: Floats
    perfusion: Floats
    heating: Floats


def _flows(problem: Problem, enthalpy: Floats, survival: Floats | float) -> _Flows:
    tissue, system = problem.tissue, problem.system
    potential = tissue.potential(enthalpy)
    cooler = tissue.body - tissue.temperature(enthalpy)
    reached = problem.mesh.volumes * system.free * tissue.perfusion * tissue.liquid(enthalpy) * survival
    return _Flows(
        conduction=system.conduction @ potential,
        surface=system.from_surface - system.surface @ potential,
        perfusion=reached * cooler,
        heating=system.heating * tissue.wet(enthalpy),
    )


def _damage_rate(damage: Arrhenius, temperature: Floats) -> Floats:
    kelvin = temperature + ZERO_CELSIUS
    return np.exp(np.log(damage.frequency) - damage.energy / (GAS_CONSTANT * kelvin))


class _Equation:
    """The right-hand side and its Jacobian, for the state (enthalpy, and survival when there is damage)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.size = problem.mesh.size
        self.heat = problem.mesh.volumes * problem.tissue.capacity  # J/K

    def split(self, state: Floats) -> tuple[Floats, Floats | float]:
        if self.problem.damage is None:
            return state, 1.0
        return state[: self.size], np.clip(state[self.size :], 0.0, 1.0)

    def rate(self, _time: float, state: Floats) -> Floats:
        enthalpy, survival = self.split(state)
        flows = _flows(self.problem, enthalpy, survival)
        warming = (flows.conduction + flows.surface + flows.perfusion + flows.heating) / self.heat
        if self.problem.damage is None:
            return warming
        dying = -_damage_rate(self.problem.damage, self.problem.tissue.temperature(enthalpy)) * state[self.size :]
        return np.concatenate([warming, dying])

    def jacobian(self, _time: float, state: Floats) -> csc_array:
        enthalpy, survival = self.split(state)
        problem, tissue, system = self.problem, self.problem.tissue, self.problem.system
        temperature, warming = tissue.temperature(enthalpy), tissue.temperature.slope(enthalpy)
        reached = problem.mesh.volumes * system.free * tissue.perfusion
        liquid = tissue.liquid(enthalpy)
        cooler = tissue.body - temperature
        local = reached * survival * (tissue.liquid.slope(enthalpy) * cooler - liquid * warming)
        local += system.heating * tissue.wet.slope(enthalpy)
        spread = (system.conduction - system.surface) @ diags_array(tissue.potential.slope(enthalpy))
        heat = diags_array(1 / self.heat) @ (spread + diags_array(local))
        if problem.damage is None:
            return csc_array(heat)
        rate = _damage_rate(problem.damage, temperature)
        steeper = rate * problem.damage.energy / (GAS_CONSTANT * (temperature + ZERO_CELSIUS) ** 2) * warming
        blood = diags_array(reached * liquid * cooler / self.heat)
        return csc_array(bmat([[heat, blood], [diags_array(-steeper * survival), diags_array(-rate)]]))


def solve(problem: Problem, times: Sequence[float], tolerance: float = 1e-4) -> History:
    """Solve from 0 to the last of ``times`` (seconds, rising from above 0); ``tolerance`` is that of each step, relative.

    Raises InputError for times that do not rise, NetlearnError when the solver gives up.
    """
    moments = np.asarray(times, dtype=float)
    if len(moments) == 0 or moments[0] <= 0 or np.any(np.diff(moments) <= 0):
        raise InputError("times", list(times), "seconds that rise from above 0")
    equation = _Equation(problem)
    first, absolute = problem.system.first, np.full(problem.mesh.size, TOLERANCES[0])
    if problem.damage is not None:
        first = np.concatenate([first, np.ones(equation.size)])
        absolute = np.concatenate([absolute, np.full(equation.size, TOLERANCES[1])])
    scale = min(1.0, tolerance / 1e-4)
    found = solve_ivp(
        equation.rate,
        (0.0, moments[-1]),
        first,
        method="BDF",
        jac=equation.jacobian,
        rtol=tolerance,
        atol=absolute * scale,
        dense_output=True,
    )
    if not found.success:
        raise NetlearnError(f"the heat equation was not solved: {found.message}")
    states = [equation.split(found.sol(t)) for t in moments]
    return History(
        problem=problem,
        times=moments,
        temperature=np.array([problem.tissue.temperature(u) for u, _ in states]),
        survival=np.array([np.broadcast_to(s, equation.size) for _, s in states]),
        energy=_energy(equation, found.sol, found.t),
        steps=len(found.t) - 1,
    )


def _energy(equation: _Equation, solution: "Solution", times: Floats) -> Energy:
    """The balance, each flow integrated over the solver's own steps by Simpson's rule, apart from what is stored."""
    flows = np.array([_watts(equation, solution(t)) for t in _with_middles(times)])
    steps = np.diff(times)[:, None]
    sums = ((flows[:-2:2] + 4 * flows[1:-1:2] + flows[2::2]) * steps / 6).sum(axis=0)
    rise = equation.split(solution(times[-1]))[0] - equation.split(solution(times[0]))[0]
    return Energy(sums[0], float(equation.heat @ rise), -sums[1], -sums[2])


def _with_middles(times: Floats) -> Floats:
    return np.insert(times, np.arange(1, len(times)), (times[1:] + times[:-1]) / 2)


def _watts(equation: _Equation, state: Floats) -> list[float]:
    """Heating, perfusion and surfaces, summed over the cells."""
    flows = _flows(equation.problem, *equation.split(state))
    return [float(part.sum()) for part in (flows.heating, flows.perfusion, flows.surface)]
