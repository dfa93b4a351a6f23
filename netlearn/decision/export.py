"""A table as plain data for the page: its clauses with the cells that each accepts, and its words.

The page compiles the diagram itself, as :mod:`netlearn.decision.diagram` does. A table whose inputs are worked out
from something else (a map of the liver, a prescription) travels as the diagram over what the page asks instead:
how they are worked out is Python, and no condition of a single answer. ("All in one lobe" is one on eight segments
together, a dose in microgram one on drug, dose, route and frequency: each clause would be many.) What the evidence
says lies apart, see :func:`evidence_cards`: the page asks for it when the first source is opened.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, product
from typing import Any

from netlearn.decision.cards import chip, fact_card, update_card
from netlearn.decision.cautions import erratum_caution
from netlearn.decision.derivation import Derivation, derivation_of, measures
from netlearn.decision.diagram import Diagram, Store, Terminal, compiled, compiled_with_cautions
from netlearn.decision.follows import rows
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load
from netlearn.decision.masks import conditions
from netlearn.decision.table import Clause, Exclusion, Rule, Table
from netlearn.decision.unary import Interval, Value
from netlearn.decision.words import printed
from netlearn.errors import InputError
from netlearn.units import SPELT
from netlearn.value import json_value
from netlearn.words import asks

Json = dict[str, Any]


def export(table: str, edition: str | None = None) -> Json:
    """Everything a page needs to decide cases of one table without Python; JSON-able and deterministic.

    >>> export("grade")["rules"]["neither"]["cells"]      # input 0 within its cell 0, input 1 too
    [0, 1, 1, 1]
    """
    asked = load(table, edition)
    return _exported(asked, page_diagram(table, asked.edition))


def export_own(table: str, edition: str | None = None) -> Json:
    """The same over the table's own inputs, for a page that works these out itself.

    >>> [each["name"] for each in export_own("dose-check", "2026")["inputs"]][5]
    'dose_microgram'
    """
    asked = replace(load(table, edition), derivation="")
    return _exported(asked, compiled(table, asked.edition))


def _exported(asked: Table, diagram: Diagram) -> Json:
    clauses = {
        kind: _clauses(asked, diagram, kind) for kind in ("rules", "cautions", "silent", "conflicts", "impossible")
    }
    return {
        "table": asked.name,
        "edition": asked.edition,
        "title": asked.title,
        "question": asked.question,
        "renames": dict(asked.renames),
        "inputs": [_input(i, cells, asked.edition) for i, cells in zip(diagram.inputs, diagram.cells, strict=True)],
        **clauses,
        **_filled(implausible=[list(chain(*condition)) for condition in diagram.implausible]),
        **(_whole(asked, diagram) if asked.derivation else {}),
        **_filled(follows=rows(asked)),
        "errata": {id: _erratum(id) for id in dict.fromkeys(e for c in asked.clauses for e in c.errata)},
        "verdicts": {
            v.id: _filled(label=v.label, tone=v.tone, share=v.share, was=v.was) for v in asked.verdicts.values()
        },
        "chips": {id: chip(card) for id, card in _sources(asked).items()},
        "facts": {v.share: fact_card(v.share) for v in asked.verdicts.values() if v.share},
    }


def evidence_cards(table: str, *editions: str) -> Json:
    """The cards of every source behind a table, for the second script.

    >>> evidence_cards("grade", "review-2012")["table"]
    'cards:grade'
    """
    cards = {id: card for edition in editions for id, card in _sources(load(table, edition)).items()}
    return {"table": f"cards:{table}", "edition": "", "facts": cards}


def _sources(table: Table) -> dict[str, dict[str, str]]:
    """The cards of the facts, figures and updates that the page can name."""
    cited = dict.fromkeys(id for c in table.clauses for id in (*c.facts, *c.figures))
    updates = dict.fromkeys(id for c in (*table.rules, *table.silent) for id in c.updates)
    return {id: fact_card(id) for id in cited} | {id: update_card(id) for id in updates}


def _filled(**fields: Any) -> Json:
    """The fields that hold something: what is absent is empty."""
    return {name: value for name, value in fields.items() if value not in ("", [], {})}


def _clauses(table: Table, diagram: Diagram, kind: str) -> dict[str, Json]:
    """The clauses of one kind by their ids; ``cells`` is missing where the table travels as a diagram."""
    clauses: Sequence[Clause] = getattr(table, kind)
    if table.derivation:
        return {c.id: _words(table, c) for c in clauses}
    found = conditions(diagram.inputs, diagram.cells, clauses)
    return {c.id: {"cells": [*chain(*w)], **_words(table, c)} for c, w in zip(clauses, found, strict=True)}


def _words(table: Table, clause: Clause) -> Json:
    """What a clause says on the page."""
    ids = {"facts": [*clause.facts, *clause.figures], "errata": [*clause.errata], "updates": [*clause.updates]}
    if clause in table.cautions:
        heads = {"heads": measures(table, clause)} if clause.heads else {}
        return _filled(risk=clause.risk, title=clause.title, text=clause.because, errata=ids["errata"], **heads)
    if clause in table.conflicts:
        return {}
    if isinstance(clause, Exclusion):
        return _filled(because=clause.because, says=clause.says)
    if not isinstance(clause, Rule):
        return _filled(because=clause.because, **ids)
    said = {"verdict": clause.verdict, "over": [*clause.over], "when": printed(table.in_words(clause))}
    return _filled(**said, because=clause.because, finding=clause.finding, reads=dict(clause.reads), **ids)


def _erratum(id: str) -> dict[str, str]:
    caution = erratum_caution(id)
    return {"risk": caution.risk, "title": caution.title, "text": caution.text}


def _input(asked: Input, cells: Iterable[Cell], edition: str) -> Json:
    shown: Json = {
        "name": asked.name,
        "label": asked.label,
        "hint": asked.hint,
        "kind": asked.kind,
        **_filled(ask=asks(asked.name)),
    }
    if not asked.numeric:
        return {
            **shown,
            **_filled(was=_was(asked, edition)),
            "values": list(asked.values),
            "labels": list(asked.labels or map(str, asked.values)),
        }
    ends = [
        [json_value(c.low), c.low_closed, json_value(c.high), c.high_closed] for c in cells if isinstance(c, Interval)
    ]
    number = {"kind": "number", "unit": asked.unit, "integer": asked.kind == "integer", "step": json_value(asked.step)}
    return {**shown, **number, **_filled(units=_units(asked)), "cells": ends}


def _was(asked: Input, edition: str) -> dict[str, str]:
    """For an input that is another table's verdict, the older edition's verdict of which each is a part."""
    verdicts = load(asked.table, edition).verdicts.values() if asked.table else ()
    return {verdict.id: verdict.was for verdict in verdicts if verdict.was}


def _units(asked: Input) -> dict[str, list[int]]:
    """Every spelling of a unit in which the input may be given, with what turns it into the input's own."""
    own = SPELT[asked.unit]
    sizes = {spelling: unit.size / own.size for spelling, unit in SPELT.items() if unit.dimension == own.dimension}
    return {spelling: [size.numerator, size.denominator] for spelling, size in sizes.items() if spelling}


