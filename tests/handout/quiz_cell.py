"""A quiz as the cell of a notebook makes it, and as its page answers it."""

from pathlib import Path
from typing import Any

from netlearn.exercises import Quiz
from netlearn.handout import quiz
from netlearn.handout.keeping import sidecar

ROOT = Path(__file__).parents[1] / "items/examples"
SIZE, UNIT = "zone-to-ablate", "a-wrong-unit"
ABOUT = {"netlearn": {"exercises": {"chapter": "demo"}}}


def beside(notebook: Path) -> Path:
    """The file for the answers to everybody's copy."""
    return sidecar(notebook.parent, "practice-demo")


def new_kernel() -> None:
    quiz._desks.clear()


def made() -> Quiz:
    return Quiz("demo", root=ROOT)


def say(widget: Quiz, slug: str, answer: Any, seed: str = "0", **more: Any) -> None:
    """Answer as the page does: all answers that it knows, and the new one."""
    new = {"answer": answer, "confidence": None, "seed": seed, **more}
    widget.set_state({"answers": {**widget.answers, slug: new}})


def said(widget: Quiz) -> dict[str, tuple[Any, int]]:
    return {slug: (each["answer"], each["number"]) for slug, each in widget.answers.items()}
