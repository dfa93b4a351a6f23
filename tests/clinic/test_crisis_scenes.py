"""The scenes: several openings of one machine, each to be played to safety; a cause is found only where one looks."""

import pytest

from netlearn import knowledge
from netlearn.clinic.crisis import Action, debrief, editions, judge, scenes
from netlearn.clinic.crisis.graph import graph
from netlearn.clinic.crisis.load import FOUND, VASOPRESSOR, gives, kinds, moves, room
from netlearn.clinic.crisis.scenes import CAUSES, FILE, HIDDEN, read_scenes, scene
from netlearn.clinic.crisis.state import State
from netlearn.errors import InputError, KnowledgeError

EVERY = pytest.mark.parametrize("id", scenes())
CRISES = [id for id, each in scenes().items() if not each.cause]
OTHERS = [id for id, each in scenes().items() if each.cause]


def test_there_are_crises_and_each_other_cause_once() -> None:
    assert len(scenes()) >= 6
    assert sorted(scenes()[id].cause for id in OTHERS) == sorted(CAUSES)


@EVERY
def test_a_scene_begins_with_a_low_pressure_at_minute_0(id: str) -> None:
    first = State.first(id)
    assert (first.minute, first.hypotension) == (0, True)


@EVERY
def test_a_scene_says_that_its_patient_is_invented_and_what_is_known(id: str) -> None:
    assert "invented" in scenes()[id].opening
    assert len(scenes()[id].known) >= 3


@EVERY
def test_its_example_takes_the_room_to_safety_in_2026(id: str) -> None:
    outcome = judge(scenes()[id].example, "2026", id)
    assert (outcome.complete, outcome.stable, outcome.credit) == (True, True, 1)


@EVERY
def test_its_example_holds_a_vasopressor_and_nothing_that_the_scene_has_not(id: str) -> None:
    actions = [step.action for step in judge(scenes()[id].example, "2026", id).steps]
    assert any(gives(action.move, VASOPRESSOR) for action in actions)
    assert not {action.name for action in actions} & set(scenes()[id].without)


@pytest.mark.parametrize("id", OTHERS)
@pytest.mark.parametrize("edition", editions())
def test_another_cause_is_missed_where_nobody_looked_for_it(id: str, edition: str) -> None:
    outcome = judge(["call", "phenylephrine", "octreotide 300 microgram IV", "plasma", "wait", "wait"], edition, id)
    assert "find-the-cause" in [aim.id for aim in outcome.missing]
    assert not outcome.complete


@pytest.mark.parametrize("id", OTHERS)
def test_another_cause_is_found_where_one_looks_and_nowhere_else(id: str) -> None:
    looked = {cause: judge([f"look-for-{cause}"], "2026", id).end.given for cause in CAUSES}
    assert [cause for cause, given in looked.items() if FOUND in given] == [scenes()[id].cause]


@pytest.mark.parametrize("id", CRISES)
def test_in_a_crisis_looking_finds_nothing(id: str) -> None:
    for cause in CAUSES:
        assert judge([f"look-for-{cause}"], "2026", id).end.given == State.first(id).given


@EVERY
def test_what_looking_shows_begins_with_yes_only_where_the_cause_lies(id: str) -> None:
    said = [cause for cause in CAUSES if scenes()[id].seen(cause).startswith("Yes")]
    assert said == ([scenes()[id].cause] if scenes()[id].cause else [])


@EVERY
def test_neither_title_nor_name_gives_the_cause_away(id: str) -> None:
    shown = f"{id} {scenes()[id].title}".lower()
    assert not any(word in shown for word in ("crisis", "bleed", "cava", "anaphyl", "arrhyth"))


@EVERY
def test_what_a_scene_leaves_out_is_never_a_vasopressor(id: str) -> None:
    for name in scenes()[id].without:
        assert not gives(Action(name).move, VASOPRESSOR)


def test_the_states_of_every_scene_are_walked() -> None:
    starts = [graph().states[number] for number in graph().starts]
    assert set(starts) == {State.first(id) for id in scenes()}


def test_a_wait_and_a_vasopressor_after_octreotide_come_late_in_2026() -> None:
    said = debrief(["wait", "octreotide 300 microgram IV", "phenylephrine", "octreotide 300 mg IV"])
    assert [row[1].standing for row in said.rows] == ["late", "insufficient-alone", "late", "harmful"]
    assert said.gravest_first[:2] == (4, 1)


def test_a_vasopressor_at_once_is_not_late() -> None:
    assert [step.standing for step in judge(["phenylephrine", "call"], "2026").steps] == ["right", "right"]


def test_the_outdated_warning_is_no_harm() -> None:
    said = debrief(["adrenaline"])
    assert [step.standing for step in said.rows[0]] == ["outdated", "right"]


@pytest.mark.parametrize("word", ["garden", "", 3, None])
def test_a_scene_that_does_not_exist_is_refused_and_none_is_the_first(word: object) -> None:
    if word is None:
        assert scene(word).id == "liver-handled"
    else:
        with pytest.raises(InputError, match=r"scene: .*of which .*liver-handled"):
            scene(word)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("basis", "known"),
        ("pressure", "high"),
        ("load", "huge"),
        ("cause", "fever"),
        ("given", ["plasme"]),
        ("without", ["prayer"]),
        ("given", []),
        ("example", []),
    ],
)
def test_a_wrong_value_of_a_scene_is_named(field: str, value: object) -> None:
    entries = [dict(each) for each in knowledge.load(FILE)["scene"]]
    next(each for each in entries if each["id"] == "liver-divided")[field] = value
    with pytest.raises(KnowledgeError, match=rf"scenes\.toml: liver-divided\.{field} is "):
        read_scenes({"scene": entries}, room(), "scenes.toml")


def test_a_hidden_cause_is_no_longer_hidden_once_it_is_found() -> None:
    for state in graph().states:
        assert not {HIDDEN, FOUND} <= state.given


def test_no_two_actions_that_can_be_done_together_share_a_letter() -> None:
    treating = {"treat-bleeding", "release-vena-cava", "treat-arrhythmia"}  # only one cause is ever found
    keys = [kind.key for kind in kinds().values() if kind.key and kind.id not in treating]
    assert len(set(keys)) == len(keys)
    assert {kinds()[id].key for id in treating}.isdisjoint(keys)
    assert not {"o", "d"} & {kind.key for kind in kinds().values()}  # the order, and the debrief


def test_the_room_answers_every_order_of_which_nothing_is_given_but_the_wrong_route() -> None:
    orders = [move for move in moves().values() if "octreotide" in move.actions and not move.gives]
    assert [move.id for move in orders if not move.reply] == ["octreotide-not-into-vein"]


@EVERY
def test_each_look_repeats_what_it_showed_there(id: str) -> None:
    for cause in CAUSES:
        assert judge([f"look-for-{cause}"], "2026", id).steps[0].because.startswith(scenes()[id].seen(cause))
