"""Amounts with units: read exactly, or refused with the reason.

Text is matched by one regular expression and its unit looked up in one closed list (`netlearn.units`);
numbers are exact fractions. Nothing is guessed: a decimal comma, a thousands separator, an exponent,
a sign or a sum is refused, not interpreted.

A fraction that no decimal writes exactly, such as a third, prints with the fraction slash (U+2044): "1⁄3 cm".
Text may use that slash too, but not the ordinary one: "120/80" is a blood pressure, not one and a half.

>>> parse("0.3 mg", field="dose", dimension="mass") == parse("300 µg", field="dose", dimension="mass")
True
"""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, total_ordering

from netlearn.errors import InputError, KnowledgeError, quoted
from netlearn.units import SPELT, names

LARGEST = 10**60  # numerators stay below this
FINEST = 10**30  # denominators stay at or below this: thirty decimal places
_LONGEST_TEXT = 200  # longer text is refused unread, so every text costs little

_AMOUNT = re.compile(r"([0-9]{1,60}(?:\.[0-9]{1,30}|⁄[1-9][0-9]{0,29})?) ?([^0-9 ].*)?")
_HOW = "written with a decimal point and without sign, exponent or separators"


def _shown(value: object) -> object:
    """The value as an error may quote it: short, and safe to print whatever it is."""
    if isinstance(value, str):
        return value if len(value) <= 60 else value[:60] + "…"
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int | Fraction) and _is_modest(Fraction(value)):
        return value if isinstance(value, int) else _number_text(value)
    return f"a value of type {type(value).__name__}"


def _is_modest(number: Fraction) -> bool:
    return abs(number.numerator) < LARGEST and number.denominator <= FINEST


def _fraction(value: object) -> Fraction | None:
    """The exact fraction of a number; a float counts as the decimal it prints as."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    if isinstance(value, float) and math.isfinite(value):
        return Fraction(float.__repr__(value))
    if isinstance(value, Decimal) and _is_short(value):
        return Fraction(value)
    return None


def _exact(value: object, field: str, accepted: str) -> Fraction:
    number = _fraction(value)
    if number is None or not _is_modest(number):
        raise InputError(field, _shown(value), accepted)
    return number


def _is_short(value: Decimal) -> bool:
    """Whether a decimal is finite and its power of ten small enough to be written out."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -60 <= exponent <= 60


def _number_text(number: Fraction) -> str:
    """The number as a decimal where one is exact, else with the fraction slash."""
    if FINEST % number.denominator:
        return f"{number.numerator}⁄{number.denominator}"
    whole, rest = divmod(abs(number) * FINEST, FINEST)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{int(rest):030d}".rstrip("0").rstrip(".")


def _value(value: object) -> Fraction:
    number = _exact(value, "value", "a finite number of modest length")
    if number < 0:
        raise InputError("value", _shown(value), "a number from 0")
    return number


def _unit(name: object) -> str:
    if not isinstance(name, str) or name not in SPELT:
        raise InputError("unit", _shown(name), f"one of {names(None)}")
    return SPELT[name].name


