"""Feedback by nbgrader: each page where nbgrader's own commands look for it, and nobody else's with it."""

from pathlib import Path

import pytest

from netlearn.errors import NetlearnError
from netlearn.grader import Record
from netlearn.grader.outputs.feedback import write_feedback
from netlearn.grader.outputs.nbgrader_feedback import write_nbgrader_feedback
from tests.grader.classroom import CHAPTER, SmallBank


def handed_in(root: Path, learner: str, account: str = "", place: str = CHAPTER) -> Record:
    """A record of what an account handed in by nbgrader."""
    folder = root / "submitted" / (account or learner) / place
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-11-24 10:00:00 UTC")
    (folder / "submission_secret.txt").write_text(f"secret of {account or learner}")
    return Record(learner, f"{account or learner}/{place}/{CHAPTER}.ipynb", "", "graded", CHAPTER)


def laid_out(root: Path, *records: Record) -> tuple[int, tuple[str, ...]]:
    write_feedback(root / "pages", records, SmallBank().title)
    return write_nbgrader_feedback(records, root / "pages", root / "submitted", root / "feedback")


def test_a_page_lies_with_what_nbgrader_finds_it_by(tmp_path: Path):
    assert laid_out(tmp_path, handed_in(tmp_path, "ann"), handed_in(tmp_path, "bob")) == (2, ())
    folder = tmp_path / "feedback/ann" / CHAPTER

    assert sorted(path.name for path in folder.iterdir()) == [
        f"{CHAPTER}.html", "submission_secret.txt", "timestamp.txt",
    ]  # fmt: skip
    assert "Feedback for ann" in (folder / f"{CHAPTER}.html").read_text()
    assert (folder / "submission_secret.txt").read_text() == "secret of ann"


def test_who_handed_in_gets_the_page_and_not_whom_the_notebook_names(tmp_path: Path):
    laid_out(tmp_path, handed_in(tmp_path, "ann", account="bob"))

    assert [path.name for path in (tmp_path / "feedback").iterdir()] == ["bob"]


@pytest.mark.parametrize("name", ["timestamp.txt", "submission_secret.txt"])
def test_what_nbgrader_did_not_submit_is_left_out_and_named(name: str, tmp_path: Path):
    records = handed_in(tmp_path, "ann"), handed_in(tmp_path, "bob")
    (tmp_path / "submitted/bob" / CHAPTER / name).unlink()

    count, (said,) = laid_out(tmp_path, *records)
    assert (count, said) == (
        1,
        f"bob/{CHAPTER}/{CHAPTER}.ipynb: {name}, which nbgrader submit writes beside it: No such file or directory",
    )
    assert not (tmp_path / "feedback/bob").exists()


def test_a_link_in_the_place_of_a_secret_is_not_followed(tmp_path: Path):
    records = handed_in(tmp_path, "ann"), handed_in(tmp_path, "bob")
    secret = tmp_path / "submitted/bob" / CHAPTER / "submission_secret.txt"
    secret.unlink()
    secret.symlink_to(tmp_path / "submitted/ann" / CHAPTER / "submission_secret.txt")

    assert "it is a symbolic link" in laid_out(tmp_path, *records)[1][0]


def test_a_class_that_nbgrader_did_not_collect_is_refused(tmp_path: Path):
    with pytest.raises(NetlearnError, match=r"learner/assignment/notebook; accepted: the folder that nbgrader collect"):
        laid_out(tmp_path, handed_in(tmp_path, "ann", place="one/more"))
