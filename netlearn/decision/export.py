"""A table as plain data for the page: the diagram, its words and the facts behind it."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import product
from typing import Any

from netlearn import evidence
from netlearn.decision.cautions import erratum_caution
from netlearn.decision.derivation import Derivation, derivation_of
from netlearn.decision.diagram import Diagram, Store, Terminal, compiled_with_cautions
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load
from netlearn.decision.table import Clause, Table, Verdict
from netlearn.decision.unary import Interval, Value
from netlearn.errors import InputError


def export(table: str, edition: str = "review-2012") -> dict[str, Any]:
    """Everything a page needs to decide cases of one table without Python; JSON-able and deterministic.

    >>> sorted(export("grade"))[:5]
    ['cautions', 'edition', 'facts', 'inputs', 'nodes']
    """
    asked = load(table, edition)
    diagram = page_diagram(table, edition)
    facts = _facts(asked)
    return {
        "table": table,
        "edition": edition,
        "title": asked.title,
        "question": asked.question,
        "renames": dict(asked.renames),
        "inputs": [_input(i, cells) for i, cells in zip(diagram.inputs, diagram.cells, strict=True)],
        "nodes": [[number, list(children)] for number, children in diagram.nodes],
        "root": diagram.root,
        "terminals": [_terminal(asked, t) for t in diagram.terminals],
        "rules": {r.id: _rule(asked, r) for r in asked.rules},
        "cautions": _caution_texts(asked),
        "silent": {
            c.id: {
                "because": c.because,
                "facts": [*c.facts, *c.figures],
                "errata": list(c.errata),
                "updates": list(c.updates),
            }
            for c in asked.silent
        },
        "verdicts": {v.id: _verdict(v) for v in asked.verdicts.values()},
        "facts": {id: fact_card(id) for id in facts} | {id: update_card(id) for id in _updates(asked)},
    }


@cache
def page_diagram(table: str, edition: str) -> Diagram:
    """The diagram over what a page asks: the table's own, or one over the inputs of its derivation."""
    asked, diagram = load(table, edition), compiled_with_cautions(table, edition)
    derivation = derivation_of(asked)
    return _derived(asked, diagram, derivation) if derivation else diagram


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
    diagram: Diagram, derivation: Derivation, case: dict[str, Any], locate: Callable[[int, Value], int]
) -> Terminal:
    """Where one complete case ends; a case that is refused ends in why."""
    try:
        values = derivation.accept(derivation.from_page(case))
    except InputError as refused:
        return Terminal(impossible=(refused.accepted,))
    ref = diagram.root
    while ref >= 0:
        number, children = diagram.nodes[ref]
        value = values[diagram.inputs[number].name]
        assert value is not None
        ref = children[locate(number, value)]
    return diagram.terminals[-1 - ref]


def _input(asked: Input, cells: Iterable[Cell]) -> dict[str, Any]:
    shown: dict[str, Any] = {"name": asked.name, "label": asked.label, "hint": asked.hint, "kind": asked.kind}
    if not asked.numeric:
        return {**shown, "values": list(asked.values), "labels": list(asked.labels or map(str, asked.values))}
    ends = [[_float(c.low), c.low_closed, _float(c.high), c.high_closed] for c in cells if isinstance(c, Interval)]
    integer = asked.kind == "integer"
    return {
        **shown,
        "kind": "number",
        "unit": asked.unit,
        "integer": integer,
        "step": float(asked.step),
        "cells": ends,
    }


def _float(number: Any) -> float | int:
    return int(number) if number.denominator == 1 else float(number)


def _terminal(table: Table, terminal: Terminal) -> dict[str, Any]:
    texts = {c.id: c.because for c in table.impossible}
    why = " ".join(texts.get(id, id) for id in terminal.impossible)
    return {
        "status": terminal.status,
        "verdicts": list(terminal.verdicts),
        "rules": list(terminal.rules),
        "cautions": list(terminal.cautions),
        "silent": list(terminal.silent),
        "impossible": why or None,
    }


def _rule(table: Table, rule: Any) -> dict[str, Any]:
    return {
        "verdict": rule.verdict,
        "when": table.in_words(rule),
        "because": rule.because,
        "finding": rule.finding,
        "facts": [*rule.facts, *rule.figures],
        "errata": list(rule.errata),
        "updates": list(rule.updates),
    }


def _verdict(verdict: Verdict) -> dict[str, str]:
    return {"label": verdict.label, "tone": verdict.tone, "share": verdict.share, "was": verdict.was}


def _caution_texts(table: Table) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for clause in table.cautions:
        texts[clause.id] = {
            "risk": clause.risk,
            "title": clause.title,
            "text": clause.because,
            "errata": list(clause.errata),
        }
    for id in dict.fromkeys(e for c in table.clauses for e in c.errata):
        caution = erratum_caution(id)
        texts[id] = {"risk": caution.risk, "title": caution.title, "text": caution.text, "errata": []}
    return texts


def _facts(table: Table) -> tuple[str, ...]:
    clauses: tuple[Clause, ...] = table.clauses
    cited = [id for c in clauses for id in (*c.facts, *c.figures)]
    shares = [v.share for v in table.verdicts.values() if v.share]
    return tuple(dict.fromkeys([*cited, *shares]))


def _updates(table: Table) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for c in (*table.rules, *table.silent) for id in c.updates))


def fact_card(id: str) -> dict[str, str]:
    """A fact or figure as the hover card shows it.

    >>> fact_card("2-20")["value"]
    '60–70\\xa0%'
    """
    found = evidence.facts().get(id)
    if found is not None:
        cites = f"; cites [{', '.join(found.citations)}]" if found.citations else ""
        value, claim, checked = found.value, found.claim, found.checked
        source = f"Review, {'abstract' if found.section == 'abs' else 'section ' + found.section}{cites}"
        return _card(found, claim, source, value.text() if value else "", checked, found.quantity)
    figure = evidence.figure(id)
    source = f"{'Erratum' if figure.page == 'errata' else 'Update'} {figure.owner}"
    text = figure.value.text() if figure.value else ""
    return _card(figure, figure.quantity, source, text, figure.checked, figure.quantity)


def erratum_card(id: str) -> dict[str, str]:
    """An erratum as the hover card shows it.

    >>> erratum_card("E01")["href"]
    'book/errata.html#erratum-E01'
    """
    found = evidence.erratum(id)
    return _card(found, found.teach, f"Erratum {id}", id, "", found.title) | {"risk": found.risk}


def update_card(id: str) -> dict[str, str]:
    """A finding since the review as the hover card shows it.

    >>> update_card("netter-2")["href"]
    'book/updates.html#update-netter-2'
    """
    found = evidence.update(id)
    return _card(found, found.statement, "Since the review", "", found.checked, found.title)


def _card(item: Any, claim: str, source: str, value: str, checked: str, label: str) -> dict[str, str]:
    return {
        "label": label or claim,
        "value": value,
        "claim": claim,
        "population": getattr(item, "population", ""),
        "source": source,
        "checked": checked,
        "href": f"book/{item.page}.html#{item.anchor}",
    }
