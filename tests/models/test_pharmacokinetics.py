"""Drugs in one compartment, against numerical integration and against what must hold."""

from math import exp, inf, isclose, log, nan

import pytest

from netlearn.errors import InputError
from netlearn.models.parameters import parameters
from netlearn.models.pharmacokinetics import (
    MINUTES_PER_DAY,
    Absorption,
    Bolus,
    Compartment,
    Infusion,
    octreotide,
    octreotide_depot,
    octreotide_under_skin,
    repeated,
    somatostatin,
)

BODY = Compartment(volume=24, half_life=102)
COURSES = [
    Bolus(BODY, 100),
    Infusion(BODY, 100, duration=180),
    Infusion(BODY, 100, duration=180, lag=60),
    Absorption(BODY, 100, half_life=6),
    Absorption(BODY, 100, half_life=102),  # both rates equal
    Absorption(BODY, 100, half_life=700, available=0.6),  # absorption slower than elimination
    repeated(Absorption(BODY, 100, half_life=6), interval=480, count=3),
]
IDS = ["bolus", "infusion", "delayed", "absorbed", "equal rates", "slowly absorbed", "three times"]


def integral(course, end, steps):
    """Simpson's rule from just after 0, where a bolus jumps."""
    width = end / steps
    inner = sum((4 if n % 2 else 2) * course.concentration(n * width) for n in range(1, steps))
    return (course.concentration(0) + inner + course.concentration(end)) * width / 3


def runge_kutta(inflow, end, steps):
    """The amount in the body by direct integration of inflow minus elimination."""
    amount, width = 0.0, end / steps

    def slope(time, here):
        return inflow(time) - BODY.rate * here

    for n in range(steps):
        t = n * width
        a = slope(t, amount)
        b = slope(t + width / 2, amount + a * width / 2)
        c = slope(t + width / 2, amount + b * width / 2)
        d = slope(t + width, amount + c * width)
        amount += (a + 2 * b + 2 * c + d) * width / 6
    return amount


@pytest.mark.parametrize("course", COURSES, ids=IDS)
def test_area_under_the_curve_is_the_available_dose_over_the_clearance(course):
    assert integral(course, end=16_000, steps=32_000) == pytest.approx(course.area, rel=1e-6)


def test_doubling_the_dose_doubles_the_concentration():
    assert Absorption(BODY, 200, 6).concentration(50) == pytest.approx(2 * Absorption(BODY, 100, 6).concentration(50))


def test_half_is_left_after_each_half_life():
    assert [Bolus(BODY, 240).concentration(n * 102) for n in range(4)] == pytest.approx([10, 5, 2.5, 1.25])


@pytest.mark.parametrize(("end", "half_life"), [(30, 6), (300, 6), (300, 102), (300, 700)])
def test_absorption_agrees_with_direct_integration(end, half_life):
    rate = log(2) / half_life
    expected = runge_kutta(lambda t: 100 * rate * exp(-rate * t), end, steps=2_000)

    assert Absorption(BODY, 100, half_life).concentration(end) * BODY.volume == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("end", [60, 180, 181, 600])
def test_infusion_agrees_with_direct_integration(end):
    """In two parts, because the inflow jumps when the infusion stops."""
    during = runge_kutta(lambda t: 100 / 180, min(end, 180), steps=2_000)
    expected = during * exp(-BODY.rate * max(end - 180, 0))

    assert Infusion(BODY, 100, 180).concentration(end) * BODY.volume == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("time", [1, 30, 200, 2000])
def test_nothing_is_lost_between_injection_body_and_elimination(time):
    course = Absorption(BODY, 100, half_life=6)
    eliminated = BODY.clearance * integral(course, time, steps=2_000)

    assert course.waiting(time) + course.concentration(time) * BODY.volume + eliminated == pytest.approx(100, rel=1e-6)


@pytest.mark.parametrize("half_life", [6, 102, 700])
def test_peak_is_the_highest_point(half_life):
    course = Absorption(BODY, 100, half_life)
    peak = course.concentration(course.peak_time)

    assert peak > course.concentration(course.peak_time * 0.99)
    assert peak > course.concentration(course.peak_time * 1.01)


def test_absorption_is_continuous_where_both_rates_become_equal():
    near, equal = (Absorption(BODY, 100, half_life).concentration(80) for half_life in (102 * (1 + 1e-9), 102))

    assert isclose(near, equal, rel_tol=1e-8)


def test_long_after_the_injection_the_concentration_is_nothing_and_no_error():
    assert Absorption(BODY, 100, half_life=0.001).concentration(1e6) == 0


@pytest.mark.parametrize("course", COURSES, ids=IDS)
def test_before_the_start_there_is_none(course):
    assert course.concentration(-1) == 0


@pytest.mark.parametrize(("time", "there"), [(60, False), (61, True)])
def test_a_delayed_infusion_begins_after_its_lag(time, there):
    assert (Infusion(BODY, 100, 180, lag=60).concentration(time) > 0) is there


def test_a_tenth_of_somatostatin_is_left_after_less_than_ten_minutes():
    """Fact 4.1-05: its half-life is 2 to 3 minutes; log2(10) half-lives are 6.6 to 10."""
    assert 6.6 < somatostatin().time_to_fall(0.1) < 10


def test_after_an_hour_octreotide_is_there_and_somatostatin_is_gone():
    gone, there = (Bolus(body, body.volume).concentration(60) for body in (somatostatin(), octreotide()))

    assert gone < 1e-6
    assert there > 0.6


def test_three_injections_a_day_swing_more_than_tenfold_and_a_depot_does_not():
    injections = repeated(octreotide_under_skin(100), interval=480, count=9)
    depot = repeated(octreotide_depot(30_000), interval=28 * MINUTES_PER_DAY, count=4)

    def swing(course, start, end):
        found = [course.concentration(start + (end - start) * n / 200) for n in range(201)]
        return max(found) / min(found)

    assert swing(injections, 7 * 480, 8 * 480) > 10
    assert swing(depot, 84 * MINUTES_PER_DAY, 112 * MINUTES_PER_DAY) < 2.5


def test_a_depot_releases_nothing_before_its_lag_is_over():
    """Which is why short-acting octreotide bridges the first weeks."""
    depot, lag = octreotide_depot(30_000), parameters("pharmacokinetics")["depot_lag"] * MINUTES_PER_DAY

    assert depot.concentration(lag) == 0
    assert depot.concentration(lag + 24 * 60) == pytest.approx(depot.plateau, rel=1e-3)


@pytest.mark.parametrize("bad", [0, -1, inf, nan])
def test_a_dose_that_is_none_is_refused_by_name(bad):
    with pytest.raises(InputError, match="dose"):
        Bolus(BODY, bad)


@pytest.mark.parametrize(("share", "accepted"), [(0, False), (1e-9, True), (1, True), (1.01, False)])
def test_share_left_must_lie_above_0_and_up_to_1(share, accepted):
    if accepted:
        assert BODY.time_to_fall(share) >= 0
    else:
        with pytest.raises(InputError, match="share"):
            BODY.time_to_fall(share)


@pytest.mark.parametrize(("interval", "count"), [(0, 3), (-5, 3), (60, 0)])
def test_repetitions_need_an_interval_and_at_least_one_time(interval, count):
    with pytest.raises(InputError, match="interval, count"):
        repeated(Bolus(BODY, 100), interval, count)
