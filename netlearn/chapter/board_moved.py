"""A patient's board by two editions, as a table: each treatment with its group then and now."""

from collections.abc import Iterable

from netlearn.clinic.assemblies import pathway
from netlearn.clinic.board import Row
from netlearn.clinic.board_compare import ABSENT, GROUP, TONES, compared
from netlearn.clinic.cases import case
from netlearn.clinic.plan import plan
from netlearn.editions import edition_entry, edition_ids
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.naming import one_of
from netlearn.widgets.errata_cards import Card
from netlearn.words import say

_TAG = Html('<span class="nl-moved-tag"><span class="nl-icon i-{tone}" aria-hidden="true"></span> {label}</span>')
_ROW = Html('<tr{moved}><th scope="row">{treatment}</th><td>{before}</td><td>{now}</td></tr>')


def board_moved(patient: str, *tables: str) -> Card:
    """Where each treatment of some tables stands on a patient's board, by the first edition and by the newest.

    ``patient`` is a case of the library, such as "vera@5". A treatment that stands in another group is marked; the
    order is that of the board of today, whose groups have no order inside. Raises InputError for a case that does not
    exist and for a table of which the board has no row.

    >>> board_moved("vera@5", "embolisation", "prrt")
    board_moved('vera@5', 'embolisation', 'prrt')
    """
    oldest, newest = edition_ids()[0], edition_ids()[-1]
    known = case(patient).known
    rows = compared(pathway(known, newest), pathway(known, oldest))
    there = list(dict.fromkeys(each.row.table for each in rows))
    for table in tables:
        if table not in there:
            raise InputError("table", table, one_of(table, there))
    body = Html("").join(_line(each.row, each.others, each.change) for each in rows if each.row.table in tables)
    head = Html('<th scope="col">{}</th>').each(["Treatment", *(edition_entry(id).label for id in (oldest, newest))])
    call = f"board_moved({', '.join(map(repr, (patient, *tables)))})"
    table = Html('<table class="nl nl-moved"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    return Card(call, table.format(head, body))


def _line(row: Row, others: Iterable[Row], change: str) -> Html:
    before = Html(" ").join(map(_tag, others)) if change != ABSENT else Html("{}").format(say("line", "no_table"))
    moved = Html(' class="is-moved"') if change in (ABSENT, GROUP) else Html("")
    return _ROW.format(moved=moved, treatment=row.treatment, before=before, now=_tag(row))


def _tag(row: Row) -> Html:
    return _TAG.format(tone=TONES[row.group], label=plan().labels[row.group])
