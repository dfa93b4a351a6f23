"""Items without their keys: which can be asked so, and what of a variant a learner then sees."""

from collections.abc import Iterable
from typing import Any

from netlearn.items.item import Item, Json
from netlearn.items.kinds import kinds
from netlearn.items.variant import Variant

__all__ = ["askable", "blank"]

_SHOWN = ("id", "text", "options", "unit", "dimension")  # of a part, what a learner sees; everything else may be a key
_HEAD = ("kind", "stem", "accepted", "edition", "item", "version", "seed", "given")


def askable(items: Iterable[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the items that can be asked without their keys, and those that cannot."""
    every = tuple(items)
    return (
        tuple(item for item in every if kinds()[item.kind].open_parts),
        tuple(item for item in every if not kinds()[item.kind].open_parts),
    )


def blank(variant: Variant) -> Json:
    """Return a variant with what a learner sees, and nothing that tells which answer is right.

    >>> option = {"id": "a", "text": "A", "right": True}
    >>> made = blank(Variant("choice", "Which?", parts={"options": [option], "key": ["a"]}))
    >>> made["options"], "key" in made
    ([{'id': 'a', 'text': 'A'}], False)
    """
    whole = variant.to_json()
    parts = {name: _seen(whole[name]) for name in kinds()[variant.kind].open_parts if name in whole}
    return {**{name: whole[name] for name in _HEAD}, "hints": [], "errata": [], **parts}


def _seen(part: Any) -> Any:
    if isinstance(part, list):
        return [_seen(each) for each in part]
    if isinstance(part, dict):
        return {name: _seen(value) for name, value in part.items() if name in _SHOWN}
    return part
