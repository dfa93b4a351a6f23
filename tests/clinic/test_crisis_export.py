"""What the page walks is the same room, and small."""

import json
from typing import Any

import pytest

from netlearn.clinic.crisis import Action, editions, export, judge
from netlearn.clinic.crisis.graph import graph, judgements
from netlearn.clinic.crisis.load import edition, moves, room

IN_BOTH = pytest.mark.parametrize("name", editions())


def walked(data: dict[str, Any], *names: str) -> list[str]:
    """The verdicts of some moves, as the page finds them."""
    order, state, verdicts = [m["id"] for m in data["moves"]], 0, []
    for name in names:
        number = order.index(name)
        row = data["rows"][data["states"][state][2]]
        verdicts.append(data["judgements"][row[number]]["verdict"])
        state = data["next"][state][data["moves"][number]["column"]]
    return verdicts


@IN_BOTH
def test_the_exported_graph_looks_and_judges_like_the_room_in_every_state(name: str) -> None:
    """Both are walked side by side from the start, so every state is met with its exported one."""
    data, walk, said = export(name), graph(), judgements(name)
    pairs, queue = {(0, 0)}, [(0, 0)]
    for here, there in queue:
        pressure, load, row = data["states"][there]
        assert data["pressures"][pressure]["id"] == walk.states[here].pressure
        assert data["loads"][load]["id"] == walk.states[here].load
        assert [data["judgements"][n]["id"] for n in data["rows"][row]] == [j.id for j in said[here]]
        for move in range(len(moves())):
            pair = walk.follow(here, move), data["next"][there][data["moves"][move]["column"]]
            if pair not in pairs:
                pairs.add(pair)
                queue.append(pair)

    assert {here for here, _ in pairs} == set(range(len(walk.states)))


@IN_BOTH
def test_no_two_exported_states_could_be_one(name: str) -> None:
    """Each pair differs in looks or judgements, or leads to a pair that does."""
    data = export(name)
    states, after = data["states"], data["next"]
    pairs = {(a, b) for a in range(len(states)) for b in range(a)}
    apart = {(a, b) for a, b in pairs if states[a] != states[b]}
    while True:
        more = {
            (a, b)
            for a, b in pairs - apart
            if any((max(x, y), min(x, y)) in apart for x, y in zip(after[a], after[b], strict=True))
        }
        if not more:
            break
        apart |= more

    assert apart == pairs


def test_a_walk_of_the_page_gives_the_verdicts_of_python() -> None:
    octreotide = Action("octreotide", dose="300 microgram", route="IV")
    outcome = judge(["plasma", octreotide, "wait", "noradrenaline"], "2026")

    assert walked(export("2026"), "plasma", "octreotide-crisis-dose", "wait", "catecholamine") == list(outcome.verdicts)


@IN_BOTH
def test_the_export_is_plain_json(name: str) -> None:
    assert json.loads(json.dumps(export(name))) == export(name)


@IN_BOTH
def test_the_export_stays_under_45_kilobytes(name: str) -> None:
    assert len(json.dumps(export(name), ensure_ascii=False, separators=(",", ":")).encode()) < 45_000


@IN_BOTH
def test_every_source_that_a_judgement_names_is_in_the_export(name: str) -> None:
    data = export(name)

    for said in (*data["judgements"], *data["aims"], *data["orders"]):
        assert set(said["evidence"]) <= set(data["facts"])
        assert set(said["updates"]) <= set(data["updates"])
        assert set(said["errata"]) | set(data["always"]) <= set(data["cautions"])


@IN_BOTH
def test_the_caution_e02_is_of_risk_a(name: str) -> None:
    assert export(name)["cautions"]["E02"]["risk"] == "A"


def test_the_room_says_that_it_is_invented() -> None:
    assert export("2026")["room"]["basis"] == "teaching device"


def test_the_ranges_of_a_dose_are_those_of_the_move() -> None:
    ranges = {m["id"]: m["microgram"] for m in export("2026")["moves"]}

    assert ranges["octreotide-crisis-dose"] == [[300, True, 300, True]]
    assert ranges["octreotide-other-dose"] == [[None, False, 300, False], [300, False, 1500, True]]
    assert ranges["octreotide-overdose"] == [[1500, False, None, False]]
    assert ranges["vasopressor-dose"] == []


@IN_BOTH
def test_the_head_of_the_export_is_the_editions(name: str) -> None:
    data = export(name)

    assert (data["edition"], data["position"], data["clock"]) == (name, edition(name).position, room().last_minute)
