"""Where a patient of the case library can be opened: links that set a board, the liver map or the bench."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from attrs import frozen

from netlearn.clinic.board_data import BOARD, SELECTOR, board_tables
from netlearn.clinic.cases import Patient
from netlearn.clinic.lesions import MAP
from netlearn.decision.derivation import asked_inputs
from netlearn.decision.load import editions_of, load
from netlearn.editions import edition_ids
from netlearn.widgets.address import EDITION, VERSION
from netlearn.widgets.bench_data import TABLES
from netlearn.widgets.board_patients import drawable
from netlearn.widgets.patients import patients

_LEAST = 3  # fewer known inputs fill no board
_LIVER = "liver-involvement"


@frozen
class Opened:
    """A link that opens a patient: the widget's name, the page as it lies in the course, and what sets it."""

    widget: str
    page: str
    hash: str


def opened(patient: Patient) -> tuple[Opened, ...]:
    """Every link that opens a patient, the board first.

    >>> from netlearn.clinic.cases import case
    >>> [each.widget for each in opened(case("vera@2"))]
    ['board', 'selector', 'liver']
    >>> opened(case("vera@3.3"))[-1].hash[:60]
    '#case=1&ablation.edition=2026&ablation.resectable=false&abla'
    """
    return tuple(_found(patient))


def _found(patient: Patient) -> Iterator[Opened]:
    for board in (BOARD, SELECTOR):
        values = _on_board(patient, board)
        if len(values) >= _LEAST:
            given = {"prior": ",".join(patient.prior)} if patient.prior else {}
            yield Opened(board, f"book/{board}.md", _hash(board, {**values, **given}))
    for widget, table, page in (
        ("liver", _LIVER, "chapters/02-significance.ipynb"),
        ("ablation", TABLES[0], "chapters/03.3-ablation.ipynb"),
    ):
        if values := _start(table).get(patient.title, {}):
            yield Opened(widget, page, _hash(widget, values))


def _on_board(patient: Patient, board: str) -> Mapping[str, Any]:
    """What is known of a patient, of what a board asks; a map of the liver segment by segment."""
    values = drawable(patient.known, edition_ids()[-1])
    values = {**values, **values.pop(MAP, {})}
    return {name: value for name, value in values.items() if name in _asked(board)}


@cache
def _asked(board: str) -> frozenset[str]:
    read = (load(table, edition) for table in board_tables(board) for edition in editions_of(table))
    return frozenset(asked.name for table in read for asked in asked_inputs(table))


@cache
def _start(table: str) -> Mapping[str, Mapping[str, Any]]:
    """What a table's widget starts from with each patient, by title, in the words of the newest edition."""
    newest = editions_of(table)[-1]
    return {one["title"]: one["values"].get(newest, {}) for one in patients(table)["patients"]}


def _hash(widget: str, values: Mapping[str, Any]) -> str:
    told = {EDITION: edition_ids()[-1], **{name: value for name, value in values.items() if value is not None}}
    fields = (f"{widget}.{name}={quote(_text(value), safe=',')}" for name, value in told.items())
    return f"#case={VERSION}&{'&'.join(fields)}"


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
