"""What pages load that is no decision table: the data of a widget by its name, and the cards behind its sources."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netlearn.clinic.board_data import BOARD, board_data
from netlearn.clinic.crisis.exporting import ROOM, cards, export
from netlearn.editions import edition_ids
from netlearn.widgets import assets
from netlearn.widgets.bench_data import BENCH, bench_data

Data = dict[str, Any]
# What a page gets at once, and the cards of its sources, which it asks for when the first one is looked at.
DATA: Mapping[str, Callable[[], tuple[Sequence[Data], Sequence[Data]]]] = {
    BENCH: lambda: ([bench_data()], []),
    BOARD: lambda: ([board_data(each) for each in edition_ids()], []),
    ROOM: lambda: ([export()], [cards()]),
}


def data_scripts(name: str) -> dict[str, str]:
    """The scripts of a table, or of a widget's own data, by file name; the second holds cards, where there are some.

    >>> list(data_scripts("crisis-room")), list(data_scripts("ablation-bench"))
    (['crisis-room.js', 'crisis-room-cards.js'], ['ablation-bench.js'])
    """
    if name not in DATA:
        return assets.table_scripts(name)
    files = zip((f"{name}.js", f"{name}-cards.js"), DATA[name](), strict=True)
    return {file: assets.data_script(*data) for file, data in files if data}


def data_of(name: str) -> tuple[Data, ...]:
    """All of a widget's own data, for a live widget and for a quiz that asks for it."""
    return tuple(each for group in DATA[name]() for each in group)