@cache
def page_diagram(table: str, edition: str) -> Diagram:
    """The diagram over what a page asks: the table's own, or one over the inputs of its derivation."""
    asked = load(table, edition)
    derivation = derivation_of(asked)
    if derivation is None:
        return compiled(table, edition)
    return _derived(asked, compiled_with_cautions(table, edition), derivation)


def _derived(table: Table, diagram: Diagram, derivation: Derivation) -> Diagram:
    """The diagram over the derivation's inputs, from every combination of their values."""
    store = Store()
    cells = tuple(tuple(i.values) for i in derivation.inputs)
    names = [i.name for i in derivation.inputs]
    locate = cache(lambda number, value: table.inputs[number].locate(value, diagram.cells[number]))
    level = [
        store.terminal(_end(diagram, derivation, dict(zip(names, case, strict=True)), locate))
        for case in product(*cells)
    ]
    for number in reversed(range(len(cells))):
        size = len(cells[number])
        level = [store.node(number, tuple(level[n : n + size])) for n in range(0, len(level), size)]
    return store.diagram(derivation.inputs, cells, level[0])


def _end(
    diagram: Diagram, derivation: Derivation, case: Mapping[str, Any], locate: Callable[[int, Value], int]
) -> Terminal:
    """Where one complete case ends; a case that is refused ends in why."""
    try:
        values = derivation.accept(derivation.from_page(case))
    except InputError as refused:
        return Terminal(impossible=(refused.sentence or refused.accepted,))
    ref = diagram.root
    while ref >= 0:
        number, children = diagram.nodes[ref]
        value = values[diagram.inputs[number].name]
        assert value is not None
        ref = children[locate(number, value)]
    return diagram.terminals[-1 - ref]


def _whole(table: Table, diagram: Diagram) -> Json:
    """A diagram that the page takes as it is; its ends list the cautions too."""
    derivation = derivation_of(table)
    unsaid = derivation.unsaid.items() if derivation else ()
    return {
        "unsaid": {name: {"read": value, "where": list(rules)} for name, (value, rules) in unsaid},
        "nodes": [[number, list(children)] for number, children in diagram.nodes],
        "root": diagram.root,
        "terminals": [_terminal(table, terminal) for terminal in diagram.terminals],
    }


def _terminal(table: Table, terminal: Terminal) -> Json:
    """One end; of a case that a derivation refuses, ``impossible`` is why and no clause's id."""
    kinds = ("rules", "cautions", "silent", "impossible", "verdicts")
    return _filled(**{kind: list(getattr(terminal, kind)) for kind in kinds})
