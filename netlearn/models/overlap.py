"""How fast a drug goes, and how long a first depot leaves a patient without cover: a picture, no guide to dosing."""

from fractions import Fraction

from netlearn.quantity import as_number


def percent_left(minutes: float, half_life: float) -> int:
    """The share of a drug in the blood that is left, in whole per cent; both times in minutes.

    >>> percent_left(0, 3), percent_left(3, 3), percent_left(60, 3)
    (100, 50, 0)
    """
    return int(100 * 2 ** (-minutes / half_life) + 0.5)


def days_without(injections: object, level: object) -> int:
    """Whole days between the last injection and the level of the first depot; raises InputError for a negative day.

    >>> days_without(injections=0, level=14), days_without(injections=21, level=14)
    (14, 0)
    """
    until, reached = (
        as_number(day, name, "days", 0, None) for day, name in ((injections, "injections"), (level, "level"))
    )
    return int(max(reached - until, Fraction(0)))
