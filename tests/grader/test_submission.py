"""Files that are not what they seem: each is a submission that says why it cannot be read, and never an error."""

import json
import os
from pathlib import Path

import pytest

from netlearn.grader import grade
from netlearn.grader.submission import Submission, find, fingerprint, read
from tests.grader.classroom import CHAPTER, GOOD, cell, hand_in, notebook, settings


def submitted(root: Path, data: bytes | str) -> Submission:
    path = root / "ann.ipynb"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path, root)


GOOD_TEXT = json.dumps(notebook(GOOD))
UNREADABLE = {
    "empty file": ("", "the file is empty"),
    "white space": (" \n", "the file is empty"),
    "binary rubbish": (bytes(range(256)) * 40, "not JSON"),
    "null bytes": (b"\0" * 5000, "not JSON"),
    "truncated JSON": (GOOD_TEXT[: len(GOOD_TEXT) // 2], "not JSON"),
    "wrong nbformat": (GOOD_TEXT.replace('"nbformat": 4', '"nbformat": 3'), "format 4"),
    "nbformat as text": (GOOD_TEXT.replace('"nbformat": 4', '"nbformat": "4"'), "format 4"),
    "a list": ("[]", "format 4"),
    "no cells": ('{"nbformat": 4, "metadata": {}}', "format 4"),
    "nested too deeply": ("[" * 100_000, "nested too deeply"),
    "no chapter": ('{"nbformat": 4, "metadata": {}, "cells": []}', "names no chapter"),
    "metadata of other types": ('{"nbformat": 4, "metadata": {"netlearn": [1]}, "cells": [3]}', "names no chapter"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_submission_says_why(name: str, tmp_path: Path):
    data, reason = UNREADABLE[name]

    assert reason in submitted(tmp_path, data).unreadable


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_submission_has_a_record(name: str, tmp_path: Path):
    submitted(tmp_path, UNREADABLE[name][0])
    record = grade(tmp_path / "ann.ipynb", settings(tmp_path))

    assert (record.status, record.score, record.isolation) == ("unreadable", 0, ())


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "1" + "0" * 9999, "1" + "0" * 4000])
@pytest.mark.parametrize("place", ["outputs", "metadata"])
def test_a_number_that_json_does_not_have_loses_nothing(number: str, place: str, tmp_path: Path):
    """A learner's own figure may have a gap; what grading does not read cannot lose the rest."""
    made = notebook(GOOD)
    made["cells"][0][place] = [{"y": "HERE"}] if place == "outputs" else {**made["cells"][0][place], "y": "HERE"}
    found = submitted(tmp_path, json.dumps(made).replace('"HERE"', number))

    assert (found.unreadable, set(found.answers), found.code["double"].sources) == ("", {"where", "how-many"}, (GOOD,))


def test_a_notebook_of_50_mb_is_not_read(tmp_path: Path):
    with (tmp_path / "ann.ipynb").open("wb") as file:
        file.truncate(50 * 2**20)

    assert "it has 52428800 bytes" in read(tmp_path / "ann.ipynb", tmp_path).unreadable


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path):
    path = hand_in(tmp_path, "ann", GOOD)
    size = path.stat().st_size

    assert read(path, tmp_path, largest=size).unreadable == ""
    assert f"at most {size - 1}" in read(path, tmp_path, largest=size - 1).unreadable


def test_a_symbolic_link_is_not_followed(tmp_path: Path):
    hand_in(tmp_path, "ann", GOOD)
    (tmp_path / "bob.ipynb").symlink_to(tmp_path / "ann.ipynb")

    assert read(tmp_path / "bob.ipynb", tmp_path).unreadable == "it is a symbolic link"


def test_a_folder_behind_a_symbolic_link_is_listed_and_not_entered(tmp_path: Path):
    hand_in(tmp_path / "others", "ann", GOOD)
    root = tmp_path / "class"
    root.mkdir()
    (root / "bob").symlink_to(tmp_path / "others")

    assert find(root) == (root / "bob",)
    assert read(root / "bob", root).unreadable == "it is a symbolic link"


def test_a_pipe_does_not_hold_the_reader_up(tmp_path: Path):
    os.mkfifo(tmp_path / "ann.ipynb")

    assert read(tmp_path / "ann.ipynb", tmp_path).unreadable == "it is not a regular file"


def test_a_folder_that_is_called_a_notebook_is_searched(tmp_path: Path):
    path = hand_in(tmp_path / "ann.ipynb", "exercise", GOOD)

    assert find(tmp_path) == (path,)


NAMES = ["Zoë Ünal", "new\nline", "日本", "tab\tand 'quotes\"", "=1+1", "x" * 200]


@pytest.mark.parametrize("name", NAMES)
def test_a_path_may_hold_any_character(name: str, tmp_path: Path):
    hand_in(tmp_path / name, "exercise", GOOD)
    (path,) = find(tmp_path)
    submission = read(path, tmp_path)

    assert (submission.learner, submission.path) == (name, f"{name}/exercise.ipynb")
    assert submission.unreadable == ""


def test_a_name_that_is_not_utf_8_is_written_with_escapes(tmp_path: Path):
    path = tmp_path / os.fsdecode(b"a\xff.ipynb")
    path.write_text(GOOD_TEXT)

    assert read(path, tmp_path).learner == "a\\xff"


def test_the_learner_is_the_folder_or_else_the_file(tmp_path: Path):
    flat, nested = hand_in(tmp_path, "ann", GOOD), hand_in(tmp_path / "bob" / "02-significance", "x", GOOD)

    assert [read(path, tmp_path).learner for path in (flat, nested)] == ["ann", "bob"]


def test_a_link_to_itself_is_a_submission_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "ann.ipynb").symlink_to(tmp_path / "ann.ipynb")

    assert [read(path, tmp_path).unreadable for path in find(tmp_path)] == ["it is a symbolic link"]


