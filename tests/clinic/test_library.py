"""How the case library is sorted: what patients are about, how hard they are, and where they can be opened."""

import pytest
from attrs import evolve

from netlearn import evidence
from netlearn.checks import faults_of
from netlearn.clinic.cases import Patient, case, cases
from netlearn.clinic.library import level_of, plays_after, tables_of, topics, topics_of
from netlearn.editions import edition_ids
from netlearn.widgets.address import check_link
from netlearn.widgets.opened import opened


def test_every_topic_and_every_level_has_a_patient() -> None:
    assert {topic.id for one in cases().values() for topic in topics_of(one)} == {topic.id for topic in topics()}
    assert {level_of(one).id for one in cases().values()} == {"plain", "differs", "open"}


@pytest.mark.parametrize(
    ("then", "now", "level"),
    [
        ("doubtful", "doubtful", "plain"),
        ("suitable", "doubtful", "differs"),
        ("doubtful", "undetermined: suitable or doubtful", "open"),
    ],
)
def test_how_hard_a_patient_is_follows_from_the_answers(then: str, now: str, level: str) -> None:
    one = case("vera@3.3")
    asked = evolve(one.asked[0], answers=dict(zip(edition_ids(), (then, now), strict=True)))

    assert level_of(evolve(one, asked=(asked,))).id == level


def test_a_table_that_is_asked_twice_is_told_once() -> None:
    assert tables_of(case("tomas@3.4")) == ("embolisation", "embolisation-session")


@pytest.mark.parametrize("patient", cases().values(), ids=cases())
def test_every_link_says_what_its_widget_accepts(patient: Patient) -> None:
    for each in opened(patient):
        address = check_link("open", each.hash)
        assert address is not None and address.whole and list(address.parts) == [each.widget]


def test_a_map_is_told_segment_by_segment_and_marks_that_say_no_size_by_the_type_they_make() -> None:
    assert "&board.VI=dominant&board.II=small" in opened(case("vera@2"))[0].hash
    assert "board.liver_type=unclassified" in opened(case("vera@5"))[0].hash


def test_a_patient_of_whom_a_board_would_know_nothing_has_no_link() -> None:
    assert opened(case("slips-of-one-week")) == ()


def test_every_section_of_the_review_but_the_abstract_is_followed_by_a_play() -> None:
    assert list(plays_after()) == [section for section in evidence.sections() if section != "abs"]
    assert list(faults_of("library")) == []
