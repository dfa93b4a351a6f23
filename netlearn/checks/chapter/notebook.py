"""A chapter's notebook as the checks read it: its cells, what is declared in its metadata, its text.

Folds are ``<details>``, side notes ``<span role="note">``; what cells of code show counts as seen, not as written.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from netlearn.checks.fault import Fault
from netlearn.errors import KnowledgeError

_FOLD = re.compile(r"<details.*?</details>", re.DOTALL)
_NOTE = re.compile(r'<span\b[^>]*role="note"[^>]*>(.*?)</span>', re.DOTALL)
_PRACTICE = re.compile(r"^#+ Practi[cs]e\b", re.MULTILINE)


@frozen
class Cell:
    """One cell; ``text`` is its source with plain spaces for no-break ones."""

    id: str
    markdown: bool
    source: str
    metadata: Mapping[str, Any]
    outputs: tuple[Mapping[str, Any], ...] = ()

    @property
    def text(self) -> str:
        """The source with plain spaces."""
        return self.source.replace("\N{NO-BREAK SPACE}", " ")

    @property
    def html(self) -> str:
        """What the cell shows as HTML."""
        return "".join(joined(each.get("data", {}).get("text/html", "")) for each in self.outputs)


@frozen
class Notebook:
    """A chapter; ``file`` is its path from the course's folder, ``about`` the metadata under ``netlearn``."""

    file: str
    about: Mapping[str, Any]
    cells: tuple[Cell, ...]

    @property
    def markdown(self) -> tuple[Cell, ...]:
        """The cells of text."""
        return tuple(cell for cell in self.cells if cell.markdown)

    @property
    def code(self) -> tuple[Cell, ...]:
        """The cells of code."""
        return tuple(cell for cell in self.cells if not cell.markdown)

    @property
    def text(self) -> str:
        """All Markdown."""
        return "\n\n".join(cell.text for cell in self.markdown)

    @property
    def shown(self) -> str:
        """The HTML that the cells of code show."""
        return "\n\n".join(cell.html for cell in self.code)

    @property
    def running(self) -> str:
        """The text before practice without folds and side notes."""
        return without_folds(self.read)

    @property
    def read(self) -> str:
        """The text before practice."""
        return _PRACTICE.split(self.text)[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """The side notes."""
        return tuple(_NOTE.findall(self.text))

    @property
    def plain(self) -> Mapping[str, str]:
        """The words with numbers that are no claim about patients, each with the reason."""
        found = self.about.get("plain", {})
        return found if isinstance(found, Mapping) else {}

    def fault(self, cell: str, field: str, says: str) -> Fault:
        """A fault of this chapter."""
        return Fault(self.file, cell, field, says)


def without_folds(text: str) -> str:
    """A text without its folds and side notes.

    >>> without_folds('Yes.<span role="note">Why.</span> <details>More.</details>')
    'Yes. '
    """
    return _NOTE.sub("", _FOLD.sub("", text))


def read(path: Path, file: str) -> Notebook:
    """Read a notebook. Raises KnowledgeError when it is none."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(_cell(each, number) for number, each in enumerate(raw["cells"], start=1))
        about = raw["metadata"].get("netlearn", {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise KnowledgeError(f"{file}: is no notebook that can be read") from None
    return Notebook(file, about if isinstance(about, dict) else {}, cells)


def _cell(raw: Mapping[str, Any], number: int) -> Cell:
    source, outputs = joined(raw["source"]), tuple(raw.get("outputs", ()))
    return Cell(raw.get("id", f"cell {number}"), raw["cell_type"] == "markdown", source, raw["metadata"], outputs)


def joined(source: str | Iterable[str]) -> str:
    """A text as notebooks keep it: one, or a list of its lines."""
    return source if isinstance(source, str) else "".join(source)
