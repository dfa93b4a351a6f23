"""The chapters as their tests read them."""

from pathlib import Path

from netlearn.checks.chapter.notebook import Notebook, read

ROOT = Path(__file__).parents[2]


def chapter(name: str) -> Notebook:
    """A chapter by the name of its file."""
    file = f"chapters/{name}.ipynb"
    return read(ROOT / file, file)


def section(of: Notebook, heading: str) -> str:
    """The text under one heading."""
    return of.text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
