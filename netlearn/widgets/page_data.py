"""What pages load that is no decision table: the data of a widget by its name, and the cards behind its sources."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from netlearn.clinic.board_data import ASSEMBLIES, board_data, board_tables
from netlearn.clinic.crisis import exporting
from netlearn.clinic.crisis.exporting import ROOM
from netlearn.decision.export import evidence_cards, export
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.widgets import assets
from netlearn.widgets.bench_data import BENCH, bench_data
from netlearn.widgets.board_patients import board_patients
from netlearn.widgets.order_data import ORDER, order_cards, order_data

Data = dict[str, Any]
# What a page gets at once, and the cards of its sources, which it asks for when the first one is looked at.
DATA: Mapping[str, Callable[[], tuple[Sequence[Data], Sequence[Data]]]] = {
    BENCH: lambda: ([bench_data()], []),
    ROOM: lambda: ([exporting.export()], [exporting.cards()]),
    ORDER: lambda: (order_data(), [order_cards()]),
    **{name: partial(lambda name: (_board(name), []), name) for name in ASSEMBLIES},
}


def _tables(name: str) -> Iterator[Data]:
    return (export(table, edition) for table in board_tables(name) for edition in editions_of(table))


def _cards(name: str) -> dict[str, str]:
    """The scripts with the cards of all tables of a board."""
    return {
        f"{table}-cards.js": assets.data_script(evidence_cards(table, *editions_of(table)))
        for table in board_tables(name)
    }


def _board(name: str) -> list[Data]:
    return [board_patients(name), *(board_data(each, name) for each in edition_ids())]


def data_scripts(name: str) -> dict[str, str]:
    """The scripts of a table, or of a widget's own data, by file name; the second holds cards, where there are some.

    A board brings all of its tables in one script, which is a third smaller than one for each; their cards stay apart.

    >>> list(data_scripts("crisis-room")), list(data_scripts("ablation-bench"))
    (['crisis-room.js', 'crisis-room-cards.js'], ['ablation-bench.js'])
    >>> list(data_scripts("selector"))[:2]
    ['selector.js', 'ssa-cards.js']
    """
    if name in ASSEMBLIES:
        return {f"{name}.js": assets.data_script(*DATA[name]()[0], *_tables(name)), **_cards(name)}
    if name not in DATA:
        return assets.table_scripts(name)
    files = zip((f"{name}.js", f"{name}-cards.js"), DATA[name](), strict=True)
    return {file: assets.data_script(*data) for file, data in files if data}


def data_of(name: str) -> tuple[Data, ...]:
    """All of a widget's own data, for a live widget and for a quiz that asks for it."""
    return tuple(each for group in DATA[name]() for each in group)
