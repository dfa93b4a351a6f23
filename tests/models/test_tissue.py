"""Tissue: enthalpy, temperature and conduction from frozen to boiled dry."""

import numpy as np
import pytest

from netlearn.models.parameters import parameters
from netlearn.models.tissue import liver

P = parameters("bioheat")
LIVER = liver(P)


def joules(start, end):
    """J/m³ between two temperatures."""
    return (LIVER.enthalpy(end) - LIVER.enthalpy(start)) * LIVER.capacity


def test_warming_ordinary_tissue_takes_its_capacity():
    assert joules(37, 60) == pytest.approx(P["density"] * P["specific_heat"] * 23)


def test_freezing_through_gives_off_the_latent_heat_and_the_mean_capacity():
    mean = P["density"] * (P["specific_heat"] + P["specific_heat_frozen"]) / 2
    latent = P["density"] * P["water_content"] * P["latent_heat_fusion"]

    assert joules(P["solidus"], P["liquidus"]) == pytest.approx(latent + mean * (P["liquidus"] - P["solidus"]))


def test_boiling_dry_takes_the_latent_heat_within_one_kelvin():
    latent = P["density"] * P["water_content"] * P["latent_heat_vaporisation"]

    assert joules(100, 101) == pytest.approx(latent, rel=0.01)


@pytest.mark.parametrize(("temperature", "liquid"), [(-8.1, 0), (-8, 0), (-4.5, 0.5), (-1, 1), (37, 1)])
def test_unfrozen_share_falls_from_liquidus_to_solidus(temperature, liquid):
    assert LIVER.liquid(np.array(LIVER.enthalpy(temperature))) == pytest.approx(liquid)


@pytest.mark.parametrize(("temperature", "wet"), [(99, 1), (100, 1), (100.5, 0.5), (101, 0), (120, 0)])
def test_share_of_water_left_falls_while_boiling(temperature, wet):
    assert LIVER.wet(np.array(LIVER.enthalpy(temperature))) == pytest.approx(wet)


@pytest.mark.parametrize(("low", "high", "key"), [(-60, -20, "conductivity_frozen"), (10, 90, "conductivity")])
def test_slope_of_the_potential_is_the_conductivity(low, high, key):
    first, last = LIVER.potential(np.array([LIVER.enthalpy(low), LIVER.enthalpy(high)]))

    assert (last - first) / (high - low) == pytest.approx(P[key])


def test_slopes_are_those_of_the_curve():
    at = np.array([-200.0, -60.0, -20.0, 10.0, 80.0])
    for curve in (LIVER.temperature, LIVER.potential, LIVER.liquid, LIVER.wet):
        measured = (curve(at + 1e-4) - curve(at - 1e-4)) / 2e-4
        assert np.allclose(curve.slope(at), measured, rtol=1e-5)


def test_perfusion_of_100_ml_is_the_whole_volume_of_blood_each_minute():
    whole = P["blood_density"] * P["blood_specific_heat"] / 60

    assert liver(P, perfusion=100).perfusion == pytest.approx(whole)
    assert liver(P, perfusion=0).perfusion == 0
