"""How far a zone reaches."""

import numpy as np
import pytest

from netlearn.models.zones import cooling_rate, reach

AT = np.array([1.0, 2.0, 3.0, 4.0])


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ([1, 1, 1, -1], 3.5),
        ([3, 1, 0, 0], 3.0),  # a cell on the border is its end
        ([-1, 1, -1, -1], 2.5),  # a cool needle in the middle does not end the zone
        ([1, -1, 1, -1], 1.5),  # a second zone farther out is another zone
        ([-1, -1, -1, -1], 0.0),
        ([1, 1, 1, 1], 4.0),
    ],
)
def test_reach_is_where_the_first_zone_ends(inside, expected):
    assert reach(AT, np.array(inside, dtype=float)) == expected


def test_cooling_rate_is_the_fall_over_the_time_between_two_temperatures():
    assert cooling_rate(np.array([0.0, 60, 120]), np.array([37.0, 17, -43]), start=17, end=-43) == 60


@pytest.mark.parametrize(("end", "expected"), [(-20, 0.0), (-19.9, pytest.approx(19.9 / 0.1))])
def test_cooling_rate_is_0_until_the_cold_is_reached(end, expected):
    times, temperatures = np.array([0.0, 6.0]), np.array([0.0, -19.9])
    assert cooling_rate(times, temperatures, start=0, end=end) == expected
