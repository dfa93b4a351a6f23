"""A small bank, and learners' notebooks for it: everything that the grader's tests grade."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from netlearn.grader import Limits, Settings
from netlearn.grader.bank import SeededTask
from netlearn.items.answers import AnswerKey
from netlearn.items.variant import Grade, Variant

CHAPTER = "02-significance"
GOOD = "def double(x):\n    return 2 * x\n"
#: For honest code: long enough for a busy machine.
PATIENT_LIMITS = Limits(wall=30, cpu=30, memory=192 * 2**20, output=2**17)
#: For attacks: those that would last for ever are over soon.
QUICK_LIMITS = evolve(PATIENT_LIMITS, wall=1, cpu=2)
KEYS = {"where": "liver", "how-many": "two"}
OPTIONS = {"where": ("liver", "bone", "dont-know"), "how-many": ("one", "two", "dont-know")}


@frozen
class SmallBank:
    """Two choice items, and one task: double x. ``shift`` is an error in the rules, to be corrected later."""

    shift: int = 0
    cases_from: int = 0

    def chapters(self) -> Sequence[str]:
        return (CHAPTER,)

    def items(self, chapter: str) -> Sequence[tuple[str, int]]:
        return tuple((slug, 1) for slug in KEYS)

    def askable(self, chapter: str) -> frozenset[str]:
        return frozenset({"where"})

    def generate(self, chapter: str, slug: str, version: int, seed: str) -> Variant | None:
        options = [{"id": id} for id in OPTIONS[slug]]
        return Variant("choice", item=slug, seed=seed, parts={"key": [KEYS[slug]], "options": options})

    def grade(self, variant: Variant, answer: object) -> Grade:
        if answer is None:
            return grade_of("unanswered", "0")
        right = answer in variant["key"]
        return grade_of("right" if right else "wrong", str(int(right)), f"You chose {answer}.", answer == "bone")

    def tasks(self, chapter: str) -> Sequence[tuple[str, int]]:
        return (("double", 1),)

    def task(self, chapter: str, slug: str, version: int, seed: str) -> SeededTask:
        return SeededTask(slug, version, "double", seed, tuple({"x": x + self.cases_from} for x in (1, 2, 3)))

    def judge(self, chapter: str, task: SeededTask, returned: Sequence[tuple[str, Any]]) -> Grade:
        tries = zip(task.cases, returned, strict=True)
        pairs = [(kind, value, 2 * case["x"] + self.shift) for case, (kind, value) in tries]
        right = sum(kind == "value" and type(value) is int and value == wanted for kind, value, wanted in pairs)
        failed = [str(value) for kind, value, _ in pairs if kind == "error"]
        return grade_of("right" if right == 3 else "partly" if right else "wrong", f"{right}/3", "; ".join(failed))

    def shown(self, key: AnswerKey, answer: object) -> tuple[tuple[str, ...], str]:
        return (f"Where is {key.slug}?",), "" if answer is None else f"in the {answer}"

    def title(self, chapter: str, slug: str) -> str:
        return f"About {slug}"

    def digest(self) -> str:
        return f"small {self.shift}"


def grade_of(result: str, score: str, feedback: str = "", dangerous: bool = False) -> Grade:
    return Grade(result, Fraction(score), (feedback,) if feedback else (), dangerous=dangerous)


def cell(source: str, slug: str = "double", version: int = 1) -> dict[str, Any]:
    about = {"netlearn": {"task": slug, "version": version}}
    return {"cell_type": "code", "metadata": about, "source": source, "outputs": [], "execution_count": None}


def notebook(*sources: str, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A learner's notebook: both items answered rightly unless told, and a cell for each source."""
    given = {slug: {"answer": key, "seed": "0"} for slug, key in KEYS.items()} if answers is None else answers
    about = {"netlearn": {"exercises": {"chapter": CHAPTER, "version": 1, "answers": given}}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": [cell(source) for source in sources]}


def hand_in(root: Path, name: str, *sources: str, answers: Mapping[str, Any] | None = None) -> Path:
    """Write a learner's notebook into the folder of submissions."""
    root.mkdir(parents=True, exist_ok=True)
    path = root / f"{name}.ipynb"
    path.write_text(json.dumps(notebook(*sources, answers=answers)), encoding="utf-8")
    return path


def settings(root: Path, **changes: Any) -> Settings:
    return Settings(**{"root": root, "bank": SmallBank(), "limits": PATIENT_LIMITS, **changes})
