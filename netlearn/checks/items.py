"""Checks the item bank: every item and task is read, stands once, and is as it was published."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in, refusals
from netlearn.items.bank import (
    OBJECTIVES,
    PUBLISHED,
    chapters,
    item_files,
    load_item,
    load_items,
    load_objectives,
    load_task,
    load_tasks,
    recorded,
    task_files,
)
from netlearn.items.published import check_published

FOLDER = "exercises"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each file of the bank; what the bank is as a whole only when each can be read."""
    root = course() / FOLDER
    found = [*_of_files(root), *refusals(PUBLISHED, recorded, root)] or list(_of_bank(root))
    for fault in found:
        yield evolve(fault, file=f"{FOLDER}/{fault.file}") if (root / fault.file).is_file() else fault


def _of_files(root: Path) -> Iterator[Fault]:
    for path in [root / chapter / OBJECTIVES for chapter in chapters(root)]:
        yield from faults_in(f"{path.parent.name}/{path.name}", _of_chapter, root, path.parent)


def _of_chapter(root: Path, folder: Path) -> Iterator[Fault]:
    objectives = tuple(load_objectives(folder))
    for path in item_files(folder):
        yield from refusals(str(path.relative_to(root)), load_item, path, root, objectives)
    for path in task_files(folder):
        yield from refusals(str(path.relative_to(root)), load_task, path, root, objectives)


def _of_bank(root: Path) -> Iterator[Fault]:
    yield from refusals(FOLDER, load_items, root)
    yield from refusals(FOLDER, load_tasks, root)
    yield from refusals(PUBLISHED, check_published, root)
