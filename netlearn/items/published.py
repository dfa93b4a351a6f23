"""What is published stays as it is: ``exercises/published.json`` keeps the digest of every published item and task."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netlearn.errors import KnowledgeError
from netlearn.items.item import Item
from netlearn.items.load import load_items
from netlearn.items.tasks import Task, load_tasks

FILE = "published.json"


def digest(raw: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON of an item's file: comments, order and layout do not count, words do.

    >>> digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    True
    """
    text = json.dumps(raw, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digests(root: Path) -> dict[str, str]:
    """The digest of everything in the bank whose status is "published", by "slug@version"."""
    everything: dict[str, Item | Task] = {**load_items(root)}
    everything |= {f"task:{key}": task for key, task in load_tasks(root).items()}
    return {key: digest(each.raw) for key, each in everything.items() if each.status == "published"}


def recorded(root: Path) -> dict[str, str]:
    """The digests on record; none where there is no file yet."""
    path = root / FILE
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise KnowledgeError(f"{FILE}: cannot be read: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise KnowledgeError(f"{FILE}: is {type(found).__name__}; accepted: an object of slug@version to digest")
    return found


def check_published(root: Path) -> None:
    """Refuse a published item that was edited, withdrawn or never put on record.

    Raises KnowledgeError that names the item and says what to do.
    """
    now, record = digests(root), recorded(root)
    for key, was in record.items():
        if key not in now:
            raise KnowledgeError(f"{FILE}: {key} is on record; accepted: it stays in the bank with status 'published'")
        if now[key] != was:
            raise KnowledgeError(
                f"{FILE}: {key} was edited after it was published; accepted: a new version that reimplements it"
            )
    if missing := sorted(now.keys() - record.keys()):
        raise KnowledgeError(f"{FILE}: {', '.join(missing)} not on record; accepted: record them with publish()")


def publish(root: Path) -> tuple[str, ...]:
    """Put the digests of newly published items on record; what is on record already is never changed.

    Returns what was added. Raises KnowledgeError, and writes nothing, where a published item was edited.
    """
    now, record = digests(root), recorded(root)
    added = tuple(sorted(now.keys() - record.keys()))
    for key in record:
        if now.get(key) != record[key]:
            raise KnowledgeError(f"{FILE}: {key} was edited or withdrawn; accepted: a new version that reimplements it")
    text = json.dumps({**record, **now}, indent=1, sort_keys=True, ensure_ascii=False)
    (root / FILE).write_text(text + "\n", encoding="utf-8")
    return added
