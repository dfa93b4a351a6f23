"""The proof by walking every state, and an independent look at what it claims."""

import subprocess
import sys
from itertools import product

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from netlearn.clinic.crisis import Action, editions, judge, prove, scenes
from netlearn.clinic.crisis import proof as proving
from netlearn.clinic.crisis.graph import clocked, graph, judgements
from netlearn.clinic.crisis.judging import judgement
from netlearn.clinic.crisis.load import FOUND, TREATED, VASOPRESSOR, moves
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.proof import RoomProof, thousandfold_overdoses, ways_to_stability
from netlearn.clinic.crisis.records import Edition
from netlearn.clinic.crisis.state import State
from netlearn.clinic.crisis.withholding_proof import Twins
from netlearn.errors import KnowledgeError

VASOPRESSORS = [Action(name) for name in ("noradrenaline", "adrenaline", "phenylephrine", "vasopressin")]
DOSED = Action("noradrenaline", dose="1 mg", route="IV")
CAUSES = (
    "look for bleeding",
    "bleeding found",
    "anaphylaxis found",
    "arrhythmia found",
    "treat bleeding",
    "treat arrhythmia",
)
DEEDS = (
    "stop",
    "call",
    "crystalloid",
    "plasma",
    "octreotide-infusion",
    "calcium",
    "stop-own-analogue",
    "wait",
    *CAUSES,
)
DOSES = (("300 microgram", "IV"), ("300 mg", "IV"), ("300 microgram", "SC"), ("100 microgram", "IV"))
OTHERS = [*map(Action, DEEDS), *(Action("octreotide", dose=dose, route=route) for dose, route in DOSES)]
IN_BOTH = pytest.mark.parametrize("edition", editions())
RUNS = st.lists(st.sampled_from(OTHERS), max_size=9)


@pytest.fixture(scope="module")
def proved() -> RoomProof:
    return prove()


def test_everything_claimed_holds(proved: RoomProof) -> None:
    assert (proved.failures, proved.ok) == ((), True)


def test_the_size_of_the_room_is_known(proved: RoomProof) -> None:
    """11 937 states with the clock and 1 449 without it; a change of the data that alters this is seen here."""
    assert (proved.states, proved.situations, proved.moves, proved.transitions) == (11_937, 1449, 30, 1449 * 30)


@pytest.mark.engine
def test_the_states_with_their_clock_are_those_a_plain_walk_finds() -> None:
    queue = list(dict.fromkeys(map(State.first, scenes())))
    seen = set(queue)
    for state in queue:
        for given_ in graph().gives:
            after = state.after(given_)
            if after not in seen:
                seen.add(after)
                queue.append(after)

    assert len(seen) == clocked()


@IN_BOTH
def test_every_move_has_one_judgement_in_every_state(edition: str) -> None:
    assert [len(row) for row in judgements(edition)] == [len(moves())] * len(graph().states)


@IN_BOTH
def test_every_state_has_a_way_to_stability_by_moves_neither_wrong_nor_harmful(edition: str) -> None:
    assert len(ways_to_stability(edition)) == len(graph().states)


@IN_BOTH
def test_every_state_has_such_a_way_without_a_vasopressor_or_with_one_alone(edition: str) -> None:
    """Octreotide and plasma can play out the position of 2012; in 2026 a vasopressor needs no octreotide.

    Anaphylaxis alone has no way without one: it wants adrenaline.
    """
    but = VASOPRESSOR if edition == "review-2012" else "octreotide"
    ways = ways_to_stability(edition, but=but)
    without = [state for number, state in enumerate(graph().states) if number not in ways]

    assert all(edition == "review-2012" and "anaphylaxis" in state.given for state in without)


def test_the_thousandfold_overdoses_are_written_in_every_unit_and_by_every_route() -> None:
    written = {str(action) for action in thousandfold_overdoses()}

    assert {"octreotide 300\u00a0mg IV", "octreotide 0.3\u00a0g IV", "octreotide 150\u00a0mg SC"} <= written
    assert "octreotide 300\u00a0mg" in written  # by no stated route


@IN_BOTH
def test_a_thousandfold_dose_is_harmful_in_every_state(edition: str) -> None:
    by = load_edition(edition)

    for action, state in product({a.move.id: a for a in thousandfold_overdoses()}.values(), graph().states):
        assert judgement(state, action.move, by).verdict == "harmful"


def test_no_thousandfold_dose_gives_anything() -> None:
    assert {action.move.gives for action in thousandfold_overdoses()} == {""}


@IN_BOTH
def test_waiting_is_never_right(edition: str) -> None:
    said = {judgement(state, moves()["wait"], load_edition(edition)).verdict for state in graph().states}

    assert "right" not in said


