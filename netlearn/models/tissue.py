"""Tissue as heat sees it: how enthalpy, temperature and conduction hang together from frozen to boiled dry.

Everything is a broken line over the enthalpy, so freezing, thawing and boiling need no special case in the solver.
The enthalpy is counted from body temperature and given in kelvins of ordinary tissue: between freezing and boiling it
is the temperature minus that of the body. The potential is conductivity integrated over temperature (Kirchhoff's
transform), so that the flux of heat is its gradient whatever the conductivity does.

Needs numpy; nothing that runs in the reader's browser imports this module.
"""

import numpy as np
from attrs import frozen

from netlearn.models.mesh import Floats
from netlearn.models.parameters import Parameters

DRY_SPAN = 1.0  # K: boiling is spread from the boiling point over this span, for a curve that can be inverted
COLDEST, HOTTEST = -250.0, 1000.0  # °C: where the broken lines end


@frozen(eq=False)
class Curve:
    """A broken line over enthalpy."""

    at: Floats
    values: Floats

    def __call__(self, enthalpy: Floats) -> Floats:
        """The value at each enthalpy."""
        return np.interp(enthalpy, self.at, self.values)

    def slope(self, enthalpy: Floats) -> Floats:
        """The slope at each enthalpy."""
        slopes = np.diff(self.values) / np.diff(self.at)
        return np.asarray(slopes[np.clip(np.searchsorted(self.at, enthalpy) - 1, 0, len(slopes) - 1)])


@frozen(eq=False)
class Tissue:
    """One kind of tissue, all of it at body temperature when nothing is done to it.

    ``capacity`` is J/(m³·K) of ordinary tissue, ``conductivity`` W/(m·K), ``perfusion`` W/(m³·K): the heat that blood
    carries per kelvin of difference. ``temperature`` in °C, ``potential`` in W/m, ``liquid`` (the unfrozen share, which
    blood still reaches) and ``wet`` (the share of water not boiled away, which still takes up power) are curves.
    """

    body: float
    capacity: float
    conductivity: float
    perfusion: float
    temperature: Curve
    potential: Curve
    liquid: Curve
    wet: Curve

    def enthalpy(self, temperature: float) -> float:
        """The enthalpy at a temperature in °C."""
        return float(np.interp(temperature, self.temperature.values, self.temperature.at))


def simple_tissue(conductivity: float, capacity: float, perfusion: float = 0.0, body: float = 37.0) -> Tissue:
    """Tissue that neither freezes nor boils: the linear equation of Pennes.

    >>> tissue = simple_tissue(conductivity=0.5, capacity=3.7e6)
    >>> tissue.enthalpy(60), tissue.potential(np.array([23.0]))
    (23.0, array([11.5]))
    """
    temperatures = np.array([COLDEST, HOTTEST])
    at = temperatures - body
    return Tissue(
        body=body,
        capacity=capacity,
        conductivity=conductivity,
        perfusion=perfusion,
        temperature=Curve(at, temperatures),
        potential=Curve(at, conductivity * at),
        liquid=Curve(at, np.ones(2)),
        wet=Curve(at, np.ones(2)),
    )


def water_tissue(
    *,
    body: float,
    conductivity: tuple[float, float],
    capacity: tuple[float, float],
    freezing: tuple[float, float],
    boiling: float,
    latent: tuple[float, float],
    perfusion: float = 0.0,
) -> Tissue:
    """Tissue that freezes and boils; pairs are (frozen, ordinary) or (solidus, liquidus) or (fusion, vaporisation).

    Temperatures in °C, latent heats in J/m³ of tissue. Between solidus and liquidus conductivity and capacity are the
    means of both phases, and the latent heat is spread evenly.
    """
    knots = np.array([COLDEST, *freezing, body, boiling, boiling + DRY_SPAN, HOTTEST])
    frozen_k, k = conductivity
    frozen_c, c = capacity
    conductivities = np.array([frozen_k, (frozen_k + k) / 2, k, k, k, k])
    capacities = np.array([frozen_c, (frozen_c + c) / 2, c, c, c, c])
    spans = np.diff(knots)
    heats = capacities * spans + np.array([0, latent[0], 0, 0, latent[1], 0])
    at = _from_body(heats / c)
    return Tissue(
        body=body,
        capacity=c,
        conductivity=k,
        perfusion=perfusion,
        temperature=Curve(at, knots),
        potential=Curve(at, _from_body(conductivities * spans)),
        liquid=Curve(at, np.array([0, 0, 1.0, 1, 1, 1, 1])),
        wet=Curve(at, np.array([1.0, 1, 1, 1, 1, 0, 0])),
    )


def _from_body(steps: Floats) -> Floats:
    """Running sums of the steps, zero at the fourth knot, which is body temperature."""
    sums = np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(sums - sums[3])


def liver(parameters: Parameters, perfusion: float | None = None) -> Tissue:
    """Liver tissue by the given parameters; ``perfusion`` in ml per minute and 100 ml replaces theirs.

    >>> from netlearn.models.parameters import parameters
    >>> round(float(liver(parameters("bioheat")).temperature(np.array([23.0]))[0]), 6)
    60.0
    """
    p = parameters
    density, water = p["density"], p["density"] * p["water_content"]
    flow = p["perfusion"] if perfusion is None else perfusion
    return water_tissue(
        body=p["body_temperature"],
        conductivity=(p["conductivity_frozen"], p["conductivity"]),
        capacity=(density * p["specific_heat_frozen"], density * p["specific_heat"]),
        freezing=(p["solidus"], p["liquidus"]),
        boiling=p["boiling_point"],
        latent=(water * p["latent_heat_fusion"], water * p["latent_heat_vaporisation"]),
        perfusion=flow / 100 / 60 * p["blood_density"] * p["blood_specific_heat"],
    )
