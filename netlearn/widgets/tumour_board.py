"""The tumour board, the plan of an operation, the selector of systemic therapy: one patient, by two editions."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from netlearn.clinic.asking import asking
from netlearn.clinic.assemblies import assembled, tables
from netlearn.clinic.board import Board
from netlearn.clinic.board_data import (
    ASSEMBLIES,
    BOARD,
    OPERATION,
    SELECTOR,
    asks_prior,
    board_data,
    board_tables,
)
from netlearn.clinic.questions import next_questions
from netlearn.clinic.told import told
from netlearn.decision.export import evidence_cards, export
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.errors import InputError, NetlearnError
from netlearn.items.class_item import class_item
from netlearn.markup import Html
from netlearn.value import json_value
from netlearn.widgets import board_html, static_html
from netlearn.widgets.board_patients import board_patients, drawable
from netlearn.widgets.course_widget import CourseWidget, call, reason


class TumourBoard(CourseWidget):
    """Every treatment for one patient, told as :func:`netlearn.pathway` takes it, in any order; newest edition first.

    ``value`` is what is known; it serves every edition. ``result`` is the board as plain data, with the ``next``
    question or None, and in ``error`` why a patient is refused. ``prior`` is what was given before, the first first, by
    the ids of ``questions.toml``: it is told of the patient in ``value``, what is told otherwise there stands on it no
    longer, and its rows are marked; no row asks in which order. Raises InputError for a name that no table knows and
    for a value that none accepts.

    >>> board = TumourBoard({"primary_site": "midgut"}, functioning=True)
    >>> board.value, board.result["next"]["kind"]
    ({'primary_site': 'midgut', 'functioning': True}, 'form')
    """

    table = BOARD
    prior = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        case: Mapping[str, Any] | None = None,
        edition: str | None = None,
        prior: Sequence[str] = (),
        **known: Any,
    ) -> None:
        self._kind = self.table
        told_before = {**(case or {}), **known}
        for name, value in asking().prior.says(prior).items():
            if told_before.get(name, value) != value:
                raise InputError(name, told_before[name], f"{value}, as what was given before says")
        super().__init__(told_before, edition_ids()[-1] if edition is None else edition)
        self.prior = list(prior)

    @traitlets.validate("prior")
    def _valid_prior(self, proposal: Mapping[str, Any]) -> list[str]:
        if proposal["value"] and not asks_prior(self.table):
            raise InputError("prior", proposal["value"], "nothing: this board has no row for what was given before")
        asking().prior.named(proposal["value"])
        return list(proposal["value"])

    @traitlets.observe("prior")
    def _tell_prior(self, change: Mapping[str, Any]) -> None:
        """What the list says is told of the patient, or taken back; the page does it itself."""
        if self._page_speaks:
            return
        says = asking().prior.says
        before = says(change["old"] or [])
        self.value = {**{k: v for k, v in self.value.items() if k not in before}, **says(change["new"])}

    @traitlets.observe("value")
    def _follow_value(self, change: Mapping[str, Any]) -> None:
        """What is told otherwise stands on the list no longer."""
        if self._page_speaks:
            return
        with self._page_speaking():  # the value is told already: nothing of it is taken back
            self.prior = [id for id in self.prior if asking().prior.says([id]).items() <= change["new"].items()]

    def _exported(self, editions: list[str]) -> list[dict[str, Any]]:
        names = board_tables(self.table)
        made = [export(name, each) for name in names for each in editions_of(name)]
        cards = [evidence_cards(name, *editions_of(name)) for name in names]
        return [*(board_data(each, self.table) for each in editions), *made, *cards, board_patients(self.table)]

    def _check_edition(self, edition: object) -> list[str]:
        if edition not in edition_ids():
            raise InputError("edition", edition, ", ".join(map(repr, edition_ids())))
        return list(edition_ids())

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        told(value, tables(ASSEMBLIES[self.table], edition))
        return {name: json_value(given) for name, given in value.items() if given is not None}

    def _board(self) -> Board:
        return assembled(ASSEMBLIES[self.table], self.value, self.edition)

    def _decide(self) -> dict[str, Any]:
        asked = next_questions(self.value, self.edition, ASSEMBLIES[self.table])
        return {**self._board().to_json(), "next": asked[0].to_json() if asked else None, "error": ""}

    def item(self, id: str = "") -> str:
        """The patient in hand as an item of kind ``board`` for a class, the text of its file.

        Save it as ``exercises/05-whole-patient/items/<its slug>.toml``; ``id`` is its UUID, a new one unless told.
        Raises InputError for a patient of whom nothing is told, whom the edition refuses, or who contradicts themself.

        >>> print(TumourBoard(grade="NEC").item("1a2b3c4d-0000-4000-8000-000000000000").splitlines()[-1])
        grade = "NEC"
        """
        return class_item(self.value, self.edition, ASSEMBLIES[self.table], id)

    def _answer(self) -> None:
        try:
            result = self._decide()
        except NetlearnError as refused:
            result = {"assembly": ASSEMBLIES[self.table], "edition": self.edition, "rows": [], "error": reason(refused)}
        self.set_trait("result", result)

    def _html(self) -> str:
        values = drawable(self.value, self.edition)
        try:
            inside = board_html.content(self.value, self.edition, ASSEMBLIES[self.table], self.prior)
        except InputError as refused:
            inside = Html('<p class="nl nl-error">{}</p>').format(reason(refused))
        attributes = {"edition": self.edition, "level": "2", **self._aside()}
        return static_html.element(f"net-{self.table}", attributes, values, inside)

    def _aside(self) -> dict[str, str]:
        """What the page is told beside the patient."""
        return {"prior": " ".join(self.prior)} if self.prior else {}

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        return call(type(self).__name__, *self._given())

    def _given(self) -> list[str]:
        given = [repr(self.value)] if self.value else []
        edition = [f"edition={self.edition!r}"] if self.edition != edition_ids()[-1] else []
        return [*given, *edition, *([f"prior={self.prior!r}"] if self.prior else [])]


class OperationPlan(TumourBoard):
    """What is to be known and done before an operation: the heart, what is cut, octreotide; as :class:`TumourBoard`.

    >>> [row["treatment"] for row in OperationPlan(grade="NEC").result["rows"]][:2]
    ['resection of the liver metastases', 'debulking surgery']
    """

    table = OPERATION


class TherapySelector(TumourBoard):
    """Every systemic treatment for one patient; otherwise as :class:`TumourBoard`.

    >>> TherapySelector(grade="NEC").result["rows"][0]["treatment"]
    'chemotherapy'
    >>> TherapySelector(prior=["prrt", "everolimus"]).value
    {'prior_systemic': True, 'prior_other_systemic': True, 'second_course': True}
    """

    table = SELECTOR