@total_ordering
@dataclass(frozen=True, eq=False, init=False, slots=True)
class Quantity:
    """A non-negative exact amount and its unit, given in any spelling of the closed list.

    Amounts of one dimension compare whatever their units; ``str`` prints text that parses to an equal amount.
    Raises InputError for a number that is negative, too long or not finite, and for a unit not listed.

    >>> Quantity(0.3, "mg") == Quantity(300, "mcg")
    True
    >>> str(Quantity(300, "µg"))
    '300\\xa0microgram'
    """

    value: Fraction
    unit: str

    def __init__(self, value: object, unit: object) -> None:
        object.__setattr__(self, "value", _value(value))
        object.__setattr__(self, "unit", _unit(unit))

    @property
    def dimension(self) -> str:
        """What the unit measures: "mass", "length", "time", "calendar" …

        >>> Quantity(2, "years").dimension
        'calendar'
        """
        return SPELT[self.unit].dimension

    @property
    def _base(self) -> Fraction:
        return self.value * SPELT[self.unit].size

    def to(self, unit: str) -> "Quantity":
        """The same amount in another unit of its dimension; InputError when the unit is of another.

        >>> Quantity(31, "mm").to("cm")
        Quantity(value=Fraction(31, 10), unit='cm')
        """
        target = SPELT[_unit(unit)]
        if target.dimension != self.dimension:
            raise InputError("unit", target.name, f"a unit of {self.dimension}: {names(self.dimension)}")
        return Quantity(self._base / target.size, target.name)

    def __str__(self) -> str:
        unit = SPELT[self.unit]
        name = unit.singular if self.value == 1 else unit.name
        return f"{_number_text(self.value)}\u00a0{name}" if name else _number_text(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return (self.dimension, self._base) == (other.dimension, other._base)

    def __hash__(self) -> int:
        return hash((self.dimension, self._base))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._base < other.to(self.unit)._base


def _read(text: str, field: str, accepted: str) -> Quantity:
    """The amount that the text states; text without a unit is a plain number."""
    tidy = " ".join(text.split()) if len(text) <= _LONGEST_TEXT else ""
    match = _AMOUNT.fullmatch(tidy)
    if match is None or (match[2] or "") not in SPELT:
        raise InputError(field, _shown(text), accepted)
    number = Fraction(match[1].replace("⁄", "/"))
    return Quantity(_exact(number, field, accepted), match[2] or "")


def parse(
    text: str,
    *,
    field: str,
    dimension: str | None = None,
    low: Quantity | None = None,
    high: Quantity | None = None,
) -> Quantity:
    """The amount that ``text`` states, in the unit it was written in.

    ``dimension`` None accepts every listed unit, and plain numbers (dimension "number"); otherwise the unit
    is required. ``low`` and ``high`` are inclusive.
    Raises InputError naming the field, the value and what is accepted.

    >>> parse("31 mm", field="diameter", dimension="length", high=Quantity(30, "cm"))
    Quantity(value=Fraction(31, 1), unit='mm')
    >>> parse("3 kg", field="diameter", dimension="length")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.InputError: diameter: '3 kg' is not accepted; accepted: a length in mm, cm, m, written ...
    """
    accepted = f"{_amount_words(dimension)}{_range_words(low, high)}, {_HOW}"
    if not isinstance(text, str):
        raise InputError(field, _shown(text), accepted)
    quantity = _read(text, field, accepted)
    fits = dimension in (None, quantity.dimension)
    if not fits or (low is not None and quantity < low) or (high is not None and quantity > high):
        raise InputError(field, _shown(text), accepted)
    return quantity


def as_number(
    value: object,
    field: str,
    unit: str,
    low: Fraction | int | None,
    high: Fraction | int | None,
    integer: bool = False,
) -> Fraction:
    """The exact number, in ``unit``, of a value given for a field whose unit is declared ("" for none).

    ``value`` is a number (a float counts as the decimal it prints as), or text: a plain number, or a number
    with any unit of the field's dimension. ``low`` and ``high`` are inclusive, in ``unit``; None is no bound.
    Raises InputError naming the field, the value and what is accepted, and KnowledgeError when ``unit`` is
    not in the list.

    >>> as_number("31 mm", "largest_diameter_cm", "cm", 0, 30)
    Fraction(31, 10)
    >>> as_number(3.1, "largest_diameter_cm", "cm", 0, 30)
    Fraction(31, 10)
    >>> as_number("5,25", "diameter_cm", "cm", 0, 30)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.InputError: diameter_cm: '5,25' is not accepted; accepted: a number from 0 to 30 in cm ...
    """
    if not isinstance(unit, str) or unit not in SPELT:
        raise KnowledgeError(f"{field}: the unit {quoted(unit)} is not in netlearn.units: {names(None)}")
    accepted = _number_words(unit, low, high, integer)
    number = _text_number(value, field, unit, accepted) if isinstance(value, str) else _exact(value, field, accepted)
    outside = (low is not None and number < low) or (high is not None and number > high)
    if outside or (integer and number.denominator != 1):
        raise InputError(field, _shown(value), accepted)
    return number


def _text_number(text: str, field: str, unit: str, accepted: str) -> Fraction:
    quantity = _read(text, field, accepted)
    if quantity.dimension == "number":
        return quantity.value
    if quantity.dimension != SPELT[unit].dimension:
        raise InputError(field, _shown(text), accepted)
    return quantity.to(unit).value


def _amount_words(dimension: str | None) -> str:
    if dimension == "number":
        return "a plain number"
    return f"an amount in {names(dimension)}" if dimension is None else f"a {dimension} in {names(dimension)}"


@lru_cache(maxsize=512)  # asked with each number that is read
def _number_words(unit: str, low: Fraction | int | None, high: Fraction | int | None, integer: bool) -> str:
    bounds = (None if bound is None else _number_text(Fraction(bound)) for bound in (low, high))
    number = f"a {'whole ' if integer else ''}number{_range_words(*bounds)}"
    if SPELT[unit].name:
        number += f" in {SPELT[unit].name} or with a unit ({names(SPELT[unit].dimension)})"
    return f"{number}, {_HOW}"


def _range_words(low: object, high: object) -> str:
    start = "" if low is None else f" from {low}"
    end = "" if high is None else f" to {high}" if start else f" up to {high}"
    return start + end
