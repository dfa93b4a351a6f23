"""The crisis room behaves as agreed: its invented numbers have no source, so each stands in a second file."""

import tomllib
from pathlib import Path

import pytest
from attrs import asdict

from netlearn.clinic.crisis.load import edition, editions, room
from netlearn.clinic.crisis.scenes import scenes

AGREED = tomllib.loads(Path(__file__).with_name("teaching_devices.toml").read_text(encoding="utf-8"))
PUSHES = {influence.id: influence for influence in room().influences}


def test_the_clock_stops_as_agreed():
    assert room().last_minute == AGREED["last_minute"]


def test_a_call_and_a_first_look_are_prompt_until_the_minutes_that_were_agreed():
    timed = [said for by in map(edition, editions()) for said in by.judgements if said.prompt_until is not None]
    minutes = {(said.first_of or said.id, said.prompt_until) for said in timed}
    agreed = [("help-right", "call_is_prompt_until"), ("another-cause", "look_is_prompt_until")]
    assert minutes == {(id, AGREED[key]) for id, key in agreed}


def test_what_an_untreated_cause_leaves_of_the_credit_is_as_agreed():
    assert str(room().untreated_credit) == AGREED["untreated_credit"]


def test_each_scene_begins_as_agreed():
    begins = {
        s.id: {
            "pressure": s.pressure,
            "load": s.load,
            "given": list(s.given),
            "cause": s.cause,
            "shift": [s.systolic_shift, s.diastolic_shift, s.pulse_shift],
        }
        for s in scenes().values()
    }
    assert begins == AGREED["scene"]


@pytest.mark.parametrize(("key", "bands"), [("pressure", room().pressures), ("load", room().loads)])
def test_every_band_shows_what_was_agreed_from_the_lowest_up(key, bands):
    shown = [(band.id, {n: v for n, v in asdict(band).items() if n not in ("id", "label", "basis")}) for band in bands]
    assert shown == list(AGREED[key].items())


def test_what_pushes_the_room_is_what_was_agreed():
    assert list(PUSHES) == list(AGREED["influence"])


@pytest.mark.parametrize("id", AGREED["influence"])
def test_a_push_has_the_strength_and_the_condition_that_were_agreed(id):
    push, agreed = PUSHES[id], dict(AGREED["influence"][id])
    assert (push.on, push.by) == (agreed.pop("on"), agreed.pop("by"))
    when = {name: list(value) for name, value in asdict(push.when).items() if value}
    assert when == agreed and push.when.hypotension is None
