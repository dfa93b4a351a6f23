"""Covering a ball by smaller ones: each known covering is proved, and so is the number none can do without."""

from fractions import Fraction
from math import acos, atan2, cos, pi, radians, sin, sqrt, tan

import pytest

from netlearn.models.coverings import at_least, covers, enough, known

HALF = Fraction(1, 2)


@pytest.mark.parametrize("covering", known()[1:], ids=lambda c: str(c.count))
def test_known_covering_covers(covering):
    """In whole numbers, so without rounding. One ball covers itself and needs no proof."""
    assert covers(covering.centres, covering.ratio)


@pytest.mark.parametrize("left_out", range(6))
def test_six_balls_of_which_one_is_missing_do_not_cover(left_out):
    six = next(c for c in known() if c.count == 6)
    assert not covers([*six.centres[:left_out], *six.centres[left_out + 1 :]], six.ratio)


def test_a_ball_too_far_off_leaves_a_gap_in_the_middle():
    """Four balls whose outsides still meet on the surface, pulled outwards, no longer reach the middle."""
    four = next(c for c in known() if c.count == 4)
    far = [tuple(4 * x for x in centre) for centre in four.centres]
    assert not covers(far, HALF)


@pytest.mark.parametrize(
    ("count", "angle"),
    [(4, acos(1 / 3)), (6, acos(1 / sqrt(3))), (5, acos(1 / sqrt(5)))],
    ids=["tetrahedron", "octahedron", "two poles and a triangle"],
)
def test_the_ratio_comes_within_a_thousandth_of_the_regular_figure(count, angle):
    """Caps of that angular radius, the greatest distance from the corners of the figure, just cover the sphere."""
    covering = next(c for c in known() if c.count == count)
    assert 0 <= 1 / sin(angle) - covering.ratio < 2e-3


def test_twelve_balls_reach_the_golden_ratio():
    assert 0 <= (1 + sqrt(5)) / 2 - next(c for c in known() if c.count == 12).ratio < 2e-3


def test_no_covering_uses_fewer_than_the_bound():
    assert [c.count for c in known() if c.count < at_least(c.ratio)] == []


@pytest.mark.parametrize("ratio", ["1", "1.0001", "1.06", "1.1", "1.2", "1.224"])
def test_bound_and_covering_meet_where_the_least_is_proved(ratio):
    assert at_least(Fraction(ratio)) == enough(Fraction(ratio)).count


@pytest.mark.parametrize(("ratio", "least"), [("1", 1), ("1.000001", 4), ("1.0606", 4), ("1.0607", 5)])
def test_bound_on_both_sides_of_its_first_steps(ratio, least):
    """Four caps reach to 3/sqrt(8) = 1.06066."""
    assert at_least(Fraction(ratio)) == least


def test_bound_is_no_weaker_than_that_of_the_areas():
    """n caps of a sphere must at least have its area."""
    for hundredths in range(101, 400, 7):
        ratio = Fraction(hundredths, 100)
        cap = (1 - sqrt(1 - 1 / float(ratio) ** 2)) / 2
        assert at_least(ratio) >= 1 / cap


def test_the_equilateral_triangle_is_the_largest_in_a_circle():
    """The step of the bound that is not obvious, measured on triangles in a circle of 50° on a sphere."""

    def area(*degrees: float) -> float:
        """Three isosceles triangles around the middle, whose angles there are given (Girard, Napier)."""
        angles = [radians(each) for each in degrees]
        return sum(angle + 2 * atan2(1, cos(radians(50)) * tan(angle / 2)) - pi for angle in angles)

    others = [(a, b, 360 - a - b) for a in range(20, 180, 10) for b in range(20, 180, 10) if 20 <= 360 - a - b < 180]
    assert max(area(*angles) for angles in others) == pytest.approx(area(120, 120, 120), abs=1e-12)


def test_every_number_from_4_to_24_has_a_covering():
    counts = [c.count for c in known()]
    assert counts == [1, *range(4, 25)]
