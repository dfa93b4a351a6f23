"""What a learner has answered, so that nothing is lost: in the kernel, in the saved notebook, and in a file beside it.

A kernel cannot write a notebook's metadata. It can put the answers into the metadata of an output, which every front
end writes into the file on saving. What was answered since lies in a hidden file beside the notebook. Both are found by
the id of the release, since not every front end tells a kernel the notebook's name, and names change.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen

from netlearn.handout.reading import Place, about, chapter_of, of_chapter, pages_in, places_in, tries_in
from netlearn.items.answers import Answer, as_json, latest, of_mapping
from netlearn.items.item import Json
from netlearn.plain_json import notebook_json

__all__ = ["Kept", "Origin", "carriers", "named_sidecar", "notebook_path", "restored", "save", "sidecar"]


@define
class Kept:
    """The newest answer to each item by its slug, each with a number that grows, and what the page remembers."""

    answers: dict[str, Answer] = field(factory=dict)
    page: str = ""
    tries: dict[str, int] = field(factory=dict)  # in an assessed notebook

    def may_try(self, slug: str, attempts: int) -> bool:
        """Say whether an item may be answered once more; 0 attempts: always."""
        return not attempts or self.tries.get(slug, 0) < attempts

    def record(self, answer: Answer, counted: bool = False) -> None:
        """Take in an answer; it is newer than all others. ``counted``: it is one of a number of attempts.

        >>> from netlearn.items.answers import AnswerKey
        >>> kept = Kept()
        >>> kept.record(Answer(AnswerKey("demo", "a", 1, "0"), "G1"))
        >>> kept.record(Answer(AnswerKey("demo", "a", 1, "0"), "G3"))
        >>> kept.to_json()["answers"]
        {'demo/a@1#0': {'answer': 'G3', 'confidence': None, 'number': 2}}
        """
        number = 1 + max((each.number for each in self.answers.values()), default=0)
        self.answers[answer.key.slug] = evolve(answer, number=number)
        if counted:
            self.tries[answer.key.slug] = self.tries.get(answer.key.slug, 0) + 1

    def to_json(self) -> Json:
        """Return what is written into the output's metadata, and into the file beside the notebook."""
        tries = {"tries": self.tries} if self.tries else {}
        return {"answers": as_json(self.answers.values()), "page": self.page, **tries}


@frozen
class Origin:
    """Where this kernel's notebook lies: its folder, the notebooks that it may be, and its release."""

    folder: Path
    notebooks: tuple[Path, ...]
    chapter: str
    release: str

    @classmethod
    def here(cls, chapter: str, release: str) -> "Origin":
        """Return that of this kernel. Where no front end names the notebook, it is one of the kernel's folder."""
        notebook = notebook_path()
        folder = notebook.parent if notebook else Path.cwd()
        return cls(folder, (notebook,) if notebook else carriers(folder, chapter, release), chapter, release)

    @property
    def is_known(self) -> bool:
        """Whether there is one notebook that this can be."""
        return len(self.notebooks) == 1


def carriers(folder: Path, chapter: str, release: str) -> tuple[Path, ...]:
    """Return the notebooks of a folder that carry a release, or are of its chapter and carry none."""
    try:
        there = sorted(folder.glob("*.ipynb"))
    except OSError:
        return ()
    return tuple(path for path in there if _is_carried(_read(path), chapter, release))


def _is_carried(notebook: Json, chapter: str, release: str) -> bool:
    carried = about(notebook).get("release")
    return bool(carried == release if carried else chapter_of(notebook) == chapter)


def notebook_path() -> Path | None:
    """Return the notebook that this kernel runs, as far as the front end says so."""
    named = os.environ.get("JPY_SESSION_NAME") or vars(sys.modules["__main__"]).get("__vsc_ipynb_file__")
    return Path(named) if named and Path(named).suffix == ".ipynb" else None


def sidecar(folder: Path, release: str) -> Path:
    """Return the hidden file for a release's answers in a folder.

    >>> sidecar(Path("course"), "practice-02-significance").name
    '.netlearn-practice-02-significance.answers.json'
    """
    return folder / f".netlearn-{release}.answers.json"


def named_sidecar(notebook: Path) -> Path:
    """Return the hidden file of earlier versions, which had the notebook's name; it is still read.

    >>> named_sidecar(Path("course/02-significance.ipynb")).name
    '.02-significance.answers.json'
    """
    return notebook.with_name(f".{notebook.stem}.answers.json")


def save(kept: Kept, origin: Origin) -> None:
    """Write the file beside the notebook; where that cannot be done, the notebook itself has to be saved in time.

    Nothing is written where it is not known which notebook this is: the kernel may have been started anywhere.
    """
    if not origin.is_known:
        return
    place = sidecar(origin.folder, origin.release)
    fresh = place.with_suffix(".new")
    try:
        fresh.write_text(json.dumps({"release": origin.release, **kept.to_json()}, ensure_ascii=False), "utf-8")
        fresh.replace(place)
    except OSError:
        return


def restored(origin: Origin, asked: Mapping[str, Mapping[str, int]]) -> tuple[Kept, str]:
    """Return what is kept of the variants ``asked``, slug to seed to version; and a warning where nothing can be read.

    An answer to any other variant belongs to another notebook and is left out.
    """
    if not origin.is_known:
        return Kept(), _unknown(origin)
    (notebook,) = origin.notebooks
    saved = _read(notebook)
    beside = [_read(named_sidecar(notebook)), _read(sidecar(origin.folder, origin.release))]
    places = [*places_in(saved)[0], *(_beside(each, origin.chapter) for each in beside)]
    answers = latest(places).answers
    fitting = {slug: answer for slug, answer in answers.items() if _fits(answer, asked.get(slug, {}))}
    pages = [*pages_in(saved), *(page for each in beside for page in _pages(each))]
    page = pages[-1] if pages and fitting else ""
    return Kept(_numbered(fitting), page, _tries([*tries_in(saved), *beside])), ""


def _tries(found: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return how often each item was answered, by whichever place says most."""
    most: dict[str, int] = {}
    for counts in (each.get("tries") for each in found):
        for slug, count in counts.items() if isinstance(counts, dict) else ():
            if type(count) is int:
                most[slug] = max(count, most.get(slug, 0))
    return most


def _unknown(origin: Origin) -> str:
    """Say that answers may be lost: a record is shown that holds none of those that were saved."""
    names = ", ".join(path.name for path in origin.notebooks)
    which = f"which of {names} this is" if names else "where this notebook lies"
    return f"ANSWERS SAVED EARLIER WERE NOT READ: {which} is not known here. Saving now replaces them by what is below."


def _beside(found: Json, chapter: str) -> Place:
    return of_chapter(("the file beside it", of_mapping(found.get("answers"), chapter)), chapter)


def _pages(found: Json) -> list[str]:
    return [page] if isinstance(page := found.get("page"), str) and page else []


def _numbered(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give a number to what has none, below all others."""
    return {slug: answer if answer.number else evolve(answer, number=1) for slug, answer in answers.items()}


def _fits(answer: Answer, variants: Mapping[str, int]) -> bool:
    return variants.get(answer.key.seed) == answer.key.version


def _read(path: Path) -> Json:
    try:
        found: Any = notebook_json(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
