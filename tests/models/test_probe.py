"""The electrode and the cryoprobe: energy, symmetry, and what makes a zone larger or smaller."""

import numpy as np
import pytest

from netlearn.models.bioheat import solve
from netlearn.models.parameters import parameters
from netlearn.models.probe import MM, cryoprobe, electrode, line_heating
from netlearn.models.zones import colder, destroyed, extent, hotter, midplane, width

P = parameters("bioheat")
STEP, TOLERANCE = 1.5, 1e-3  # coarse and quick: these tests compare, they do not measure


def heated(power=40, perfusion=60, vessel=None, minutes=5):
    return solve(electrode(P, power, perfusion, vessel, STEP), [60.0 * minutes], TOLERANCE)


def frozen(temperature=-140, perfusion=60, step=STEP):
    return solve(cryoprobe(P, temperature, perfusion, step), [60.0, 300.0], TOLERANCE)


@pytest.fixture(scope="module")
def plain():
    return heated()


@pytest.fixture(scope="module")
def iceball():
    return frozen()


@pytest.mark.parametrize("vessel", [None, 3.0])
def test_energy_of_an_electrode_is_balanced_within_1_percent(vessel):
    assert heated(vessel=vessel, minutes=2).energy.error < 0.01


def test_energy_of_a_cryoprobe_is_balanced_within_1_percent(iceball):
    assert iceball.energy.error < 0.01


def test_heating_of_a_line_falls_with_the_square_of_the_distance_close_to_it():
    mesh = electrode(P, 1, step=0.5).mesh
    r, z = mesh.centres.T
    middle = (abs(z) < 0.5 * MM) & (r > 1 * MM) & (r < 4 * MM)
    heating = line_heating(mesh, 0.75 * MM, 15 * MM)[middle] * r[middle] ** 2

    assert heating.std() < 0.05 * heating.mean()


def test_zone_without_a_vessel_is_symmetrical(plain):
    inside = destroyed(plain, -1)

    assert extent(plain, inside, 1) == pytest.approx(extent(plain, inside, -1), abs=0.05 * MM)


def test_a_closer_vessel_leaves_a_smaller_zone_on_its_side_and_not_on_the_other():
    histories = [heated(perfusion=0, vessel=distance) for distance in (1.0, 3.0, 6.0)]
    towards, away = ([extent(h, destroyed(h, -1), side) for h in histories] for side in (1, -1))

    assert towards[0] < towards[1] < towards[2]
    assert max(away) - min(away) < 0.1 * MM


def test_a_vessel_30_mm_off_changes_the_zone_by_less_than_a_quarter_of_a_millimetre(plain):
    far = heated(vessel=30.0)

    assert width(far, destroyed(far, -1)) == pytest.approx(width(plain, destroyed(plain, -1)), abs=0.25 * MM)
    assert extent(far, destroyed(far, -1), 1) == pytest.approx(extent(plain, destroyed(plain, -1), 1), abs=0.25 * MM)


def test_more_blood_makes_a_smaller_zone(plain):
    none, much = heated(perfusion=0), heated(perfusion=120)

    widths = [width(h, destroyed(h, -1)) for h in (none, plain, much)]
    assert widths == sorted(widths, reverse=True)


def test_more_power_makes_a_larger_zone_but_four_times_the_power_far_from_twice_as_wide_a_one(plain):
    narrow, wide = (width(h, destroyed(h, -1)) for h in (plain, heated(power=160)))

    assert narrow < wide < 1.5 * narrow


def test_tissue_gets_no_hotter_than_it_boils(plain):
    assert P["boiling_point"] <= plain.temperature.max() <= P["boiling_point"] + 1


def test_after_minutes_damage_reaches_beyond_the_60_degree_isotherm(plain):
    assert width(plain, destroyed(plain, -1)) > width(plain, hotter(plain, -1, P["lethal_heat"]))


def test_colder_isotherms_lie_within_warmer_ones(iceball):
    widths = [width(iceball, colder(iceball, -1, level)) for level in (P["liquidus"], -20, -40, -50)]

    assert widths == sorted(widths, reverse=True)
    assert widths[-1] > P["cryoprobe_diameter"] * MM


def test_a_colder_probe_and_more_time_make_a_larger_iceball(iceball):
    edge = [width(iceball, colder(iceball, moment, P["liquidus"])) for moment in (0, 1)]
    milder = frozen(temperature=-100)

    assert edge[0] < edge[1]
    assert width(milder, colder(milder, 1, P["liquidus"])) < edge[1]


def test_the_probe_itself_stays_at_its_temperature(iceball):
    assert np.allclose(midplane(iceball, 0.5 * MM), -140)
