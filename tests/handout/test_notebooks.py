"""Learners' notebooks: made from the sources alone, and graded for what a learner puts in."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import nbformat
import pytest

from netlearn.errors import NetlearnError
from netlearn.grader import Settings, marking
from netlearn.grader import grade as grade_file
from netlearn.grader.exercises import Exercises
from netlearn.grader.record import Responses, Result, Run
from netlearn.grader.running import is_attempted
from netlearn.grader.sandbox.child import answer_to
from netlearn.grader.sandbox.outcome import TaskOutcome
from netlearn.grader.submission import Submission, read
from netlearn.handout import copies
from netlearn.handout.filling import filled
from netlearn.handout.notebook import practice, release, written
from netlearn.handout.reading import answers_in
from netlearn.items import generate, grade, load_items, seed_for
from netlearn.items.bank import chapters, load_tasks
from netlearn.items.item import Json
from netlearn.items.variant import Variant
from tests.exercises.answers import right, wrong

ROOT = Path(__file__).parents[2] / "exercises"
DEMO = Path(__file__).parents[1] / "items/examples"
CHAPTERS = chapters(ROOT)
ITEMS = load_items(ROOT)
TASKS = load_tasks(ROOT)
WRONG_CODE = [(key, name) for key, task in TASKS.items() for name in task.wrong]
SECRET = b"of the course"
# Apart from this process: the browser's tests keep an event loop of their own in it.
RUN = """
import pathlib, sys, nbformat
from nbclient import NotebookClient
path = pathlib.Path(sys.argv[1])
notebook = nbformat.read(path, 4)
NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
nbformat.write(notebook, path)
"""


@cache
def untouched(chapter: str) -> Json:
    return practice(ROOT, chapter)


def asked(notebook: Json) -> Json:
    return notebook["metadata"]["netlearn"]["exercises"]


def variants(notebook: Json) -> dict[str, Variant]:
    return {slug: generate(ITEMS[f"{slug}@{version}"], seed) for slug, version, seed in asked(notebook)["items"]}


def models(notebook: Json) -> dict[str, str]:
    return {slug: TASKS[f"{slug}@{version}"].model for slug, version in asked(notebook)["tasks"]}


def in_process(submission: Submission, bank: Exercises, secret: bytes | None) -> Iterator[Run]:
    """What the sandbox does, without the sandbox: for code that this repository holds."""
    for task in marking.tasks(submission.learner, submission.chapter, bank, secret):
        code = submission.code[task.slug]
        if is_attempted(task, code.sources):
            cases = [dict(case) for case in task.cases]
            request = {"sources": code.sources, "function": task.function, "stub": task.stub}
            request |= {"cases": cases, "answer": 10_000}
            (_, number), *returned = json.loads(json.dumps(list(answer_to(request))))
            outcome = TaskOutcome("graded", returned=tuple(map(tuple, returned)), source=number)
            key = marking.task_key(submission.chapter, task)
            yield Run.of(key, marking.digest_of(task.cases), outcome)


def marked(notebook: Json, folder: Path, secret: bytes | None = None) -> dict[str, Result]:
    """Hand a notebook in as ann's, and mark it."""
    path = folder / "ann.ipynb"
    path.write_text(written(notebook), encoding="utf-8")
    submission, bank = read(path, folder), Exercises(ROOT)
    given = Responses(tuple(submission.answers.values()), tuple(in_process(submission, bank, secret)))
    results, notes = marking.mark("ann", submission.chapter, given, bank, secret)
    assert notes == ()
    return {result.slug: result for result in results}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_committed_notebook_is_what_its_sources_make(chapter: str):
    """If not: `netlearn exercises build`."""
    assert (ROOT / f"{chapter}.ipynb").read_text(encoding="utf-8") == written(untouched(chapter))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_notebook_is_a_valid_one(chapter: str):
    nbformat.validate(nbformat.from_dict(untouched(chapter)))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_notebook_names_every_item_and_task_in_force_and_no_answer(chapter: str):
    about, bank = asked(untouched(chapter)), Exercises(ROOT)

    assert sorted((slug, version) for slug, version, _ in about["items"]) == sorted(bank.items(chapter))
    assert sorted(map(tuple, about["tasks"])) == sorted(bank.tasks(chapter))
    assert (about["chapter"], about["course"], about["answers"]) == (chapter, "practice", {})


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_question_and_no_model_answer_stands_in_the_notebook(chapter: str):
    """The questions come from the bank when the cell is run, so there is no key beside them to be read."""
    text = written(untouched(chapter))

    assert not [slug for slug, variant in variants(untouched(chapter)).items() if variant.stem in text]
    assert not [slug for slug, model in models(untouched(chapter)).items() if "model answer" in text or model in text]


