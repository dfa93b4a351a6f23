"""One case under the oldest and the newest edition of a table, side by side."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import traitlets

from netlearn.decision import decide, load
from netlearn.decision.inputs import Input
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.editions import edition_entry
from netlearn.errors import InputError, NetlearnError
from netlearn.markup import Html
from netlearn.widgets import static_html
from netlearn.widgets.course_widget import reason, refusal
from netlearn.widgets.table_widget import TableWidget
from netlearn.words import listed, say

_Result = Mapping[str, Any]


class Comparison(TableWidget):
    """What ``Explorer(table, compare=True)`` makes.

    ``value`` is the case in the newest edition's words, which the older edition understands through the table's
    ``renames``. ``result`` maps each of the two editions to its decision. ``presets`` are cases to try, by name.

    >>> both = Comparison("grade", ki67_percent=60, differentiation="poor")
    >>> {edition: decision["verdict"] for edition, decision in both.result.items()}
    {'review-2012': 'G3', '2026': 'NEC'}
    >>> both
    Explorer('grade', compare=True, ki67_percent=60, differentiation='poor')
    """

    _presets: Any = traitlets.List().tag(sync=True)

    def __init__(self, table: str, *, presets: Mapping[str, Mapping[str, Any]] | None = None, **values: Any) -> None:
        newest = both_editions(table)[1].edition
        super().__init__("compare", table, newest, values)
        self._presets = [[name, self._plain(case, newest)] for name, case in (presets or {}).items()]

    def _inputs(self, edition: str) -> tuple[Input, ...]:
        return shared_inputs(*both_editions(self.table))

    def _check_edition(self, edition: object) -> list[str]:
        there = super()._check_edition(edition)
        if edition != there[-1]:
            raise InputError("edition", edition, f"{there[-1]!r}, whose words a comparison uses")
        return there

    def _decide(self) -> dict[str, Any]:
        return {table.edition: self._decision(table) for table in both_editions(self.table)}

    def _decision(self, table: Table) -> dict[str, Any]:
        try:
            return decide(self.table, table.edition, **own_words(table, self.value)).to_json()
        except NetlearnError as refused:
            return refusal(self.table, table.edition, reason(refused))

    def _html(self) -> str:
        older, newer = both_editions(self.table)
        said = sentence(older, newer, *self.result.values())
        answers = Html("").join(map(self._answer_html, (older, newer)))
        inside = Html('<div class="nl"><p class="nl-same">{}</p><div class="nl-pair">{}</div></div>').format(
            said, answers
        )
        attributes = {"table": self.table, "compare": "", "presets": json.dumps(self._presets, ensure_ascii=False)}
        return static_html.element("net-explorer", attributes, self.value, inside)

    def _answer_html(self, table: Table) -> Html:
        given = static_html.shown(table.inputs, own_words(table, self.value))
        content = static_html.content(table, self.result[table.edition], given)
        return Html("<section><h3>{}</h3>{}</section>").format(edition_entry(table.edition).label, content)

    def __repr__(self) -> str:
        """The call that makes this widget again; cases to try are left out."""
        return self._call("compare=True")


def both_editions(table: str) -> tuple[Table, Table]:
    """The oldest and the newest edition of a table; raises InputError for a table that has only one."""
    there = editions_of(table)
    if len(there) < 2:
        raise InputError("table", table, "a table that two editions have")
    return load(table, there[0]), load(table, there[-1])


def own_words(table: Table, value: Mapping[str, Any]) -> dict[str, Any]:
    """What an edition asks of a case that is given in the newest edition's words, in its own words.

    >>> own_words(load("grade"), {"mitoses_per_2mm2": 3})
    {'mitoses_per_10hpf': 3}
    """
    newest = both_editions(table.name)[1]
    renames = {} if table.edition == newest.edition else newest.renames
    own = {renames.get(name, name): given for name, given in value.items()}
    return {i.name: own[i.name] for i in table.inputs if i.name in own}


def shared_inputs(older: Table, newer: Table) -> tuple[Input, ...]:
    """What both editions ask, in the newer one's names, and after it what only the older one asks."""
    names_now = {then: now for now, then in newer.renames.items()}
    known = {i.name for i in newer.inputs}
    earlier = (replace(i, name=names_now.get(i.name, i.name)) for i in older.inputs)
    return (*newer.inputs, *(i for i in earlier if i.name not in known))


def reading(newer: Table, before: _Result, after: _Result) -> tuple[str, tuple[str, ...]]:
    """How two decisions on one case compare, as the page says it: refused, open, same, finer or differs.

    With ``finer`` come the newer verdicts into which the older one is divided.

    >>> both = Comparison("grade", ki67_percent=60, differentiation="poor")
    >>> reading(load("grade", "2026"), *both.result.values())
    ('finer', ('NET G3', 'NEC'))
    """
    if before["error"] or after["error"]:
        return ("refused" if before["error"] and after["error"] else "differs"), ()
    if before["status"] != after["status"]:
        return "differs", ()
    if before["status"] == "undetermined":
        return "open", ()
    if (before["verdict"], before["possible"]) == (after["verdict"], after["possible"]):
        return "same", ()
    parts = tuple(v.id for v in newer.verdicts.values() if (v.was or v.id) == before["verdict"])
    return ("finer", parts) if after["verdict"] in parts else ("differs", ())


def sentence(older: Table, newer: Table, before: _Result, after: _Result) -> str:
    """The comparison in words."""
    kind, parts = reading(newer, before, after)
    if kind in ("refused", "open", "same"):
        return say("compare", kind)
    then, now = (edition_entry(table.edition).label for table in (older, newer))
    old, new = static_html.title_of(older, before), static_html.title_of(newer, after)
    if kind == "differs":
        how = say("compare", "differs_how", then=then, now=now, old=old, new=new)
        return f"{say('compare', 'differs')} {how}"
    into = listed([newer.verdicts[part].label for part in parts])
    return f"{say('compare', 'finer', now=now)} {say('compare', 'finer_how', now=now, old=old, parts=into, new=new)}"