def test_waiting_with_hypotension_and_no_vasopressor_is_wrong_in_2026_in_every_state() -> None:
    untreated = [s for s in graph().states if s.hypotension and not s.given & {VASOPRESSOR, TREATED}]

    assert {judgement(s, moves()["wait"], load_edition("2026")).verdict for s in untreated} == {"wrong"}


def test_in_2026_nothing_earns_every_point_without_a_vasopressor(proved: RoomProof) -> None:
    assert proved.editions["2026"].complete_without == 0


@IN_BOTH
@given(run=RUNS, place=st.integers(0, 9), press=st.sampled_from([*VASOPRESSORS, DOSED]))
def test_a_vasopressor_put_in_anywhere_never_lowers_the_credit(
    edition: str, run: list[Action], place: int, press: Action
) -> None:
    without = judge(run, edition)
    with_one = judge([*run[:place], press, *run[place:]], edition)

    assert with_one.credit >= without.credit
    assert with_one.complete or not without.complete


@given(run=RUNS)
def test_no_run_of_a_crisis_without_a_vasopressor_is_complete_in_2026(run: list[Action]) -> None:
    """Where another cause is found the room is no crisis any more, and treating that cause is owed instead."""
    outcome = judge(run, "2026")
    assume(FOUND not in outcome.end.given)

    assert not outcome.complete
    assert outcome.credit < 1


@IN_BOTH
@given(run=st.lists(st.sampled_from([*OTHERS, *VASOPRESSORS, DOSED]), max_size=14))
def test_no_sequence_crashes_and_each_gives_the_same_twice(edition: str, run: list[Action]) -> None:
    assert judge(run, edition) == judge(run, edition)


def _changed(by: Edition, id: str, **changes: object) -> Edition:
    judged = tuple(evolve(j, **changes) if j.id == id else j for j in by.judgements)
    return evolve(by, judgements=judged, by_move={m: tuple(j for j in judged if m in j.moves) for m in by.by_move})


def _proof_of(by: Edition, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The failures of the proof with another edition in the place of its own."""
    said = tuple(tuple(judgement(s, m, by) for m in moves().values()) for s in graph().states)
    monkeypatch.setattr(proving, "load_edition", lambda name: by)
    monkeypatch.setattr(proving, "judgements", lambda name: said)
    monkeypatch.setattr("netlearn.clinic.crisis.withholding_proof.judgements", lambda name: said)
    return proving.prove_edition(by.edition).failures


@pytest.mark.engine
def test_the_proof_finds_a_reward_for_withholding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the review's warning scored, holding a catecholamine back would pay."""
    scored = _changed(load_edition("review-2012"), "catecholamine-may-worsen", scored=True)

    assert any("withholding a vasopressor pays" in failure for failure in _proof_of(scored, monkeypatch))


@pytest.mark.engine
def test_the_proof_finds_an_accepted_overdose(monkeypatch: pytest.MonkeyPatch) -> None:
    lax = _changed(load_edition("2026"), "octreotide-overdose", verdict="not-stated")

    assert any("octreotide 300\u00a0mg IV is not refused" in failure for failure in _proof_of(lax, monkeypatch))


@pytest.mark.engine
def test_the_proof_finds_a_rewarded_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    lax = _changed(load_edition("2026"), "wait-with-vasopressor", verdict="right")

    assert any("waiting is right" in failure for failure in _proof_of(lax, monkeypatch))


@pytest.mark.engine
def test_the_proof_finds_a_dead_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every move harmful but waiting once stable, no hypotension could be left."""
    by = load_edition("2026")
    judged = tuple(evolve(j, verdict="harmful") for j in by.judgements)
    stern = evolve(by, judgements=judged, by_move={m: tuple(j for j in judged if m in j.moves) for m in by.by_move})

    assert any("no way to stability" in failure for failure in _proof_of(stern, monkeypatch))


def test_a_move_without_a_judgement_is_named_with_its_state() -> None:
    by = load_edition("2026")
    silent = evolve(by, by_move={**by.by_move, "wait": ()})

    with pytest.raises(KnowledgeError, match=r"2026\.toml: wait at pressure very-low, given nothing: no judgement"):
        judgement(State.first(), moves()["wait"], silent)


@pytest.mark.engine
def test_twins_are_compared_in_both_editions() -> None:
    assert all(Twins(load_edition(edition)).count > len(graph().states) / 2 for edition in editions())


@pytest.mark.engine
def test_the_proof_does_not_depend_on_the_order_of_hashes() -> None:
    code = "import json; from netlearn.clinic.crisis import export, prove; p = prove(); "
    code += "print(json.dumps([repr(p), repr(p.editions), export()]))"
    runs = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in "01"
    ]

    assert runs[0].stdout == runs[1].stdout
