"""Pennes' equation solved in time: conduction, perfusion, heating, held surfaces, freezing, boiling and heat damage.

    ρc ∂u/∂t = ∇·(k∇T) + w·S·(T_body − T) + q

u is the enthalpy (:mod:`netlearn.models.tissue`); w is the perfusion, which stops where tissue is frozen and falls with
S, the share that survives; q is the heating, which stops where tissue has boiled dry. Space is divided into finite
volumes and time is left to scipy's implicit BDF with the sparse Jacobian of the equation: the method of lines.

Not in the model: metabolic heat, the direction in which blood flows, and steam that moves.
Needs numpy and scipy; nothing that runs in the reader's browser imports this module.
"""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import frozen
from scipy.integrate import solve_ivp

from netlearn.errors import InputError, NetlearnError
from netlearn.models.equation import Equation
from netlearn.models.mesh import Floats
from netlearn.models.problem import Held, Problem

__all__ = ["Energy", "Held", "History", "Problem", "solve"]

FINER_IN_KELVIN = 10.0  # absolute tolerance of the enthalpy, in K, for a relative tolerance of 1
FINER_IN_SHARE = 1.0  # the same for the share that survives


@frozen
class Energy:
    """Joules: what is ``deposited`` is ``stored``, ``carried`` off by perfusion or ``lost`` through surfaces."""

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
    """The solution at ``times`` in s: temperatures in °C and the share that survives, one row for each time.

    ``steps`` counts those of the solver.
    """

    problem: Problem
    times: Floats
    temperature: Floats
    survival: Floats
    energy: Energy
    steps: int


def solve(problem: Problem, times: Sequence[float], tolerance: float = 1e-4) -> History:
    """Solve from 0 to the last of ``times`` (seconds, rising from above 0); ``tolerance`` is relative, per step.

    Raises InputError for times that do not rise, NetlearnError when the solver gives up.

    >>> from netlearn.models.mesh import shells
    >>> from netlearn.models.tissue import simple_tissue
    >>> ball = Problem(shells(np.linspace(0, 0.02, 21)), simple_tissue(0.5, 3.7e6), heating=1e5, rims=())
    >>> round(float(solve(ball, [37.0]).temperature[-1, 0]), 6)      # 1e5 W/m³ for 37 s into 3.7e6 J/(m³·K), insulated
    38.0
    """
    moments = np.asarray(times, dtype=float)
    if moments.ndim != 1 or len(moments) == 0 or moments[0] <= 0 or np.any(np.diff(moments) <= 0):
        raise InputError("times", times, "seconds that rise from above 0")
    equation = Equation(problem)
    found = solve_ivp(
        equation.rate,
        (0.0, moments[-1]),
        equation.start,
        method="BDF",
        jac=equation.jacobian,
        rtol=tolerance,
        atol=tolerance * np.repeat([FINER_IN_KELVIN, FINER_IN_SHARE], equation.size)[: len(equation.start)],
        dense_output=True,
    )
    if not found.success:
        raise NetlearnError(f"the heat equation was not solved: {found.message}")
    states = [equation.split(found.sol(moment)) for moment in moments]
    return History(
        problem=problem,
        times=moments,
        temperature=np.array([problem.tissue.temperature(enthalpy) for enthalpy, _ in states]),
        survival=np.array([np.broadcast_to(survival, equation.size) for _, survival in states]),
        energy=_energy(equation, found.sol, found.t),
        steps=len(found.t) - 1,
    )


def _energy(equation: Equation, solution: Callable[[float], Floats], steps: Floats) -> Energy:
    """The balance: each flow summed over the solver's steps by Simpson's rule, and apart from them what is stored."""
    ends = [_watts(equation, solution(t)) for t in steps]
    middles = [_watts(equation, solution(t)) for t in (steps[1:] + steps[:-1]) / 2]
    means = (np.array(ends[:-1]) + 4 * np.array(middles) + np.array(ends[1:])) / 6
    heating, perfusion, surface = (float(joules) for joules in np.diff(steps) @ means)
    rise = equation.split(solution(steps[-1]))[0] - equation.split(solution(steps[0]))[0]
    return Energy(deposited=heating, stored=float(equation.heat @ rise), carried=-perfusion, lost=-surface)


def _watts(equation: Equation, state: Floats) -> tuple[float, float, float]:
    """Heating, perfusion and surfaces, summed over the cells."""
    flows = equation.flows(state)
    return float(flows.heating.sum()), float(flows.perfusion.sum()), float(flows.surface.sum())
