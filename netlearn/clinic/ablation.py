"""Sizing an ablation: what one zone must reach, how many zones that takes, and what a measurement can hide.

The margin, the zone of one probe and the error of measurement are teaching choices: the review gives none of them.
A lesion is taken as a ball of its largest diameter.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import frozen

from netlearn.decision import Decision, decide
from netlearn.decision.diagram import compiled
from netlearn.decision.load import load
from netlearn.decision.unary import Interval
from netlearn.errors import InputError
from netlearn.models import geometry
from netlearn.quantity import as_number

MARGINS_CM = (Fraction(0), Fraction(1, 2), Fraction(1))
ZONES_CM = (Fraction(3), Fraction(4), Fraction(5))
ERROR_CM = Fraction(1, 5)  # a measured diameter is off by at most this much, either way
DIAMETER = "largest_diameter_cm"


@frozen
class Sizing:
    """A lesion, the margin all round it, and the zone of one probe: diameters in cm, volumes in ml."""

    diameter_cm: Fraction
    margin_cm: Fraction
    zone_cm: Fraction

    @property
    def required_cm(self) -> Fraction:
        """The diameter to be ablated: the lesion and twice the margin."""
        return geometry.required_diameter(self.diameter_cm, self.margin_cm)

    @property
    def lesion_ml(self) -> float:
        """The volume of the lesion."""
        return geometry.sphere_volume(self.diameter_cm)

    @property
    def required_ml(self) -> float:
        """The volume to be ablated."""
        return geometry.sphere_volume(self.required_cm)

    @property
    def zones(self) -> geometry.Spheres:
        """How many overlapping zones are enough, and how many no plan can do without."""
        return geometry.spheres_needed(self.required_cm, self.zone_cm)

    def to_json(self) -> dict[str, Any]:
        """The sizing as plain data; volumes are rounded to a tenth."""
        return {
            "required_cm": float(self.required_cm),
            "lesion_ml": round(self.lesion_ml, 1),
            "required_ml": round(self.required_ml, 1),
            "zones_at_least": self.zones.at_least,
            "zones_enough": self.zones.enough,
        }


def size(diameter_cm: object, margin_cm: object, zone_cm: object) -> Sizing:
    """Size an ablation. Raises InputError for a diameter outside ]0..30] cm, with its margin or without, and for a
    margin or zone that is not on offer.

    >>> s = size(3.1, 0.5, 4)
    >>> float(s.required_cm), round(s.lesion_ml, 1), s.zones.words
    (4.1, 15.6, '4')
    """
    diameter = load("rfa").input(DIAMETER).parse(diameter_cm)
    if not isinstance(diameter, Fraction):
        raise InputError(DIAMETER, diameter_cm, "a number within ]0..30] in cm")
    margin, zone = offered("margin_cm", margin_cm, MARGINS_CM), offered("zone_cm", zone_cm, ZONES_CM)
    if diameter + 2 * margin > geometry.LARGEST:
        raise InputError(DIAMETER, diameter_cm, f"a lesion within {geometry.LARGEST} cm together with its margin")
    return Sizing(diameter, margin, zone)


def offered(field: str, raw: object, choices: tuple[Fraction, ...]) -> Fraction:
    """One of the lengths on offer. Raises InputError naming them.

    >>> offered("margin_cm", "0.5 cm", MARGINS_CM)
    Fraction(1, 2)
    """
    accepted = "one of " + ", ".join(f"{float(each):g}" for each in choices) + " in cm"
    if raw is None:
        raise InputError(field, raw, accepted)
    number = as_number(raw, field, "cm", choices[0], choices[-1])
    if number not in choices:
        raise InputError(field, raw, accepted)
    return number


@frozen
class Chance:
    """An answer and its probability."""

    status: str
    verdict: str | None
    possible: tuple[str, ...]
    share: Fraction

    def to_json(self) -> dict[str, Any]:
        """The chance as plain data; the share is [numerator, denominator]."""
        share = [self.share.numerator, self.share.denominator]
        return {"status": self.status, "verdict": self.verdict, "possible": list(self.possible), "share": share}


def chances(table: str, edition: str | None = None, error_cm: Fraction = ERROR_CM, **given: Any) -> tuple[Chance, ...]:
    """The probability of each answer when the measured diameter may be off, exact, in the order of rising diameter.

    The true diameter is taken as equally likely anywhere within ``error_cm`` of the measured one, as far as the table
    accepts it; an answer is as probable as its share of that interval. Answers of probability 0 are left out.
    Raises InputError for what the table does not accept, and where no diameter is given.

    >>> [(c.verdict, str(c.share)) for c in chances("rfa", resectable=False, largest_diameter_cm=3.1, lesion_count=2)]
    [('suitable', '1/4'), ('doubtful', '3/4')]
    """
    if given.get(DIAMETER) is None:
        raise InputError(DIAMETER, None, "a number: what is not measured has no error of measurement")
    measured = decide(table, edition, **given)
    low, high = _around(measured, error_cm)
    total: dict[tuple[str, str | None, tuple[str, ...]], Fraction] = {}
    for witness, start, end in _regions(table, measured.edition):
        if (inside := min(end, high) - max(start, low)) > 0:
            d = decide(table, edition, **{**given, DIAMETER: witness})
            key = (d.status, d.verdict, d.possible)
            total[key] = total.get(key, Fraction(0)) + inside / (high - low)
    return tuple(Chance(*answer, share) for answer, share in total.items())


def _around(measured: Decision, error_cm: Fraction) -> tuple[Fraction, Fraction]:
    """The interval of true diameters: what the table accepts of the measured one, more or less."""
    diameter = measured.inputs[DIAMETER]
    domain = load(measured.table, measured.edition).input(DIAMETER).domain
    assert isinstance(diameter, Fraction) and domain is not None and domain.low is not None and domain.high is not None
    return max(domain.low, diameter - error_cm), min(domain.high, diameter + error_cm)


def _regions(table: str, edition: str) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """For each region of diameters that the rules tell apart, a diameter inside it and its two ends."""
    diagram = compiled(table, edition)
    number = [asked.name for asked in diagram.inputs].index(DIAMETER)
    for cell in diagram.cells[number]:
        witness = diagram.inputs[number].witness(cell)
        assert isinstance(cell, Interval) and isinstance(witness, Fraction)
        assert cell.low is not None and cell.high is not None
        yield witness, cell.low, cell.high
