"""The closed list of units that `netlearn.quantity` reads and prints; a unit is added here and nowhere else.

Sizes are exact by definition, but for bilirubin, where they follow the limit as it is printed in both units.
A week is 7 days and a year 12 months; a month has no fixed number of days, so weeks and months belong to
different dimensions ("time" and "calendar") and never convert.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: how it prints, what it measures, and its size in the dimension's base unit.

    >>> SPELT["mcg"].name, SPELT["weeks"].dimension, SPELT["years"].dimension
    ('microgram', 'time', 'calendar')
    """

    name: str
    dimension: str
    size: Fraction
    singular: str


# dimension -> unit as printed -> (size in the dimension's base unit, other spellings)
_UNITS: dict[str, dict[str, tuple[int, str]]] = {
    "number": {"": (1, "")},
    "percent": {"%": (1, "percent, per cent")},
    "mass": {
        "microgram": (1, "micrograms, mcg, ug, \u00b5g, \u03bcg"),  # micro sign; Greek mu
        "mg": (1_000, "milligram, milligrams"),
        "g": (1_000_000, "gram, grams"),
        "kg": (1_000_000_000, "kilogram, kilograms"),
    },
    "length": {
        "mm": (1, "millimetre, millimetres, millimeter, millimeters"),
        "cm": (10, "centimetre, centimetres, centimeter, centimeters"),
        "m": (1_000, "metre, metres, meter, meters"),
    },
    "time": {
        "seconds": (1, "second, s"),
        "minutes": (60, "minute, min"),
        "hours": (3_600, "hour, h"),
        "days": (86_400, "day, d"),
        "weeks": (604_800, "week"),
    },
    "calendar": {"months": (1, "month"), "years": (12, "year")},
    "volume": {
        "ml": (1, "mL, millilitre, millilitres, milliliter, milliliters, cm\u00b3, cm3"),
        "l": (1_000, "L, litre, litres, liter, liters"),
    },
    "activity": {"MBq": (1, "megabecquerel"), "GBq": (1_000, "gigabecquerel")},
    "clearance": {"ml/min": (1, "mL/min, ml per min, ml per minute, mL per min, mL per minute")},
    # Of bilirubin only: what a mole weighs differs between substances. 2 mg/dl is printed as 34 micromol/l.
    "bilirubin": {
        "mg/dl": (17, "mg/dL, mg per dl, mg per dL"),
        "micromol/l": (1, "micromol/L, umol/l, umol/L, \u00b5mol/l, \u00b5mol/L, \u03bcmol/l, \u03bcmol/L"),
    },
    "lesions": {"lesions": (1, "lesion")},
    "mitoses per 10 HPF": {"mitoses per 10 HPF": (1, "mitoses/10 HPF")},
    "mitoses per 2 mm²": {"mitoses per 2 mm²": (1, "mitoses per 2 mm2, mitoses/2 mm², mitoses/2 mm2")},
}
# what a mass may be given per -> unit as printed after the slash -> (size, other spellings)
_PER: dict[str, dict[str, tuple[int, str]]] = {
    "time": {"min": (60, "minute"), "h": (3_600, "hour"), "day": (86_400, "d"), "week": (604_800, "")},
    "body weight": {"kg": (1, "")},
    "body surface": {"m²": (1, "m2")},
    "body weight and time": {"kg/min": (60, ""), "kg/h": (3_600, "")},
}


def _spellings(name: str, others: str) -> list[str]:
    return [name, *others.split(", ")] if others else [name]


def _simple() -> Iterator[tuple[str, Unit]]:
    for dimension, units in _UNITS.items():
        for name, (size, others) in units.items():
            spellings = _spellings(name, others)
            singular = name.removesuffix("s") if name.removesuffix("s") in spellings else name
            yield from ((spelling, Unit(name, dimension, Fraction(size), singular)) for spelling in spellings)


def _rates() -> Iterator[tuple[str, Unit]]:
    for what, denominators in _PER.items():
        for below, (size_below, others_below) in denominators.items():
            for above, (size_above, others_above) in _UNITS["mass"].items():
                name = f"{above}/{below}"
                rate = Unit(name, f"mass per {what}", Fraction(size_above, size_below), name)
                for top in _spellings(above, others_above):
                    for bottom in _spellings(below, others_below):
                        yield from ((f"{top}{per}{bottom}", rate) for per in ("/", " per "))


SPELT: dict[str, Unit] = dict([*_simple(), *_rates()])
"""Every accepted spelling of every unit."""


@cache
def names(dimension: str | None) -> str:
    """The units of a dimension, or of all, as they print: for the messages that say what is accepted.

    >>> names("length")
    'mm, cm, m'
    """
    units = (unit for unit in SPELT.values() if dimension in (None, unit.dimension))
    return ", ".join(dict.fromkeys(unit.name for unit in units if unit.name))
