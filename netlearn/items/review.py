"""Spaced review after SM-2 (Wozniak 1990), and the order of a debrief: wrong, sure and dangerous first.

No clock: a schedule says after how many days an item comes back. The ease is kept in hundredths, so that sums are exact
and the page's are the same.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from netlearn.items.variant import Grade

LEAST_EASE = 130  # hundredths: SM-2 lets no item come back faster than this
_FIRST, _SECOND = 1, 6  # days after the first and second success
_PASSED = 3
_QUALITY = {"partly": 2, "dont-know": 1, "wrong": 1}


@frozen
class Schedule:
    """Where one item stands: successes in a row, days until it comes back, ease in hundredths."""

    repetitions: int = 0
    days: int = 0
    ease: int = 250


def quality(grade: Grade, confidence: str | None = None) -> int | None:
    """SM-2's quality of an answer, 0 to 5; None for what was no answer, which changes nothing.

    >>> quality(Grade("right"), "sure"), quality(Grade("wrong"), "sure"), quality(Grade("format-error"))
    (5, 0, None)
    """
    result = grade.result
    if result == "right":
        return {"sure": 5, "unsure": 3}.get(confidence or "", 4)
    if result == "wrong" and confidence == "sure":
        return 0
    return _QUALITY.get(result)


def reviewed(schedule: Schedule, quality: int) -> Schedule:
    """The schedule after an answer of that quality: SM-2 as published.

    >>> reviewed(reviewed(Schedule(), 5), 5).days
    6
    """
    miss = 5 - quality
    ease = max(LEAST_EASE, schedule.ease + 10 - miss * (8 + miss * 2))
    if quality < _PASSED:
        return Schedule(0, _FIRST, ease)
    days = {0: _FIRST, 1: _SECOND}.get(schedule.repetitions) or -(-schedule.days * ease // 100)
    return Schedule(schedule.repetitions + 1, days, ease)


def debrief(answers: Iterable[tuple[Any, Grade, str | None]]) -> Sequence[tuple[Any, Grade, str | None]]:
    """Answers as (anything, grade, confidence), the most urgent first; equal ones keep their order.

    >>> right, wrong = Grade("right"), Grade("wrong", dangerous=True)
    >>> [name for name, _, _ in debrief([("a", right, "sure"), ("b", wrong, "sure")])]
    ['b', 'a']
    """
    return sorted(answers, key=lambda answer: urgency(answer[1], answer[2]))


def urgency(grade: Grade, confidence: str | None) -> int:
    """0 for wrong, sure and dangerous, up to 8 for right and not unsure.

    >>> urgency(Grade("right"), "unsure")
    7
    """
    sure, result = confidence == "sure", grade.result
    if result in ("wrong", "partly") and grade.dangerous:
        return 0 if sure else 1
    if result == "wrong":
        return 2 if sure else 3
    if result == "right":
        return 7 if confidence == "unsure" else 8
    return {"partly": 4, "dont-know": 5}.get(result, 6)
