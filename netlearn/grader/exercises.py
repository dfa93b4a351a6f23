"""The bank behind the grader: the exercises of ``netlearn.items``, as `netlearn.grader.bank.Bank` wants them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

import netlearn
from netlearn.errors import NetlearnError, quoted
from netlearn.grader.bank import Returned, SeededTask
from netlearn.items import generate, grade
from netlearn.items.answers import AnswerKey
from netlearn.items.bank import chapters, load_items, load_tasks, ordered
from netlearn.items.common import graded
from netlearn.items.item import Item
from netlearn.items.keyless import askable
from netlearn.items.kinds import kinds
from netlearn.items.tasks import Task, TaskCase, cases, reasons
from netlearn.items.variant import Grade, Variant

__all__ = ["Exercises"]

#: The parts of netlearn on which a grade depends, beside the modules of the package itself.
_DECIDING = ("items", "decision", "clinic", "models", "knowledge")
_MOST_FEEDBACK = 3  # wrong cases that a learner is told about


@frozen
class Exercises:
    """The exercises below a folder. In force is what no other version replaces.

    >>> Exercises(Path("no such folder")).chapters()
    ()
    """

    root: Path

    def chapters(self) -> Sequence[str]:
        """Return the chapters that have exercises."""
        return chapters(self.root)

    def items(self, chapter: str) -> Sequence[tuple[str, int]]:
        """Return slug and version of the items in force, in the order of the learner's notebook."""
        return _in_force(self.root, chapter, _items)

    def askable(self, chapter: str) -> frozenset[str]:
        """Return the slugs of the items that can be asked without their keys."""
        return frozenset(item.slug for item in askable(_items(self.root, chapter).values())[0])

    def generate(self, chapter: str, slug: str, version: int, seed: str) -> Variant | None:
        """Return a variant; None where there is no such item and version."""
        item = _items(self.root, chapter).get(f"{slug}@{version}")
        return generate(item, seed) if item else None

    def grade(self, variant: Variant, answer: object) -> Grade:
        """Grade an answer to a variant."""
        return grade(variant, answer)

    def tasks(self, chapter: str) -> Sequence[tuple[str, int]]:
        """Return slug and version of the code tasks in force."""
        return _in_force(self.root, chapter, _tasks)

    def task(self, chapter: str, slug: str, version: int, seed: str) -> SeededTask:
        """Return a task with the inputs that follow from a seed; what is expected stays here."""
        made = _cases(self.root, chapter, f"{slug}@{version}", seed)
        authored = _tasks(self.root, chapter)[f"{slug}@{version}"]
        tables = ((authored.cases["table"], authored.cases["edition"]),) if "table" in authored.cases else ()
        inputs = tuple(case.inputs for case in made)
        return SeededTask(slug, version, authored.function, seed, inputs, authored.stub, authored.library, tables)

    def judge(self, chapter: str, task: SeededTask, returned: Returned) -> Grade:
        """Grade returned values: the share of right ones, and what was wrong about the first wrong ones."""
        key = f"{task.slug}@{task.version}"
        authored, made = _tasks(self.root, chapter)[key], _cases(self.root, chapter, key, task.seed)
        wrong = [reason for reason in reasons(authored, made, returned) if reason]
        return graded(Fraction(len(made) - len(wrong), len(made)), list(dict.fromkeys(wrong))[:_MOST_FEEDBACK])

    def shown(self, key: AnswerKey, answer: object) -> tuple[tuple[str, ...], str]:
        """Return what was asked, and an answer in words; what cannot be read as an answer is quoted."""
        if task := _tasks(self.root, key.chapter).get(f"{key.slug}@{key.version}"):
            return tuple(task.text.strip().split("\n\n")), ""
        variant = self.generate(key.chapter, key.slug, key.version, key.seed)
        if variant is None:
            return (), ""
        return (variant.stem, *variant.given), "" if answer is None else _in_words(variant, answer)

    def title(self, chapter: str, slug: str) -> str:
        """Return the title of an item or task."""
        known: list[Item | Task] = [*_items(self.root, chapter).values(), *_tasks(self.root, chapter).values()]
        return next((each.title for each in known if each.slug == slug), slug)

    def digest(self) -> str:
        """Return a digest of the exercises and of all that decides."""
        return _digest(self.root)


def _in_words(variant: Variant, answer: object) -> str:
    kind = kinds()[variant.kind]
    try:
        return kind.words(variant, kind.parse(variant, answer))
    except (NetlearnError, LookupError, TypeError, AttributeError):
        return quoted(answer)


@cache  # in one run nobody edits the exercises
def _items(root: Path, chapter: str) -> Mapping[str, Item]:
    return load_items(root, chapter)


@cache
def _tasks(root: Path, chapter: str) -> Mapping[str, Task]:
    return load_tasks(root, chapter)


@cache
def _in_force(root: Path, chapter: str, load: Callable[[Path, str], Mapping[str, Any]]) -> tuple[tuple[str, int], ...]:
    return tuple((each.slug, each.version) for each in ordered(root, chapter, load(root, chapter)))


@lru_cache(maxsize=256)  # with a secret every learner has other ones
def _cases(root: Path, chapter: str, key: str, seed: str) -> tuple[TaskCase, ...]:
    return cases(_tasks(root, chapter)[key], seed)


@cache
def _digest(root: Path) -> str:
    made = hashlib.sha256()
    for path in sorted(_deciding(root)):
        made.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


def _deciding(root: Path) -> Iterator[Path]:
    package = Path(netlearn.__file__).parent
    yield from package.glob("*.py")
    for folder in (root, *(package / name for name in _DECIDING)):
        yield from (path for path in folder.rglob("*") if path.suffix in (".toml", ".py", ".json") and path.is_file())
