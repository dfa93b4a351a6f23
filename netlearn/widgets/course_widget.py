"""What the live widgets share: the case goes both ways, the answer is Python's, the look is the page's."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import anywidget
import traitlets

from netlearn.decision.export import evidence_cards, export
from netlearn.decision.load import editions_of, load, names
from netlearn.decision.table import Table
from netlearn.editions import default_edition, edition_ids
from netlearn.errors import InputError, NetlearnError
from netlearn.naming import one_of
from netlearn.widgets import assets
from netlearn.widgets.patients import patients


class CourseWidget(anywidget.AnyWidget):
    """A widget over one decision table.

    ``value`` is the case and ``edition`` the set of rules; set them from Python or by hand on the page.
    ``result`` is the decision as plain data, worked out anew whenever one of them changes.
    A wrong value set from Python raises InputError; from the page it becomes the ``error`` of ``result``.
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode().tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    table = ""
    value = traitlets.Dict().tag(sync=True)
    edition = traitlets.Unicode().tag(sync=True)
    result = traitlets.Dict(read_only=True).tag(sync=True)
    _page_speaks = False

    def __init__(self, value: Mapping[str, Any], asked: str | None) -> None:
        edition = default_edition() if asked is None else asked
        editions = self._check_edition(edition)
        super().__init__(_data=self._exported(editions), edition=edition, value=self._plain(value, edition))
        self._answer()

    # What each widget says for itself.

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        """The value as plain data; raises InputError for what the edition does not accept."""
        raise NotImplementedError

    def _kept(self, value: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
        """A value taken from one edition to another."""
        return dict(value)

    def _decide(self) -> dict[str, Any]:
        """The decision on the present value; may raise InputError."""
        raise NotImplementedError

    def _html(self) -> str:
        """The static element with the default content inside."""
        raise NotImplementedError

    def _exported(self, editions: list[str]) -> list[dict[str, Any]]:
        """What the page needs, the widget's own table first."""
        exported = (export(self.table, each) for each in editions)
        return [*exported, evidence_cards(self.table, *editions), patients(self.table)]

    # What happens when something changes.

    @property
    def _table(self) -> Table:
        return load(self.table, self.edition)

    def _check_edition(self, edition: object) -> list[str]:
        there = list(editions_of(self.table))
        if not there:
            every = dict.fromkeys(name for each in edition_ids() for name in names(each))
            raise InputError("table", self.table, one_of(self.table, every, "netlearn decide"))
        if edition not in there:
            raise InputError("edition", edition, ", ".join(map(repr, there)))
        return there

    @traitlets.validate("edition")
    def _valid_edition(self, proposal: Mapping[str, Any]) -> str:
        self._check_edition(proposal["value"])
        return str(proposal["value"])

    @traitlets.validate("value")
    def _valid_value(self, proposal: Mapping[str, Any]) -> dict[str, Any]:
        try:
            return self._plain(proposal["value"], self.edition)
        except InputError:
            if not self._page_speaks:
                raise
            return dict(proposal["value"])

    @traitlets.observe("value", "edition")
    def _on_change(self, change: Mapping[str, Any]) -> None:
        if change["name"] == "edition" and change["old"]:  # empty while the widget is being made
            self.value = self._kept(self.value, change["old"], self.edition)
        self._answer()

    def _answer(self) -> None:
        try:
            result = self._decide()
        except NetlearnError as refused:
            result = refusal(self.table, self.edition, reason(refused))
        self.set_trait("result", result)

    @contextmanager
    def _page_speaking(self) -> Iterator[None]:
        self._page_speaks = True
        try:
            yield
        finally:
            self._page_speaks = False

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take in what the page says; a value it may not have becomes an error in ``result``."""
        with self._page_speaking():
            super().set_state(sync_data)

    # How it is shown.

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": self._html(), "text/plain": repr(self)}, metadata


def reason(refused: NetlearnError) -> str:
    """Why something was refused, in words for a reader."""
    return refused.plain if isinstance(refused, InputError) else str(refused)


def refusal(table: str, edition: str, error: str) -> dict[str, Any]:
    """A decision that could not be made, with the reason.

    >>> refusal("grade", "2026", "why")["error"]
    'why'
    """
    lists = ("possible", "missing", "findings", "rules", "evidence", "cautions")
    head = {"table": table, "edition": edition, "status": "undetermined", "verdict": None, "because": ""}
    return {**head, **{key: [] for key in lists}, "error": error}


def call(name: str, *parts: str) -> str:
    """A call as Python writes it: the ``repr`` of a widget.

    >>> call("Explorer", "'grade'", "edition='2026'")
    "Explorer('grade', edition='2026')"
    """
    return f"{name}({', '.join(parts)})"
