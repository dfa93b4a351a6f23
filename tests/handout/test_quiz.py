"""The quiz in a notebook: no answer is lost, and an older one never comes back over a newer one."""

import json
from pathlib import Path
from typing import Any

import pytest

from netlearn.errors import InputError
from netlearn.exercises import Quiz
from netlearn.handout.filling import filled
from netlearn.handout.keeping import named_sidecar
from netlearn.handout.notebook import practice, release, written
from netlearn.items.answers_text import pack
from netlearn.items.item import Json
from tests.handout.quiz_cell import ROOT, SIZE, UNIT, beside, made, new_kernel, said, say

pytestmark = pytest.mark.usefixtures("notebook")


def test_each_answer_has_a_higher_number_than_all_before():
    widget = made()
    say(widget, SIZE, "4 cm")
    say(widget, UNIT, "dose")
    say(widget, SIZE, "4.1 cm")

    assert said(widget) == {SIZE: ("4.1 cm", 3), UNIT: ("dose", 2)}


def test_the_version_and_the_confidence_are_kept_with_the_answer():
    widget = made()
    say(widget, SIZE, "4 cm", seed="3", confidence="sure")

    assert widget.answers[SIZE] == {"answer": "4 cm", "confidence": "sure", "seed": "3", "version": 1, "number": 1}


@pytest.mark.parametrize(
    ("slug", "response"),
    [
        (SIZE, {"answer": "4 cm", "seed": "of another learner"}),
        (SIZE, {"answer": "4 cm", "seed": ["0"]}),
        (SIZE, {"answer": "4 cm"}),
        (SIZE, "4 cm"),
        ("no-such-item", {"answer": "4 cm", "seed": "0"}),
    ],
)
def test_what_belongs_to_no_question_of_the_quiz_is_not_kept(slug: str, response: Any):
    widget = made()
    widget.set_state({"answers": {slug: response}})

    assert made().answers == {}


def test_running_the_cell_again_keeps_the_answers():
    first = made()
    say(first, SIZE, "4 cm")
    first.set_state({"kept": "what the page remembers"})

    assert (made().answers, made().kept) == (first.answers, "what the page remembers")


def test_two_copies_of_the_cell_show_the_same_answers():
    first, second = made(), made()
    say(first, SIZE, "4 cm")
    say(second, UNIT, "dose")

    assert said(first) == said(second) == {SIZE: ("4 cm", 1), UNIT: ("dose", 2)}


def test_a_new_kernel_reads_the_saved_notebook(notebook: Path, monkeypatch: pytest.MonkeyPatch):
    notebook.write_text(written(filled(practice(ROOT, "demo"), {SIZE: "4 cm"}, {})), encoding="utf-8")
    widget = made()
    say(widget, UNIT, "dose")

    assert said(widget) == {SIZE: ("4 cm", 1), UNIT: ("dose", 2)}


def test_a_new_kernel_finds_what_was_not_saved_beside_the_notebook(notebook: Path):
    say(made(), SIZE, "4 cm")
    new_kernel()

    assert said(made()) == {SIZE: ("4 cm", 1)}
    assert beside(notebook).name.startswith(".")


def test_the_newer_of_the_notebook_and_the_file_beside_it_counts(notebook: Path):
    widget = made()
    say(widget, SIZE, "4 cm")
    older = beside(notebook).read_text(encoding="utf-8")
    say(widget, SIZE, "5 cm")
    saved = filled(practice(ROOT, "demo"), {}, {})
    saved["cells"][2]["outputs"][-1]["metadata"] = {"netlearn": widget._desk.kept.to_json()}
    notebook.write_text(written(saved), encoding="utf-8")
    beside(notebook).write_text(older, encoding="utf-8")
    new_kernel()

    assert said(made()) == {SIZE: ("5 cm", 2)}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"cells": [3, {"outputs": 3}]}', '{"answers": {"zone-to-ablate": 3}}']
)
def test_files_that_cannot_be_read_are_as_if_there_were_none(notebook: Path, text: str):
    notebook.write_text(text, encoding="utf-8")
    beside(notebook).write_text(text, encoding="utf-8")

    assert made().answers == {}


def test_a_learners_own_variants_are_not_filled_with_answers_to_others(notebook: Path):
    say(made(), SIZE, "4 cm")
    new_kernel()
    items = release(ROOT, "demo", "ann", b"secret", "2026")["metadata"]["netlearn"]["exercises"]["items"]
    widget = Quiz("demo", {slug: seed for slug, _, seed in items}, root=ROOT)

    assert widget.answers == {}
    assert {entry["variants"][0]["seed"] for entry in widget._pool["items"]} == {seed for _, _, seed in items}


def test_where_nothing_can_be_written_the_quiz_goes_on(notebook: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook.parent / "gone/demo.ipynb"))
    widget = made()
    say(widget, SIZE, "4 cm")

    assert said(widget) == {SIZE: ("4 cm", 1)}


