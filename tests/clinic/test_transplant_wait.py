"""What the calendar still asks before a transplant, and the limits of Milan-NET where the rest is met."""

from fractions import Fraction

import pytest

from netlearn.clinic.transplant import milan, months_to_wait
from netlearn.decision import decide
from netlearn.errors import InputError

GRADE = "NET G2"


@pytest.mark.parametrize(
    ("stable", "percent", "grade", "age", "verdict"),
    [
        (6, 50, "NET G2", 60, "consider"),
        ("5.9", 50, "NET G2", 60, "not-eligible"),
        (6, "50.1", "NET G2", 60, "not-eligible"),
        (6, 50, "NET G3", 60, "not-eligible"),
        (6, 50, "NET G2", 61, "not-eligible"),
    ],
)
def test_each_limit_holds_itself_and_one_failure_is_enough(stable, percent, grade, age, verdict):
    assert milan(stable, percent, grade, age).verdict == verdict


@pytest.mark.parametrize(
    ("since", "waits"),
    [
        ((11, 10, 8), (4, 0)),
        ((24, 12, 0), (12, 6)),
        ((30, 11, 14), (1, 0)),
        ((12, 12, 12), (0, 0)),
        ((3, 30, 30), (9, 0)),
    ],
)
def test_the_slowest_clock_of_2012_decides_and_stability_alone_today(since, waits):
    assert months_to_wait(*since) == waits


def test_after_the_wait_no_rule_of_time_fails_and_a_day_before_it_one_does():
    """The months are those of the tables, in both editions."""
    time = {"diagnosis-recent", "resection-recent", "stable-too-briefly"}
    names = ("months_since_primary_diagnosis", "months_since_primary_resection", "months_stable")
    known = {"primary_is_net": True, "symptoms_uncontrolled_by_medical_therapy": True}
    for edition, wait in zip(("review-2012", "2026"), months_to_wait(11, 10, 2), strict=True):
        asked = names if edition == "review-2012" else names[-1:]
        given = dict(zip(names, (11, 10, 2), strict=True))
        met = decide("transplant", edition, **known, **{name: given[name] + wait for name in asked})
        early = {name: given[name] + wait - Fraction(1, 10) for name in asked}

        assert not time & set(met.rules)
        assert time & set(decide("transplant", edition, **known, **early).rules)


def test_months_below_nothing_are_refused():
    with pytest.raises(InputError, match="months_stable"):
        months_to_wait(11, 10, -1)
