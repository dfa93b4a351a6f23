"""The board as plain data for the page: its tables, what each treatment is called, the groups, and how a clinic asks.

The rules themselves travel with the tables (:func:`netlearn.decision.export.export`). Here each input of the board is
split as finely as any table, and any contradiction, tells its values apart; a clause names inputs by number, and of
each the cells that it accepts, as bits.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from attrs import asdict

from netlearn.clinic.asking import asking
from netlearn.clinic.assemblies import tables
from netlearn.clinic.board_compare import TONES
from netlearn.clinic.plan import OPEN, Plan, plan
from netlearn.clinic.told import labels
from netlearn.decision.derivation import derivation_of
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load, with_required
from netlearn.decision.masks import mask_of
from netlearn.decision.table import Table
from netlearn.decision.unary import Interval, UnaryTest
from netlearn.editions import edition_ids
from netlearn.evidence import updates
from netlearn.value import json_value

BOARD, OPERATION, SELECTOR = "board", "operation", "selector"
# by the widget that shows it
ASSEMBLIES: Mapping[str, str] = {BOARD: "pathway", OPERATION: "operation", SELECTOR: "systemic"}
Json = dict[str, Any]


def board_tables(name: str = BOARD) -> tuple[str, ...]:
    """Every table that a board of some edition needs, those that others require included.

    >>> "grade" in board_tables(), "rfa" in board_tables("selector")
    (True, False)
    """
    members = (
        t for edition in edition_ids() for table in tables(ASSEMBLIES[name], edition) for t in with_required(table)
    )
    return tuple(dict.fromkeys(table.name for table in members))


def board_data(edition: str, name: str = BOARD) -> Json:
    """Everything that the page needs for the rows of a board and for the next question, beside the tables.

    ``name`` is the widget: the whole board, the plan of an operation, or the selector of systemic treatment.

    >>> data = board_data("2026")
    >>> data["tables"][1]["table"], data["groups"]["watch"]
    ('resection', 'Watch')
    """
    members, made = tables(ASSEMBLIES[name], edition), plan()
    tests = _tests(members)
    inputs = _inputs(members)
    cells = {name: asked.split([*tests.get(name, ()), *_contradicting(name, made)]) for name, asked in inputs.items()}
    return {
        "table": name,
        "assembly": ASSEMBLIES[name],
        "edition": edition,
        "tables": [_table(table, made) for table in members],
        "groups": dict(made.labels),
        "tones": dict(TONES),
        "labels": dict(labels()),
        "updates": list(_updates(members, made)),
        "open": list(OPEN),
        "inputs": [_input(asked, cells[name], list(tests.get(name, ()))) for name, asked in inputs.items()],
        "contradictions": list(_contradictions(made, inputs, cells)),
        "together": {
            name: {each: list(more) for each, more in brings.items()} for name, brings in made.together.items()
        },
        "only_told": {table: {n: list(v) for n, v in names.items()} for table, names in made.only_told.items()},
        "gone": {table: {"when": dict(gone.when), "of": dict(gone.of)} for table, gone in made.gone.items()},
        "questions": _questions(),
        **_first(name),
        **_prior(name),
        "older": older(edition),
    }


def _updates(members: Iterable[Table], made: Plan) -> Iterator[str]:
    """The updates on which some row can rest: what else a row names is a fact or a figure."""
    named = {id: None for table in members for clause in table.clauses for id in clause.updates}
    sources = (id for (table, _, _), ids in made.sources.items() if table in {t.name for t in members} for id in ids)
    return (id for id in dict.fromkeys((*named, *sources)) if id in updates())


def _inputs(members: Iterable[Table]) -> dict[str, Input]:
    """Every input that a page can be told, by its name; of those that share one, the first table's stands."""
    found: dict[str, Input] = {}
    for table in (t for member in members for t in with_required(member)):
        derivation = derivation_of(table)
        for asked in table.inputs:
            if derivation is None or asked.name in derivation.keywords:
                found.setdefault(asked.name, asked)
    return found


def _tests(members: Iterable[Table]) -> dict[str, list[UnaryTest]]:
    """The tests of the tables on each input."""
    found: dict[str, list[UnaryTest]] = {}
    for table in (t for member in members for t in with_required(member)):
        for asked in table.inputs:
            found.setdefault(asked.name, []).extend(table.tests_on(asked.name))
    return found


def _contradicting(name: str, made: Plan) -> list[UnaryTest]:
    return [each.when[name] for each in made.contradictions if name in each.when]


