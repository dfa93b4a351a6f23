"""What can be previewed, by its name: a chapter by its number or slug, an item by its slug."""

from collections.abc import Mapping
from pathlib import Path

from netlearn.errors import InputError
from netlearn.items import load_items
from netlearn.items.item import Item
from netlearn.naming import chapter_named, one_of


def meant(root: Path, name: str) -> str | Item:
    """The name of the chapter that is meant, or the item, in its newest version; ``root`` is the course's folder.

    Raises InputError that names those that are nearest, and how to see all.
    """
    if found := [item for item in _items(root).values() if name in (item.key, item.slug)]:
        return max(found, key=lambda item: item.version)
    chapters = _chapters(root)
    try:
        return chapter_named(name, chapters)
    except InputError:
        names = [*chapters, *sorted({item.slug for item in _items(root).values()})]
        raise InputError("name", name, one_of(name, names, "netlearn preview")) from None


def every_name(root: Path) -> str:
    """All names, one a line: each chapter, and below it its items."""
    items = _items(root).values()
    chapters = sorted({*_chapters(root), *(item.chapter for item in items)})
    below = {chapter: sorted({item.slug for item in items if item.chapter == chapter}) for chapter in chapters}
    return "\n".join(line for chapter in chapters for line in (chapter, *(f"  {slug}" for slug in below[chapter])))


def _chapters(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "chapters").glob("*.ipynb"))


def _items(root: Path) -> Mapping[str, Item]:
    return load_items(root / "exercises")
