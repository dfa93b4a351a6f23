"""A board as a table of plain text, and as one of accessible HTML for a notebook."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
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


def html(board: "Board") -> str:
    """The board as a table whose rows have headers and whose groups are row groups."""
    head = "".join(f'<th scope="col">{name}</th>' for name in (*HEAD, "Evidence"))
    groups = "".join(_group(plan().labels[name], rows) for name, rows in board.groups.items() if rows)
    before = "".join(f"<p>{escape(note)}</p>" for note in notes(board))
    table = f"<table><caption>{escape(title(board))}</caption><thead><tr>{head}</tr></thead>{groups}</table>"
    return f"{before}{table}<p>{DISCLAIMER}</p>"


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


def _group(label: str, rows: Iterable["Row"]) -> str:
    head = f'<tr><th scope="rowgroup" colspan="{len(HEAD) + 1}">{escape(label)}</th></tr>'
    return f"<tbody>{head}{''.join(map(_tr, rows))}</tbody>"


def _tr(row: "Row") -> str:
    treatment, *others = map(escape, (*cells(row), ", ".join(row.evidence)))
    return f'<tr><th scope="row">{treatment}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'
