"""Spaced review is SM-2 as published, and the debrief begins with what is wrong, sure and dangerous."""

import pytest

from netlearn.items.review import LEAST_EASE, Schedule, debrief, quality, reviewed
from netlearn.items.variant import Grade


def after(*qualities: int) -> Schedule:
    schedule = Schedule()
    for each in qualities:
        schedule = reviewed(schedule, each)
    return schedule


@pytest.mark.parametrize(
    ("qualities", "days", "ease"),
    [
        ((4,), 1, 250),
        ((4, 4), 6, 250),
        ((4, 4, 4), 15, 250),
        ((4, 4, 4, 4), 38, 250),  # 37.5 days, rounded up
        ((5,), 1, 260),
        ((3, 3), 6, 222),
        ((4, 4, 2), 1, 218),
        ((4, 4, 2, 4), 1, 218),
        ((0,), 1, 170),
    ],
)
def test_intervals_and_ease_are_those_of_sm_2(qualities: tuple[int, ...], days: int, ease: int) -> None:
    schedule = after(*qualities)
    assert (schedule.days, schedule.ease) == (days, ease)


def test_the_ease_never_falls_below_its_floor() -> None:
    assert after(0, 0, 0, 0).ease == LEAST_EASE


@pytest.mark.parametrize(
    ("result", "confidence", "expected"),
    [
        ("right", "sure", 5), ("right", None, 4), ("right", "unsure", 3), ("partly", "sure", 2),
        ("wrong", "unsure", 1), ("wrong", None, 1), ("wrong", "sure", 0), ("dont-know", None, 1),
        ("format-error", "sure", None), ("unanswered", None, None),
    ],
)  # fmt: skip
def test_quality_follows_from_the_grade_and_the_confidence(
    result: str, confidence: str | None, expected: int | None
) -> None:
    assert quality(Grade(result), confidence) == expected


def test_the_debrief_begins_with_wrong_sure_and_dangerous() -> None:
    answers = [
        ("right", Grade("right"), "sure"),
        ("right-unsure", Grade("right"), "unsure"),
        ("unanswered", Grade("unanswered"), None),
        ("dont-know", Grade("dont-know"), None),
        ("partly", Grade("partly"), "sure"),
        ("wrong", Grade("wrong"), "unsure"),
        ("wrong-sure", Grade("wrong"), "sure"),
        ("dangerous", Grade("wrong", dangerous=True), None),
        ("dangerous-sure", Grade("wrong", dangerous=True), "sure"),
    ]
    assert [name for name, _, _ in debrief(answers)] == [name for name, _, _ in answers][::-1]
