"""A whole class: one record for each submission, whatever dies on the way."""

import json
import os
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from netlearn.errors import NetlearnError
from netlearn.grader import Record, Settings
from netlearn.grader.journal import opened, read
from netlearn.grader.run import grade_class, local
from tests.grader.attacks import QUICK
from tests.grader.classroom import GOOD, SmallBank, hand_in, settings

pytestmark = pytest.mark.usefixtures("isolation")


class Here(Executor):
    """An executor that does the work at once, in this process; the calls are counted."""

    def __init__(self) -> None:
        self.calls: list[Path] = []

    def submit(self, function, /, *args, **kwargs):
        self.calls.append(args[0])
        future: Future[Record] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def run_here(made: Settings, journal: Path, executor: Executor | None = None) -> tuple[Record, ...]:
    def pool() -> AbstractContextManager[Executor]:
        return nullcontext(executor or Here())

    with opened(journal, made.digest()) as writing:
        return grade_class(made, writing, pool)


def lines(journal: Path) -> list[str]:
    return journal.read_text().splitlines()[1:]


@pytest.fixture
def class_of_three(tmp_path: Path) -> Settings:
    for name in ("ann", "bob", "cy"):
        hand_in(tmp_path / "in", name, GOOD)
    return settings(tmp_path / "in")


def test_records_come_in_the_order_of_paths(class_of_three: Settings, tmp_path: Path):
    assert [r.learner for r in run_here(class_of_three, tmp_path / "j")] == ["ann", "bob", "cy"]


def test_a_teacher_whose_files_nobody_else_may_read_gives_the_same_marks(tmp_path: Path):
    """A learner's code runs as another user, and must find Python's own modules whatever the umask."""
    hand_in(tmp_path / "in", "ann", "import pickle\ndef double(x): return pickle.loads(pickle.dumps(2 * x))")
    before = os.umask(0o077)
    try:
        (record,) = run_here(settings(tmp_path / "in"), tmp_path / "j", local(1)())  # its sandbox is new
    finally:
        os.umask(before)

    assert int(record.score) == 3


def test_a_second_run_grades_nothing_and_says_the_same(class_of_three: Settings, tmp_path: Path):
    first, executor = run_here(class_of_three, tmp_path / "j"), Here()

    assert run_here(class_of_three, tmp_path / "j", executor) == first
    assert executor.calls == []


def test_a_run_that_was_killed_while_writing_goes_on_with_equal_results(class_of_three: Settings, tmp_path: Path):
    whole, executor = run_here(class_of_three, tmp_path / "j"), Here()
    last = lines(tmp_path / "j")[-1]
    data = (tmp_path / "j").read_bytes()
    (tmp_path / "j").write_bytes(data[: -len(last) // 2])  # in the middle of the last record

    assert run_here(class_of_three, tmp_path / "j", executor) == whole
    assert [path.name for path in executor.calls] == [json.loads(last)["path"]]
    assert len(lines(tmp_path / "j")) == 3


def test_a_changed_submission_is_graded_again(class_of_three: Settings, tmp_path: Path):
    run_here(class_of_three, tmp_path / "j")
    hand_in(tmp_path / "in", "bob")

    assert [int(record.score) for record in run_here(class_of_three, tmp_path / "j")] == [3, 2, 3]


def test_a_submission_that_is_changed_back_has_its_first_record(class_of_three: Settings, tmp_path: Path):
    first = run_here(class_of_three, tmp_path / "j")
    hand_in(tmp_path / "in", "bob")
    run_here(class_of_three, tmp_path / "j")
    hand_in(tmp_path / "in", "bob", GOOD)

    assert run_here(class_of_three, tmp_path / "j") == first


def test_a_record_is_not_written_twice(class_of_three: Settings, tmp_path: Path):
    (record, *_) = run_here(class_of_three, tmp_path / "j")
    with opened(tmp_path / "j", class_of_three.digest()) as journal:
        assert not journal.add(record)
    assert len(lines(tmp_path / "j")) == 3


def test_other_exercises_do_not_go_into_an_old_journal(class_of_three: Settings, tmp_path: Path):
    run_here(class_of_three, tmp_path / "j")
    with pytest.raises(NetlearnError, match="begun with other exercises"):
        run_here(settings(tmp_path / "in", bank=SmallBank(shift=1)), tmp_path / "j")


def test_two_runs_cannot_write_to_one_journal(class_of_three: Settings, tmp_path: Path):
    with opened(tmp_path / "j", "x"), pytest.raises(NetlearnError, match="another run"), opened(tmp_path / "j", "x"):
        pass


def test_a_journal_can_be_read_by_itself(class_of_three: Settings, tmp_path: Path):
    records = run_here(class_of_three, tmp_path / "j")

    known, _ = read(tmp_path / "j")
    assert tuple(sorted(known.values(), key=lambda record: record.path)) == records


class Failing(Here):
    """Fails for one learner, the first times."""

    def __init__(self, learner: str, times: int) -> None:
        super().__init__()
        self.learner, self.times = learner, times

    def submit(self, function, /, *args, **kwargs):
        if args[0].stem == self.learner and self.times > 0:
            self.times -= 1
            future: Future[Record] = Future()
            future.set_exception(RuntimeError("worker lost"))
            return future
        return super().submit(function, *args, **kwargs)


def test_a_submission_whose_worker_died_is_tried_again(class_of_three: Settings, tmp_path: Path):
    assert run_here(class_of_three, tmp_path / "j", Failing("bob", 2)) == run_here(class_of_three, tmp_path / "k")


def test_a_submission_that_no_worker_survives_has_a_record(class_of_three: Settings, tmp_path: Path):
    records = run_here(class_of_three, tmp_path / "j", Failing("bob", 99))

    assert [record.status for record in records] == ["graded", "died", "graded"]
    assert "failed three times: RuntimeError: worker lost" in records[1].reason


def test_threads_grade_as_processes_do(class_of_three: Settings, tmp_path: Path):
    with ThreadPoolExecutor(2) as threads:
        assert run_here(class_of_three, tmp_path / "j", threads) == run_here(class_of_three, tmp_path / "k")


def test_progress_is_told_from_the_first_to_the_last(class_of_three: Settings, tmp_path: Path):
    seen: list[tuple[int, int]] = []
    with opened(tmp_path / "j", class_of_three.digest()) as journal:
        grade_class(class_of_three, journal, lambda: nullcontext(Here()), lambda *step: seen.append(step))

    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


#: Attacks that end by themselves at once; the others have tests of their own.
NOT_MIXED = ("allocation bit by bit", "bottomless recursion", "signalling its group")
MIXED = [name for name, attack in QUICK.items() if name not in NOT_MIXED and attack.earns != "right"]


def hand_in_a_thousand(root: Path) -> None:
    for number in range(1000):
        attack = QUICK[MIXED[number // 10 % len(MIXED)]].source
        hand_in(root, f"{number:04}", attack.replace("PID", str(os.getpid())) if number % 10 == 3 else GOOD)


def test_a_thousand_submissions_a_tenth_of_them_hostile_have_a_thousand_records(tmp_path: Path):
    hand_in_a_thousand(tmp_path / "in")
    made = settings(tmp_path / "in")
    with opened(tmp_path / "j", made.digest()) as journal:
        records = grade_class(made, journal, local(2))

    assert [record.learner for record in records] == [f"{number:04}" for number in range(1000)]
    assert len(lines(tmp_path / "j")) == 1000
    wrong = [r.learner for r in records if (r.score == 3) != (r.learner[-1] != "3")]
    assert wrong == []
