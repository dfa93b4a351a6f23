"""The decision explorer: any table of the course to play with."""

from collections.abc import Sequence
from typing import Any

import traitlets

from netlearn.decision import decide, load
from netlearn.decision.load import editions_of
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.naming import one_of
from netlearn.widgets import static_html
from netlearn.widgets.comparison import Comparison
from netlearn.widgets.table_widget import TableWidget


class Explorer(TableWidget):
    """Play with one decision table.

    ``value`` maps the names of known inputs to their values, in the units that the names say; inputs left out
    are unknown. Changing ``edition`` carries ``value`` over: see :func:`netlearn.decision.carry.carry`.
    With ``compare=True`` the oldest and the newest edition answer side by side: see
    :class:`netlearn.widgets.comparison.Comparison`.
    Where ``first`` names inputs, of whichever edition, their controls are in sight and the others stand in a fold:
    a long table keeps to one screen.
    Raises InputError for an input or a value that the table does not accept, and KnowledgeError for a table
    that does not exist.

    >>> ask = Explorer("grade", ki67_percent="20.1 %")
    >>> ask.value, ask.result["verdict"]
    ({'ki67_percent': 20.1}, 'G3')
    >>> ask.value = {"ki67_percent": 20}
    >>> ask.result["status"], ask.result["missing"]
    ('undetermined', ['mitoses_per_10hpf'])
    >>> ask
    Explorer('grade', edition='review-2012', ki67_percent=20)
    """

    _first: Any = traitlets.List().tag(sync=True)

    def __new__(cls, *args: Any, compare: bool = False, **values: Any) -> Any:
        """Make a :class:`Comparison` where one is asked for."""
        return Comparison(*args, **values) if compare else super().__new__(cls, *args, **values)

    def __init__(self, table: str, edition: str | None = None, *, first: Sequence[str] = (), **values: Any) -> None:
        super().__init__("explorer", table, edition, values)
        asked = {i.name for each in editions_of(table) for i in load(table, each).inputs}
        for name in first:
            if name not in asked:
                raise InputError("first", name, f"inputs of {table!r}: {one_of(name, sorted(asked))}")
        self._first = list(first)

    def _decide(self) -> dict[str, Any]:
        return decide(self.table, self.edition, **self.value).to_json()

    def _content(self) -> Html:
        """What stands there without scripts."""
        return static_html.content(self._table, self.result, static_html.shown(self._inputs(self.edition), self.value))

    def _html(self) -> str:
        inside = self._content()
        attributes = {"table": self.table, "edition": self.edition}
        first = {"first": " ".join(self._first)} if self._first else {}
        return static_html.element("net-explorer", {**attributes, **first}, self.value, inside)

    def __repr__(self) -> str:
        """The call that makes this widget again; which inputs come first is left out."""
        return self._call(f"edition={self.edition!r}")
