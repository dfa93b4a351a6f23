"""The decision explorer: any table of the course to play with."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from netlearn.decision import decide, load
from netlearn.decision.inputs import Input
from netlearn.errors import InputError
from netlearn.widgets import static_html
from netlearn.widgets.course_widget import CourseWidget, call


class Explorer(CourseWidget):
    """Play with one decision table.

    ``value`` maps the names of known inputs to their values, in the units that the names say; inputs left out
    are unknown. Changing ``edition`` drops from ``value`` what the new edition does not ask.
    With ``compare=True`` the oldest and the newest edition answer side by side: see
    :class:`netlearn.widgets.comparison.Comparison`.
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

    def __new__(cls, *args: Any, compare: bool = False, **values: Any) -> "Explorer":
        """Make a :class:`Comparison` where one is asked for."""
        if compare and cls is Explorer:
            from netlearn.widgets.comparison import Comparison

            cls = Comparison
        made: Explorer = super().__new__(cls, *args, **values)
        return made

    def __init__(self, table: str, edition: str = "review-2012", **values: Any) -> None:
        if load(table, edition).derivation:
            raise InputError("table", table, "a table that asks its own inputs; this one has a widget of its own")
        self.table = table
        self._kind = "explorer"
        super().__init__(values, edition)

    def _inputs(self, edition: str) -> tuple[Input, ...]:
        """What is asked."""
        return load(self.table, edition).inputs

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        asked = {i.name: i for i in self._inputs(edition)}
        for name in value:
            if name not in asked:
                raise InputError(name, value[name], f"an input of {self.table!r} in {edition}: {', '.join(asked)}")
        parsed = {name: i.parse(value[name]) for name, i in asked.items() if value.get(name) is not None}
        return {name: plain(found) for name, found in parsed.items()}

    def _kept(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        asked = {i.name for i in load(self.table, edition).inputs}
        return {name: given for name, given in value.items() if name in asked}

    def _decide(self) -> dict[str, Any]:
        return decide(self.table, self.edition, **self.value).to_json()

    def _html(self) -> str:
        given = static_html.shown(self._table.inputs, self.value)
        inside = static_html.content(self._table, self.result, given)
        return static_html.element("net-explorer", {"table": self.table, "edition": self.edition}, self.value, inside)

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        values = [f"{name}={given!r}" for name, given in self.value.items()]
        return call("Explorer", repr(self.table), f"edition={self.edition!r}", *values)


def plain(value: object) -> Any:
    """An exact value as JSON has it: whole numbers stay whole, other fractions become decimals."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value
