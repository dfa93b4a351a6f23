"""A number as it was printed: exact, with its bound, its unit and its decimal places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_SIGNS = {"": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "}


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a range or a one-sided limit with its unit.

    ``bound`` is ``>`` or ``>=`` (only ``low`` is set), ``<`` or ``<=`` (only ``high``), or empty: then both
    are set, and equal for a single value. ``decimals`` keeps the places printed: 11.0 is not 11.

    >>> Value(Fraction(60), Fraction(70), unit="%").text()
    '60–70\\xa0%'
    >>> Value(Fraction(20), None, bound=">", unit="%").text()
    '>\\xa020\\xa0%'
    """

    low: Fraction | None
    high: Fraction | None
    bound: str = ""
    unit: str = ""
    approximate: bool = False
    decimals: int = 0

    def bounds(self) -> tuple[Fraction, ...]:
        """Return the numbers printed: one for a single or one-sided value, two for a range."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return tuple(dict.fromkeys(ends))

    def text(self) -> str:
        """Write the value as the course prints it, number and unit joined by a no-break space."""
        about = "about " if self.approximate else ""
        number = "–".join(decimal_text(end, self.decimals) for end in self.bounds())
        return about + keep_together(_with_unit(_SIGNS[self.bound] + number, self.unit, self.bounds()))


def read_value(row: Mapping[str, Any]) -> Value:
    """The value of a fact or figure from its entry, whose decimals were read as Decimal and so keep the places printed.

    >>> read_value({"high": Decimal("1.50"), "bound": "<=", "unit": "mg"}).text()
    '≤\\xa01.50\\xa0mg'
    """
    ends = {end: row[end] for end in ("low", "high") if end in row}
    return Value(
        low=Fraction(ends["low"]) if "low" in ends else None,
        high=Fraction(ends["high"]) if "high" in ends else None,
        decimals=max(-int(Decimal(end).as_tuple().exponent) for end in ends.values()),
        **{name: row[name] for name in ("bound", "unit", "approximate") if name in row},
    )


def decimal_text(number: Fraction, decimals: int = 0) -> str:
    """Write a number exactly, with at least ``decimals`` places and spaces in 10 000 and above.

    >>> decimal_text(Fraction(11), 1), decimal_text(Fraction(-50)), decimal_text(Fraction(35618))
    ('11.0', '−50', '35\\xa0618')
    """
    exact = Decimal(number.numerator) / number.denominator
    places = max(decimals, -int(exact.as_tuple().exponent))
    grouping = "," if abs(number) >= 10_000 else ""
    return f"{exact:{grouping}.{places}f}".replace(",", _NO_BREAK_SPACE).replace("-", "−")


def keep_together(text: str) -> str:
    """Join each number to what follows it by a no-break space, so that a line never ends between them."""
    return re.sub(r"(?<=[\d<>≤≥]) ", _NO_BREAK_SPACE, text)


def interval_text(kind: str, ends: str) -> str:
    """Write an interval after its kind; what the kind says of itself after a comma comes last.

    >>> interval_text("95 % CI", "0.20–0.59"), interval_text("CI, level not read", "0.18–0.42")
    ('95\\xa0% CI 0.20–0.59', 'CI 0.18–0.42, level not read')
    """
    name, comma, rest = kind.partition(", ")
    return keep_together(f"{name} {ends}{comma}{rest}")


def _with_unit(number: str, unit: str, bounds: tuple[Fraction, ...]) -> str:
    if unit == "calendar year" or not unit:
        return number
    if unit == "grade":
        return f"grade {number}"
    first, *rest = unit.split(" ", 1)
    if set(bounds) == {1} and first.endswith("s"):  # units are written in the plural: "years", "lobes"
        first = first.removesuffix("s")
    return " ".join([number, first, *rest])


def json_value(value: Any) -> Any:
    """An exact value as JSON has it: whole numbers stay whole, other fractions become decimals; all else stays.

    >>> json_value(Fraction(31, 10)), json_value(Fraction(4)), json_value("I")
    (3.1, 4, 'I')
    """
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value
