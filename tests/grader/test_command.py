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
from netlearn.words import say
from tests.grader.classroom import GOOD, SmallBank, hand_in

REAL = grade_run.Exercises
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
        ("ann", "graded", "3.0"), ("bob", "died", "2.0"), ("cy", "unreadable", ""),
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
    done = netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert "ann: 2 -> 3" in done.output
    assert "bob: 2" not in done.output
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


def whole(out: Path, tmp_path: Path, *options: object) -> Result:
    """A class in which all but one are graded."""
    for name in ("dee", "eve", "fay"):
        hand_in(tmp_path / "in", name, GOOD)
    return netlearn_grade(tmp_path / "in", "--out", out, *options)


def test_what_a_person_must_look_at_is_said_for_each_and_where_it_was_written(out: Path, tmp_path: Path):
    done = whole(out, tmp_path)

    assert "for a person to look at: bob: bob.ipynb: died: " in done.output
    assert "for a person to look at: cy: cy.ipynb: unreadable: " in done.output
    assert f"{say('quiz', 'formative')}\nwritten: {out}" in done.output
    assert done.exit_code == 0


@pytest.mark.parametrize(("bad", "status"), [(2, 0), (3, 0), (4, 1)])
def test_where_most_were_not_graded_as_themselves_it_ends_loudly(bad: int, status: int, tmp_path: Path):
    for number in range(3):
        hand_in(tmp_path / "in", f"good{number}", GOOD)
    for number in range(bad):
        (tmp_path / f"in/bad{number}.ipynb").write_text("{")
    done = netlearn_grade(tmp_path / "in", "--out", tmp_path / "grades.csv")

    assert done.exit_code == status
    assert ("MOST OF THIS CLASS" in done.output) == bool(status)
    assert (tmp_path / "grades.csv").exists()


def test_an_empty_folder_is_refused_before_anything_is_written(tmp_path: Path):
    (tmp_path / "in").mkdir()
    done = netlearn_grade(tmp_path / "in", "--out", tmp_path / "grades.csv")

    assert (done.exit_code, "there are no submissions in it" in done.output) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--seconds", "-1"], "--seconds: -1.0 is not accepted"),
        (["--seconds", "0"], "--seconds: 0.0"),
        (["--seconds", "nan"], "--seconds: nan"),
        (["--seconds", "inf"], "--seconds: inf"),
        (["--seconds", "1e9"], "--seconds: 1000000000.0"),
        (["--workers", "-1"], "--workers: -1"),
        (["--out", "grades"], "has no suffix"),
        (["--out", ".csv"], "has no suffix"),
        (["--secret", "EMPTY"], "is empty"),
        (["--again", "--restart"], "only one of them"),
        (["--roster", "BOTH"], "which a computer may take for one"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_before_anything_is_written(
    options: list[str], said: str, out: Path, tmp_path: Path
):
    (tmp_path / "EMPTY").write_text(" \n")
    (tmp_path / "BOTH").write_text("ann\nAnn\n")
    there = set(tmp_path.rglob("*"))
    files = [str(tmp_path / option) if option.isupper() else option for option in options]
    done = netlearn_grade(tmp_path / "in", *(() if "--out" in options else ("--out", out)), *files)

    assert (done.exit_code, said in done.output, set(tmp_path.rglob("*"))) == (2, True, there)


def test_exercises_that_are_not_there_are_refused_before_anything_is_written(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(grade_run, "Exercises", REAL)
    (tmp_path / "none").mkdir()
    for folder, said in (("nowhere", "there is no such folder"), ("none", "it holds no exercises")):
        done = netlearn_grade(tmp_path / "in", "--out", out, "--exercises", tmp_path / folder)
        assert (done.exit_code, said in done.output, (tmp_path / "grades").exists()) == (2, True, False)


def test_a_journal_of_other_settings_names_the_ways_on_and_restart_keeps_it(out: Path, tmp_path: Path):
    whole(out, tmp_path)
    before = (tmp_path / "grades/journal.jsonl").read_bytes()
    refused = whole(out, tmp_path, "--seconds", "9")
    done = whole(out, tmp_path, "--seconds", "9", "--restart")

    assert (refused.exit_code, "--restart" in refused.output, "--again" in refused.output) == (2, True, True)
    assert (done.exit_code, (tmp_path / "grades/journal.1.jsonl").read_bytes()) == (0, before)


def test_grading_again_follows_the_files_that_are_there(out: Path, tmp_path: Path):
    whole(out, tmp_path)
    (tmp_path / "in/ann.ipynb").unlink()
    hand_in(tmp_path / "in", "dee", "def double(x): return 0\n")
    hand_in(tmp_path / "in", "new", GOOD)
    done = netlearn_grade(tmp_path / "in", "--out", out, "--again")

    assert [row["learner"] for row in rows(out)] == ["bob", "cy", "eve", "fay"]
    assert "no longer in the folder, and left out: ann.ipynb" in done.output
    assert "not graded yet; run without --again: dee.ipynb" in done.output
    assert "not graded yet; run without --again: new.ipynb" in done.output
    assert not list((tmp_path / "grades/feedback").glob("ann*"))


def test_grading_again_in_another_folder_is_refused(out: Path, tmp_path: Path):
    whole(out, tmp_path)
    hand_in(tmp_path / "other", "zed", GOOD)
    done = netlearn_grade(tmp_path / "other", "--out", out, "--again")

    assert (done.exit_code, "nothing in it was graded into" in done.output) == (2, True)


@pytest.mark.parametrize(("first", "then"), [("one", "two"), ("one", None), (None, "two")])
def test_grading_again_keeps_to_the_secret(first: str | None, then: str | None, out: Path, tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    given = [("--secret", tmp_path / name) if name else () for name in (first, then)]
    whole(out, tmp_path, *given[0])
    before = out.read_bytes()
    done = netlearn_grade(tmp_path / "in", "--out", out, "--again", *given[1])

    assert (done.exit_code, "--secret" in done.output, out.read_bytes()) == (2, True, before)


def test_with_the_class_list_it_says_who_is_missing_and_who_is_not_on_it(out: Path, tmp_path: Path):
    (tmp_path / "class.csv").write_text("id;name\nann;Ann Example\ngus;Gus\nCY;Cy\nbob;Bob\ndee;D\neve;E\n")
    done = whole(out, tmp_path, "--roster", tmp_path / "class.csv")

    assert "handed in nothing: gus Gus" in done.output
    assert "not on the class list: fay" in done.output
    assert [row["learner"] for row in rows(out)][2] == "CY"
