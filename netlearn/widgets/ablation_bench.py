"""The ablation bench: one lesion to scale, what two tables say of it, and what an error of measurement hides."""

from collections.abc import Mapping
from typing import Any

from netlearn.clinic.ablation import DIAMETER, ERROR_CM, MARGINS_CM, ZONES_CM, Sizing, chances, offered, size
from netlearn.decision import decide
from netlearn.decision.carry import carry
from netlearn.decision.export import evidence_cards, export
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.table import Table
from netlearn.decision.unary import plain as written
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.naming import one_of
from netlearn.value import json_value
from netlearn.widgets import static_html
from netlearn.widgets.bench_data import START, TABLES, bench_data
from netlearn.widgets.course_widget import CourseWidget, call, reason, refusal
from netlearn.widgets.patients import patients
from netlearn.words import say

_OFFERED = {"margin_cm": MARGINS_CM, "zone_cm": ZONES_CM}


class AblationBench(CourseWidget):
    """Size an ablation and read the tables ``rfa`` and ``pai`` of the same lesion.

    ``value`` holds the known inputs of both tables, and ``margin_cm`` and ``zone_cm``, which are teaching choices.
    ``result`` holds a decision for each table, ``sizing`` (None without a diameter), and for each table the
    ``chances`` of its answers when the diameter may be off by 2 mm. Raises InputError for what is not accepted.

    >>> bench = AblationBench(resectable=False, largest_diameter_cm="31 mm", lesion_count=2, zone_cm=5)
    >>> bench.result["rfa"]["verdict"], bench.result["sizing"]["required_cm"]
    ('doubtful', 4.1)
    >>> [(c["verdict"], c["share"]) for c in bench.result["chances"]["rfa"]]
    [('suitable', [1, 4]), ('doubtful', [3, 4])]
    """

    table = "rfa"

    def __init__(self, edition: str | None = None, **values: Any) -> None:
        self._kind = "ablation"
        super().__init__(values, edition)

    def _exported(self, editions: list[str]) -> list[dict[str, Any]]:
        exported = (export(table, each) for table in TABLES for each in editions)
        cards = (evidence_cards(table, *editions) for table in TABLES)
        return [*exported, bench_data(), *cards, patients(self.table)]

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        asked = _asked(edition)
        for name in value:
            if name not in (*asked, *_OFFERED):
                raise InputError(name, value[name], one_of(name, (*asked, *_OFFERED)))
        parsed = {name: i.parse(value[name]) for name, i in asked.items() if value.get(name) is not None}
        drawn = {name: offered(name, value.get(name, START[name]), choices) for name, choices in _OFFERED.items()}
        return {name: json_value(found) for name, found in {**parsed, **drawn}.items()}

    def _kept(self, value: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
        drawn = {name: given for name, given in value.items() if name in _OFFERED}
        return {n: v for table in TABLES for n, v in carry(table, value, before, after).values.items()} | drawn

    def _decide(self) -> dict[str, Any]:
        decisions = {table: self._decision(table) for table in TABLES}
        return {**decisions, "sizing": self._sizing(), "chances": {table: self._chances(table) for table in TABLES}}

    def _decision(self, table: str) -> dict[str, Any]:
        try:
            return decide(table, self.edition, **self._case(table)).to_json()
        except InputError as refused:
            return refusal(table, self.edition, reason(refused))

    def _case(self, table: str) -> dict[str, Any]:
        return {i.name: self.value[i.name] for i in load(table, self.edition).inputs if i.name in self.value}

    def _sizing(self) -> dict[str, Any] | None:
        sizing = self._size()
        return sizing.to_json() if sizing else None

    def _size(self) -> Sizing | None:
        try:
            return size(self.value.get(DIAMETER), self.value["margin_cm"], self.value["zone_cm"])
        except (InputError, KeyError):
            return None

    def _chances(self, table: str) -> list[dict[str, Any]]:
        try:
            return [chance.to_json() for chance in chances(table, self.edition, **self._case(table))]
        except InputError:
            return []

    def _html(self) -> str:
        inside = _sizing_html(self._size())
        for name in TABLES:
            table = load(name, self.edition)
            inside += static_html.content(
                table, self.result[name], static_html.shown(table.inputs, self.value), with_table=True
            )
            inside += _chances_html(table, self.result["chances"][name])
        return static_html.element("net-ablation", {"edition": self.edition}, self.value, inside)

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        values = [f"{name}={given!r}" for name, given in self.value.items()]
        return call("AblationBench", f"edition={self.edition!r}", *values)


def _asked(edition: str) -> dict[str, Input]:
    """The inputs of both tables by name, each once."""
    return {i.name: i for table in TABLES for i in load(table, edition).inputs}


def _sizing_html(sizing: Sizing | None) -> Html:
    """The sizing in words, for readers without script."""
    if sizing is None:
        return Html('<div class="nl nl-default"><p>{}</p></div>').format(say("bench", "empty"))
    rows = {
        "Lesion": f"{written(sizing.diameter_cm)}\u00a0cm, {sizing.lesion_ml:.1f}\u00a0ml",
        "Margin all round (a teaching choice)": f"{written(sizing.margin_cm)}\u00a0cm",
        "To be ablated": f"{written(sizing.required_cm)}\u00a0cm, {sizing.required_ml:.1f}\u00a0ml",
        "Zone of one probe (a teaching choice)": f"{written(sizing.zone_cm)}\u00a0cm",
        "Overlapping zones": _zones(sizing),
    }
    note = say("bench", "note")
    drawn = Html('<div class="nl nl-default">{}<p class="nl-quiet">{}</p></div>')
    return drawn.format(static_html.terms(*rows.items()), note)


def _zones(sizing: Sizing) -> str:
    zones = sizing.zones
    if zones.enough is None:
        return say("bench", "too_many", least=zones.at_least)
    if zones.proved:
        return str(zones.enough)
    return say("bench", "upper_bound", enough=zones.enough, least=zones.at_least)


def _chances_html(table: Table, chances: list[dict[str, Any]]) -> Html:
    """The probability of each answer in words; nothing where there is none."""
    if not chances:
        return Html("")
    off = f"{float(10 * ERROR_CM):g}\u00a0mm"
    shares = [f"{static_html.outcome_of(table, c)} {_percent(*c['share'])}" for c in chances]
    return Html('<p class="nl-quiet">If the diameter is off by up to {}: {}.</p>').format(off, "; ".join(shares))


def _percent(part: int, whole: int) -> str:
    """The share as people read it: whole per cent, or one decimal place.

    >>> _percent(1, 4), _percent(1, 3)
    ('25\\xa0%', '33.3\\xa0%')
    """
    exact = 100 * part / whole
    return f"{exact:.0f}\u00a0%" if exact == int(exact) else f"{exact:.1f}\u00a0%"
