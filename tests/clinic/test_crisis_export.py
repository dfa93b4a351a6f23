"""What the page plays by: every rule of the room, small, and with a card for every source."""

import json
from typing import Any

import pytest

from netlearn.clinic.crisis import editions, export
from netlearn.clinic.crisis.exporting import cards
from netlearn.clinic.crisis.load import edition, kinds, moves, room
from netlearn.clinic.crisis.scenes import CAUSES, scenes

DATA = export()
BY = {each["edition"]: each for each in DATA["editions"]}
IN_BOTH = pytest.mark.parametrize("name", editions())


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_the_export_is_plain_json() -> None:
    assert json.loads(json.dumps(DATA)) == DATA


def test_the_export_stays_under_70_kilobytes() -> None:
    assert len(json.dumps(DATA, ensure_ascii=False, separators=(",", ":")).encode()) < 70_000


def test_every_action_move_and_scene_is_in_it_in_the_order_of_the_data() -> None:
    assert (ids(DATA["actions"]), ids(DATA["moves"])) == (list(kinds()), list(moves()))
    assert ids(DATA["scenes"]) == list(scenes())


@IN_BOTH
def test_every_judgement_aim_and_order_of_an_edition_is_in_it(name: str) -> None:
    by = edition(name)
    assert ids(BY[name]["judgements"]) == [each.id for each in by.judgements]
    assert ids(BY[name]["aims"]) == [each.id for each in by.aims]
    assert ids(BY[name]["orders"]) == [each.id for each in by.orders]


@IN_BOTH
def test_only_what_costs_no_credit_is_unscored(name: str) -> None:
    unscored = {said["id"] for said in BY[name]["judgements"] if said.get("unscored")}
    assert unscored == {said.id for said in edition(name).judgements if not said.scored}


@IN_BOTH
def test_every_source_that_anything_names_has_a_chip_and_a_card(name: str) -> None:
    for said in (*BY[name]["judgements"], *BY[name]["aims"], *BY[name]["orders"], *DATA["scenes"]):
        assert set(said.get("sources", ())) <= set(DATA["chips"]) == set(cards()["facts"])
        assert set(said.get("errata", ())) | set(BY[name].get("always", ())) <= set(DATA["cautions"])


def test_the_caution_e02_is_of_risk_a() -> None:
    assert DATA["cautions"]["E02"]["risk"] == "A"


def test_the_room_says_that_it_is_invented() -> None:
    assert (DATA["basis"], DATA["note"], DATA["clock"]) == ("teaching device", room().note, room().last_minute)


def test_the_ranges_of_a_dose_are_those_of_the_move() -> None:
    ranges = {move["id"]: move.get("microgram") for move in DATA["moves"]}

    assert ranges["octreotide-crisis-dose"] == [[300, True, 300, True]]
    assert ranges["octreotide-other-dose"] == [[None, False, 300, False], [300, False, 1500, True]]
    assert ranges["octreotide-overdose"] == [[1500, False, None, False]]
    assert ranges["vasopressor-dose"] is None


@pytest.mark.parametrize(("unit", "microgram"), [("mg", "1000"), ("µg", "1"), ("grams", "1000000")])
def test_a_unit_of_mass_says_how_many_microgram_it_is(unit: str, microgram: str) -> None:
    assert DATA["masses"][unit] == microgram


@pytest.mark.parametrize(("per", "hourly"), [("/h", "1"), (" per minute", "60"), ("/day", "1/24")])
def test_a_time_says_how_much_of_it_is_given_in_an_hour(per: str, hourly: str) -> None:
    assert DATA["times"][per] == hourly


def test_each_scene_says_what_is_seen_at_each_of_the_four_places() -> None:
    assert {tuple(scene["looks"]) for scene in DATA["scenes"]} == {CAUSES}
