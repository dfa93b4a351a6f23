"""Heat damage as a first-order reaction whose rate follows Arrhenius' law. Pure Python.

The damage integral is the rate summed over time; what survives is exp(-integral). At an integral of 1, 37 % survives.
"""

from math import exp, log

from attrs import frozen

from netlearn.models.parameters import Parameters

GAS_CONSTANT = 8.314462618  # J/(mol·K)
ZERO_CELSIUS = 273.15  # K
SURVIVING = exp(-1)  # the share that survives a damage integral of 1, the usual border of the zone


@frozen
class Arrhenius:
    """A damage law: ``frequency`` in 1/s, ``energy`` in J/mol.

    >>> law = Arrhenius(frequency=3.1e98, energy=628_000)
    >>> round(law.seconds_to_border(60), 1), round(law.seconds_to_border(50))
    (0.9, 1042)
    """

    frequency: float
    energy: float

    def rate(self, temperature: float) -> float:
        """Damage per second at a temperature in °C."""
        kelvin = temperature + ZERO_CELSIUS
        return exp(log(self.frequency) - self.energy / (GAS_CONSTANT * kelvin)) if kelvin > 0 else 0.0

    def survival(self, temperature: float, seconds: float) -> float:
        """The share that survives a time at a constant temperature in °C."""
        return exp(-self.rate(temperature) * seconds)

    def seconds_to_border(self, temperature: float) -> float:
        """How long a constant temperature in °C takes to a damage integral of 1."""
        return 1 / self.rate(temperature)


def liver_damage(parameters: Parameters) -> Arrhenius:
    """The damage law by the given parameters."""
    return Arrhenius(parameters["damage_frequency"], parameters["damage_energy"])
