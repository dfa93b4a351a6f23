"""What is due where the rules do not say: an answer that is the same act is right too, a safe one is told so."""

import re

import pytest

from netlearn.items import stories
from netlearn.items.common import NOT_STATED
from netlearn.items.generators import is_odd
from tests.items.bank import asked
from tests.items.test_natural_words import variants

ACTS = [(table, silence, act) for (table, silence), step in stories.steps().items() for act in step.acts]
SAFE = [
    ("dose-check", "no-dose", "reject"),
    ("embolisation", "no-reason", "criteria-not-met"),
    ("postembolisation", "no-fever", "beyond-usual-duration"),
    ("sirt", "no-reason", "contraindicated"),
    ("telotristat", "fewer-stools", "not-indicated"),
]


@pytest.mark.parametrize(("table", "silence", "act"), ACTS)
def test_the_act_that_is_due_is_right_beside_the_silence(table: str, silence: str, act: str) -> None:
    assert asked(table, "2026", f"silent:{silence}")["key"] == [NOT_STATED, act]


@pytest.mark.parametrize(("table", "silence", "act"), SAFE)
def test_an_answer_that_is_safe_for_a_wrong_reason_is_told_that_it_is_safe(table: str, silence: str, act: str) -> None:
    options = asked(table, "2026", f"silent:{silence}")["options"]
    said = next(each["feedback"] for each in options if each["id"] == act)
    assert re.match(r"(Not to|To) [a-z ]+ is right", said)


@pytest.mark.parametrize(("table", "silence", "act"), [*ACTS, *SAFE])
def test_nobody_is_drawn_in_whom_a_wrong_answer_is_the_act_that_is_due(table: str, silence: str, act: str) -> None:
    assert is_odd(table, "2026", f"silent:{silence}", "0")


def test_only_a_silence_lets_two_answers_be_right() -> None:
    several = [each for each in variants() if len(each["key"]) > 1]
    assert {each["key"][0] for each in several} == {NOT_STATED}
