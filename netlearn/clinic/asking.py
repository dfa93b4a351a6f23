"""How a clinic asks: in which order, and what together. Read from ``knowledge/questions.toml``."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.errors import KnowledgeError

FILE = "questions.toml"


@frozen
class Checklist:
    """Inputs that can only exclude, asked as one question; ``harmless`` is the value of each that excludes nothing."""

    question: str
    harmless: Mapping[str, bool]


@frozen
class Asking:
    """The usual order, and the checklists."""

    order: tuple[str, ...]
    checklists: Mapping[str, Checklist]

    def rank(self, name: str) -> tuple[int, str]:
        """The place of an input in the usual order; what it does not name comes last."""
        return (self.order.index(name) if name in self.order else len(self.order), name)

    def checklist_of(self, name: str) -> Checklist | None:
        """The checklist of which an input is part."""
        return next((each for each in self.checklists.values() if name in each.harmless), None)


@cache
def asking() -> Asking:
    """How the clinic asks.

    >>> asking().order[0]
    'primary_site'
    """
    return read(knowledge.load(FILE))


def read(raw: Mapping[str, Any]) -> Asking:
    """The same from its parsed TOML. Raises KnowledgeError for an input that stands twice."""
    lists = {id: Checklist(row["question"], row["harmless"]) for id, row in raw["checklists"].items()}
    named = [name for each in lists.values() for name in each.harmless]
    for names, where in ((named, "checklists"), (raw["order"], "order")):
        for name in names:
            if list(names).count(name) > 1:
                raise KnowledgeError(f"{FILE}: {where}: {name!r} stands twice")
    return Asking(tuple(raw["order"]), lists)
