"""What a learner has answered, so that nothing is lost: in the kernel, in the saved notebook, and in a file beside it.

A kernel cannot write a notebook's metadata. It can put the answers into the metadata of an output, which every front
end writes into the file on saving. What was answered since lies in a hidden file beside the notebook.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from netlearn.handout.reading import answers_in, newest
from netlearn.items.item import Json

__all__ = ["Kept", "backup_of", "notebook_path", "restored", "save"]


@define
class Kept:
    """The answers to one quiz by slug, each with a number that grows, and what the page remembers, as text."""

    answers: dict[str, Json] = field(factory=dict)
    page: str = ""

    def record(self, slug: str, answer: Mapping[str, Any]) -> None:
        """Take in an answer; it is newer than all others.

        >>> kept = Kept()
        >>> kept.record("a", {"answer": "G1"})
        >>> kept.record("a", {"answer": "G3"})
        >>> kept.answers
        {'a': {'answer': 'G3', 'number': 2}}
        """
        number = 1 + max((each["number"] for each in self.answers.values()), default=0)
        self.answers[slug] = {**answer, "number": number}

    def to_json(self) -> Json:
        """Return what is written into the output's metadata, and into the file beside the notebook."""
        return {"answers": self.answers, "page": self.page}


def notebook_path() -> Path | None:
    """Return the notebook that this kernel runs, as far as the front end says so."""
    named = os.environ.get("JPY_SESSION_NAME") or vars(sys.modules["__main__"]).get("__vsc_ipynb_file__")
    return Path(named) if named and Path(named).suffix == ".ipynb" else None


def backup_of(notebook: Path) -> Path:
    """Return the hidden file beside a notebook.

    >>> backup_of(Path("course/02-significance.ipynb")).name
    '.02-significance.answers.json'
    """
    return notebook.with_name(f".{notebook.stem}.answers.json")


def save(kept: Kept, notebook: Path | None) -> None:
    """Write the file beside the notebook; where that cannot be done, the notebook itself has to be saved in time."""
    if notebook is None:
        return
    place = backup_of(notebook)
    fresh = place.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(kept.to_json(), ensure_ascii=False), encoding="utf-8")
        fresh.replace(place)
    except OSError:
        return


def restored(notebook: Path | None, asked: Mapping[str, Mapping[str, int]]) -> Kept:
    """Return what the saved notebook and the file beside it hold for the variants ``asked``: slug to seed to version.

    An answer to any other variant belongs to another notebook and is left out.
    """
    if notebook is None:
        return Kept()
    saved, beside = _read(notebook), _read(backup_of(notebook))
    outputs = [part for cell in _list(saved, "cells") for output in _list(cell, "outputs") if (part := _ours(output))]
    answers = newest([answers_in(saved), _dict(beside, "answers")])
    pages = [text for part in (*outputs, beside) if isinstance(text := part.get("page"), str) and text]
    fitting = {slug: dict(answer) for slug, answer in answers.items() if _fits(answer, asked.get(slug, {}))}
    return Kept(fitting, *pages[-1:] if fitting else ())


def _fits(answer: Mapping[str, Any], variants: Mapping[str, int]) -> bool:
    seed, version = answer.get("seed"), answer.get("version")
    return type(answer.get("number")) is int and isinstance(seed, str) and variants.get(seed) == version


def _read(path: Path) -> Json:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _ours(output: Any) -> Json:
    return _dict(_dict(output, "metadata"), "netlearn")


def _dict(value: Any, key: str) -> Json:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _list(value: Any, key: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []
