"""The real item bank behind the grader, on a chapter of one item and one task."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from netlearn.grader import Record, grade
from netlearn.grader.exercises import Exercises
from netlearn.items.seeds import seed_for
from tests.grader.classroom import cell, notebook, settings

CHAPTER = "01-introduction"
OBJECTIVES = """
[[objective]]
id = "grade"
text = "tell the grades apart"
"""
ITEM = """
slug = "high"
uuid = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
version = 1
reimplements = ""
status = "draft"
kind = "choice"
objective = "grade"
title = "A high index"
facts = ["1-18"]
hints = ["Look at the threshold."]
stems = ["Which grade has a Ki-67 index over 20 %?"]

[[option]]
id = "G3"
text = "Grade 3"
right = true
feedback = "Over 20 % is grade 3."

[[option]]
id = "G1"
text = "Grade 1"
feedback = "Grade 1 is 2 % or less."
"""
TASK = """
slug = "is-high"
uuid = "6f9619ff-8b86-4d01-b42d-00cf4fc964fe"
version = 1
reimplements = ""
status = "draft"
objective = "grade"
title = "Grade from two indices"
function = "grade_of"
library = "open"
text = "Return the grade."
hints = ["Compare."]
facts = ["1-18"]

[cases]
count = 6
table = "grade"
inputs = ["ki67_percent", "mitoses_per_10hpf"]
"""
MODEL = """
import netlearn as nl

def grade_of(ki67_percent=None, mitoses_per_10hpf=None):
    return nl.decide("grade", ki67_percent=ki67_percent, mitoses_per_10hpf=mitoses_per_10hpf).verdict
"""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Exercises:
    root = tmp_path_factory.mktemp("exercises")
    (root / CHAPTER / "items").mkdir(parents=True)
    (root / CHAPTER / "objectives.toml").write_text(OBJECTIVES, encoding="utf-8")
    (root / CHAPTER / "items/high.toml").write_text(ITEM, encoding="utf-8")
    task = root / CHAPTER / "tasks/is-high"
    (task / "wrong").mkdir(parents=True)
    (task / "task.toml").write_text(TASK, encoding="utf-8")
    for name in ("stub", "model", "wrong/a", "wrong/b", "wrong/c"):
        (task / f"{name}.py").write_text(MODEL if name == "model" else "def grade_of(**given): ...\n")
    return Exercises(root)


def graded(bank: Exercises, folder: Path, source: str, answer: object = "G3", secret: bytes | None = None) -> Record:
    seed = seed_for(secret, "ann", "high", 1) if secret else "0"
    made = notebook(answers={"high": {"answer": answer, "seed": seed, "confidence": "sure"}})
    made["metadata"]["netlearn"]["exercises"]["chapter"] = CHAPTER
    made["cells"] = [cell(source, "is-high")]
    path = folder / "ann.ipynb"
    path.write_text(json.dumps(made))
    return grade(path, settings(folder, bank=bank, secret=secret))


pytestmark = pytest.mark.usefixtures("isolation")


@pytest.mark.parametrize("secret", [None, b"of the course"])
def test_the_model_answer_scores_everything(bank: Exercises, tmp_path: Path, secret: bytes | None):
    record = graded(bank, tmp_path, MODEL, secret=secret)

    assert (record.status, record.score, len(record.results)) == ("graded", 2, 2)


def test_a_wrong_answer_is_told_the_case(bank: Exercises, tmp_path: Path):
    result = graded(bank, tmp_path, "def grade_of(**given): return 'G1'\n").results[-1]

    assert (result.result, result.score) == ("wrong", 0)
    assert result.feedback[0].startswith("grade_of(")
    assert len(result.feedback) == 3


def test_an_error_is_told_with_its_case(bank: Exercises, tmp_path: Path):
    result = graded(bank, tmp_path, "def grade_of(**given): return 1 / 0\n").results[-1]

    assert result.feedback[0].startswith("grade_of(")
    assert result.feedback[0].endswith("ZeroDivisionError: division by zero")


def test_a_chosen_distractor_is_on_record(bank: Exercises, tmp_path: Path):
    result = graded(bank, tmp_path, MODEL, answer="G1").results[0]

    assert (result.result, result.chosen, result.confidence) == ("wrong", "G1", "sure")


@pytest.mark.parametrize("answer", [{"a": []}, ["G3", "G1"], 3, True, "G9", [["G3"]]])
def test_an_answer_that_cannot_be_read_scores_nothing(bank: Exercises, tmp_path: Path, answer: object):
    assert graded(bank, tmp_path, MODEL, answer=answer).results[0].score == Fraction(0)


def test_with_a_secret_two_learners_have_different_inputs(bank: Exercises):
    made = [bank.task(CHAPTER, "is-high", 1, seed_for(b"s", name, "is-high", 1)) for name in ("ann", "bob")]

    assert made[0].cases != made[1].cases


def test_a_version_that_never_was_has_no_variant(bank: Exercises):
    assert bank.generate(CHAPTER, "high", 2, "0") is None


def test_titles_are_for_people(bank: Exercises):
    assert [bank.title(CHAPTER, slug) for slug in ("high", "is-high", "x")] == [
        "A high index", "Grade from two indices", "x",
    ]  # fmt: skip
