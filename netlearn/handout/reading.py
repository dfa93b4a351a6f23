"""Reading what a learner's notebook holds: plain data in, answers and code out. Nothing in it is run or trusted."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

__all__ = ["Code", "answers_in", "chapter_of", "code_in", "newest"]

_MOST_VERSIONS = 20  # of one task's cell that are tried


@frozen
class Code:
    """The cells of one code task in document order; the last one that can be parsed counts."""

    version: int
    sources: tuple[str, ...]
    copies: int = 1  # how often the cell stands in the notebook, in whatever version


def chapter_of(notebook: Mapping[str, Any]) -> str:
    """Return the chapter that a notebook's metadata name, "" where there is none."""
    chapter = _part(notebook, "metadata", "netlearn", "exercises").get("chapter")
    return chapter if isinstance(chapter, str) else ""


def _part(value: Any, *names: str) -> Mapping[str, Any]:
    """Follow names into dictionaries; an empty one where something else stands."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _cells(notebook: Mapping[str, Any]) -> list[dict[str, Any]]:
    cells = notebook.get("cells")
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def answers_in(notebook: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Collect the answers of a notebook: from its metadata, its cells' and their outputs', where the quiz puts them."""
    places = [_part(notebook, "metadata", "netlearn", "exercises", "answers")]
    for cell in _cells(notebook):
        outputs = cell.get("outputs")
        for part in (cell, *(outputs if isinstance(outputs, list) else ())):
            places.append(_part(part, "metadata", "netlearn", "answers"))
    return newest(places)


def newest(places: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Join answers: where an item was answered in several places, the highest number counts, and else the later place.

    >>> newest([{"a": {"answer": "G3", "number": 2}}, {"a": {"answer": "G1", "number": 1}}])
    {'a': {'answer': 'G3', 'number': 2}}
    """
    found: dict[str, Mapping[str, Any]] = {}
    for slug, answer in (pair for place in places for pair in place.items()):
        if isinstance(answer, dict) and _number(answer) >= _number(found.get(slug, {})):
            found[slug] = answer
    return found


def _number(answer: Mapping[str, Any]) -> int:
    number = answer.get("number")
    return number if type(number) is int else 0


def code_in(notebook: Mapping[str, Any]) -> dict[str, Code]:
    """Return the cells of each code task, by the marks in their metadata."""
    found: dict[str, list[tuple[int, str]]] = {}
    for cell in _cells(notebook):
        about = _part(cell, "metadata", "netlearn")
        slug, version = about.get("task"), about.get("version")
        if isinstance(slug, str) and type(version) is int and cell.get("cell_type") == "code":
            found.setdefault(slug, []).append((version, _source(cell)))
    return {slug: _latest(versions) for slug, versions in found.items()}


def _latest(versions: list[tuple[int, str]]) -> Code:
    last = versions[-1][0]
    sources = tuple(source for version, source in versions if version == last)
    return Code(last, sources[-_MOST_VERSIONS:], len(versions))


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source")
    parts = source if isinstance(source, list) else [source]
    return "".join(part for part in parts if isinstance(part, str))
