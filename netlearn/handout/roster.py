"""A class list as people have it: a line for each learner, from a text file, a spreadsheet or a learning system.

Files of Excel, Notepad and a Mac are read: UTF-8 with or without its mark, UTF-16, Windows-1252. What could be meant in
two ways stops with a sentence.
"""

import codecs
import csv
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from netlearn.errors import NetlearnError

__all__ = ["Enrolled", "alike", "read_roster"]

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SEPARATORS = "\t;,"
#: What learning systems call the column that tells learners apart, the surest first; and the names beside it.
_IDS = ("learner", "id", "username", "user name", "login", "sis login id", "id number", "sis user id", "email",
        "email address")  # fmt: skip
_NAMES = ("name", "full name", "student", "student name")
_PARTS = (("first name", "last name"), ("first name", "surname"), ("given name", "family name"))


@frozen
class Enrolled:
    """One learner of a class: the id by which work is told apart, and the name, "" where the list has none."""

    id: str
    name: str = ""


def alike(name: str) -> str:
    """Return what names have in common that a file system or a learning system may take for one.

    >>> alike("Zoe\u0308") == alike("ZO\u00cb")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def read_roster(path: Path) -> tuple[Enrolled, ...]:
    """Read a class list: an id on each line, or columns with a head that names them.

    Raises NetlearnError for a file that is no text, and for two lines that may be one learner.
    """
    rows = [row for row in _rows(path) if any(row)]
    found = tuple(_headed(path, rows) if rows and _is_head(rows[0]) else _plain(rows))
    _refuse_twice(path, [each.id for each in found])
    return found


def _rows(path: Path) -> list[list[str]]:
    text = _text(path)
    lines = text.splitlines()
    separator = next((each for each in _SEPARATORS if lines and each in lines[0]), None)
    cells = csv.reader(lines, delimiter=separator) if separator else ([line] for line in lines)
    return [[_clean(cell) for cell in row] for row in cells]


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.replace("\ufeff", "").strip())


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NetlearnError(f"{path}: is no text; accepted: a list saved as text, CSV or Unicode text, a learner a line")


def _is_head(row: Sequence[str]) -> bool:
    named = {cell.casefold() for cell in row}
    return bool(named & {*_IDS, *_NAMES})


def _headed(path: Path, rows: Sequence[Sequence[str]]) -> Iterable[Enrolled]:
    head = [cell.casefold() for cell in rows[0]]
    column = next((head.index(name) for name in _IDS if name in head), None)
    if column is None:
        raise NetlearnError(f"{path}: no column tells learners apart; accepted: a column named {', '.join(_IDS)}")
    for number, row in enumerate(rows[1:], start=2):
        if len(row) <= column or not row[column]:
            raise NetlearnError(
                f"{path}: line {number} has nothing under {rows[0][column]!r}; accepted: an id a learner"
            )
        yield Enrolled(row[column], _name(head, row))


def _name(head: Sequence[str], row: Sequence[str]) -> str:
    cells = dict(zip(head, row, strict=False))
    whole = next((cells[name] for name in _NAMES if cells.get(name)), "")
    parts = (" ".join(cells[part] for part in pair) for pair in _PARTS if all(cells.get(part) for part in pair))
    return whole or next(parts, "")


def _plain(rows: Iterable[Sequence[str]]) -> Iterable[Enrolled]:
    return (Enrolled(row[0], " ".join(cell for cell in row[1:] if cell)) for row in rows)


def _refuse_twice(path: Path, ids: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for id in ids:
        if (other := seen.setdefault(alike(id), id)) is not id:
            said = f"{id!r} twice" if other == id else f"{other!r} and {id!r}, which a computer may take for one"
            raise NetlearnError(f"{path}: {said}; accepted: each learner once")
