"""The Jacobian that the solver is given, against differences of the rate."""

import numpy as np
import pytest

from netlearn.models.bioheat import Held, Problem
from netlearn.models.damage import liver_damage
from netlearn.models.equation import Equation
from netlearn.models.mesh import rings
from netlearn.models.parameters import parameters
from netlearn.models.tissue import liver

P = parameters("bioheat")
MESH = rings(np.linspace(0, 0.02, 5), np.linspace(0, 0.03, 6))
HELD = [Held(np.arange(MESH.size) < 2, -140.0, film=500.0)]


@pytest.mark.parametrize("damage", [None, liver_damage(P)], ids=["cold", "heat"])
def test_jacobian_is_the_derivative_of_the_rate(damage):
    """At enthalpies of frozen, freezing, ordinary and boiling tissue, none of them at a corner of the broken lines."""
    equation = Equation(Problem(MESH, liver(P), heating=1e6, held=HELD, damage=damage))
    random = np.random.default_rng(7)
    enthalpy = random.permutation(np.linspace(-150 if damage is None else -30, 65, MESH.size))
    survival = random.uniform(0.2, 0.8, MESH.size) if damage else []
    state = np.concatenate([enthalpy, survival])
    step = 1e-5
    columns = [
        (equation.rate(0, state + step * unit) - equation.rate(0, state - step * unit)) / (2 * step)
        for unit in np.eye(len(state))
    ]

    assert np.allclose(equation.jacobian(0, state).toarray(), np.array(columns).T, rtol=1e-5, atol=1e-8)


def test_held_cells_do_not_change():
    equation = Equation(Problem(MESH, liver(P), heating=1e6, held=HELD))

    assert np.all(equation.rate(0, equation.start)[:2] == 0)


def test_conduction_neither_makes_nor_loses_heat():
    equation = Equation(Problem(MESH, liver(P)))

    assert np.allclose(equation.conduction.sum(axis=0), 0)


def test_a_dry_layer_around_the_electrode_stops_all_heating():
    layer = np.zeros(MESH.size)
    layer[:4] = 0.25
    equation = Equation(Problem(MESH, liver(P), heating=1e6, contact=layer))
    wet, dry = equation.start, np.where(layer > 0, 1000.0, equation.start)

    assert equation.flows(wet).heating.sum() == pytest.approx(1e6 * MESH.volumes.sum())
    assert equation.flows(dry).heating.sum() == 0
