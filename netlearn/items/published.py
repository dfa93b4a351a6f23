"""What is published stays as it is: ``exercises/published.json`` keeps the digest of every published item and task."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netlearn.errors import KnowledgeError
from netlearn.items.bank import PUBLISHED as FILE
from netlearn.items.bank import load_items, load_tasks, record, recorded
from netlearn.items.item import Item
from netlearn.items.tasks import Task


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


def check_published(root: Path) -> None:
    """Refuse a published item that was edited, withdrawn or never put on record.

    Raises KnowledgeError that names the item and says what to do.
    """
    now, known = digests(root), recorded(root)
    for key, was in known.items():
        if key not in now:
            raise KnowledgeError(f"{FILE}: {key} is on record; accepted: it stays in the bank with status 'published'")
        if now[key] != was:
            raise KnowledgeError(
                f"{FILE}: {key} was edited after it was published; accepted: a new version that reimplements it"
            )
    if missing := sorted(now.keys() - known.keys()):
        raise KnowledgeError(f"{FILE}: {', '.join(missing)} not on record; accepted: record them with publish()")


def publish(root: Path) -> tuple[str, ...]:
    """Put the digests of newly published items on record; what is on record already is never changed.

    Returns what was added. Raises KnowledgeError, and writes nothing, where a published item was edited.
    """
    now, known = digests(root), recorded(root)
    added = tuple(sorted(now.keys() - known.keys()))
    for key in known:
        if now.get(key) != known[key]:
            raise KnowledgeError(f"{FILE}: {key} was edited or withdrawn; accepted: a new version that reimplements it")
    record(root, {**known, **now})
    return added
