"""What the widgets that play with any one table share: its inputs, read as Python reads them and kept as plain data."""

from collections.abc import Mapping
from typing import Any

from netlearn.decision import load
from netlearn.decision.carry import carry
from netlearn.decision.derivation import asked_inputs
from netlearn.decision.inputs import Input
from netlearn.errors import InputError
from netlearn.naming import one_of
from netlearn.value import json_value
from netlearn.widgets.course_widget import CourseWidget, call

_DRAWN = "liver-involvement"  # its lesions are marked on a map


class TableWidget(CourseWidget):
    """A widget over a table that asks its own inputs; ``value`` maps the names of known ones to their values."""

    def __init__(self, kind: str, table: str, edition: str | None, values: Mapping[str, Any]) -> None:
        if table == _DRAWN:
            raise InputError("table", table, "a table that asks its own inputs; this one has a widget of its own")
        self.table = table
        self._kind = kind
        super().__init__(values, edition)

    def _inputs(self, edition: str) -> tuple[Input, ...]:
        """What is asked."""
        return asked_inputs(load(self.table, edition))

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        asked = {i.name: i for i in self._inputs(edition)}
        for name in value:
            if name not in asked:
                raise InputError(name, value[name], f"an input of {self.table!r} in {edition}: {one_of(name, asked)}")
        parsed = {name: i.parse(value[name]) for name, i in asked.items() if value.get(name) is not None}
        return {name: json_value(found) for name, found in parsed.items()}

    def _kept(self, value: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
        return dict(carry(self.table, value, before, after).values)

    def _call(self, how: str) -> str:
        """The call that makes this widget again."""
        return call("Explorer", repr(self.table), how, *(f"{name}={given!r}" for name, given in self.value.items()))
