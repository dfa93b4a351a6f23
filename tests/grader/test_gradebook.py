"""Records in a real nbgrader gradebook."""

import csv
import re
import shutil
import sqlite3
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.errors import NetlearnError
from netlearn.grader import Record, Result
from netlearn.grader.outputs import extra
from netlearn.grader.outputs.gradebook import write_gradebook
from netlearn.grader.outputs.scores import sheets
from netlearn.grader.outputs.tables import write_records
from netlearn.grader.record import Responses, Run
from netlearn.items.answers import AnswerKey
from netlearn.words import say
from tests.grader.nbgrader_commands import nbgrader

CHAPTER = "02-significance"
#: Quotes of both kinds, letters of three scripts, a backslash.
ODD_NAME = 'Zoë "Żółć" O\'Neill \\ 李'


def result(slug: str, score: str, kind: str = "choice", feedback: str = "") -> Result:
    said = (feedback,) if feedback else ()
    return Result(AnswerKey(CHAPTER, slug, 1, "0"), kind, "right" if score == "1" else "wrong", Fraction(score), said)


def graded(learner: str, where: str = "1", double: str = "2/3", path: str = "") -> Record:
    results = (result("where", where, feedback="You chose liver."), result("double", double, "code"))
    return Record(learner, path or f"{learner}/{CHAPTER}.ipynb", "", "graded", CHAPTER, results=results)


def died(learner: str) -> Record:
    """Its code ended the process; the choice item was answered."""
    run = Run(AnswerKey(CHAPTER, "double", 1, "0"), "", "died", "the process ended itself", ())
    results = (result("where", "1"), result("double", "0", "code"))
    given = Responses({}, (run,))
    return Record(learner, f"{learner}/n.ipynb", "", "died", CHAPTER, "double: …", results=results, given=given)


