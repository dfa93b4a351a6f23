"""The solver against solutions on paper: orders of convergence are measured, not assumed."""

from itertools import pairwise
from math import erf, erfc, exp, pi, sqrt

import numpy as np
import pytest
from scipy.optimize import brentq

from netlearn.errors import InputError
from netlearn.models.bioheat import Held, Problem, solve
from netlearn.models.mesh import rings, shells
from netlearn.models.tissue import simple_tissue, water_tissue

CONDUCTIVITY, CAPACITY = 0.52, 3.7e6  # W/(m·K), J/(m³·K)


def orders(errors):
    """The order of convergence between successive halvings of the cells."""
    return [float(np.log2(coarse / fine)) for coarse, fine in pairwise(errors)]


def mean_error(mesh, found, exact):
    """The root of the mean square over the volume."""
    return float(np.sqrt((found - exact) ** 2 @ mesh.volumes / mesh.volumes.sum()))


# ---- the steady state of a heated ball in perfused tissue ----

PERFUSION, HEATING, BALL, OUTER = 20_000.0, 2e6, 0.01, 0.04  # W/(m³·K), W/m³, m, m


def perfused_ball(r):
    """The exact rise: a heated ball of radius BALL in tissue whose outside at OUTER is kept at body temperature.

    Inside, rise·r = q/w·r - A·sinh(λr); outside, rise·r = B·sinh(λ(OUTER - r)); A and B join value and slope.
    """
    root = np.sqrt(PERFUSION / CONDUCTIVITY)
    full, gap = HEATING / PERFUSION, root * (OUTER - BALL)
    joined = [[np.sinh(root * BALL), np.sinh(gap)], [root * np.cosh(root * BALL), -root * np.cosh(gap)]]
    a, b = np.linalg.solve(joined, [full * BALL, full])
    return np.where(r < BALL, full - a * np.sinh(root * r) / r, b * np.sinh(root * (OUTER - r)) / r)


def ball_problem(cells):
    mesh = shells(np.linspace(0, OUTER, cells + 1))
    heating = np.where(mesh.centres[:, 0] < BALL, HEATING, 0.0)
    return Problem(mesh, simple_tissue(CONDUCTIVITY, CAPACITY, PERFUSION), heating)


def test_steady_state_of_a_perfused_ball_is_approached_with_second_order():
    errors = []
    for cells in (20, 40, 80):
        problem = ball_problem(cells)
        rise = solve(problem, [20_000.0], 1e-6).temperature[-1] - 37
        errors.append(mean_error(problem.mesh, rise, perfused_ball(problem.mesh.centres[:, 0])))

    assert min(orders(errors)) > 1.9
    assert errors[-1] < 0.01  # K, of a rise of 58 K


def test_steady_state_of_a_perfused_ball_is_carried_off_or_lost_entirely():
    energy = solve(ball_problem(40), [20_000.0], 1e-6).energy

    assert energy.error < 1e-6
    assert energy.stored < 0.05 * energy.deposited


# ---- the spreading of a point of heat, a self-similar solution ----


def kernel(r, t, joules=100.0):
    """The rise t seconds after a point at r = 0 was given so many joules."""
    spread = 4 * CONDUCTIVITY / CAPACITY * t
    return joules / CAPACITY / (pi * spread) ** 1.5 * np.exp(-(r**2) / spread)


def test_a_point_of_heat_spreads_self_similarly_with_second_order():
    errors = []
    for cells in (25, 50, 100):
        mesh = shells(np.linspace(0, 0.05, cells + 1))
        r = mesh.centres[:, 0]
        problem = Problem(mesh, simple_tissue(CONDUCTIVITY, CAPACITY), start=37 + kernel(r, 100))
        errors.append(mean_error(mesh, solve(problem, [200.0], 1e-7).temperature[-1] - 37, kernel(r, 300)))

    assert min(orders(errors)) > 1.9


def test_a_ring_mesh_gives_what_a_shell_mesh_gives():
    r_edges, z_edges = np.linspace(0, 0.04, 41), np.linspace(-0.04, 0.04, 81)
    mesh = rings(r_edges, z_edges)
    distance = np.hypot(*mesh.centres.T)
    tissue = simple_tissue(CONDUCTIVITY, CAPACITY)
    problem = Problem(mesh, tissue, rims=("outer", "low", "high"), start=37 + kernel(distance, 100))
    rise = solve(problem, [200.0], 1e-5).temperature[-1] - 37

    assert abs(rise - kernel(distance, 300)).max() < 0.02 * kernel(0, 300)


