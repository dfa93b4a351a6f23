"""What grading needs to know of the exercises: the one narrow door between the grader and the item bank."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen

from netlearn.items.answers import AnswerKey
from netlearn.items.variant import Grade, Variant

__all__ = ["Bank", "SeededTask"]

Json = dict[str, Any]
Returned = Sequence[tuple[str, Any]]


@frozen
class SeededTask:
    """A code task as one learner gets it: the function to write, and the inputs that it is called with, by name."""

    slug: str
    version: int
    function: str
    seed: str
    cases: tuple[Mapping[str, Any], ...]
    stub: str = ""  # what the cell holds before the learner has written anything
    library: bool = False  # whether the learner's code may ask netlearn
    tables: tuple[tuple[str, str], ...] = ()  # table and edition that most answers will ask: loaded beforehand


class Bank(Protocol):
    """The exercises, as the grader sees them. It crosses to other processes, so it is small and can be pickled."""

    def chapters(self) -> Sequence[str]:
        """Return the chapters that have exercises."""

    def items(self, chapter: str) -> Sequence[tuple[str, int]]:
        """Return slug and version of the items in force, in their order."""

    def askable(self, chapter: str) -> frozenset[str]:
        """Return the slugs of the items that an assessed notebook can ask."""

    def generate(self, chapter: str, slug: str, version: int, seed: str) -> Variant | None:
        """Return a variant; None where there is no such item and version."""

    def grade(self, variant: Variant, answer: object) -> Grade:
        """Grade an answer to a variant."""

    def tasks(self, chapter: str) -> Sequence[tuple[str, int]]:
        """Return slug and version of the code tasks in force, in their order."""

    def task(self, chapter: str, slug: str, version: int, seed: str) -> SeededTask:
        """Return a task with the inputs that follow from a seed."""

    def judge(self, chapter: str, task: SeededTask, returned: Returned) -> Grade:
        """Grade what a task's function returned: for each case ("value", value) or ("error", text)."""

    def shown(self, key: AnswerKey, answer: object) -> tuple[tuple[str, ...], str]:
        """Return what was asked, as paragraphs, and an answer in words, "" where there is none."""

    def title(self, chapter: str, slug: str) -> str:
        """Return the title of an item or task, for people."""

    def digest(self) -> str:
        """Return a digest that changes whenever a grade might."""