def test_a_copy_with_answers_in_the_place_of_the_committed_one_leaves_no_trace(tmp_path: Path):
    root = tmp_path / "exercises"
    shutil.copytree(DEMO, root)
    copies.build(root)
    before = (root / "demo.ipynb").read_bytes()
    worked = filled(json.loads(before), {"zone-to-ablate": "4.1 cm"}, {"fit-for-ablation": "def fit(): ..."})
    (root / "demo.ipynb").write_text(written(worked), encoding="utf-8")

    with pytest.raises(copies.StaleExercisesError, match=r"demo\.ipynb: .*netlearn exercises build"):
        copies.check(root)
    assert copies.build(root) == (root / "demo.ipynb",)
    assert (root / "demo.ipynb").read_bytes() == before
    assert copies.build(root) == ()


def test_running_a_worked_notebook_where_nobody_names_it_keeps_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As nbclient does, and all that is built on it; the record is brought up to date when the last cell has run."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    notebook = untouched("01-introduction")
    answers = {slug: right(variant) for slug, variant in variants(notebook).items()}
    path = tmp_path / "somebody's (1).ipynb"
    path.write_text(written(filled(notebook, answers, {})), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", RUN, path], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr

    found = json.loads(path.read_text(encoding="utf-8"))
    assert {slug: each.answer for slug, each in answers_in(found).items()} == answers
    assert "All of them are in the last cell too." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_untouched_notebook_scores_nothing(chapter: str, tmp_path: Path):
    results = marked(untouched(chapter), tmp_path)

    assert {result.score for result in results.values()} == {Fraction(0)}


def test_the_grader_runs_no_code_where_none_was_written(tmp_path: Path):
    """A stub returns None, which some cases expect: it would score by chance."""
    path = tmp_path / "ann.ipynb"
    path.write_text(written(untouched(CHAPTERS[0])), encoding="utf-8")
    record = grade_file(path, Settings(tmp_path, Exercises(ROOT)))

    assert {result.result for result in record.results} == {"unanswered"}
    assert (record.status, record.isolation) == ("graded", ())


@pytest.mark.parametrize("secret", [None, SECRET])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_model_answers_score_everything(chapter: str, secret: bytes | None, tmp_path: Path):
    """In everybody's copy, and in that of one learner of a class."""
    notebook = untouched(chapter) if secret is None else release(ROOT, chapter, "ann", secret, "2026")
    answers = {slug: right(variant) for slug, variant in variants(notebook).items()}
    results = marked(filled(notebook, answers, models(notebook)), tmp_path, secret)

    assert [slug for slug, result in results.items() if result.score != 1] == []
    assert len(results) == len(answers) + len(models(notebook))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_wrong_answer_scores_what_its_item_says(chapter: str, tmp_path: Path):
    """Every item's wrong answers, one of each item at a time."""
    asked_now = variants(untouched(chapter))
    kinds = {slug: list(wrong(variant)) for slug, variant in asked_now.items()}
    rounds = max(map(len, kinds.values()))
    for answers in zip(*(islice(cycle(each or [None]), rounds) for each in kinds.values()), strict=True):
        given = dict(zip(kinds, answers, strict=True))
        results = marked(filled(untouched(chapter), given, {}), tmp_path)
        scores = {slug: results[slug].score for slug in given}

        assert scores == {slug: grade(asked_now[slug], answer).score for slug, answer in given.items()}
        assert 1 not in scores.values()


@pytest.mark.parametrize(("key", "name"), WRONG_CODE)
def test_each_wrong_function_loses_marks_and_is_told_why(key: str, name: str, tmp_path: Path):
    task = TASKS[key]
    result = marked(filled(untouched(task.chapter), {}, {task.slug: task.wrong[name]}), tmp_path)[task.slug]

    assert result.score < 1
    assert result.feedback[0].startswith(f"{task.function}(")


def test_a_learners_seeds_are_those_that_the_grader_makes_from_the_secret():
    items = asked(release(ROOT, CHAPTERS[0], "ann", SECRET, "2026"))["items"]

    assert [seed for _, _, seed in items] == [seed_for(SECRET, "ann", slug, version) for slug, version, _ in items]


def test_two_learners_have_different_seeds_and_the_secret_is_in_neither_notebook():
    ann, bob = (written(release(ROOT, CHAPTERS[0], name, SECRET, "2026")) for name in ("ann", "bob"))

    assert ann != bob
    assert SECRET.decode() not in ann + bob


def test_a_class_gets_one_folder_for_each_learner(tmp_path: Path):
    made, _ = copies.write_release(DEMO, "demo", ["ann", "bob"], SECRET, "2026", tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in made] == ["ann/demo.ipynb", "bob/demo.ipynb"]
    assert [read(path, tmp_path).learner for path in made] == ["ann", "bob"]


def test_a_class_that_is_released_again_keeps_what_was_worked_in(tmp_path: Path):
    (ann,), _ = copies.write_release(DEMO, "demo", ["ann"], SECRET, "2026", tmp_path)
    ann.write_text("worked in", encoding="utf-8")
    late, left = copies.write_release(DEMO, "demo", ["ann", "late.comer"], SECRET, "2026", tmp_path)

    assert ([path.parent.name for path in late], left) == (["late.comer"], (ann,))
    assert ann.read_text(encoding="utf-8") == "worked in"


def test_an_untouched_notebook_is_released_again_and_named_nowhere(tmp_path: Path):
    first, _ = copies.write_release(DEMO, "demo", ["ann"], SECRET, "2026", tmp_path)

    assert copies.write_release(DEMO, "demo", ["ann"], SECRET, "2026", tmp_path) == (first, ())


def test_work_is_written_over_only_on_asking(tmp_path: Path):
    (ann,), _ = copies.write_release(DEMO, "demo", ["ann"], SECRET, "2026", tmp_path)
    before = ann.read_bytes()
    ann.write_text("worked in", encoding="utf-8")
    copies.write_release(DEMO, "demo", ["ann"], SECRET, "2026", tmp_path, replace=True)

    assert ann.read_bytes() == before


REFUSED: Mapping[str, tuple[dict[str, Any], str]] = {
    "empty secret": ({"secret": b" \n"}, "secret is empty"),
    "a path": ({"learners": ["../ann"]}, "learner: '../ann'"),
    "a hidden folder": ({"learners": [".ann"]}, "learner: '.ann'"),
    "no name": ({"learners": [""]}, "learner: ''"),
    "twice": ({"learners": ["ann", "ann"]}, "ann twice"),
    "everybody's": ({"course": "practice"}, "course: 'practice'"),
    "no chapter": ({"chapter": "04"}, "no exercises for '04'"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_release_that_cannot_be_is_refused_before_anything_is_written(name: str, tmp_path: Path):
    changes, reason = REFUSED[name]
    asked_for = {"chapter": "demo", "learners": ["bob", "ann"], "secret": SECRET, "course": "2026", **changes}

    with pytest.raises(NetlearnError, match=reason):
        copies.write_release(DEMO, **asked_for, out=tmp_path)
    assert list(tmp_path.iterdir()) == []