@pytest.fixture
def unnamed(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a kernel to which no front end says the notebook's name."""
    monkeypatch.delenv("JPY_SESSION_NAME")
    monkeypatch.chdir(notebook.parent)
    return notebook.parent


def test_where_nobody_names_the_notebook_it_is_the_one_of_the_folder_that_carries_the_release(unnamed: Path):
    (unnamed / "demo.ipynb").rename(unnamed / "my copy.ipynb")
    (unnamed / "my copy.ipynb").write_text(written(filled(practice(ROOT, "demo"), {SIZE: "4 cm"}, {})), "utf-8")
    (unnamed / "another.ipynb").write_text(written(release(ROOT, "demo", "ann", b"secret", "2026")), "utf-8")

    assert said(made()) == {SIZE: ("4 cm", 1)}


def test_what_is_answered_there_is_found_again_under_another_name(unnamed: Path):
    say(made(), SIZE, "4 cm")
    (unnamed / "demo.ipynb").rename(unnamed / "renamed.ipynb")
    new_kernel()

    assert said(made()) == {SIZE: ("4 cm", 1)}


def test_of_two_notebooks_that_may_be_it_neither_is_read_and_the_record_warns(unnamed: Path, shown: list[Json]):
    (unnamed / "copy.ipynb").write_text(written(filled(practice(ROOT, "demo"), {SIZE: "4 cm"}, {})), "utf-8")
    widget = made()
    widget._ipython_display_()
    say(widget, UNIT, "dose")

    assert said(widget) == {UNIT: ("dose", 1)}
    assert shown[1]["data"]["text/plain"].startswith(
        "ANSWERS SAVED EARLIER WERE NOT READ: which of copy.ipynb, demo.ip"
    )
    assert sorted(path.name for path in unnamed.iterdir()) == ["copy.ipynb", "demo.ipynb"]


def test_where_no_notebook_lies_the_record_warns_and_nothing_is_written(unnamed: Path, shown: list[Json]):
    (unnamed / "demo.ipynb").unlink()
    widget = made()
    widget._ipython_display_()
    say(widget, SIZE, "4 cm")

    assert "where this notebook lies is not known here" in shown[1]["data"]["text/plain"]
    assert list(unnamed.iterdir()) == []


def test_the_last_cell_gives_the_answers_back_where_outputs_and_the_file_beside_are_gone(notebook: Path):
    worked = filled(practice(ROOT, "demo"), {SIZE: "4 cm"}, {})
    for cell in worked["cells"]:
        cell["outputs"] = []
    notebook.write_text(written(worked), encoding="utf-8")

    assert said(made()) == {SIZE: ("4 cm", 1)}


def test_the_file_beside_of_an_earlier_version_is_read(notebook: Path):
    old = {
        "answers": {SIZE: {"answer": "4 cm", "confidence": None, "seed": "0", "version": 1, "number": 1}},
        "page": "p",
    }
    named_sidecar(notebook).write_text(json.dumps(old), encoding="utf-8")

    assert (said(made()), made().kept) == ({SIZE: ("4 cm", 1)}, "p")


def test_the_time_that_the_page_says_is_kept():
    widget = made()
    say(widget, SIZE, "4 cm", at="2026-11-20T08:00:00.000Z")

    assert widget._desk.kept.answers[SIZE].at == "2026-11-20T08:00:00.000Z"


def test_the_record_says_what_is_not_yet_in_the_last_cell(shown: list[Json], monkeypatch: pytest.MonkeyPatch):
    widget = made()
    widget._ipython_display_()
    say(widget, SIZE, "4 cm")
    line = pack(widget._desk.kept.answers.values())
    assert f"Not yet in the last cell: 1 answer ({SIZE})." in shown[1]["data"]["text/plain"]

    monkeypatch.setattr("__main__.answers", line, raising=False)
    widget._desk.follow()
    assert shown[1]["data"]["text/plain"].endswith("All of them are in the last cell too.")

    say(widget, SIZE, "5 cm")
    say(widget, UNIT, {"span": "a"})
    assert f"Not yet in the last cell: 2 answers ({SIZE}, {UNIT})." in shown[1]["data"]["text/plain"]


def test_seeds_of_other_items_are_refused():
    with pytest.raises(InputError, match="slug"):
        Quiz("demo", {SIZE: "1", "no-such-item": "1"}, root=ROOT)


def test_a_learners_own_questions_are_shown_one_at_a_time_as_everybodys_are():
    assert made()._pool["paged"] is Quiz("demo", {SIZE: "1", UNIT: "1"}, root=ROOT)._pool["paged"] is True


def test_an_item_that_came_into_the_bank_later_is_not_asked():
    assert [entry["id"] for entry in Quiz("demo", {SIZE: "1"}, root=ROOT)._pool["items"]] == [f"demo/{SIZE}@1"]