def _input(asked: Input, cells: tuple[Cell, ...], tests: list[UnaryTest]) -> Json:
    """An input with its cells and a value in each; ``answers`` are the cells in which an answer is tried."""
    witnesses = [asked.witness(cell) for cell in asked.split(tests)]
    shown: Json = {"name": asked.name, "label": asked.label, "hint": asked.hint, "kind": asked.kind}
    shown |= {"table": asked.table} if asked.table else {}
    shown |= {"at": [json_value(asked.witness(cell)) for cell in cells]}
    shown |= {"answers": [asked.locate(witness, cells) for witness in witnesses]}
    if not asked.numeric:
        return {**shown, "values": list(asked.values), "labels": list(asked.labels or map(str, asked.values))}
    ends = [
        [json_value(c.low), c.low_closed, json_value(c.high), c.high_closed] for c in cells if isinstance(c, Interval)
    ]
    number = {"kind": "number", "unit": asked.unit, "integer": asked.kind == "integer", "step": json_value(asked.step)}
    return {**shown, **number, "cells": ends}


def _table(table: Table, made: Plan) -> Json:
    """A table of the board: what its treatment is called, what is asked in turn, and the group of each verdict."""
    treatment = made.treatments[table.name]
    verdicts = {v: made.verdicts[table.name, v, table.edition] for v in table.verdicts}
    sources = {v: list(made.sources.get((table.name, v, table.edition), ())) for v in table.verdicts}
    return {
        "table": table.name,
        "treatment": treatment.name,
        "words": {name: dict(words) for name, words in treatment.words.items()},
        "asked": list(made.asked(table)),
        "verdicts": verdicts,
        "sources": {verdict: ids for verdict, ids in sources.items() if ids},
        "requires": {i.name: i.table for i in table.inputs if i.table},
        **({"displaced": asdict(made.displaced[table.name])} if table.name in made.displaced else {}),
    }


def _contradictions(made: Plan, inputs: Mapping[str, Input], cells: Mapping[str, tuple[Cell, ...]]) -> Iterator[Json]:
    """The contradictions of which this edition asks every input; the others can never hold."""
    number = {name: n for n, name in enumerate(inputs)}
    for each in made.contradictions:
        if each.when.keys() <= number.keys():
            masks = ((number[name], _mask(inputs[name], test, cells[name])) for name, test in each.when.items())
            yield {"when": list(chain(*masks)), "because": each.because}


def _mask(asked: Input, test: UnaryTest, cells: tuple[Cell, ...]) -> int:
    return mask_of(n for n, cell in enumerate(cells) if test.accepts(asked.witness(cell)))


def _questions() -> Json:
    """How a clinic asks."""
    found = asking()
    lists = [{"question": each.question, "harmless": dict(each.harmless)} for each in found.checklists.values()]
    forms = [{"question": each.question, "inputs": list(each.inputs)} for each in found.forms.values()]
    return {"order": list(found.order), "checklists": lists, "forms": forms}


def _first(name: str) -> Json:
    """What a selector asks before anything else."""
    aim = asking().aim
    if ASSEMBLIES[name] != aim.assembly:
        return {}
    shown = {"question": aim.question, "why": aim.why, "input": aim.input, "options": dict(aim.options)}
    return {"aim": {**shown, "both": aim.both}}


def asks_prior(name: str) -> bool:
    """Whether a board has a row for what may have been given before: an operation has none.

    >>> asks_prior("board"), asks_prior("operation")
    (True, False)
    """
    return not {one.row["table"] for one in asking().prior.treatments}.isdisjoint(board_tables(name))


def _prior(name: str) -> Json:
    """What a board offers as given before, and which row each is."""
    prior = asking().prior
    given = [{**asdict(one), "says": dict(one.says), "row": dict(one.row)} for one in prior.treatments]
    shown = {"question": prior.question, "note": prior.note, "treatments": given}
    return {"prior": shown} if asks_prior(name) else {}


def older(edition: str) -> dict[str, str]:
    """The verdicts of newer editions that this one reads as one of its own: NET G2 is not grade 3.

    >>> older("review-2012")["NET G2"]
    'not-G3'
    """
    found: dict[str, str] = {}
    for name in dict.fromkeys(i.table for table in tables("pathway", edition) for i in table.inputs if i.table):
        newest = load(name, edition_ids()[-1])
        own = load(name, edition).verdicts
        found |= {v.id: v.was for v in newest.verdicts.values() if v.was in own and v.id not in own}
    return found
