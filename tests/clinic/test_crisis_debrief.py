"""The debrief reads one run by every edition."""

import json

import pytest

from netlearn.clinic.crisis import Action, debrief, editions, judge
from netlearn.clinic.crisis.load import statements

OCTREOTIDE = Action("octreotide", dose="300 microgram", route="IV")
RUN = ["plasma", OCTREOTIDE, "wait", "call", "calcium", "noradrenaline"]


def test_each_action_is_read_by_both_editions() -> None:
    verdicts = [[step.verdict for step in row] for row in debrief(RUN).rows]

    assert verdicts == [
        ["right", "insufficient-alone"],
        ["right", "insufficient-alone"],
        ["not-stated", "wrong"],
        ["not-stated", "right"],
        ["harmful", "not-stated"],
        ["harmful", "not-stated"],
    ]


def test_the_outcomes_are_those_of_judge() -> None:
    assert debrief(RUN).outcomes == tuple(judge(RUN, edition) for edition in editions())


def test_actions_given_once_are_read_once() -> None:
    assert len(debrief(iter(RUN)).rows) == len(RUN)


def test_what_the_editions_judge_differently_is_numbered() -> None:
    assert debrief(["crystalloid", "plasma", "wait", "adrenaline"]).differing == (2, 4)


def test_an_empty_run_has_a_debrief() -> None:
    assert debrief([]).rows == ()


@pytest.mark.parametrize("kind", ["agree", "changed"])
def test_every_debrief_says_what_is_agreed_and_what_changed(kind: str) -> None:
    assert getattr(debrief([]), kind) == tuple(s for s in statements() if s.kind == kind) != ()


def test_the_debrief_in_words_names_the_missing_vasopressor_and_e02() -> None:
    words = str(debrief(["plasma", OCTREOTIDE]))

    assert "Missing: a vasopressor, by local protocol" in words
    assert "Caution (risk A), E02" in words


def test_the_debrief_in_words_names_the_order_that_was_lost() -> None:
    assert "Out of order: the vasopressor before any octreotide" in str(debrief([OCTREOTIDE, "adrenaline"]))


def test_the_debrief_in_words_calls_2012_a_position() -> None:
    assert "the 2012 position: right" in str(debrief(["plasma"]))


def test_the_debrief_is_plain_json() -> None:
    plain = debrief(RUN).to_json()

    assert json.loads(json.dumps(plain)) == plain


def test_the_long_analogue_is_kept_in_both_editions() -> None:
    assert "own-analogue" in {s.id for s in debrief([]).agree}
