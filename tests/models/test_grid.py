"""The grid that the page looks up: current, small, and what the solver answers."""

import gzip
from importlib.resources import files
from itertools import pairwise

import pytest

from netlearn.errors import InputError
from netlearn.models import precompute
from netlearn.models.grid import AXES, FILE, fingerprint, interpolate, load

DATA = files("netlearn.knowledge").joinpath(FILE).read_bytes()
TABLES = load().tables
HEAT = TABLES["heat"]
POINT = {"power": 40, "perfusion": 60, "vessel": 4, "time": 6}
CLOSE = 0.2  # platforms and versions of scipy may differ by a little more than the rounding to 0.1 mm


def values(table, quantity, **point):
    """The quantity at each value of the last axis."""
    axis = TABLES[table].axes[-1]
    return [interpolate(TABLES[table], quantity, **point, **{axis.name: value}) for value in axis.values]


def test_the_committed_grid_belongs_to_the_axes_settings_and_parameters_of_today():
    """If not, run: python -m netlearn.models.precompute"""
    assert load().fingerprint == fingerprint()
    assert {name: table.axes for name, table in TABLES.items()} == AXES


def test_the_file_is_at_most_60_kb_compressed():
    assert len(gzip.compress(DATA, mtime=0)) <= 60_000


def test_the_solver_still_answers_what_the_grid_holds_for_heat():
    for quantity, row in precompute.heat(40, 60, 4).items():
        assert row == pytest.approx(values("heat", quantity, power=40, perfusion=60, vessel=4), abs=CLOSE)


def test_the_solver_still_answers_what_the_grid_holds_for_cold():
    rows = dict(precompute.cold(-120, 60))
    rate = rows.pop("rate")

    assert rate == pytest.approx(values("cooling", "rate", probe=-120, perfusion=60), abs=CLOSE, rel=0.05)
    for quantity, row in rows.items():
        assert row == pytest.approx(values("ice", quantity, probe=-120, perfusion=60), abs=CLOSE)


def test_on_a_point_of_the_grid_its_own_value_is_given():
    index = 0
    for axis in HEAT.axes:
        index = index * len(axis.values) + axis.values.index(POINT[axis.name])

    assert interpolate(HEAT, "damage_width", **POINT) == pytest.approx(HEAT.values["damage_width"][index] * 0.1)


@pytest.mark.parametrize(("axis", "low", "high"), [("power", 40, 60), ("perfusion", 60, 120), ("time", 6, 8)])
def test_half_way_between_two_points_lies_their_mean(axis, low, high):
    low_end, high_end, middle = (
        interpolate(HEAT, "damage_width", **{**POINT, axis: value}) for value in (low, high, (low + high) / 2)
    )

    assert middle == pytest.approx((low_end + high_end) / 2)


@pytest.mark.parametrize("axis", HEAT.axes, ids=lambda axis: axis.name)
def test_nothing_is_extrapolated(axis):
    for end in (axis.values[0], axis.values[-1]):
        interpolate(HEAT, "damage_width", **{**POINT, axis.name: end})
    for outside in (axis.values[0] - 0.001, axis.values[-1] + 0.001):
        with pytest.raises(InputError, match=axis.name):
            interpolate(HEAT, "damage_width", **{**POINT, axis.name: outside})


def test_a_point_without_one_of_its_axes_is_refused():
    with pytest.raises(InputError, match="a value for each of power, perfusion, vessel, time"):
        interpolate(HEAT, "damage_width", power=40, perfusion=60, time=6)


def test_an_unknown_quantity_is_refused_with_those_there_are():
    with pytest.raises(InputError, match="'depth' is not accepted; accepted: one of isotherm_width"):
        interpolate(HEAT, "depth", **POINT)


@pytest.mark.parametrize("quantity", ["damage_width", "isotherm_width", "damage_towards", "damage_away"])
def test_zones_never_shrink_while_heating_goes_on(quantity):
    """Rounding to 0.1 mm is allowed for."""
    for power in HEAT.axes[0].values:
        for perfusion in HEAT.axes[1].values:
            row = values("heat", quantity, power=power, perfusion=perfusion, vessel=4)
            assert all(later >= earlier - 0.11 for earlier, later in pairwise(row))


def test_a_closer_vessel_never_makes_a_longer_zone_on_its_side():
    for time in HEAT.axes[3].values:
        row = [
            interpolate(HEAT, "damage_towards", power=40, perfusion=0, vessel=vessel, time=time)
            for vessel in HEAT.axes[2].values
        ]
        assert all(farther >= closer - 0.11 for closer, farther in pairwise(row))


def test_isotherms_of_the_iceball_are_nested():
    ice = TABLES["ice"].values
    for outer, inner in (("edge", "harmful"), ("harmful", "lethal"), ("lethal", "target")):
        assert all(a >= b for a, b in zip(ice[f"{outer}_radius"], ice[f"{inner}_radius"], strict=True))


def test_tissue_farther_from_the_probe_cools_more_slowly():
    row = values("cooling", "rate", probe=-140, perfusion=60)
    assert row == sorted(row, reverse=True)
