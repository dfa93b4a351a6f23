"""How the room behaves: invented for teaching, the same in both editions."""

from attrs import evolve

from netlearn.clinic.crisis import State
from netlearn.clinic.crisis.graph import graph
from netlearn.clinic.crisis.load import FOUND, TEACHING_DEVICE, room


def played(*given: str) -> list[State]:
    """The room from its start through each minute."""
    states = [State.first()]
    for item in given:
        states.append(states[-1].after(item))
    return states


def minutes_to_stability(*given: str) -> int:
    return next(n for n, state in enumerate(played(*given, *[""] * 10)) if state.stable)


def test_the_room_starts_at_minute_0_with_hypotension_and_nothing_given() -> None:
    first = State.first()

    assert (first.minute, first.hypotension, first.given) == (0, True, frozenset())


def test_the_signs_follow_from_the_bands() -> None:
    first = State.first()

    assert (first.heart_rate, first.flushing, first.bronchospasm) == ("fast", "face and chest", "mild")


def test_every_action_takes_one_minute() -> None:
    assert [s.minute for s in played("plasma", "octreotide", "")] == [0, 1, 2, 3]


def test_the_clock_stops_one_minute_past_what_the_sources_call_long() -> None:
    assert [s.minute for s in played(*[""] * 13)][9:] == [9, 10, 11, 11, 11]


def test_left_alone_the_pressure_falls_to_its_lowest_band() -> None:
    assert played("", "")[-1].pressure == "critical"


def test_without_octreotide_or_a_vasopressor_nothing_restores_the_pressure() -> None:
    does = {"octreotide", "octreotide-infusion", "vasopressor", "cause-treated"}
    untreated = [s for s in graph().states if not s.given & does]

    assert untreated
    assert not any(state.stable for state in untreated)


def another_cause_at_work(state: State) -> bool:
    return "other-cause" in state.given or ("cause-found" in state.given and "cause-treated" not in state.given)


def test_a_vasopressor_raises_the_pressure_every_minute_from_every_state_of_a_crisis() -> None:
    bands = [p.id for p in room().pressures]

    for state in graph().states:
        after = state.after("vasopressor")
        if not another_cause_at_work(after):
            assert bands.index(after.pressure) == min(bands.index(state.pressure) + 1, len(bands) - 1)


def test_what_another_cause_pulls_down_a_vasopressor_holds_and_only_with_fluids_raises() -> None:
    bands = [p.id for p in room().pressures]
    at_work = [state for state in graph().states if another_cause_at_work(state.after("vasopressor"))]

    assert at_work
    for state in at_work:
        risen = bands.index(state.after("vasopressor").pressure) - bands.index(state.pressure)
        assert risen >= 0
        assert risen == 0 or state.given & {"crystalloid", "plasma"}


def test_a_run_with_a_vasopressor_ends_sooner_than_one_with_octreotide_and_plasma() -> None:
    assert minutes_to_stability("vasopressor") < minutes_to_stability("octreotide", "plasma")


def test_calcium_changes_nothing_but_what_was_given() -> None:
    for state in graph().states:
        assert evolve(state.after("calcium"), given=frozenset()) == evolve(state.after(""), given=frozenset())


def test_what_was_given_stays_given() -> None:
    assert played("plasma", "calcium", "")[-1].given == {"plasma", "calcium"}


def test_a_band_moves_by_one_at_most() -> None:
    pressures, loads = [p.id for p in room().pressures], [load.id for load in room().loads]

    for state in graph().states:
        for given in graph().gives:
            after = state.after(given)
            assert abs(pressures.index(after.pressure) - pressures.index(state.pressure)) <= 1
            found = FOUND in after.given - state.given  # it was no mediator
            assert after.load == loads[0] if found else abs(loads.index(after.load) - loads.index(state.load)) <= 1


def test_everything_invented_is_marked_as_a_teaching_device() -> None:
    invented = [*room().pressures, *room().loads, *room().influences]

    assert {item.basis for item in invented} == {TEACHING_DEVICE}
