"""A board as a table of accessible HTML, for a notebook."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netlearn.clinic.board_text import DISCLAIMER, HEAD, cells, notes, title
from netlearn.clinic.plan import plan
from netlearn.markup import Html

if TYPE_CHECKING:
    from netlearn.clinic.board import Board, Row


def html(board: "Board") -> Html:
    """The board as a table whose rows have headers and whose groups are row groups."""
    groups = [_group(plan().labels[name], rows) for name, rows in board.groups.items() if rows]
    return Html("{}<table><caption>{}</caption><thead><tr>{}</tr></thead>{}</table><p>{}</p>").format(
        Html("<p>{}</p>").each(notes(board)),
        title(board),
        Html('<th scope="col">{}</th>').each((*HEAD, "Evidence")),
        Html("").join(groups),
        DISCLAIMER,
    )


def _group(label: str, rows: Iterable["Row"]) -> Html:
    head = Html('<tr><th scope="rowgroup" colspan="{}">{}</th></tr>').format(len(HEAD) + 1, label)
    return Html("<tbody>{}{}</tbody>").format(head, Html("").join(map(_tr, rows)))


def _tr(row: "Row") -> Html:
    treatment, *others = (*cells(row), ", ".join(row.evidence))
    return Html('<tr><th scope="row">{}</th>{}</tr>').format(treatment, Html("<td>{}</td>").each(others))
