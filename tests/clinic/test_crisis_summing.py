"""What a summary lists: nobody called first, what came late by its minute, good practice that was not done last."""

from fractions import Fraction

import pytest

from netlearn import knowledge
from netlearn.clinic.crisis import editions, judge, scenes
from netlearn.clinic.crisis.load import read_room, room
from netlearn.clinic.crisis.summing import credit, points
from netlearn.errors import KnowledgeError

IN_BOTH = pytest.mark.parametrize("edition", editions())
WARDS = [id for id, scene in scenes().items() if scene.uncalled]
OTHERS = {id: scene.cause for id, scene in scenes().items() if scene.cause}
CAP = room().untreated_credit


@pytest.mark.parametrize(("before", "listed"), [(1, False), (2, True), (6, True)])
def test_a_late_call_stands_in_the_summary_with_its_minute(before: int, listed: bool) -> None:
    said = points(judge(["stop", *["plasma"] * (before - 1), "call"], "2026"))

    assert (("late", f"Senior anaesthetist called, minute {before}.") in said) is listed


def test_what_came_late_several_times_is_one_point_and_the_last_minute_is_said_as_over() -> None:
    (late,) = [text for key, text in points(judge(["wait"] * 13, "2026")) if key == "late"]

    assert late == "A minute's wait, minute 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, over 10."


@IN_BOTH
@pytest.mark.parametrize("scene", WARDS)
def test_on_a_ward_the_uncalled_emergency_team_is_the_first_point_in_either_edition(scene: str, edition: str) -> None:
    outcome = judge(["octreotide 300 mg IV", "noradrenaline", "wait"], edition, scene)

    assert points(outcome)[0][0] == "missing"
    assert points(outcome)[0][1].startswith("the emergency team was not called. ")
    assert not any("was not called" in text for _, text in points(judge(["noradrenaline", "call"], edition, scene)))


@IN_BOTH
@pytest.mark.parametrize(("done", "undone"), [(["stop"], False), ([], True)])
def test_handling_that_nobody_stopped_is_named_as_good_practice_and_never_as_missing(
    done: list[str], undone: bool, edition: str
) -> None:
    outcome = judge([*done, "call", "phenylephrine", "look for bleeding"], edition, "liver-handled")

    assert ("stop-handling" in [aim.id for aim in outcome.undone]) is undone
    assert "stop-handling" not in [aim.id for aim in outcome.missing]


def test_a_run_that_has_all_that_is_asked_for_stays_complete_without_the_stop() -> None:
    assert judge(["call", "phenylephrine"], "2026", "liver-handled").complete


@pytest.mark.parametrize("scene", [id for id, each in scenes().items() if "stop-manipulation" in each.without])
def test_where_nobody_handles_the_tumour_nothing_is_said_of_stopping(scene: str) -> None:
    for run in (["call"], [f"look-for-{scenes()[scene].cause or 'bleeding'}"]):
        assert "stop-handling" not in [aim.id for aim in judge(run, "2026", scene).undone]


@IN_BOTH
@pytest.mark.parametrize(("scene", "cause"), OTHERS.items())
def test_a_cause_left_untreated_found_or_not_caps_the_credit_and_says_why(scene: str, cause: str, edition: str) -> None:
    done = ["call", "phenylephrine", "octreotide 300 microgram IV", "plasma"]
    for run in ([*done, f"look-for-{cause}"], [*done, "look-for-arrhythmia" if cause == "bleeding" else "wait"]):
        outcome = judge(run, edition, scene)
        assert outcome.credit <= CAP
        assert ("left untreated" in credit(outcome)) is outcome.capped


@IN_BOTH
@pytest.mark.parametrize("scene", OTHERS)
def test_a_cause_that_is_treated_is_not_capped(scene: str, edition: str) -> None:
    outcome = judge(scenes()[scene].example, edition, scene)

    assert (outcome.credit, outcome.capped) == (Fraction(1), False)


def test_anaphylaxis_found_and_left_without_adrenaline_earns_no_three_quarters() -> None:
    outcome = judge(["call", "look for anaphylaxis", "phenylephrine"], "2026", "antibiotic")

    assert (outcome.credit, outcome.capped) == (CAP, True)
    assert not judge(["call", "look for anaphylaxis", "adrenaline"], "2026", "antibiotic").capped


@IN_BOTH
@pytest.mark.parametrize(("before", "standing"), [(3, "good-practice"), (4, "late")])
def test_the_first_look_is_late_after_its_minute_where_there_is_a_cause(
    before: int, standing: str, edition: str
) -> None:
    run = [*["phenylephrine"] * before, "look-for-bleeding"]

    assert judge(run, edition, "liver-divided").steps[-1].standing == standing
    assert judge(run, edition, "liver-handled").steps[-1].standing == "good-practice"


def test_a_second_look_is_never_late() -> None:
    run = ["look-for-arrhythmia", *["phenylephrine"] * 5, "look-for-bleeding"]

    assert judge(run, "2026", "liver-divided").steps[-1].standing == "good-practice"


@pytest.mark.parametrize("parts", [1, 0, "4", None, True])
def test_what_leaves_no_part_of_the_credit_is_refused(parts: object) -> None:
    data = {**knowledge.load("crisis/room.toml"), "untreated_parts": parts}

    with pytest.raises(KnowledgeError, match="untreated_parts is"):
        read_room(data, "room.toml")
