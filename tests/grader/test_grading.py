"""One submission, from the file to the record."""

import json
import os
import pickle
from fractions import Fraction
from pathlib import Path

import pytest

from netlearn.grader import Record, again, grade
from netlearn.grader.sandbox import jobs
from netlearn.grader.sandbox.measures import MINIMUM, TRUSTED
from netlearn.grader.sandbox.outcome import Usage
from netlearn.grader.sandbox.warm import IsolationError
from netlearn.items.seeds import seed_for
from tests.grader.classroom import GOOD, QUICK_LIMITS, SmallBank, cell, hand_in, notebook, settings

code = pytest.mark.usefixtures("isolation")


def graded(root: Path, *sources: str, **changes) -> Record:
    return grade(hand_in(root, "ann", *sources), settings(root, **changes))


def results(record: Record) -> dict[str, str]:
    return {result.slug: result.result for result in record.results}


@code
def test_a_right_submission_scores_everything(tmp_path: Path):
    record = graded(tmp_path, GOOD)

    assert (record.status, record.score, record.notes) == ("graded", 3, ())


@code
def test_the_score_of_a_partly_right_task_is_exact(tmp_path: Path):
    assert graded(tmp_path, "def double(x): return 2 if x == 1 else 0\n").results[-1].score == Fraction(1, 3)


@code
def test_a_bool_is_no_number(tmp_path: Path):
    assert graded(tmp_path, "def double(x): return True\n").results[-1].score == 0


@code
def test_what_the_code_printed_is_kept(tmp_path: Path):
    record = graded(tmp_path, "print('hello')\n" + GOOD)

    assert (record.given.runs[0].output, record.score) == ("hello\n", 3)


def test_without_code_nothing_is_run(tmp_path: Path):
    record = graded(tmp_path)

    assert results(record) == {"where": "right", "how-many": "right", "double": "unanswered"}
    assert record.isolation == ()


@code
def test_of_duplicated_cells_the_last_that_can_be_parsed_counts(tmp_path: Path):
    record = graded(tmp_path, "def double(x): return 0\n", GOOD, "def double(x: unfinished")

    assert record.score == 3
    assert record.notes == ("double: its cell stands 3 times; code cell 2 of the notebook counts",)


@code
def test_reordered_cells_are_graded_in_the_order_of_the_document(tmp_path: Path):
    assert graded(tmp_path, GOOD, "def double(x): return 0\n").results[-1].result == "wrong"


@code
def test_edited_and_deleted_tests_change_nothing(tmp_path: Path):
    made = notebook(GOOD)
    made["cells"] += [{"cell_type": "code", "metadata": {}, "source": "def check(*a): return 'right'"}]
    made["metadata"]["netlearn"]["exercises"] |= {"items": [], "tasks": [], "score": 100}
    path = tmp_path / "ann.ipynb"
    path.write_text(json.dumps(made))
    record = grade(path, settings(tmp_path))

    assert results(record) == results(graded(tmp_path / "other", GOOD))


def test_what_a_notebook_says_of_items_and_tasks_that_do_not_exist_is_left_out(tmp_path: Path):
    made = notebook(answers={"x" * 5000: {"answer": "y"}})
    made["cells"] = [cell("x = 1", "z" * 5000), cell("x = 1", "z" * 5000)]
    path = tmp_path / "ann.ipynb"
    path.write_text(json.dumps(made))
    record = grade(path, settings(tmp_path))

    assert (record.notes, record.given.answers, record.given.runs) == ((), (), ())


def test_code_for_another_version_of_the_task_is_refused(tmp_path: Path):
    made = notebook()
    made["cells"] = [cell(GOOD, version=2)]
    path = tmp_path / "ann.ipynb"
    path.write_text(json.dumps(made))
    record = grade(path, settings(tmp_path))

    assert record.status == "refused"
    assert "version 2 of the task; version 1 is in force" in record.reason


def test_a_chapter_without_exercises_is_refused(tmp_path: Path):
    made = notebook(GOOD)
    made["metadata"]["netlearn"]["exercises"]["chapter"] = "../../etc"
    path = tmp_path / "ann.ipynb"
    path.write_text(json.dumps(made))

    assert grade(path, settings(tmp_path)).status == "refused"


def with_answer(root: Path, answer: object) -> Record:
    path = hand_in(root, "ann", answers={"where": {"answer": answer, "seed": "0"}})
    return grade(path, settings(root))


def deep(levels: int) -> object:
    made: object = "liver"
    for _ in range(levels):
        made = [made]
    return made


