"""Scores into a real nbgrader gradebook, by its own API, so that ``nbgrader export`` and the formgrader show them.

A chapter is an assignment with one notebook of its name, and each item and task a grade cell that counts 1, whichever
its version: nbgrader's cells have names of letters, digits and hyphens, so the comment beside a score names the answer
by its key. What a person wrote there (a manual score or comment, extra credit) is never touched, and nothing is ever
deleted.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from netlearn.errors import InputError
from netlearn.grader.outputs import extra, harmless
from netlearn.grader.outputs.scores import Score, ScoreSheet, entries, sheets
from netlearn.grader.record import Record

__all__ = ["Written", "write_gradebook"]


@frozen
class Written:
    """What was written: the number of submissions, those with a part that a person must look at, what was left out."""

    submissions: int
    ungraded: tuple[str, ...]
    left_out: tuple[str, ...]


def write_gradebook(records: Sequence[Record], url: str, course: str = "netlearn") -> Written:
    """Write records into the gradebook at an SQLAlchemy URL; it is made where there is none.

    Writing the same records twice changes nothing; records graded again replace what was there.
    Raises NetlearnError where the database cannot be opened or nbgrader is not installed.
    """
    made, left_out = sheets(records)
    ungraded: list[str] = []
    with _opened(url, course) as book:
        for sheet in made:
            cells = _cells(book, sheet)
            for record in sheet.records:
                found = entries(record, sheet.kinds)
                _write(book, sheet.chapter, record, cells, found)
                ungraded += [f"{record.path}: {record.status}"] * any(entry.score is None for entry in found.values())
    return Written(sum(len(sheet.records) for sheet in made), tuple(ungraded), left_out)


@contextlib.contextmanager
def _opened(url: str, course: str) -> Iterator[Any]:
    api, errors = extra.module("nbgrader.api"), extra.module("sqlalchemy.exc")
    try:
        with _alembic_on_path():
            book = api.Gradebook(url, course)
    except (errors.ArgumentError, errors.DBAPIError, ModuleNotFoundError) as error:
        reason = str(error).splitlines()[0]
        raise InputError("--db", _shown(url), f"an SQLAlchemy URL such as sqlite:///gradebook.db ({reason})") from None
    with book:
        yield book


def _shown(url: str) -> str:
    """Hide what may hold a password."""
    return url if "@" not in url else f"{url.partition(':')[0]}://…@{url.rpartition('@')[2]}"


@contextlib.contextmanager
def _alembic_on_path() -> Iterator[None]:
    """Let nbgrader find ``alembic``, which it calls by name for a new database, in an environment not activated too."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _cells(book: Any, sheet: ScoreSheet) -> dict[str, tuple[str, str]]:
    """See to the assignment, its notebook and cells; return for each slug the ids of its grade and its comment."""
    name = sheet.chapter
    book.update_or_create_assignment(name)
    book.update_or_create_notebook(name, name)
    made = {}
    for slug, kind in sheet.kinds.items():
        kind_of_cell = "code" if kind == "code" else "markdown"  # nbgrader sums up code and written work
        cell = book.update_or_create_grade_cell(slug, name, name, max_score=1.0, cell_type=kind_of_cell)
        made[slug] = (cell.id, book.update_or_create_solution_cell(slug, name, name).id)
    return made


def _write(
    book: Any, chapter: str, record: Record, cells: Mapping[str, tuple[str, str]], found: Mapping[str, Score]
) -> None:
    learner = harmless.text(record.learner)
    at = {"timestamp": extra.module("nbgrader.utils").parse_utc(record.at)} if record.at else {}
    book.update_or_create_student(learner)
    with book.db.no_autoflush:  # nbgrader links the new submission to the learner before it adds it
        submission = book.update_or_create_submission(chapter, learner, **at)
    notebook = _notebook(book, submission, chapter)
    grades = {grade.cell_id: grade for grade in notebook.grades}
    comments = {comment.cell_id: comment for comment in notebook.comments}
    for slug, entry in found.items():
        grade_id, comment_id = cells[slug]
        grade = grades.get(grade_id) or _added(book, "Grade", cell_id=grade_id, notebook=notebook)
        comment = comments.get(comment_id) or _added(book, "Comment", cell_id=comment_id, notebook=notebook)
        grade.auto_score = entry.score
        grade.needs_manual_grade = entry.score is None and grade.manual_score is None
        comment.auto_comment = harmless.text(entry.comment)
    book.db.commit()


def _notebook(book: Any, submission: Any, chapter: str) -> Any:
    """Return the submission's notebook; an assignment that was there already may have had another one only."""
    found = next((each for each in submission.notebooks if each.name == chapter), None)
    master = book.find_notebook(chapter, chapter)
    return found or _added(book, "SubmittedNotebook", notebook=master, assignment=submission)


def _added(book: Any, kind: str, **parts: Any) -> Any:
    """Add a row that nbgrader made no place for, since the cell came later than the submission."""
    row = getattr(extra.module("nbgrader.api"), kind)(**parts)
    book.db.add(row)
    return row
