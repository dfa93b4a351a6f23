"""The exercises on disk, and the one module that reads them: objectives, items and code tasks of each chapter, and
the record of what is published. A file is read once, and again only when it has changed.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import netlearn
from netlearn.errors import InputError, KnowledgeError, NetlearnError
from netlearn.items.item import PRACTICE, Item
from netlearn.items.load import Objective, read_item, read_objectives
from netlearn.items.reading import FieldReader, read_toml
from netlearn.items.tasks import Task, read_task
from netlearn.naming import one_of

OBJECTIVES, PUBLISHED = "objectives.toml", "published.json"
_MOST = 4096  # files of items and tasks that are kept
Stamps = tuple[tuple[str, int, int], ...]  # name, time and size of each file of an item or task
Authored = TypeVar("Authored", Item, Task)


def exercises() -> Path:
    """The folder ``exercises`` of the checkout. Raises NetlearnError where netlearn was installed without it."""
    found = Path(netlearn.__file__).parents[1] / "exercises"
    if not found.is_dir():
        raise NetlearnError(f"exercises: there is no folder {found.name!r} beside netlearn; accepted: a checkout")
    return found


def chapters(root: Path) -> tuple[str, ...]:
    """The chapters that have exercises; ``root`` is the folder ``exercises``.

    >>> chapters(Path("no such folder"))
    ()
    """
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{OBJECTIVES}")))


def load_objectives(chapter: Path) -> Mapping[str, Objective]:
    """The objectives of a chapter's folder, by id, in their order."""
    return read_objectives(read_toml(chapter / OBJECTIVES, chapter.parent), chapter.name)


def item_files(chapter: Path) -> list[Path]:
    """The file of each item of a chapter's folder."""
    return sorted(chapter.glob("items/*.toml"))


def task_files(chapter: Path) -> list[Path]:
    """The ``task.toml`` of each code task of a chapter's folder."""
    return sorted(chapter.glob("tasks/*/task.toml"))


def load_item(path: Path, root: Path, objectives: Sequence[str]) -> Item:
    """The item of one file; ``objectives`` are the ids of its chapter. Raises KnowledgeError."""
    return _item(path, root, tuple(objectives), _stamps(path))


def load_task(path: Path, root: Path, objectives: Sequence[str]) -> Task:
    """The task of one ``task.toml`` with the files beside it. Raises KnowledgeError."""
    sources = sorted(path.parent.rglob("*.py"))
    return _task(path, root, tuple(objectives), _stamps(path, *sources))


def load_items(root: Path, chapter: str = "") -> Mapping[str, Item]:
    """Every item of the bank, or of one chapter, by "slug@version".

    ``root`` is the folder ``exercises``. Raises KnowledgeError that names the file, the field, its value and what is
    accepted; a slug and version, or a UUID, may stand once only in the whole bank.
    """
    found: list[Item] = []
    for name in [chapter] if chapter else chapters(root):
        objectives = tuple(load_objectives(root / name))
        found += [load_item(path, root, objectives) for path in item_files(root / name)]
    _once("slug and version", [(item.key, item.chapter) for item in found])
    _once("uuid", [(item.uuid, item.key) for item in found])
    items = {item.key: item for item in found}
    if not chapter:
        _check_reimplements(items)
    return items


def load_tasks(root: Path, chapter: str = "") -> Mapping[str, Task]:
    """Every code task of the bank, or of one chapter, by "slug@version"; refuses what ``load_items`` would."""
    found: list[Task] = []
    for name in [chapter] if chapter else chapters(root):
        objectives = tuple(load_objectives(root / name))
        found += [load_task(path, root, objectives) for path in task_files(root / name)]
    return {task.key: task for task in found}


def current(known: Mapping[str, Authored]) -> tuple[Authored, ...]:
    """The items or tasks in force: those that no other one of the bank replaces."""
    replaced = {each.reimplements for each in known.values()}
    return tuple(each for key, each in known.items() if key not in replaced)


def ordered(root: Path, chapter: str, known: Mapping[str, Authored]) -> list[Authored]:
    """Those of a chapter in force, in the order of its objectives."""
    order = list(load_objectives(root / chapter))
    return sorted(current(known), key=lambda each: order.index(each.objective))


def chosen(chapter: str, slugs: Sequence[str], root: Path | None = None) -> tuple[Item, ...]:
    """The items in force of a chapter by their slugs, in the order asked; where none is named all, by objective.

    Raises InputError for a chapter that does not exist, for a slug that it has no item of, and for one named twice.
    """
    root = root or exercises()
    if chapter not in chapters(root):
        raise InputError("chapter", chapter, one_of(chapter, chapters(root)))
    there = {item.slug: item for item in ordered(root, chapter, load_items(root, chapter))}
    for slug in slugs:
        if slug not in there or slugs.count(slug) > 1:
            raise InputError("slug", slug, f"each once, items of {chapter}: {one_of(slug, there)}")
    return tuple(there[slug] for slug in slugs) if slugs else tuple(there.values())


def of_set(chapter: str, name: str, root: Path | None = None) -> tuple[Item, ...]:
    """The items in force of one set of a chapter, by objective; "practice" are those that stand in no set.

    Raises InputError for a set without items.
    """
    there = chosen(chapter, (), root)
    found = tuple(item for item in there if (item.set or PRACTICE) == name)
    if not found:
        sets = ", ".join(dict.fromkeys(item.set or PRACTICE for item in there))
        raise InputError("set", name, f"a set of {chapter} that has items: {sets}")
    return found


def recorded(root: Path) -> dict[str, str]:
    """The digests of what is published, as they are on record; none where there is no file yet."""
    path = root / PUBLISHED
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise KnowledgeError(f"{PUBLISHED}: cannot be read: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise KnowledgeError(f"{PUBLISHED}: is {type(found).__name__}; accepted: an object of slug@version to digest")
    return found


def record(root: Path, digests: Mapping[str, str]) -> None:
    """Put digests on record, in the one form of the file."""
    text = json.dumps(digests, indent=1, sort_keys=True, ensure_ascii=False)
    (root / PUBLISHED).write_text(text + "\n", encoding="utf-8")


def _stamps(*paths: Path) -> Stamps:
    return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in paths)


@lru_cache(maxsize=_MOST)
def _item(path: Path, root: Path, objectives: tuple[str, ...], stamps: Stamps) -> Item:
    return read_item(read_toml(path, root), path.stem, path.parents[1].name, objectives)


@lru_cache(maxsize=_MOST)
def _task(path: Path, root: Path, objectives: tuple[str, ...], stamps: Stamps) -> Task:
    reader = read_toml(path, root)
    files = {name: _source(reader, path.parent / f"{name}.py") for name in ("stub", "model")}
    wrong = {each.stem: _source(reader, each) for each in sorted(path.parent.glob("wrong/*.py"))}
    return read_task(reader, path.parent.name, path.parents[2].name, objectives, files, wrong)


def _source(reader: FieldReader, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        reader.refuse(path.name, str(error), "a file that can be read")


def _once(what: str, pairs: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for value, owner in pairs:
        if value in seen:
            raise KnowledgeError(f"the {what} {value!r} stands twice, in {seen[value]} and {owner}; accepted: once")
        seen[value] = owner


def _check_reimplements(items: Mapping[str, Item]) -> None:
    for item in items.values():
        if item.reimplements and item.reimplements not in items:
            raise KnowledgeError(f"{item.key}: reimplements is {item.reimplements!r}; accepted: an item of the bank")
