"""The figure of chapter 4.2: two arms of one small trial, and how far apart they may be in truth (E05)."""

from math import sqrt

from netlearn.evidence import Figure, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.lanes import Bar, Lane, Mark, Scale, lanes_figure
from netlearn.trials import Trial, trial

__all__ = ["difference", "interval", "two_arms"]

_SCALE = Scale(-10, 90, ((0, "0"), (20, "20"), (40, "40"), (60, "60"), (80, "80")))
_95 = 1.96  # standard errors to either side of a value that hold 95 % of a normal distribution


def two_arms() -> CourseFigure:
    """Draw five-year survival in both arms of Kölby's trial with the interval of each, and their difference."""
    alone, both = (figure(f"E05.survival-{arm}") for arm in ("octreotide", "combination"))
    apart = figure("E05.survival-difference")
    more, fewer = (_patients(trial("kolby-2003"), arm) for arm in ("a", "b"))
    lanes = [
        _lane("Octreotide alone", alone, fewer, interval(_share(alone), fewer)),
        _lane("Octreotide and interferon", both, more, interval(_share(both), more)),
        Lane(
            "Difference, in points",
            f"{_number(apart)}; may in truth be {_ends(difference(_share(alone), fewer, _share(both), more))}",
            _bars(_share(apart), difference(_share(alone), fewer, _share(both), more), 2),
            Link(apart.value.text(), apart),
        ),
    ]
    return lanes_figure(
        lanes,
        _SCALE,
        (Mark(0, "no difference"),),
        name="interferon-two-arms",
        title="The difference may be nothing, and may be large",
        subtitle="Alive after five years, in per cent. Block: what was seen; hollow: what may be true.",
        caption="The hollow stretches are calculated, as if each patient had been followed for five years (E05).",
    )


def interval(share: float, patients: int) -> tuple[float, float]:
    """Return the 95 % interval of a share in per cent among so many patients, by the normal approximation.

    >>> [round(end) for end in interval(50, 100)]
    [40, 60]
    """
    half = _95 * 100 * sqrt(_variance(share, patients))
    return share - half, share + half


def difference(share: float, patients: int, other: float, others: int) -> tuple[float, float]:
    """Return the 95 % interval of ``other`` less ``share``, both in per cent, in percentage points.

    >>> [round(end) for end in difference(50, 100, 50, 100)]
    [-14, 14]
    """
    half = _95 * 100 * sqrt(_variance(share, patients) + _variance(other, others))
    return other - share - half, other - share + half


def _variance(share: float, patients: int) -> float:
    return share / 100 * (1 - share / 100) / patients


def _lane(label: str, seen: Figure, patients: int, around: tuple[float, float]) -> Lane:
    words = f"{seen.value.text()} of {patients}; may in truth be {_ends(around)} %"
    return Lane(label, words, _bars(_share(seen), around, 1), Link(seen.value.text(), seen))


def _bars(seen: float, around: tuple[float, float], colour: int) -> tuple[Bar, Bar]:
    return Bar(*around, open=True, colour=colour), Bar(seen - 0.7, seen + 0.7, colour=colour)


def _ends(around: tuple[float, float]) -> str:
    return f"{round(around[0])} to {round(around[1])}".replace("-", "\N{MINUS SIGN}")


def _number(seen: Figure) -> str:
    return seen.value.text().split("\N{NO-BREAK SPACE}")[0]


def _share(seen: Figure) -> float:
    return float(seen.value.bounds()[0])


def _patients(found: Trial, arm: str) -> int:
    counted = getattr(found.results[0], f"patients_{arm}")
    return int(counted.value.bounds()[0])
