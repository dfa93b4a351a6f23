"""Whose a hand-in is, by a class list: as Moodle, Canvas and people name folders and files."""

import pytest

from netlearn.errors import NetlearnError
from netlearn.grader.record import Record
from netlearn.grader.summing_up import attributed, to_look_at
from netlearn.handout.roster import Enrolled
from tests.grader.test_files import result

CLASS = (
    Enrolled("ann", "Ann Example"),
    Enrolled("O-Brien", "Conor O'Brien"),
    Enrolled("zo\u00eb"),
    Enrolled("a.long", "Ana de Long"),
)


def owner(name: str, *more: Enrolled) -> str:
    (record,) = attributed([Record(name, f"{name}/x.ipynb", "", "graded")], (*CLASS, *more)).records
    return record.learner


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("ann", "ann"),
        ("ANN", "ann"),
        ("Ann Example", "ann"),
        ("Ann Example_40321_assignsubmission_file_", "ann"),
        ("o-brien", "O-Brien"),
        ("Conor O'Brien_7_assignsubmission_file", "O-Brien"),
        ("exampleann_40321_88812_02-significance", "ann"),
        ("obrienconor_LATE_1_2_02-significance (1)", "O-Brien"),
        ("longanade_4_5_x", "a.long"),
        ("Zoe\u0308", "zo\u00eb"),
        ("somebody", "somebody"),
        ("annexample", "annexample"),
    ],
)
def test_a_hand_in_is_that_of_the_learner_whom_its_name_means(name: str, id: str):
    assert owner(name) == id


def test_a_name_that_two_on_the_list_have_stops_with_a_sentence():
    with pytest.raises(NetlearnError, match="may be ann and ann2; accepted: "):
        owner("Ann Example_1_assignsubmission_file_", Enrolled("ann2", "ann example"))


def test_an_id_is_surer_than_a_name():
    assert owner("ann", Enrolled("bob", "ann")) == "ann"


def test_two_notebooks_of_one_learner_and_chapter_are_for_a_person():
    records = [Record("ann", f"ann/{n}.ipynb", "", "graded", "demo", results=(result(),)) for n in "ab"]

    assert list(to_look_at(records)) == ["ann: several notebooks of demo: ann/a.ipynb and ann/b.ipynb; leave one"]
    assert list(to_look_at(records[:1])) == []
