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
        home = folder / "home"
        (home / ".jupyter").mkdir(parents=True)
        (home / ".jupyter/nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(folder / 'exchange')!r}\nc.Exchange.course_id = 'autumn'\n"
        )
        (folder / "exchange").mkdir()
        (folder / "exchange").chmod(0o777)
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        self.environment = {
            "PATH": path,
            "HOME": str(home),
            "PYTHONUTF8": "1",
            "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
        }
        self.learner = folder / "desk"
        self.learner.mkdir()

    def type(self, number: int) -> None:
        self.said[number] = self.run(BLOCKS[number], self.folder)

    def run(self, lines: str, folder: Path) -> str:
        command = ["bash", "-euo", "pipefail", "-c", lines]
        done = subprocess.run(command, cwd=folder, env=self.environment, capture_output=True, text=True)
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

    def submit(self) -> None:
        """A learner fetches by nbgrader, works and submits."""
        self.run(f"nbgrader fetch_assignment {CHAPTER}", self.learner)
        copy = self.learner / CHAPTER / f"{CHAPTER}.ipynb"
        copy.write_text(worked(json.loads(copy.read_text(encoding="utf-8"))), encoding="utf-8")
        self.run(f"nbgrader submit {CHAPTER}", self.learner)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The page, typed from its first command to its last."""
    made = Desk(tmp_path_factory.mktemp("teaching"))
    for number, block in enumerate(BLOCKS):
        if block.startswith("netlearn grade class/handed-in") and not (made.folder / "class/handed-in").exists():
            made.hand_in()
        if "nbgrader collect" in block:
            made.submit()
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
    (mark,) = rows(desk.folder / "class/nbgrader/nbgrader-grades.csv")
    (own,) = rows(desk.folder / "class/nbgrader/netlearn-grades.csv")
    (stamp,) = (desk.folder / "class/nbgrader/submitted").rglob("timestamp.txt")

    assert (mark["assignment"], mark["score"]) == (CHAPTER, own["score"])
    assert mark["timestamp"][:19] == stamp.read_text()[:19]
    head = (desk.folder / "class/nbgrader/nbgrader_config.py").read_text()
    assert f"nbgrader release_assignment {CHAPTER}\n" in head


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
