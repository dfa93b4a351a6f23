"""``book/teaching.md``: every command of the page, in its order, as it is typed there, with a class of three."""

import csv
import re
from pathlib import Path

import pytest
import typer

from netlearn.cli import app
from tests.grader.desk import BLOCKS, CHAPTER, COURSE, PAGE, Desk, worked

pytestmark = pytest.mark.usefixtures("isolation")
TYPED = "".join(BLOCKS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The page, typed from its first command to its last."""
    made = Desk(tmp_path_factory.mktemp("teaching"))
    for number, block in enumerate(BLOCKS):
        if block.startswith("netlearn grade class/handed-in") and not (made.folder / "class/handed-in").exists():
            made.hand_in("Ann Example_40321_assignsubmission_file_/x.ipynb", worked(made.released("ann")))
            made.hand_in("cem (1).ipynb", worked(made.released("cem")))
        if "nbgrader collect" in block:
            made.submit("ann", fetched=True)
            made.submit("cem", fetched=False)
        made.type(number)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_command_of_the_page_runs(desk: Desk):
    assert len(desk.said) == len(BLOCKS) >= 10


def test_the_class_is_graded_as_itself_and_the_missing_one_is_named(desk: Desk):
    marks = rows(desk.folder / "class/marks.csv")
    (first, *_) = (text for number, text in desk.said.items() if BLOCKS[number].startswith("netlearn grade class"))

    assert [(row["learner"], row["status"], row["score"] == f"{row['of']}.0") for row in marks] == [
        ("ann", "graded", True), ("cem", "graded", True),
    ]  # fmt: skip
    assert "handed in nothing: bob Bob Example" in first


def test_the_recipe_for_nbgrader_ends_in_its_own_export(desk: Desk):
    marks = rows(desk.folder / "class/nbgrader/nbgrader-grades.csv")
    own = rows(desk.folder / "class/nbgrader/netlearn-grades.csv")
    stamp = (desk.folder / f"class/nbgrader/submitted/ann/{CHAPTER}/timestamp.txt").read_text()

    assert [(row["learner"], row["status"], row["score"]) for row in own] == [
        (row["learner"], "graded", f"{row['of']}.0") for row in rows(desk.folder / "class/marks.csv")
    ]
    assert [(row["student_id"], row["assignment"], row["score"]) for row in marks] == [
        (row["learner"], CHAPTER, row["score"]) for row in own
    ]
    assert marks[0]["timestamp"][:19] == stamp[:19]
    head = (desk.folder / "class/nbgrader/nbgrader_config.py").read_text()
    assert f"nbgrader release_assignment {CHAPTER}\n" in head


def test_nbgrader_gives_a_learner_the_page_of_this_learner_alone(desk: Desk):
    (page,) = desk.fetched("ann")

    assert "Feedback for ann" in page


def test_the_exports_are_there(desk: Desk):
    assert (desk.folder / f"class/{CHAPTER}.xml").stat().st_size > 10_000
    assert (desk.folder / f"class/{CHAPTER}.zip").stat().st_size > 1_000


def test_an_assessed_notebook_is_there_and_says_how_often(desk: Desk):
    text = (desk.folder / f"class/test/ann/{CHAPTER}.ipynb").read_text(encoding="utf-8")

    assert "Each question takes 2 attempts" in text


REAL = {
    "netlearn": set(typer.main.get_command(app).commands),
    "make": set(re.findall(r"^([a-z-]+):", (COURSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)),
}


@pytest.mark.parametrize("program", REAL)
def test_what_the_page_names_is_a_command(program: str):
    named = {*re.findall(rf"`{program} ([\w-]+)", PAGE), *re.findall(rf"^{program} ([\w-]+)", TYPED, re.MULTILINE)}

    assert named
    assert named <= REAL[program]
