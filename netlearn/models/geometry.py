"""Sizes on the ablation bench: margins, volumes and the number of overlapping zones. Pure Python, lengths in cm.

Lengths may be numbers or text with a unit ("31 mm"); what comes out of sums and halves is exact.
"""

from fractions import Fraction
from math import pi

from attrs import frozen

from netlearn.errors import InputError
from netlearn.models.coverings import at_least, enough, known
from netlearn.quantity import as_number

LARGEST = 30  # cm: no diameter or margin is larger

Length = int | float | str | Fraction


def required_diameter(lesion: Length, margin: Length) -> Fraction:
    """The diameter of the zone that holds the lesion and a margin all round it: the lesion and twice the margin.

    >>> required_diameter(3, "5 mm")
    Fraction(4, 1)
    """
    return _diameter(lesion, "lesion") + 2 * _length(margin, "margin")


def least_margin(lesion: Length, zone: Length, offset: Length = 0) -> Fraction:
    """The thinnest margin around a lesion in a round zone whose middle lies ``offset`` from that of the lesion.

    Negative when some of the lesion is left out.

    >>> least_margin("3 cm", "4 cm"), least_margin("3 cm", "4 cm", offset="7 mm")
    (Fraction(1, 2), Fraction(-1, 5))
    """
    return (_diameter(zone, "zone") - _diameter(lesion, "lesion")) / 2 - _length(offset, "offset")


def sphere_volume(diameter: Length) -> float:
    """The volume of a ball in ml.

    >>> round(sphere_volume(4), 1)
    33.5
    """
    return pi / 6 * float(_length(diameter, "diameter") ** 3)


def volume_ratio(diameter: Length, other: Length) -> Fraction:
    """How many times the volume of a ball of the other diameter; exact.

    >>> volume_ratio(4, 3)
    Fraction(64, 27)
    """
    return (_diameter(diameter, "diameter") / _diameter(other, "other")) ** 3


@frozen
class Spheres:
    """How many zones of one size cover the required one, ``ratio`` times as wide.

    ``enough`` are known to cover it, None when no known covering reaches so far; fewer than ``at_least`` never do.
    """

    ratio: Fraction
    enough: int | None
    at_least: int

    @property
    def proved(self) -> bool:
        """Whether ``enough`` is the least number there is."""
        return self.enough == self.at_least

    @property
    def words(self) -> str:
        """The answer for people: ``6``, ``10–11``, ``at least 43``."""
        if self.enough is None:
            return f"at least {self.at_least}"
        return str(self.enough) if self.proved else f"{self.at_least}–{self.enough}"

    @property
    def centres(self) -> tuple[tuple[Fraction, Fraction, Fraction], ...]:
        """Where to put the middles of ``enough`` zones, in radii of a zone from the middle of the required one."""
        return next((covering.centres for covering in known() if covering.count == self.enough), ())


def spheres_needed(required: Length, zone: Length) -> Spheres:
    """The least number of round zones of diameter ``zone`` that cover a ball of diameter ``required``.

    >>> spheres_needed(3, 3).words, spheres_needed("3.6 cm", 3).words, spheres_needed(4.5, 3).words
    ('1', '6', '10–11')
    >>> spheres_needed(5, 3).words, spheres_needed(9, 3).words
    ('13–14', 'at least 43')
    """
    ratio = _diameter(required, "required") / _diameter(zone, "zone")
    covering = enough(ratio)
    return Spheres(ratio, covering.count if covering else None, at_least(ratio))


def _length(value: Length, field: str) -> Fraction:
    return as_number(value, field, "cm", 0, LARGEST)


def _diameter(value: Length, field: str) -> Fraction:
    length = _length(value, field)
    if length == 0:
        raise InputError(field, value, f"a length above 0 and up to {LARGEST} cm")
    return length
