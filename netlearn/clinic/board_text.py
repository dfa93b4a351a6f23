"""A board as a table of plain text."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from netlearn.clinic.plan import plan

if TYPE_CHECKING:
    from netlearn.clinic.board import Board, Row

HEAD = ("Treatment", "Answer", "Why, or what to ask", "Gravest caution")
DISCLAIMER = "Education, not medical advice."
_WIDTHS = (26, 24, 42, 26)
_GAP = "  "
_FEW = 4  # things to ask that one line of the table names


def text(board: "Board") -> str:
    """The board as lines of at most 124 characters."""
    lines = [title(board), *notes(board), "", _line(HEAD), _line(["-" * width for width in _WIDTHS])]
    for group, rows in board.groups.items():
        if rows:
            lines += ["", f"{plan().labels[group]}:", *(line for row in rows for line in _wrapped(cells(row)))]
    return "\n".join([*lines, "", DISCLAIMER])


def cells(row: "Row") -> tuple[str, str, str, str]:
    """What the table says of one treatment, column by column."""
    caution = f"{row.caution.risk}: {row.caution.title}" if row.caution else ""
    return row.treatment, row.answer, f"Ask: {few(row.missing)}." if row.missing else row.reason, caution


def few(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are.

    >>> few(["a", "b"]), few(list("abcdefg"))
    ('a; b', 'a; b; c; d; and 3 more')
    """
    more = len(names) - _FEW
    return "; ".join([*names[:_FEW], f"and {more} more"] if more > 1 else names)


def title(board: "Board") -> str:
    """What stands over a board."""
    return f"{board.name.capitalize()}, edition {board.edition}"


def notes(board: "Board") -> list[str]:
    """What stands before a board: what contradicts itself, what was set aside, what follows."""
    said = [f"This contradicts itself: {each}" for each in board.contradictions]
    return [*said, *board.set_aside, *board.follows]


def _wrapped(columns: Iterable[str]) -> Iterator[str]:
    """One row as lines: each column wrapped to its width."""
    blocks = [wrap(column, width) or [""] for column, width in zip(columns, _WIDTHS, strict=True)]
    for number in range(max(map(len, blocks))):
        yield _line([block[number] if number < len(block) else "" for block in blocks])


def _line(columns: Iterable[str]) -> str:
    return _GAP.join(column.ljust(width) for column, width in zip(columns, _WIDTHS, strict=True)).rstrip()
