"""What is not found in a hand-in is not what was not done: it is said, and a person has to look."""

from pathlib import Path

import pytest

from netlearn.grader import Record, again
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs.scores import entries
from netlearn.grader.outputs.tables import write_grades
from netlearn.grader.submission import find
from netlearn.handout.notebook import practice
from netlearn.items.item import Json
from tests.grader.classroom import settings
from tests.grader.test_files import rows
from tests.grader.test_hand_in import ROOT, SIZE, UNIT, cleared, given, graded, hand_in, worked


def test_a_record_that_is_gone_is_said(tmp_path: Path):
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", cleared(practice(ROOT, "demo"))), tmp_path)

    assert "the record below its questions is gone" in record.notes[0]


def test_an_untouched_notebook_has_nothing_to_be_said_of(tmp_path: Path):
    assert graded(hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo")), tmp_path).notes == ()


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"metadata": {}}, "its cell had lost its mark; the one that defines"),
        ({"cell_type": "markdown"}, "stands in a cell that holds no code, and was not run"),
        ({"source": "", "metadata": {}}, "its cell is not in the notebook, and no cell defines"),
    ],
)
def test_a_task_that_lost_its_mark_is_said(change: Json, note: str, tmp_path: Path):
    made = practice(ROOT, "demo")
    next(cell for cell in made["cells"] if "task" in cell["metadata"].get("netlearn", {})).update(change)
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", made), tmp_path)

    assert note in record.notes[0]


LOST = {
    "the record": ({SIZE, UNIT}, cleared),
    "a task's cell": ({"fit-for-ablation"}, lambda made: without_task(made, {"source": "", "metadata": {}})),
    "a task's code": ({"fit-for-ablation"}, lambda made: without_task(made, {"cell_type": "markdown"})),
}


def without_task(made: Json, change: Json) -> Json:
    next(cell for cell in made["cells"] if "task" in cell["metadata"].get("netlearn", {})).update(change)
    return made


@pytest.mark.parametrize("name", LOST)
def test_what_is_not_found_has_a_status_and_no_zero(name: str, tmp_path: Path):
    slugs, change = LOST[name]
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", change(practice(ROOT, "demo"))), tmp_path)
    lost = {each.slug for each in record.results if each.result == "not-found"}
    write_grades(tmp_path / "grades.csv", [record])
    head, row = rows(tmp_path / "grades.csv")

    assert (record.status, slugs <= lost, bool(record.reason)) == ("incomplete", True, True)
    assert {row[head.index(f"demo/{slug}@1")] for slug in slugs} == {""}
    assert {entry.score for slug, entry in entries(record, slugs).items()} == {None}
    assert again(record, settings(tmp_path, bank=Exercises(ROOT))) == Record.from_json(record.to_json()) == record


@pytest.mark.parametrize("names", [[], ["demo.html"], [f"{n}.txt" for n in range(9)]])
def test_a_folder_without_a_notebook_is_somebodys(names: list[str], tmp_path: Path):
    (tmp_path / "dot").mkdir()
    for name in names:
        (tmp_path / "dot" / name).touch()
    (path,) = find(tmp_path)
    record = graded(path, tmp_path)

    assert (record.learner, record.status) == ("dot", "unreadable")
    assert record.reason == "the folder is empty" if not names else all(name in record.reason for name in names[:5])


@pytest.mark.parametrize("name", ["demo.ipynb.txt", "demo.ipynb.json", "demo.IPYNB"])
def test_a_notebook_under_the_ending_that_a_browser_gave_it_is_read(name: str, tmp_path: Path):
    hand_in(tmp_path / "bea" / name, worked({SIZE: "4 cm"}))
    hand_in(tmp_path / name.replace("demo", "flat"), worked({SIZE: "4 cm"}))

    records = [graded(path, tmp_path) for path in find(tmp_path)]
    assert [(record.learner, given(record)) for record in records] == [
        ("bea", {SIZE: "4 cm"}),
        ("flat", {SIZE: "4 cm"}),
    ]


def test_the_results_of_grading_and_what_a_mac_packs_are_nobodys(tmp_path: Path):
    for name in ("grades", "__MACOSX", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "grades/journal.jsonl").touch()
    (tmp_path / "__MACOSX/._demo.ipynb").touch()

    assert find(tmp_path) == ()


@pytest.mark.parametrize("place", ["ann/._demo.ipynb", ".Trashes/501/demo.ipynb", "ann/.Trash-1000/files/demo.ipynb"])
def test_what_a_system_puts_beside_a_notebook_is_no_second_hand_in(place: str, tmp_path: Path):
    hand_in(tmp_path / "ann/demo.ipynb", practice(ROOT, "demo"))
    hand_in(tmp_path / place, practice(ROOT, "demo"))

    assert find(tmp_path) == (tmp_path / "ann/demo.ipynb",)


def test_a_function_in_another_tasks_cell_is_graded_and_said(tmp_path: Path):
    """Two cells that were merged."""
    made = practice(ROOT, "demo")
    cell = next(cell for cell in made["cells"] if "task" in cell["metadata"].get("netlearn", {}))
    cell["metadata"]["netlearn"] = {"task": "another", "version": 1}
    record = graded(hand_in(tmp_path / "ann/demo.ipynb", made), tmp_path)

    assert "not-found" not in {result.result for result in record.results}
    assert any("stands in the cell of another task, and was taken from there" in note for note in record.notes)
