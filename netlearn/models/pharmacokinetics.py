"""A drug in one compartment: injected at once, infused, absorbed from under the skin, released from a depot.

Pure Python and closed forms. Times in minutes, doses in microgram, volumes in litres, concentrations in microgram/l.
It shows why a peptide that is gone in minutes had to be replaced; it is no guide to dosing anybody.
"""

from math import exp, expm1, isfinite, log, log1p, log2
from typing import Protocol

from attrs import Attribute, field, frozen

from netlearn.errors import InputError
from netlearn.models.parameters import Parameters, parameters

MINUTES_PER_DAY = 24 * 60


def _is_number(value: object) -> bool:
    """Whether it is a finite number; what is none, or too large for one, raises nothing."""
    try:
        return isfinite(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return False


def _positive(instance: object, attribute: "Attribute[float]", value: float) -> None:
    if not (_is_number(value) and value > 0):
        raise InputError(attribute.name, value, "a finite number above 0")


def _not_negative(instance: object, attribute: "Attribute[float]", value: float) -> None:
    if not (_is_number(value) and value >= 0):
        raise InputError(attribute.name, value, "a finite number from 0")


@frozen
class Compartment:
    """The body as one well-stirred volume that loses the drug in proportion to what it holds.

    >>> body = Compartment(volume=10, half_life=2.5)
    >>> round(body.clearance, 2), round(body.time_to_fall(0.1), 1)
    (2.77, 8.3)
    """

    volume: float = field(validator=_positive)
    half_life: float = field(validator=_positive)

    @property
    def rate(self) -> float:
        """The share lost per minute, at that moment's speed."""
        return log(2) / self.half_life

    @property
    def clearance(self) -> float:
        """The volume cleared of drug per minute, in l."""
        return self.rate * self.volume

    def time_to_fall(self, share: float) -> float:
        """Minutes until only ``share`` of the drug is left."""
        if not (_is_number(share) and 0 < float(share) <= 1):
            raise InputError("share", share, "a number above 0 and up to 1")
        return self.half_life * log2(1 / float(share))


class Course(Protocol):
    """What one administration does to the concentration."""

    def concentration(self, time: float) -> float:
        """The concentration that many minutes after the start; 0 before it."""

    @property
    def area(self) -> float:
        """The area under the concentration, from the start to the end of time, in microgram·min/l."""


@frozen
class Bolus:
    """The whole dose in the blood at once.

    >>> dose = Bolus(Compartment(volume=10, half_life=2.5), dose=100)
    >>> dose.concentration(0), dose.concentration(2.5), dose.concentration(-1)
    (10.0, 5.0, 0.0)
    """

    body: Compartment
    dose: float = field(validator=_positive)

    def concentration(self, time: float) -> float:
        """The concentration ``time`` minutes after the injection."""
        return 0.0 if time < 0 else self.dose / self.body.volume * exp(-self.body.rate * time)

    @property
    def area(self) -> float:
        """Dose over clearance."""
        return self.dose / self.body.clearance


@frozen
class Infusion:
    """The dose at a constant rate over ``duration`` minutes, after ``lag`` minutes in which nothing happens.

    A depot that releases evenly is the same, with a longer duration.

    >>> infusion = Infusion(Compartment(volume=10, half_life=2.5), dose=300, duration=60)
    >>> round(infusion.concentration(60) / infusion.plateau, 6)
    1.0
    """

    body: Compartment
    dose: float = field(validator=_positive)
    duration: float = field(validator=_positive)
    lag: float = field(default=0.0, validator=_not_negative)

    @property
    def plateau(self) -> float:
        """The concentration towards which it rises: rate of infusion over clearance."""
        return self.dose / self.duration / self.body.clearance

    def concentration(self, time: float) -> float:
        """The concentration ``time`` minutes after the start."""
        since = time - self.lag
        if since <= 0:
            return 0.0
        after = max(since - self.duration, 0.0)
        return -self.plateau * expm1(-self.body.rate * min(since, self.duration)) * exp(-self.body.rate * after)

    @property
    def area(self) -> float:
        """Dose over clearance."""
        return self.dose / self.body.clearance


@frozen
class Absorption:
    """A dose absorbed in proportion to what is left of it, with that ``half_life`` in minutes.

    ``available`` is the share of it that reaches the blood at all.

    >>> body = Compartment(volume=24, half_life=102)
    >>> dose = Absorption(body, dose=100, half_life=6)
    >>> round(dose.peak_time), round(dose.concentration(dose.peak_time), 2)
    (26, 3.49)
    """

    body: Compartment
    dose: float = field(validator=_positive)
    half_life: float = field(validator=_positive)
    available: float = field(default=1.0, validator=_positive)

    @property
    def _rate(self) -> float:
        return log(2) / self.half_life

    def waiting(self, time: float) -> float:
        """What of the available dose is still to be absorbed, in microgram."""
        return self.available * self.dose * exp(-self._rate * max(time, 0.0))

    def concentration(self, time: float) -> float:
        """The concentration ``time`` minutes after the injection; Bateman's curve, also where both rates are equal."""
        if time <= 0:
            return 0.0
        slow, gap = min(self.body.rate, self._rate), abs(self.body.rate - self._rate)
        spread = -expm1(-gap * time) / gap if gap else time
        return self.available * self.dose / self.body.volume * self._rate * exp(-slow * time) * spread

    @property
    def peak_time(self) -> float:
        """Minutes to the highest concentration."""
        gap = self._rate - self.body.rate
        return log1p(gap / self.body.rate) / gap if gap else 1 / self.body.rate

    @property
    def area(self) -> float:
        """Available dose over clearance."""
        return self.available * self.dose / self.body.clearance


@frozen
class Courses:
    """Several courses, each begun at its minute; concentrations add up."""

    parts: tuple[tuple[float, Course], ...]

    def concentration(self, time: float) -> float:
        """The concentration ``time`` minutes after minute 0."""
        return sum(course.concentration(time - start) for start, course in self.parts)

    @property
    def area(self) -> float:
        """The sum of the areas."""
        return sum(course.area for _, course in self.parts)


def repeated(course: Course, interval: float, count: int) -> Courses:
    """The same course ``count`` times, ``interval`` minutes apart.

    >>> thrice = repeated(Bolus(Compartment(volume=10, half_life=60), dose=100), interval=60, count=3)
    >>> thrice.concentration(120)
    17.5
    """
    if not interval > 0 or count < 1:
        raise InputError("interval, count", (interval, count), "minutes above 0, and at least one time")
    return Courses(tuple((n * interval, course) for n in range(count)))


def somatostatin(p: Parameters | None = None) -> Compartment:
    """The body of a person given natural somatostatin.

    >>> somatostatin().half_life
    2.5
    """
    p = p or parameters("pharmacokinetics")
    return Compartment(p["somatostatin_volume"], p["somatostatin_half_life"])


def octreotide(p: Parameters | None = None) -> Compartment:
    """The body of a person given octreotide."""
    p = p or parameters("pharmacokinetics")
    return Compartment(p["octreotide_volume"], p["octreotide_half_life"])


def octreotide_under_skin(dose: float, p: Parameters | None = None) -> Absorption:
    """Short-acting octreotide, ``dose`` in microgram, under the skin."""
    p = p or parameters("pharmacokinetics")
    return Absorption(octreotide(p), dose, p["octreotide_absorption_half_life"], p["octreotide_availability"])


def octreotide_depot(dose: float, p: Parameters | None = None) -> Infusion:
    """Long-acting octreotide, ``dose`` in microgram (30 mg is 30 000), released evenly after a lag.

    The short burst on the day of the injection is left out.
    """
    p = p or parameters("pharmacokinetics")
    duration, lag = p["depot_duration"] * MINUTES_PER_DAY, p["depot_lag"] * MINUTES_PER_DAY
    return Infusion(octreotide(p), dose * p["depot_availability"], duration, lag)
