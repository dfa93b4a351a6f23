"""The invented patients of the course that a widget can start from: those of whom its tables know something."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netlearn.clinic.cases import Patient, cases
from netlearn.clinic.lesions import MAP, SEGMENTS, STATED
from netlearn.decision import decide, load
from netlearn.decision.derivation import asked_inputs, derivation_of
from netlearn.decision.inputs import Input
from netlearn.decision.load import editions_of
from netlearn.errors import InputError
from netlearn.value import json_value
from netlearn.widgets.bench_data import TABLES

_STORY = ("vera", "tomas")
_LEAST = 2  # fewer known inputs are no start


def patients(name: str) -> dict[str, Any]:
    """For the page: each patient of whom the question of a table is asked, with what is known, by edition.

    The states of the two patients of the story come first, in its order. The bench plays with the table of alcohol too.

    >>> found = patients("rfa")
    >>> found["table"], found["patients"][0]["title"]
    ('patients:rfa', 'Vera, four doors')
    """
    tables = TABLES if name == TABLES[0] else (name,)
    ordered = sorted(
        cases().values(), key=lambda one: (not one.person.startswith(("vera", "tomas")), one.person != "vera")
    )
    if _is_order(tables[0]):
        ordered = [one for one in ordered if one.person.startswith(_STORY)]
    listed = [{"title": one.title, "values": values} for one in ordered if (values := _values(one, tables))]
    return {"table": f"patients:{name}", "edition": "", "patients": listed}


def _is_order(table: str) -> bool:
    """Whether a table is asked of an order, which stands for itself: the patients of the story are start enough."""
    derivation = derivation_of(load(table, editions_of(table)[0]))
    return derivation is not None and MAP not in derivation.keywords


def _values(one: Patient, tables: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """What is known of one patient, in the words of each edition; empty where the tables are not asked about it."""
    if not any(asked.table in tables for asked in one.asked):
        return {}
    found = {edition: dict(_known(one, tables, edition)) for edition in editions_of(tables[0])}
    return {edition: values for edition, values in found.items() if len(values) >= _LEAST}


def _known(one: Patient, tables: tuple[str, ...], edition: str) -> Iterator[tuple[str, Any]]:
    for table in tables:
        given = {**one.known, **_given(one, table, edition)}
        read = load(table, edition)
        derivation = derivation_of(read)
        if derivation and MAP in derivation.keywords:
            yield from _map(given)
            continue
        told = dict(_told(asked_inputs(read), given, edition))
        if not derivation or all(name in told for name in derivation.keywords if name in given):
            yield from told.items()  # a prescription of which the page cannot say a part is none


def _told(inputs: Iterable[Input], given: Mapping[str, Any], edition: str) -> Iterator[tuple[str, Any]]:
    for asked in inputs:
        value = given.get(asked.name)
        if value is None and asked.table:
            value = _made(asked.table, edition, given)
        try:
            parsed = asked.parse(value)
        except InputError:
            continue
        if parsed is not None:
            yield asked.name, json_value(parsed)


def _given(one: Patient, table: str, edition: str) -> Mapping[str, Any]:
    """What the patient's first question to a table gives beside what is known."""
    return next((asked.given.get(edition, {}) for asked in one.asked if asked.table == table), {})


def _map(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """A map of the liver, side by side as the page asks it; marks that say nothing of size cannot be drawn."""
    lesions = given.get(MAP) or {}
    if lesions and set(lesions.values()) <= {"small", "dominant"}:
        yield from ((segment, lesions[segment]) for segment in SEGMENTS if segment in lesions)
        yield STATED, given.get(STATED)


def _made(table: str, edition: str, given: Mapping[str, Any]) -> str | None:
    """The verdict of a required table, where what is known decides it."""
    read = load(table, edition)
    derivation = derivation_of(read)
    names = derivation.keywords if derivation else tuple(asked.name for asked in read.inputs)
    try:
        return decide(table, edition, **{name: given[name] for name in names if given.get(name) is not None}).verdict
    except InputError:
        return None
