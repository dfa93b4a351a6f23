"""Checks the item bank: every item and task is read, stands once, and is as it was published."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve

from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in, refusals
from netlearn.items.load import Objective, load_items, load_objectives, read_item
from netlearn.items.published import FILE, check_published, recorded
from netlearn.items.reading import read_toml
from netlearn.items.tasks import load_tasks, read_task

FOLDER = "exercises"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each file of the bank; what the bank is as a whole only when each can be read."""
    root = course() / FOLDER
    found = [*_of_files(root), *refusals(FILE, recorded, root)] or list(_of_bank(root))
    for fault in found:
        yield evolve(fault, file=f"{FOLDER}/{fault.file}") if (root / fault.file).is_file() else fault


def _of_files(root: Path) -> Iterator[Fault]:
    for path in sorted(root.glob("*/objectives.toml")):
        yield from faults_in(f"{path.parent.name}/{path.name}", _of_chapter, root, path.parent)


def _of_chapter(root: Path, folder: Path) -> Iterator[Fault]:
    objectives = load_objectives(folder)
    for path in sorted(folder.glob("items/*.toml")):
        yield from refusals(str(path.relative_to(root)), _item, path, root, objectives)
    for path in sorted(folder.glob("tasks/*/task.toml")):
        yield from refusals(str(path.relative_to(root)), read_task, path, root, folder.name, tuple(objectives))


def _item(path: Path, root: Path, objectives: Mapping[str, Objective]) -> None:
    read_item(read_toml(path, root), path.stem, path.parents[1].name, objectives)


def _of_bank(root: Path) -> Iterator[Fault]:
    yield from refusals(FOLDER, load_items, root)
    yield from refusals(FOLDER, load_tasks, root)
    yield from refusals(FILE, check_published, root)
