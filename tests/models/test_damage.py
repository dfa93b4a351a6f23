"""Heat damage: Arrhenius' law at constant temperature and inside the solver."""

from math import exp

import numpy as np
import pytest

from netlearn.models.bioheat import Problem, solve
from netlearn.models.damage import GAS_CONSTANT, SURVIVING, ZERO_CELSIUS, Arrhenius, liver_damage
from netlearn.models.mesh import shells
from netlearn.models.parameters import parameters
from netlearn.models.tissue import simple_tissue

LAW = liver_damage(parameters("bioheat"))


@pytest.mark.parametrize("temperature", [43, 50, 60])
def test_37_percent_survive_the_time_to_the_border(temperature):
    assert LAW.survival(temperature, LAW.seconds_to_border(temperature)) == pytest.approx(SURVIVING)


def test_rate_follows_arrhenius_between_two_temperatures():
    kelvin = [50 + ZERO_CELSIUS, 60 + ZERO_CELSIUS]
    expected = exp(LAW.energy / GAS_CONSTANT * (1 / kelvin[0] - 1 / kelvin[1]))

    assert LAW.rate(60) / LAW.rate(50) == pytest.approx(expected)


def test_60_degrees_kill_within_seconds_and_body_temperature_does_no_harm_in_a_day():
    assert LAW.seconds_to_border(60) < 10
    assert LAW.survival(37, 24 * 3600) > 0.99


@pytest.mark.parametrize("temperature", [50.0, 55.0, 60.0])
def test_solver_follows_the_law_at_constant_temperature(temperature):
    mesh, tissue = shells(np.linspace(0, 0.01, 4)), simple_tissue(0.5, 3.7e6)
    problem = Problem(mesh, tissue, rims=(), damage=LAW, start=temperature)
    times = [LAW.seconds_to_border(temperature) * share for share in (0.3, 1.0, 2.0)]
    survival = solve(problem, times, 1e-6).survival[:, 0]

    assert survival == pytest.approx([exp(-0.3), exp(-1), exp(-2)], rel=1e-4)


def test_dead_tissue_is_no_longer_cooled_by_its_blood():
    """Perfused tissue that nothing kills falls back from 70 °C; the same tissue, coagulated at once, stays there."""
    mesh, tissue = shells(np.linspace(0, 0.01, 4)), simple_tissue(0.5, 3.7e6, perfusion=60_000)

    def after_a_minute(damage):
        return solve(Problem(mesh, tissue, rims=(), damage=damage, start=70.0), [60.0]).temperature[-1, 0]

    assert after_a_minute(None) < 52
    assert after_a_minute(LAW) > 69


def test_nothing_is_damaged_at_absolute_zero():
    assert Arrhenius(1e39, 250_000).rate(-ZERO_CELSIUS) == 0
