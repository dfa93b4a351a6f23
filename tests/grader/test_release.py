"""The course folder: nbgrader releases and collects, netlearn grades, and the gradebook gets the scores."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import frozen
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.errors import NetlearnError
from netlearn.grader import Record, grade
from netlearn.grader.exercises import Exercises
from netlearn.grader.outputs.gradebook import write_gradebook
from netlearn.grader.outputs.release import write_release
from netlearn.grader.submission import find
from tests.grader.classroom import CHAPTER, GOOD, notebook, settings
from tests.grader.nbgrader_commands import nbgrader

EXERCISES = Path(__file__).parents[2] / "exercises"
STUB = "def double(x):\n    ..."


def blank(folder: Path, chapter: str = CHAPTER) -> Path:
    """A learner's notebook as it is generated."""
    made = notebook(STUB, answers={})
    made["metadata"]["netlearn"]["exercises"]["chapter"] = chapter
    for number, cell in enumerate(made["cells"]):
        cell["id"] = f"cell-{number}"
    path = folder / f"{chapter}.ipynb"
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


@frozen
class Course:
    """A course that was released to one learner, who has handed in, and whose notebook was collected."""

    folder: Path
    said: str
    generated: bytes
    fetched: bytes
    handed_in: bytes

    def submitted(self) -> Path:
        (path,) = (self.folder / "submitted").rglob("*.ipynb")
        return path


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    home = tmp_path_factory.mktemp("home")
    folder, learner = home / "course", home / "desk"
    learner.mkdir()
    write_release(folder, [blank(home)])
    exchange = (f"--Exchange.root={home / 'exchange'}", "--course=netlearn")
    said = nbgrader(
        home,
        (folder, "release_assignment", CHAPTER, *exchange),
        (learner, "list", *exchange),
        (learner, "fetch_assignment", CHAPTER, *exchange),
    )
    copy = learner / CHAPTER / f"{CHAPTER}.ipynb"
    fetched = copy.read_bytes()
    copy.write_text(json.dumps(notebook(GOOD)), encoding="utf-8")
    said += nbgrader(
        home, (learner, "submit", CHAPTER, *exchange), (folder, "collect", CHAPTER, *exchange),
        (folder, "generate_assignment", CHAPTER, "--force"),
    )  # fmt: skip
    return Course(folder, said, (home / f"{CHAPTER}.ipynb").read_bytes(), fetched, copy.read_bytes())


def graded(course: Course) -> list[Record]:
    root = course.folder / "submitted"
    return [grade(path, settings(root)) for path in find(root)]


def test_a_learner_sees_the_chapter_in_the_list(course: Course):
    assert f"netlearn {CHAPTER}" in course.said


def test_what_is_fetched_is_what_was_generated(course: Course):
    assert course.fetched == course.generated


def test_what_is_collected_is_what_was_handed_in(course: Course):
    assert course.submitted().read_bytes() == course.handed_in


def test_what_nbgrader_makes_of_the_source_keeps_our_metadata(course: Course):
    """Whoever is used to it may run generate_assignment."""
    made, ours = (
        json.loads((course.folder / part / CHAPTER / f"{CHAPTER}.ipynb").read_text()) for part in ("release", "source")
    )

    assert made["metadata"]["netlearn"] == ours["metadata"]["netlearn"]
    assert made["cells"][0]["metadata"]["netlearn"] == ours["cells"][0]["metadata"]["netlearn"]
    assert made["cells"][0]["source"] == STUB.splitlines(keepends=True)


@pytest.mark.usefixtures("isolation")
def test_the_collected_folder_is_graded_and_the_learner_is_who_handed_in(course: Course):
    (record,) = graded(course)

    assert (record.status, record.score) == ("graded", 3)
    assert record.learner == course.submitted().relative_to(course.folder / "submitted").parts[0]


@pytest.mark.usefixtures("isolation")
def test_the_scores_go_into_the_course_s_own_gradebook(course: Course, tmp_path: Path):
    database = f"sqlite:///{course.folder / 'gradebook.db'}"
    records = graded(course)
    write_gradebook(records, database)
    nbgrader(tmp_path, (course.folder, "export", f"--to={tmp_path / 'out.csv'}"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = [(row["assignment"], row["student_id"], row["score"]) for row in csv.DictReader(file)]

    assert found == [(CHAPTER, records[0].learner, "3.0")]


def files(folder: Path) -> Sequence[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_each_chapter_is_an_assignment(tmp_path: Path):
    write_release(tmp_path / "course", [blank(tmp_path), blank(tmp_path, "01-introduction")])

    assert files(tmp_path / "course") == [
        "nbgrader_config.py",
        "release/01-introduction/01-introduction.ipynb", "release/02-significance/02-significance.ipynb",
        "source/01-introduction/01-introduction.ipynb", "source/02-significance/02-significance.ipynb",
    ]  # fmt: skip


def test_the_course_s_own_notebooks_can_be_released(tmp_path: Path):
    assert write_release(tmp_path / "course", sorted(EXERCISES.glob("*.ipynb"))) == (
        Exercises(EXERCISES).chapters(),
        (),
    )


def test_a_configuration_that_is_there_stays(tmp_path: Path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course/nbgrader_config.py").write_text("mine")
    write_release(tmp_path / "course", [blank(tmp_path)])

    assert (tmp_path / "course/nbgrader_config.py").read_text() == "mine"


def test_the_copies_hold_none_of_nbgrader_s_metadata(tmp_path: Path):
    write_release(tmp_path / "course", [blank(tmp_path)])

    assert b'"nbgrader"' not in (tmp_path / "course/release" / CHAPTER / f"{CHAPTER}.ipynb").read_bytes()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (json.dumps(notebook(STUB)), "it has answers in it"),
        ("{", "it is not JSON"),
        (json.dumps({"nbformat": 4, "cells": [], "metadata": {}}), "its metadata names no chapter"),
        (json.dumps(notebook(STUB, answers={})).replace(CHAPTER, "../../outside"), "is no chapter"),
        (json.dumps(notebook(STUB, answers={})).replace(CHAPTER, ".."), "is no chapter"),
    ],
)
def test_a_file_that_is_no_blank_notebook_is_refused_and_nothing_is_written(tmp_path: Path, text: str, reason: str):
    path = tmp_path / "x.ipynb"
    path.write_text(text)
    with pytest.raises(NetlearnError, match=reason):
        write_release(tmp_path / "course", [blank(tmp_path, "01-introduction"), path])

    assert not (tmp_path / "course").exists()


def test_two_notebooks_of_one_chapter_are_refused(tmp_path: Path):
    path = blank(tmp_path)
    with pytest.raises(NetlearnError, match=f"is of the chapter {CHAPTER} too"):
        write_release(tmp_path / "course", [path, path])


def test_the_command_says_how_to_go_on(tmp_path: Path):
    done = CliRunner().invoke(
        app, ["nbgrader-release", str(blank(tmp_path)), "--to", str(tmp_path / "course"), "--course", "it's"]
    )

    assert done.exit_code == 0, done.output
    assert f"nbgrader release_assignment {CHAPTER}" in done.output
    assert 'course_id = "it\'s"' in (tmp_path / "course/nbgrader_config.py").read_text()
