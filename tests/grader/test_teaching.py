"""``book/teaching.md``: every command of the page, in its order, as it is typed there, with a class of three."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from netlearn.cli import app
from netlearn.handout.filling import filled
from netlearn.handout.notebook import written
from netlearn.items import generate, load_items
from netlearn.items.bank import load_tasks
from netlearn.items.grading import right_answer
from netlearn.items.item import Json

pytestmark = pytest.mark.usefixtures("isolation")
COURSE = Path(__file__).parents[2]
PAGE = (COURSE / "book/teaching.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)
TYPED = "".join(BLOCKS)
CHAPTER = "02-significance"
ITEMS, TASKS = load_items(COURSE / "exercises", CHAPTER), load_tasks(COURSE / "exercises", CHAPTER)
LINKED = ("exercises", "netlearn", "scripts", "Makefile", "pyproject.toml", "README.md", "LICENSE", ".venv",
          "requirements", "package.json", "package-lock.json", ".npmrc", "node_modules")  # fmt: skip


def worked(notebook: Json) -> str:
    """A notebook with everything answered rightly."""
    about = notebook["metadata"]["netlearn"]["exercises"]
    answers = {s: right_answer(generate(ITEMS[f"{s}@{v}"], seed)) for s, v, seed in about["items"]}
    return written(filled(notebook, answers, {s: TASKS[f"{s}@{v}"].model for s, v in about["tasks"]}))


class Desk:
    """A course's folder in which the page's commands are typed, one block after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder / "course", dict[int, str]()
        self.folder.mkdir()
        for name in LINKED:
            if (COURSE / name).exists():
                (self.folder / name).symlink_to(COURSE / name)
        self.homes = folder / "homes"
        (folder / "exchange").mkdir()
        (folder / "exchange").chmod(0o777)

    def home(self, name: str) -> Path:
        """The home of the instructor, or of a learner, whom nbgrader knows by this name."""
        home = self.homes / name
        if not home.exists():
            (home / ".jupyter").mkdir(parents=True)
            who = "" if name == "instructor" else f"c.CourseDirectory.student_id = {name!r}\n"
            exchange = f"c.Exchange.root = {str(self.homes.parent / 'exchange')!r}\nc.Exchange.course_id = 'autumn'\n"
            (home / ".jupyter/nbgrader_config.py").write_text(f"c = get_config()\n{exchange}{who}")
        return home

    def type(self, number: int) -> None:
        self.said[number] = self.run(BLOCKS[number], self.folder, "instructor")

    def run(self, lines: str, folder: Path, name: str) -> str:
        command, home = ["bash", "-euo", "pipefail", "-c", lines], self.home(name)
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {"PATH": path, "HOME": str(home), "PYTHONUTF8": "1", "JUPYTER_CONFIG_DIR": str(home / ".jupyter")}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{lines}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def hand_in(self) -> None:
        """Two of three hand in, as Moodle and as a browser name what they hand in."""
        for learner, place in (("ann", "Ann Example_40321_assignsubmission_file_/x.ipynb"), ("cem", "cem (1).ipynb")):
            notebook = json.loads(
                (self.folder / f"class/release/{learner}/{CHAPTER}.ipynb").read_text(encoding="utf-8")
            )
            target = self.folder / "class/handed-in" / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(worked(notebook), encoding="utf-8")

    def submit(self, learner: str, fetched: bool) -> None:
        """A learner works in a notebook of the learner's own, in the place of the fetched one, and submits it."""
        place = self.home(learner) / CHAPTER
        if fetched:
            self.run(f"nbgrader fetch_assignment {CHAPTER}", place.parent, learner)
        own = self.folder / f"class/release/{learner}/{CHAPTER}.ipynb"
        place.mkdir(exist_ok=True)
        (place / own.name).write_text(worked(json.loads(own.read_text(encoding="utf-8"))), encoding="utf-8")
        self.run(f"nbgrader submit {CHAPTER}", place.parent, learner)

    def fetched(self, learner: str) -> list[str]:
        """The pages of feedback that a learner gets from nbgrader."""
        self.run(f"nbgrader fetch_feedback {CHAPTER}", self.home(learner), learner)
        pages = (self.home(learner) / CHAPTER / "feedback").rglob("*.html")
        return [path.read_text(encoding="utf-8") for path in pages]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The page, typed from its first command to its last."""
    made = Desk(tmp_path_factory.mktemp("teaching"))
    for number, block in enumerate(BLOCKS):
        if block.startswith("netlearn grade class/handed-in") and not (made.folder / "class/handed-in").exists():
            made.hand_in()
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