def unreadable(learner: str, path: str = "") -> Record:
    return Record(learner, path or f"{learner}/{CHAPTER}/n.ipynb", "", "unreadable", reason="the file is empty")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new gradebook: nbgrader takes seconds to make one, for it starts another Python that imports it again."""
    path = tmp_path_factory.mktemp("empty") / "gradebook.db"
    write_gradebook([], f"sqlite:///{path}")
    return path


@pytest.fixture
def url(empty: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(empty, tmp_path)}"


def rows(url: str, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def everything(url: str) -> list[str]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    try:
        return sorted(connection.iterdump())
    finally:
        connection.close()


GRADES = """
    SELECT student_id, base_cell.name, auto_score, needs_manual_grade FROM grade
    JOIN base_cell ON base_cell.id = cell_id JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id ORDER BY 1, 2"""
COMMENTS = GRADES.replace("auto_score, needs_manual_grade FROM grade", "auto_comment FROM comment").replace(
    "grade.notebook_id", "comment.notebook_id"
)


def test_each_item_and_task_has_its_score(url: str):
    write_gradebook([graded("ann")], url)

    assert rows(url, GRADES) == [("ann", "double", pytest.approx(2 / 3), 0), ("ann", "where", 1.0, 0)]


def test_each_cell_counts_one(url: str):
    write_gradebook([graded("ann")], url)

    assert rows(url, "SELECT max_score FROM grade_cells") == [(1.0,), (1.0,)]


def test_a_code_task_is_code_and_an_item_is_written_work(url: str):
    write_gradebook([graded("ann")], url)
    found = rows(url, "SELECT name, cell_type FROM grade_cells JOIN base_cell USING (id) ORDER BY name")

    assert found == [("double", "code"), ("where", "markdown")]


def test_the_feedback_becomes_the_comment(url: str):
    write_gradebook([graded("ann")], url)

    assert [comment.splitlines()[0] for _, _, comment in rows(url, COMMENTS)] == ["Wrong.", "You chose liver."]


def test_the_comment_names_the_answer_by_its_key(url: str):
    write_gradebook([graded("ann")], url)
    (_, _, code), (_, _, where) = rows(url, COMMENTS)

    assert code.endswith(f"\nAnswer {CHAPTER}/double@1#0")
    assert where.endswith(f"\nAnswer {CHAPTER}/where@1#0")


def test_the_name_of_a_cell_is_one_that_nbgrader_takes(url: str):
    write_gradebook([graded("ann")], url)

    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for (name,) in rows(url, "SELECT name FROM base_cell"))


def test_a_task_that_died_has_no_grade_and_the_answers_keep_theirs(url: str):
    written = write_gradebook([graded("ann"), died("bob")], url)

    assert rows(url, GRADES)[2:] == [("bob", "double", None, 1), ("bob", "where", 1.0, 0)]
    assert rows(url, COMMENTS)[2][2] == "Not graded: died: the process ended itself"
    assert written.ungraded == ("bob/n.ipynb: died",)


def test_a_notebook_that_cannot_be_read_has_no_grade_but_a_reason(url: str):
    written = write_gradebook([graded("ann"), unreadable("cy")], url)

    assert rows(url, GRADES)[2:] == [("cy", "double", None, 1), ("cy", "where", None, 1)]
    assert {comment for _, _, comment in rows(url, COMMENTS)[2:]} == {"Not graded: unreadable: the file is empty"}
    assert written.submissions == 2


def test_writing_twice_changes_nothing(url: str):
    records = [graded("ann"), died("bob"), unreadable("cy")]
    write_gradebook(records, url)
    before = everything(url)
    write_gradebook(records, url)

    assert everything(url) == before


def test_a_regrade_replaces_the_score(url: str):
    write_gradebook([graded("ann", where="0"), died("bob")], url)
    write_gradebook([graded("ann", where="1"), graded("bob")], url)

    assert [row[2:] for row in rows(url, GRADES) if row[1] == "where"] == [(1.0, 0), (1.0, 0)]
    assert ("bob", "double", pytest.approx(2 / 3), 0) in rows(url, GRADES)


def test_what_a_person_decided_stays(url: str):
    write_gradebook([died("bob")], url)
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    connection.execute("UPDATE grade SET manual_score = 0.5, needs_manual_grade = 0 WHERE auto_score IS NULL")
    connection.commit()
    connection.close()
    write_gradebook([died("bob")], url)

    assert rows(url, "SELECT needs_manual_grade FROM grade WHERE manual_score = 0.5") == [(0,)]


def test_an_item_added_later_gets_a_place_in_earlier_submissions(url: str):
    small = graded("ann")
    write_gradebook([Record("ann", small.path, "", "graded", CHAPTER, results=small.results[:1])], url)
    write_gradebook([small], url)

    assert [row[1] for row in rows(url, GRADES)] == ["double", "where"]


def test_two_chapters_are_two_assignments(url: str):
    other = Record("ann", "ann/x.ipynb", "", "graded", "01-introduction", results=(result("a", "1"),))
    write_gradebook([graded("ann"), other], url)

    assert rows(url, "SELECT name FROM assignment ORDER BY name") == [("01-introduction",), (CHAPTER,)]


def test_nbgrader_export_shows_the_scores(url: str, tmp_path: Path):
    write_gradebook([graded("ann"), graded(ODD_NAME, where="0", double="1"), died("bob")], url)
    nbgrader(tmp_path, (tmp_path, "export", f"--db={url}", "--to=out.csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = {row["student_id"]: row for row in csv.DictReader(file, quoting=csv.QUOTE_NONE)}

    assert {name: round(float(row["score"]), 3) for name, row in found.items()} == {
        "ann": 1.667, ODD_NAME: 1.0, "bob": 1.0,
    }  # fmt: skip
    assert {(row["assignment"], row["max_score"], row["late_submission_penalty"]) for row in found.values()} == {
        (CHAPTER, "2.0", "0.0")
    }


def test_of_two_notebooks_of_one_learner_none_is_taken():
    (sheet,), left_out = sheets([graded("ann", path="ann/a.ipynb"), graded("ann", path="ann/b.ipynb"), graded("bob")])

    assert [record.learner for record in sheet.records] == ["bob"]
    assert left_out == (f"ann: several notebooks of {CHAPTER}: ann/a.ipynb and ann/b.ipynb; leave one",)


def test_a_stray_file_beside_a_graded_notebook_steps_back():
    (sheet,), left_out = sheets([unreadable("ann", "ann/scratch.ipynb"), graded("ann")])

    assert [record.status for record in sheet.records] == ["graded"]
    assert left_out == (f"ann/scratch.ipynb: ann/{CHAPTER}.ipynb counts",)


def test_an_unreadable_notebook_belongs_where_its_folder_says():
    other = Record("bob", "bob/x.ipynb", "", "graded", "01-introduction", results=(result("a", "1"),))
    made, _ = sheets([graded("ann"), other, unreadable("cy")])

    assert {sheet.chapter: [record.learner for record in sheet.records] for sheet in made} == {
        CHAPTER: ["ann", "cy"], "01-introduction": ["bob"],
    }  # fmt: skip


def test_an_unreadable_notebook_of_no_known_chapter_is_named():
    other = Record("bob", "bob/x.ipynb", "", "graded", "01-introduction", results=(result("a", "1"),))
    _, left_out = sheets([graded("ann"), other, unreadable("cy", "cy.ipynb")])

    assert left_out == ("cy.ipynb: no chapter is known: unreadable: the file is empty",)


@pytest.mark.parametrize("url", ["gradebook.db", "nosuch:///x", "sqlite:////no/such/folder/gradebook.db"])
def test_a_database_that_cannot_be_opened_is_refused(url: str):
    with pytest.raises(NetlearnError, match=re.escape("an SQLAlchemy URL such as sqlite:///gradebook.db")):
        write_gradebook([graded("ann")], url)


def test_a_password_is_not_repeated():
    with pytest.raises(NetlearnError) as refusal:
        write_gradebook([], "nosuch://me:hush@host/grades")

    assert "hush" not in str(refusal.value)


def test_without_nbgrader_the_extra_is_named(url: str, monkeypatch: pytest.MonkeyPatch):
    def absent(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extra, "import_module", absent)
    with pytest.raises(NetlearnError, match=r"pip install 'netlearn\[grade\]'"):
        write_gradebook([graded("ann")], url)


def netlearn_gradebook(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["gradebook", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_command_says_what_a_person_must_look_at(url: str, tmp_path: Path):
    write_records(tmp_path / "records.jsonl", [graded("ann"), died("bob"), unreadable("ann", "ann/x.ipynb")])

    assert netlearn_gradebook(tmp_path / "records.jsonl", "--db", url) == (
        0,
        "without a grade, for a person to look at: bob/n.ipynb: died\n"
        f"left out: ann/x.ipynb: ann/{CHAPTER}.ipynb counts\n"
        f"2 submissions are in the gradebook. {say('quiz', 'formative')}\n",
    )


@pytest.mark.parametrize("text", ["not JSON\n", "{}\n", "[1]\n"])
def test_the_command_refuses_a_file_that_holds_no_records(url: str, tmp_path: Path, text: str):
    (tmp_path / "records.jsonl").write_text(text)
    code, output = netlearn_gradebook(tmp_path / "records.jsonl", "--db", url)

    assert code == 2
    assert "records.jsonl: line 1 is no record" in output
