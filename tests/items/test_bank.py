"""The course's own bank: it loads, what is published is unchanged, and its objectives are those of the chapters."""

import json
import re
from pathlib import Path

import pytest

from netlearn.items import generate, grade, load_items, load_objectives
from netlearn.items.coverage import by_objective
from netlearn.items.load import current
from netlearn.items.published import check_published
from netlearn.items.tasks import cases, load_tasks

ROOT = Path(__file__).parents[2]
BANK = ROOT / "exercises"
CHAPTERS = sorted(path.parent.name for path in BANK.glob("*/objectives.toml"))
CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS)
HEADING = "## After this chapter you can"


def promised(chapter: str) -> list[str]:
    """The bullets of a chapter's "After this chapter you can", without number and closing mark."""
    notebook = json.loads((ROOT / "chapters" / f"{chapter}.ipynb").read_text(encoding="utf-8"))
    cells = ("".join(cell["source"]) for cell in notebook["cells"])
    text = next(cell for cell in cells if HEADING in cell).split(HEADING)[1]
    return [line.rstrip(".;") for line in re.findall(r"^\d+\. (.+)$", text, flags=re.MULTILINE)]


def test_the_bank_loads_and_what_is_published_is_unchanged() -> None:
    check_published(BANK)


@CHAPTER
def test_the_objectives_are_the_chapters_own_words(chapter: str) -> None:
    assert [each.text.rstrip(".;") for each in load_objectives(BANK / chapter).values()] == promised(chapter)


@CHAPTER
def test_every_objective_has_three_items(chapter: str) -> None:
    items = current(load_items(BANK, chapter))
    rows = by_objective(load_objectives(BANK / chapter).values(), items)
    assert [row["objective"] for row in rows if not row["enough"]] == []


@CHAPTER
def test_every_key_scores_one(chapter: str) -> None:
    made = [generate(item, seed) for item in load_items(BANK, chapter).values() for seed in "012"]
    one = [grade(v, v["key"][0]) for v in made if v["kind"] in ("choice", "classify")]
    several = [grade(v, v["key"]) for v in made if v["kind"] == "multiple"]
    assert {each["score"] for each in (*one, *several)} <= {"1"}


@CHAPTER
def test_every_task_has_its_cases(chapter: str) -> None:
    tasks = load_tasks(BANK, chapter).values()
    assert [task.slug for task in tasks if len(cases(task, "0")) < 3] == []