# ---- Neumann's freezing front, the self-similar solution with a change of phase ----

FROZEN, LIQUID, LATENT = (2.0, 2.0e6), (0.52, 3.8e6), 2.5e8  # conductivity and capacity; J/m³
COLD, BODY = -100.0, 37.0


def front_speed():
    """λ in front = 2λ·sqrt(αt), α that of the frozen side, from the balance of heat at the front."""
    frozen, liquid = FROZEN[0] / FROZEN[1], LIQUID[0] / LIQUID[1]
    ratio = sqrt(frozen / liquid)

    def balance(x):
        warm = LIQUID[0] / FROZEN[0] * ratio * BODY / COLD * exp(-((x * ratio) ** 2)) / erfc(x * ratio)
        return exp(-(x**2)) / erf(x) + warm + x * LATENT * sqrt(pi) / (FROZEN[1] * COLD)

    return brentq(balance, 0.01, 3)


@pytest.fixture(scope="module")
def freezing():
    """Half a space from 37 °C, its surface at once at -100 °C; water freezes between -0.25 and 0.25 °C."""
    mesh = shells(np.concatenate([[-0.001], np.linspace(0, 0.05, 101)]), dimension=1)
    tissue = water_tissue(
        body=BODY,
        conductivity=(FROZEN[0], LIQUID[0]),
        capacity=(FROZEN[1], LIQUID[1]),
        freezing=(-0.25, 0.25),
        boiling=100,
        latent=(LATENT, 1e9),
    )
    surface = np.arange(mesh.size) == 0
    return solve(Problem(mesh, tissue, held=[Held(surface, COLD)]), [100.0, 200.0, 400.0], 1e-4)


@pytest.mark.parametrize("moment", [0, 1, 2])
def test_freezing_front_lies_within_half_a_cell_of_neumanns(freezing, moment):
    x, temperature = freezing.problem.mesh.centres[:, 0], freezing.temperature[moment]
    front = np.interp(0.0, temperature, x)
    exact = 2 * front_speed() * sqrt(FROZEN[0] / FROZEN[1] * freezing.times[moment])

    assert abs(front - exact) < 0.0005 / 2


def test_frozen_side_has_neumanns_profile(freezing):
    depth = sqrt(FROZEN[0] / FROZEN[1] * 400)
    x = freezing.problem.mesh.centres[:, 0]
    frozen = (x > 0) & (x < 0.015)
    exact = COLD * (1 - np.array([erf(each / 2 / depth) for each in x[frozen]]) / erf(front_speed()))

    assert abs(freezing.temperature[-1][frozen] - exact).max() < 0.01 * -COLD


def test_energy_is_balanced_through_freezing(freezing):
    assert freezing.energy.error < 0.01


# ---- what the solver refuses and what it keeps ----


def test_heating_behind_insulation_is_stored_whole():
    problem = Problem(shells(np.linspace(0, 0.02, 21)), simple_tissue(CONDUCTIVITY, CAPACITY), heating=1e5, rims=())
    energy = solve(problem, [100.0]).energy

    assert energy.stored == pytest.approx(1e5 * 100 * 4 / 3 * pi * 0.02**3)
    assert (energy.carried, energy.lost) == (0, 0)


def test_tissue_to_which_nothing_is_done_stays_at_body_temperature():
    history = solve(
        Problem(shells(np.linspace(0, 0.02, 11)), simple_tissue(CONDUCTIVITY, CAPACITY, PERFUSION)), [600.0]
    )

    assert abs(history.temperature - 37).max() < 1e-9


def test_a_film_lets_less_heat_through_than_none():
    mesh = shells(np.linspace(0, 0.03, 31))
    core = mesh.centres[:, 0] < 0.003

    def lost(film):
        problem = Problem(mesh, simple_tissue(CONDUCTIVITY, CAPACITY), held=[Held(core, 10.0, film)])
        return solve(problem, [100.0]).energy.lost

    assert 0 < lost(50.0) < lost(500.0) < lost(np.inf)


@pytest.mark.parametrize("times", [[], [0.0, 1.0], [2.0, 1.0], [1.0, 1.0]])
def test_times_that_do_not_rise_from_above_0_are_refused(times):
    with pytest.raises(InputError, match="times"):
        solve(ball_problem(4), times)