def test_checkpoints_of_the_editor_are_no_submissions(tmp_path: Path):
    hand_in(tmp_path / ".ipynb_checkpoints", "ann", GOOD)

    assert find(tmp_path) == ()


def test_the_fingerprint_is_that_of_the_submission(tmp_path: Path):
    path = hand_in(tmp_path, "ann", GOOD)
    submission = read(path, tmp_path)

    assert fingerprint(path, tmp_path) == (submission.path, submission.digest)


def test_answers_in_a_cells_metadata_count_too_and_the_later_place_counts(tmp_path: Path):
    made = notebook(GOOD, answers={"where": {"answer": "bone"}, "how-many": {"answer": "one"}})
    made["cells"].append({"cell_type": "raw", "metadata": {"netlearn": {"answers": {"where": {"answer": "liver"}}}}})
    answers = submitted(tmp_path, json.dumps(made)).answers

    assert {slug: given.answer for slug, given in answers.items()} == {"where": "liver", "how-many": "one"}


def test_an_answer_that_is_no_object_is_left_out(tmp_path: Path):
    assert submitted(tmp_path, json.dumps(notebook(answers={"where": "liver", "how-many": 2}))).answers == {}


def test_a_markdown_cell_is_never_code(tmp_path: Path):
    made = notebook()
    made["cells"] = [{**cell(GOOD), "cell_type": "markdown"}]

    assert submitted(tmp_path, json.dumps(made)).code == {}


def test_a_source_given_as_lines_is_joined(tmp_path: Path):
    made = notebook()
    made["cells"] = [{**cell(""), "source": GOOD.splitlines(keepends=True)}]

    assert submitted(tmp_path, json.dumps(made)).code["double"].sources == (GOOD,)


def test_of_two_chapters_of_a_record_the_notebook_names_one(tmp_path: Path):
    assert submitted(tmp_path, GOOD_TEXT).chapter == CHAPTER
