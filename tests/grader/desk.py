"""A course's folder where the commands of ``book/teaching.md`` are typed: for its test, and for a class of thirty."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from netlearn.handout.filling import filled
from netlearn.handout.notebook import written
from netlearn.items import generate, load_items
from netlearn.items.bank import load_tasks
from netlearn.items.grading import right_answer
from netlearn.items.item import Json

COURSE = Path(__file__).parents[2]
PAGE = (COURSE / "book/teaching.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)
CHAPTER = "02-significance"
ITEMS, TASKS = load_items(COURSE / "exercises", CHAPTER), load_tasks(COURSE / "exercises", CHAPTER)
LINKED = ("exercises", "netlearn", "scripts", "Makefile", "pyproject.toml", "README.md", "LICENSE", ".venv",
          "requirements", "package.json", "package-lock.json", ".npmrc", "node_modules")  # fmt: skip


def worked(notebook: Json, items: int | None = None) -> str:
    """A notebook with everything answered rightly, or that many of the questions and all of the functions."""
    about = notebook["metadata"]["netlearn"]["exercises"]
    answers = {s: right_answer(generate(ITEMS[f"{s}@{v}"], seed)) for s, v, seed in about["items"][:items]}
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

    def released(self, learner: str) -> Json:
        """The notebook that was written for a learner."""
        path = self.folder / f"class/release/{learner}/{CHAPTER}.ipynb"
        return json.loads(path.read_text(encoding="utf-8"))

    def hand_in(self, place: str, text: str) -> None:
        """Put a notebook where a learning system or a browser puts it."""
        target = self.folder / "class/handed-in" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def submit(self, learner: str, fetched: bool) -> None:
        """A learner works in a notebook of the learner's own, in the place of the fetched one, and submits it."""
        place = self.home(learner) / CHAPTER
        if fetched:
            self.run(f"nbgrader fetch_assignment {CHAPTER}", place.parent, learner)
        place.mkdir(exist_ok=True)
        (place / f"{CHAPTER}.ipynb").write_text(worked(self.released(learner)), encoding="utf-8")
        self.run(f"nbgrader submit {CHAPTER}", place.parent, learner)

    def fetched(self, learner: str) -> list[str]:
        """The pages of feedback that a learner gets from nbgrader."""
        self.run(f"nbgrader fetch_feedback {CHAPTER}", self.home(learner), learner)
        pages = (self.home(learner) / CHAPTER / "feedback").rglob("*.html")
        return [path.read_text(encoding="utf-8") for path in pages]
