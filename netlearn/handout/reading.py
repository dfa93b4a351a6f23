"""Reading what a learner's notebook holds: plain data in, answers and code out. Nothing in it is run or trusted."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from attrs import frozen

from netlearn.cell_text import defines
from netlearn.items.answers import Answer, latest, of_mapping
from netlearn.items.answers_text import CUT, unpack

__all__ = [
    "LAST_CELL", "RECORD", "RECORDED", "Code", "Place", "about", "answers_in", "chapter_of", "code_cells", "code_in",
    "listed_tasks",
    "lost_record", "named_in", "of_chapter", "pages_in", "places_in", "tries_in",
]  # fmt: skip

RECORD, LAST_CELL = "its record", "its last cell"
RECORDED = "Answers recorded:"
_MOST_VERSIONS = 20  # of one task's cell that are tried
_QUIZ = re.compile(r"""^Quiz\(\s*["']([\w.-]{1,100})["']""", re.MULTILINE)
Place = tuple[str, tuple[Answer, ...]]


@frozen
class Code:
    """The cells that are marked as those of one code task, in document order."""

    version: int
    sources: tuple[str, ...]
    copies: int = 1  # how often the cell stands in the notebook, in whatever version


def about(notebook: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a notebook's metadata say of its exercises."""
    return _part(notebook, "metadata", "netlearn", "exercises")


def chapter_of(notebook: Mapping[str, Any]) -> str:
    """Return a notebook's chapter: from its metadata, or else from what its cells say."""
    chapter = about(notebook).get("chapter")
    if isinstance(chapter, str):
        return chapter
    sources = [_source(cell) for cell in _cells(notebook)]
    called = [found[1] for source in sources if (found := _QUIZ.search(source))]
    pasted = [answer.key.chapter for source in sources for answer in unpack(source)[0]]
    return next(iter([*called, *pasted]), "")


def places_in(notebook: Mapping[str, Any]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Return the answers in a notebook by the place where they stand, and notes on what could not be read.

    The places are the record, in metadata and outputs, and what was pasted into a cell.
    """
    chapter = chapter_of(notebook)
    found = [_part(notebook, "metadata", "netlearn", "exercises", "answers")]
    for cell in _cells(notebook):
        found += [_part(part, "metadata", "netlearn", "answers") for part in (cell, *_outputs(cell))]
    pasted = [unpack(_source(cell)) for cell in _cells(notebook)]
    lines = tuple(answer for answers, _ in pasted for answer in answers)
    record = (RECORD, tuple(answer for each in found for answer in of_mapping(dict(each), chapter)))
    notes = (f"{LAST_CELL}: {CUT}",) if any(broken for _, broken in pasted) else ()
    return (of_chapter(record, chapter), of_chapter((LAST_CELL, lines), chapter)), notes


def of_chapter(place: Place, chapter: str) -> Place:
    """Return a place with its answers to one chapter alone."""
    name, answers = place
    return name, tuple(answer for answer in answers if answer.key.chapter == chapter)


def answers_in(notebook: Mapping[str, Any]) -> Mapping[str, Answer]:
    """Return the newest answer to each item, by its slug, wherever in the notebook it stands."""
    return latest(places_in(notebook)[0]).answers


def pages_in(notebook: Mapping[str, Any]) -> list[str]:
    """Return what the page remembered in each record, as text."""
    return [page for part in tries_in(notebook) if isinstance(page := part.get("page"), str) and page]


def tries_in(notebook: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return each record as it stands: beside the answers it may say how often each item was tried."""
    return [_part(output, "metadata", "netlearn") for cell in _cells(notebook) for output in _outputs(cell)]


def lost_record(notebook: Mapping[str, Any]) -> bool:
    """Say whether there is a quiz without the record that even an untouched one has below it."""
    quizzes = [cell for cell in _cells(notebook) if _is_quiz(cell)]
    return bool(quizzes) and not any(RECORDED in _said(output) for cell in quizzes for output in _outputs(cell))


def _is_quiz(cell: Mapping[str, Any]) -> bool:
    return "quiz" in _part(cell, "metadata", "netlearn") or bool(_QUIZ.search(_source(cell)))


def _said(output: Any) -> str:
    return _text(_part(output, "data").get("text/plain"))


def code_in(notebook: Mapping[str, Any]) -> dict[str, Code]:
    """Return the cells of each code task, by the marks in their metadata."""
    found: dict[str, list[tuple[int, str]]] = {}
    for cell in _cells(notebook):
        mark = _part(cell, "metadata", "netlearn")
        slug, version = mark.get("task"), mark.get("version")
        if isinstance(slug, str) and type(version) is int and cell.get("cell_type") == "code":
            found.setdefault(slug, []).append((version, _source(cell)))
    return {slug: _latest(versions) for slug, versions in found.items()}


def code_cells(notebook: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the sources of all code cells, in the notebook's order."""
    return tuple(_source(cell) for cell in _cells(notebook) if cell.get("cell_type") == "code")


def listed_tasks(notebook: Mapping[str, Any]) -> frozenset[str]:
    """Return the slugs of the tasks that a notebook's metadata list."""
    listed = about(notebook).get("tasks")
    pairs = listed if isinstance(listed, list) else []
    return frozenset(pair[0] for pair in pairs if isinstance(pair, list) and pair and isinstance(pair[0], str))


def _latest(versions: list[tuple[int, str]]) -> Code:
    last = versions[-1][0]
    sources = tuple(source for version, source in versions if version == last)
    return Code(last, sources[-_MOST_VERSIONS:], len(versions))


def named_in(notebook: Mapping[str, Any], function: str, kinds: Collection[str] = ("code",)) -> tuple[str, ...]:
    """Return the cells that define a function by its name: those of a task whose mark is lost.

    >>> cells = [{"cell_type": "code", "source": "def f(x):\\n    return x"}, {"cell_type": "code", "source": "f(1)"}]
    >>> named_in({"cells": cells}, "f")
    ('def f(x):\\n    return x',)
    """
    cells = [cell for cell in _cells(notebook) if cell.get("cell_type") in kinds and not _is_marked(cell)]
    return tuple(source for cell in cells if defines(source := _source(cell), function))[-_MOST_VERSIONS:]


def _is_marked(cell: Mapping[str, Any]) -> bool:
    """Whether a code cell is that of a task; a Markdown cell is not, whatever its metadata say."""
    return cell.get("cell_type") == "code" and "task" in _part(cell, "metadata", "netlearn")


def _part(value: Any, *names: str) -> Mapping[str, Any]:
    """Follow names into dictionaries; an empty one where something else stands."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _cells(notebook: Mapping[str, Any]) -> list[dict[str, Any]]:
    cells = notebook.get("cells")
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def _outputs(cell: Mapping[str, Any]) -> list[Any]:
    outputs = cell.get("outputs")
    return outputs if isinstance(outputs, list) else []


def _source(cell: Mapping[str, Any]) -> str:
    return _text(cell.get("source"))


def _text(value: Any) -> str:
    """Join a text of a notebook, which is one text or a list of lines."""
    parts = value if isinstance(value, list) else [value]
    return "".join(part for part in parts if isinstance(part, str))
