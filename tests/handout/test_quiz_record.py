"""What a quiz shows of its answers below the widget, and how they are read from there."""

from pathlib import Path

import pytest

from netlearn.handout import keeping
from netlearn.handout.keeping import Kept
from netlearn.handout.reading import answers_in
from netlearn.items.item import Json
from tests.handout.quiz_cell import ABOUT, SIZE, made, say

pytestmark = pytest.mark.usefixtures("notebook")


def test_the_answers_are_in_the_metadata_of_the_output_below_the_widget(shown: list[Json]):
    widget = made()
    widget._ipython_display_()
    say(widget, SIZE, "4 cm")

    assert shown[1]["data"]["text/plain"].startswith("Answers recorded: 1 of 14. Save the notebook to keep them.")
    assert answers_in({"metadata": ABOUT, "cells": [{"outputs": shown}]}) == widget._desk.kept.answers


def test_every_copy_of_the_cell_records_every_answer(shown: list[Json]):
    first, second = made(), made()
    first._ipython_display_()
    second._ipython_display_()
    say(first, SIZE, "4 cm")

    assert shown[1]["metadata"] == shown[3]["metadata"] != {}


def test_no_answer_of_the_course_stands_in_the_output(shown: list[Json]):
    made()._ipython_display_()

    assert set(shown[0]["data"]) == {"application/vnd.jupyter.widget-view+json", "text/plain"}


def test_nothing_is_shown_by_a_quiz_that_is_not_shown(shown: list[Json]):
    say(made(), SIZE, "4 cm")

    assert shown == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_records_of_one_item_the_newer_counts_wherever_it_stands(order: tuple[int, int]):
    answers = [{SIZE: {"answer": "old", "number": 4}}, {SIZE: {"answer": "new", "number": 5}}]
    outputs = [{"metadata": {"netlearn": {"answers": answers[n]}}} for n in order]

    assert answers_in({"metadata": ABOUT, "cells": [{"outputs": outputs}]})[SIZE].answer == "new"


def test_answers_without_a_number_count_least():
    about = {"netlearn": {"exercises": {"chapter": "demo", "answers": {SIZE: {"answer": "old", "number": 1}}}}}
    cell = {"metadata": {"netlearn": {"answers": {SIZE: {"answer": "later, without a number"}}}}}

    assert answers_in({"metadata": about, "cells": [cell]})[SIZE].answer == "old"


def test_a_page_kept_without_an_answer_is_no_answer():
    assert Kept(page="what the page remembers").to_json()["answers"] == {}


def test_a_kernel_of_another_front_end_may_name_the_notebook(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("JPY_SESSION_NAME")
    monkeypatch.setattr("__main__.__vsc_ipynb_file__", "course/demo.ipynb", raising=False)

    assert keeping.notebook_path() == Path("course/demo.ipynb")
