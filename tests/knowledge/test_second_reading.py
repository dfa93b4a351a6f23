"""Double entry: what a second person typed from the sources is what the course says, figure by figure."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from netlearn import evidence
from netlearn.quantity import Quantity
from netlearn.units import SPELT
from tests.knowledge.cited import cited

FILE = Path(__file__).with_name("second_reading.toml")
SECOND = tomllib.loads(FILE.read_text(encoding="utf-8"), parse_float=Fraction)
READ, NOT_YET = SECOND["read"], SECOND["not_yet_read"]
AS_PRINTED = " (as printed; "  # how a fact says that the review's unit is a misprint: what was read is the print


def first_reading(id: str) -> evidence.Fact | evidence.Figure:
    return {**evidence.facts(), **evidence.figures()}[id]


def plain_unit(unit: str) -> str:
    """The unit in the course's spelling, without what an erratum says of it."""
    printed = unit.partition(AS_PRINTED)[0]
    return SPELT[printed].name if printed in SPELT else printed


def bounds(entry: dict) -> tuple:
    return tuple(None if end not in entry else Fraction(entry[end]) for end in ("low", "high"))


@pytest.mark.parametrize("id", READ)
def test_both_readings_agree(id):
    first, second = first_reading(id), READ[id]
    assert first.value is not None
    assert (first.value.low, first.value.high) == bounds(second), second["where"]
    assert first.value.bound == second.get("bound", ""), second["where"]
    assert plain_unit(first.value.unit) == plain_unit(second["unit"]), second["where"]


@pytest.mark.parametrize("id", [id for id in READ if isinstance(first_reading(id), evidence.Figure)])
def test_both_readings_agree_on_the_interval(id):
    second = READ[id].get("interval")
    assert first_reading(id).interval == (tuple(map(Fraction, second)) if second else None), READ[id]["where"]


@pytest.mark.parametrize("id", cited())
def test_what_a_rule_a_dose_or_the_crisis_room_cites_was_read_twice(id):
    if id not in READ and id not in NOT_YET:
        pytest.fail(
            f"{id} is cited and nobody has typed it a second time: let somebody who has not seen netlearn/knowledge "
            f'read it in its source and add [read."{id}"] to tests/knowledge/{FILE.name}, '
            "or say there under not_yet_read why it waits.",
            pytrace=False,
        )


def test_what_waits_for_its_second_reading_says_why_and_waits_no_longer_than_it_must():
    assert all(isinstance(why, str) and why.strip() for why in NOT_YET.values())
    assert set(NOT_YET) <= set(cited()) - set(READ)


def test_every_entry_says_where_it_was_read_and_of_something_the_course_holds():
    known = {**evidence.facts(), **evidence.figures()}
    assert all(entry["where"].strip() for entry in READ.values())
    assert set(READ) <= set(known)
    assert all(set(e) <= {"low", "high", "bound", "unit", "interval", "where", "note"} for e in READ.values())


@pytest.mark.parametrize(
    ("id", "changed"),
    [
        ("prrt-regimen.activity", {"low": Fraction(71, 10), "high": Fraction(71, 10)}),
        ("3.3-29", {"bound": "<"}),
        ("3.1-40", {"unit": "mg"}),
        ("E01.dose", {"high": 151}),
    ],
)
def test_a_change_on_either_side_shows(id, changed):
    """The comparison can fail: each of these was once a change that every check passed."""
    value, second = first_reading(id).value, {**READ[id], **changed}
    typed = (*bounds(second), second.get("bound", ""), plain_unit(second["unit"]))
    assert (value.low, value.high, value.bound, plain_unit(value.unit)) != typed


def test_spellings_of_a_unit_are_one_unit():
    assert plain_unit("µg") == plain_unit("microgram") == Quantity(1, "mcg").unit
    assert plain_unit("mg (as printed; the true unit is microgram)") == "mg"