@pytest.mark.parametrize(
    "answer", ["x" * 20_000, deep(50), deep(500), float("nan"), [float("-inf")], 10**401, {"a": deep(9)}]
)
def test_an_answer_too_long_to_be_one_is_not_graded(answer: object, tmp_path: Path):
    record = with_answer(tmp_path, answer)

    assert record.results[0].result == "unanswered"
    assert record.notes == ("where: the answer is too long, nested too deeply or no number, and does not count",)


@pytest.mark.parametrize("answer", [None, 7, [], {"a": 1}, "\ud800"])
def test_an_answer_of_another_type_is_an_answer_all_the_same(answer: object, tmp_path: Path):
    assert with_answer(tmp_path, answer).results[0].score == 0


def test_with_a_secret_an_answer_to_anothers_variant_does_not_count(tmp_path: Path):
    theirs = {"where": {"answer": "liver", "seed": seed_for(b"s", "bob", "where", 1)}}
    record = grade(hand_in(tmp_path, "ann", answers=theirs), settings(tmp_path, secret=b"s"))

    assert record.results[0].result == "unanswered"
    assert record.notes == ("where: the answer is to another learner's variant",)


def test_with_a_secret_an_answer_to_ones_own_variant_counts(tmp_path: Path):
    own = {"where": {"answer": "liver", "seed": seed_for(b"s", "ann", "where", 1)}}

    assert grade(hand_in(tmp_path, "ann", answers=own), settings(tmp_path, secret=b"s")).results[0].result == "right"


@code
def test_a_record_survives_the_journey_through_json(tmp_path: Path):
    record = graded(tmp_path, GOOD)

    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


@code
def test_two_records_are_equal_whatever_they_cost(tmp_path: Path):
    record = graded(tmp_path, GOOD)

    assert record == graded(tmp_path, GOOD)
    assert record.usage.cpu > 0
    assert record.usage.memory > 2**20
    assert Usage(1, 2, 3) != record.usage


@code
def test_the_settings_cross_to_another_process(tmp_path: Path):
    assert pickle.loads(pickle.dumps(settings(tmp_path))) == settings(tmp_path)


@pytest.fixture
def no_isolation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A platform that offers none."""

    def refuse(library: bool) -> None:
        raise IsolationError("this platform lacks: PID namespace")

    monkeypatch.setattr(jobs, "_server", refuse)


@pytest.mark.usefixtures("no_isolation")
def test_without_isolation_code_is_refused_and_answers_are_graded(tmp_path: Path):
    record = graded(tmp_path, GOOD)

    assert (record.status, record.isolation, record.score) == ("refused", (), 2)
    assert "lacks: PID namespace" in record.reason


@pytest.mark.usefixtures("no_isolation")
def test_trusted_code_runs_without_isolation_and_the_record_says_so(tmp_path: Path):
    record = graded(tmp_path, GOOD, trust=True)

    assert (record.status, record.isolation, record.score) == ("graded", (TRUSTED,), 3)


@pytest.mark.usefixtures("no_isolation")
def test_trusted_code_is_stopped_by_the_clock(tmp_path: Path):
    assert graded(tmp_path, "while True: pass", trust=True, limits=QUICK_LIMITS).status == "timeout"


@code
def test_trust_changes_nothing_where_there_is_isolation(tmp_path: Path):
    assert set(MINIMUM) < set(graded(tmp_path, GOOD, trust=True).isolation)


@code
def test_a_server_that_was_killed_is_replaced(tmp_path: Path):
    graded(tmp_path, GOOD)
    os.kill(jobs._server().process.pid, 9)

    assert graded(tmp_path, GOOD).score == 3


@code
def test_grading_again_runs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    record = graded(tmp_path, GOOD)
    monkeypatch.setattr(jobs, "run", None)

    assert again(record, settings(tmp_path)) == record


@code
def test_grading_again_follows_a_corrected_rule(tmp_path: Path):
    wrong = graded(tmp_path, GOOD, bank=SmallBank(shift=1))

    assert (wrong.score, again(wrong, settings(tmp_path)).score) == (2, 3)


@code
def test_grading_again_leaves_a_task_alone_whose_inputs_have_changed(tmp_path: Path):
    record = again(graded(tmp_path, GOOD), settings(tmp_path, bank=SmallBank(cases_from=1)))

    assert record.score == 3
    assert "its cases have changed" in record.notes[-1]


def test_grading_again_leaves_an_unreadable_file_alone(tmp_path: Path):
    (tmp_path / "ann.ipynb").touch()
    record = grade(tmp_path / "ann.ipynb", settings(tmp_path))

    assert again(record, settings(tmp_path)) == record


def test_what_the_grader_itself_cannot_cope_with_has_a_record_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(SmallBank, "grade", fail)
    record = graded(tmp_path)

    assert (record.status, record.learner, record.results) == ("died", "ann", ())
    assert "the grader itself failed at it, and a person has to look: RecursionError: too deep" in record.reason
