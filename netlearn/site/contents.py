"""The contents of the course: its sections, the chapters written so far, and the patients who go through them."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from netlearn import evidence
from netlearn.checks.chapters import chapters
from netlearn.clinic.cases import Patient, cases
from netlearn.clinic.states import AT
from netlearn.errors import KnowledgeError
from netlearn.items.bank import chosen

FILE = Path(__file__).with_name("contents.toml")
PEOPLE = ("vera", "tomas")  # who go through the book; the others appear once
_ABSTRACT = "abs"
_AGE = re.compile(r"\bof (\d+)\s+years\b")


@frozen
class Passage:
    """A patient at one section: age as the story tells it, or ""; what happens, and what is asked."""

    name: str
    age: str
    section: str
    title: str
    question: str


@frozen
class Chapter:
    """A chapter that is written: its page, the minutes it takes and its questions, titles by their ids."""

    page: str
    minutes: int
    reviewed: str
    questions: dict[str, str]

    @property
    def name(self) -> str:
        """Its name in the bank of questions.

        >>> Chapter("chapters/02-significance", 20, "2026-11", {}).name
        '02-significance'
        """
        return self.page.rpartition("/")[2]


@frozen
class Section:
    """One section of the review: its chapter, None where it is still to come, and who is met there."""

    id: str
    title: str
    chapter: Chapter | None
    steps: tuple[Passage, ...]


@frozen
class Part:
    """Sections that belong together."""

    title: str
    sections: tuple[Section, ...]


def parts(root: Path) -> tuple[Part, ...]:
    """The contents of the course in the folder ``root``. Raises KnowledgeError where a section is left out or twice."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))["part"]
    listed = [section["id"] for part in read for section in part["sections"]]
    review = [id for id in evidence.sections() if id != _ABSTRACT]
    if listed != review:
        raise KnowledgeError(
            f"site/{FILE.name}: lists {', '.join(listed)}; accepted: {', '.join(review)}, in this order"
        )
    written = {section: chapter for path in chapters(root) for section, chapter in [_chapter(path, root)]}
    return tuple(Part(part["title"], tuple(_section(each, written) for each in part["sections"])) for part in read)


def sections(root: Path) -> tuple[Section, ...]:
    """Every section in its order, whatever its part."""
    return tuple(section for part in parts(root) for section in part.sections)


@cache
def steps(person: str) -> tuple[Passage, ...]:
    """The states of a patient of the book, in the order of the sections.

    >>> [(step.section, step.age) for step in steps("vera")][:2]
    [('1', '57'), ('2', '57')]
    """
    order = list(evidence.sections())
    found = [_step(case) for case in cases().values() if case.person == person and AT in case.slug]
    return tuple(sorted(found, key=lambda step: order.index(step.section)))


def _section(raw: dict[str, str], written: dict[str, Chapter]) -> Section:
    here = tuple(step for person in PEOPLE for step in steps(person) if step.section == raw["id"])
    return Section(raw["id"], raw["title"], written.get(raw["id"]), here)


def _step(case: Patient) -> Passage:
    name, _, title = case.title.partition(", ")
    age = _AGE.search(case.story)
    return Passage(name, age[1] if age else "", case.slug.partition(AT)[2], title, case.question)


def _chapter(path: Path, root: Path) -> tuple[str, Chapter]:
    about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["metadata"]["netlearn"]
    name = path.stem
    asked = {f"{name}/{item.key}": item.title for item in chosen(name, (), root / "exercises")}
    return about["section"], Chapter(f"chapters/{name}", about["minutes"], about["reviewed"], asked)
