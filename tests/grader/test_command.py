"""``netlearn grade`` from the outside."""

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.grader import grade_run
from tests.grader.classroom import GOOD, SmallBank, hand_in

pytestmark = pytest.mark.usefixtures("isolation")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small bank, and grading in this process."""
    monkeypatch.setattr(grade_run, "Exercises", lambda root: SmallBank())
    monkeypatch.setattr(grade_run.run, "local", lambda workers: lambda: ThreadPoolExecutor(1))


def netlearn_grade(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["grade", *map(str, arguments)])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    hand_in(tmp_path / "in", "ann", GOOD)
    hand_in(tmp_path / "in", "bob", "import os\nos._exit(1)")
    (tmp_path / "in/cy.ipynb").write_text("{")
    return tmp_path / "grades.csv"


def test_a_run_writes_a_row_for_each_submission(out: Path, tmp_path: Path):
    done = netlearn_grade(tmp_path / "in", "--out", out)

    assert done.exit_code == 0, done.output
    assert [(row["learner"], row["status"], row["score"]) for row in rows(out)] == [
        ("ann", "graded", "3.0"), ("bob", "died", "2.0"), ("cy", "unreadable", "0.0"),
    ]  # fmt: skip
    assert "1 graded, 1 died, 1 unreadable" in done.output


def test_everything_else_stands_in_a_folder_beside_it(out: Path, tmp_path: Path):
    netlearn_grade(tmp_path / "in", "--out", out)

    assert sorted(path.name for path in (tmp_path / "grades").iterdir()) == [
        "answers.csv", "feedback", "items.csv", "items.html", "journal.jsonl", "records.jsonl",
    ]  # fmt: skip
    assert len(list((tmp_path / "grades/feedback").iterdir())) == 3


def test_an_open_item_is_kept_from_the_pages(out: Path, tmp_path: Path):
    netlearn_grade(tmp_path / "in", "--out", out, "--open", "where")

    assert not any("You chose liver" in path.read_text() for path in (tmp_path / "grades/feedback").iterdir())


def test_an_open_item_that_does_not_exist_is_refused(out: Path, tmp_path: Path):
    done = netlearn_grade(tmp_path / "in", "--out", out, "--open", "were")

    assert (done.exit_code, out.exists()) == (2, False)
    assert "accepted: double, how-many, where" in done.output


def test_grading_again_lists_whose_score_changed(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(grade_run, "Exercises", lambda root: SmallBank(shift=1))
    netlearn_grade(tmp_path / "in", "--out", out)
    monkeypatch.setattr(grade_run, "Exercises", lambda root: SmallBank())
    (tmp_path / "in/ann.ipynb").unlink()  # what is stored is enough
    done = netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert "ann: 2 -> 3" in done.output
    assert "bob" not in done.output
    assert [row["learner"] for row in rows(tmp_path / "grades/changed.csv")] == ["ann"]
    assert rows(out)[0]["score"] == "3.0"


def test_grading_again_keeps_the_old_journal(out: Path, tmp_path: Path):
    netlearn_grade(tmp_path / "in", "--out", out)
    before = (tmp_path / "grades/journal.jsonl").read_bytes()
    netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert (tmp_path / "grades/journal.1.jsonl").read_bytes() == before
    assert (tmp_path / "grades/journal.jsonl").read_bytes() == before


def test_grading_again_by_the_same_rules_changes_nobodys_score(out: Path, tmp_path: Path):
    netlearn_grade(tmp_path / "in", "--out", out)
    netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert rows(tmp_path / "grades/changed.csv") == []


def test_grading_again_without_an_earlier_run_is_refused(out: Path, tmp_path: Path):
    done = netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert done.exit_code == 2
    assert "there is nothing to grade again" in done.output


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    assert netlearn_grade(tmp_path / "nothing", "--out", tmp_path / "grades.csv").exit_code == 2


def refuse(limits: object) -> None:
    raise grade_run.NetlearnError("this platform lacks: PID namespace")


def test_without_isolation_the_whole_run_is_refused_before_anything_is_written(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grade_run, "probe", refuse)
    done = netlearn_grade(tmp_path / "in", "--out", out)

    assert done.exit_code == 2
    assert "lacks: PID namespace" in done.output
    assert not (tmp_path / "grades").exists()


def test_with_trust_the_run_goes_on_without_isolation(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(grade_run, "probe", refuse)

    assert netlearn_grade(tmp_path / "in", "--out", out, "--trust").exit_code == 0


def test_the_secret_is_in_no_file_that_is_written(out: Path, tmp_path: Path):
    (tmp_path / "secret").write_text("hush-hush\n")
    netlearn_grade(tmp_path / "in", "--out", out, "--secret", tmp_path / "secret")
    written = [path for path in (tmp_path / "grades").rglob("*") if path.is_file()]

    assert written
    assert not any("hush-hush" in path.read_text(encoding="utf-8") for path in [*written, out])


def test_the_records_say_everything(out: Path, tmp_path: Path):
    netlearn_grade(tmp_path / "in", "--out", out)
    ann = json.loads((tmp_path / "grades/records.jsonl").read_text().splitlines()[0])

    assert ann["given"]["runs"][0]["returned"] == [["value", 2], ["value", 4], ["value", 6]]
    assert "PID namespace" in ann["isolation"]
