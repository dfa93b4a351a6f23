"""An exercise item: what all kinds have in common, and the body that its kind reads."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

Json = dict[str, Any]
Body = Mapping[str, Any]
GUESS = "guess"  # the set of the one question that a chapter asks before it tells
PRACTICE = "practice"  # the set of all items that no part of their chapter asks


@frozen(eq=False)
class Item:
    """One item of the bank. ``body`` holds what its kind needs, already checked; ``raw`` is the file as read.

    Two items are the same only where they are one object, so that what is made of an item can be kept.
    ``set`` names the part of its chapter that asks it, or is "".
    ``reimplements`` is "" or the "slug@version" that this item replaces: a published item is never edited.
    """

    slug: str
    uuid: str
    version: int
    kind: str
    objective: str
    title: str
    set: str = ""
    status: str = "draft"
    reimplements: str = ""
    chapter: str = ""
    facts: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    body: Body = field(factory=dict, repr=False)
    raw: Body = field(factory=dict, repr=False)

    @property
    def key(self) -> str:
        """Slug and version, as other files name it.

        >>> Item("rfa-size", "", 2, "choice", "", "").key
        'rfa-size@2'
        """
        return f"{self.slug}@{self.version}"
