"""A new item or code task: a copy of one of the same kind, under a name and UUID of its own, still to be written."""

import re
import shutil
import uuid
from pathlib import Path

from netlearn.errors import InputError
from netlearn.items.bank import chapters, load_items, load_objectives, load_tasks
from netlearn.naming import chapter_named
from netlearn.new.files import TODO, replaced, slug, write

_TODO = "# {todo}: a copy of {model!r}. Write every text, number and source of your own; then delete this line.\n"


def new_item(root: Path, chapter: str, name: str, kind: str, objective: str = "") -> Path:
    """Write an item of a chapter and return its file; ``root`` is the course's folder.

    Raises InputError for a chapter, kind or objective that there is not, and NetlearnError for a name that is taken.
    """
    bank = root / "exercises"
    chapter = chapter_named(chapter, chapters(bank))
    head = _head(bank, chapter, name, objective)
    models = {item.kind: item for item in load_items(bank).values() if item.version == 1}
    if kind not in models:
        raise InputError("kind", kind, ", ".join(sorted(models)))
    model = models[kind]
    text = (bank / model.chapter / "items" / f"{model.slug}.toml").read_text(encoding="utf-8")
    return write(bank / chapter / "items" / f"{name}.toml", _copied(text, model.slug, head))


def new_task(root: Path, chapter: str, name: str, objective: str = "") -> Path:
    """Write the folder of a code task of a chapter and return its ``task.toml``; it refuses what ``new_item`` does."""
    bank = root / "exercises"
    chapter = chapter_named(chapter, chapters(bank))
    head = _head(bank, chapter, name, objective)
    model = next(task for task in load_tasks(bank).values() if task.version == 1)
    source, target = bank / model.chapter / "tasks" / model.slug, bank / chapter / "tasks" / name
    made = write(target / "task.toml", _copied((source / "task.toml").read_text(encoding="utf-8"), model.slug, head))
    shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("task.toml", "__pycache__"))
    return made


def _head(bank: Path, chapter: str, name: str, objective: str) -> dict[str, str]:
    slug("slug", name)
    objectives = list(load_objectives(bank / chapter))
    if (objective or objectives[0]) not in objectives:
        raise InputError("objective", objective, ", ".join(objectives))
    own = {"slug": name, "uuid": str(uuid.uuid4()), "status": "draft", "objective": objective or objectives[0]}
    return {**own, "title": f"{TODO}: a title"}


def _copied(text: str, model: str, head: dict[str, str]) -> str:
    """The model under another name, in no set of its chapter."""
    text = re.sub(r"(?m)^set = .*\n", "", text, count=1)
    return _TODO.format(todo=TODO, model=model) + replaced(text, **head)
