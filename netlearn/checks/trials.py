"""Checks the trials: their words are of the closed lists, their numbers possible, sourced and typed once.

A number that an erratum or update of the trial holds is referred to; typing it again is a fault.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from netlearn import evidence, knowledge
from netlearn.checks.bibliography import FILE, keys_in
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.schema import structure
from netlearn.checks.trial_shapes import EffectRow, MeasuredRow, TrialResultRow, TrialRow, TrialsFile
from netlearn.trials import FOLDER, WORDS

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_P = re.compile(r"(?:[<≤] )?(?:0\.\d+|\{[\w.-]+\})(?:, one-sided)?")
_CLOSED = ("drugs", "sites", "grades", "lines")


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the trials of every file."""
    rows: list[tuple[str, TrialRow]] = []
    for name in knowledge.names(FOLDER):
        yield from faults_in(name, lambda name=name: _read(name, rows))
    seen = Counter(row.id for _, row in rows)
    keys = keys_in((course() / FILE).read_text(encoding="utf-8"))
    for name, row in rows:
        if seen[row.id] > 1:
            yield Fault(name, row.id, "id", "is used twice")
        if row.same_patients and row.same_patients not in seen:
            yield Fault(name, row.id, "same_patients", f"{row.same_patients!r} is no trial")
        yield from faults_in(name, lambda name=name, row=row: of_trial(row, name, keys))


def _read(name: str, rows: list[tuple[str, TrialRow]]) -> Iterator[Fault]:
    rows += [(name, row) for row in structure(name, knowledge.load(name), TrialsFile).trial]
    yield from ()


def of_trial(row: TrialRow, file: str, keys: tuple[str, ...] | frozenset[str]) -> Iterator[Fault]:
    """Yield what is wrong with one trial, whose works are ``keys`` of the bibliography."""
    for field, says in (*_of_words(row), *_of_shape(row), *_of_sources(row)):
        yield Fault(file, row.id, field, says)
    for result in row.result:
        for field, says in (*_of_result(result, row), *_of_works(result, keys)):
            yield Fault(file, f"{row.id}: {result.name}", field, says)


def _of_words(row: TrialRow) -> Iterator[tuple[str, str]]:
    words: Mapping[str, Mapping[str, str]] = knowledge.load(WORDS)
    for field in _CLOSED:
        values = getattr(row, field)
        if not values:
            yield field, f"is empty; accepted: {', '.join(words[field])}"
        yield from ((field, _no_word(value, words[field])) for value in values if value not in words[field])
    for field, value, known in (
        ("functioning", row.functioning, words["functioning"]),
        ("comparison", row.comparison, words["comparisons"]),
        *(("endpoint", result.endpoint, words["endpoints"]) for result in row.result),
        *(("reading", result.reading, words["readings"]) for result in row.result),
        *(("effect", result.effect.kind, words["effects"]) for result in row.result if result.effect),
    ):
        if value not in known:
            yield field, _no_word(value, known)


def _no_word(value: str, known: Mapping[str, str]) -> str:
    return f"{value!r} is not one of {', '.join(known)}"


def _of_shape(row: TrialRow) -> Iterator[tuple[str, str]]:
    """A trial is named, told and whole: its arms fit its design, and it has results or says that none was found."""
    if not _SLUG.fullmatch(row.id):
        yield "id", "is not lower-case words joined by hyphens"
    yield from ((field, "is empty") for field in ("name", "design", "population", "arm_a") if not getattr(row, field))
    if (row.comparison == "none") != (row.arm_b == "" or "before" in row.arm_b):
        yield "arm_b", f"does not fit a trial of {row.comparison!r} comparison"
    if bool(row.result) == bool(row.no_result):
        yield "result", "a trial has results, or says under no_result that none was found"
    names = Counter(result.name for result in row.result)
    yield from (("result", f"{name!r} is used twice") for name, count in names.items() if count > 1)
    if row.comparison != "randomised" and any(result.effect or result.p for result in row.result):
        yield "effect", "only arms that were randomised to be compared have a ratio or a p value"


def _of_sources(row: TrialRow) -> Iterator[tuple[str, str]]:
    for field, known in (("updates", evidence.updates()), ("errata", evidence.errata())):
        yield from ((field, f"{id!r} does not exist") for id in getattr(row, field) if id not in known)


def _of_works(result: TrialResultRow, keys: tuple[str, ...] | frozenset[str]) -> Iterator[tuple[str, str]]:
    yield from (("cites", f"{key!r} does not exist") for key in result.cites if key not in keys)
    if not (result.cites or result.address):
        yield "cites", "a result names a work, or under address the page where it was read"


def _of_result(result: TrialResultRow, row: TrialRow) -> Iterator[tuple[str, str]]:
    if not _SLUG.fullmatch(result.name):
        yield "name", "is not lower-case words joined by hyphens"
    if result.p and not _P.fullmatch(result.p):
        yield "p", f"{result.p!r} is no p value such as 0.03, < 0.001 or 0.026, one-sided"
    if (result.reading == "none") == (result.endpoint in ("growth", "response")):
        yield "reading", f"{result.reading!r} does not fit the endpoint {result.endpoint!r}"
    if not (result.a or result.effect):
        yield "a", "a result has a number of arm a, or an effect"
    effect_unit = result.unit if result.effect and result.effect.kind == "difference" else ""
    for field, number, unit in (
        ("patients_a", result.patients_a, "patients"),
        ("patients_b", result.patients_b, "patients"),
        ("a", result.a, result.unit),
        ("b", result.b, result.unit),
        ("effect", result.effect, effect_unit),
    ):
        if number is not None:
            yield from ((field, says) for says in _of_number(number, unit, row))


def _of_number(number: MeasuredRow, unit: str, row: TrialRow) -> Iterator[str]:
    forms = [bool(number.figure), number.value is not None, number.not_reached]
    if sum(forms) != 1:
        yield "is one of figure, value and not_reached"
    elif number.figure:
        yield from _of_figure(number, unit, row)
    elif number.value is not None:
        yield from _of_value(number, unit, row)
    if bool(number.interval) != bool(number.interval_kind):
        yield "an interval needs its kind, and a kind its interval"
    if len(number.interval) > 2 or list(number.interval) != sorted(set(number.interval)):
        yield "an interval is its lower and its upper end, or its lower end alone"


def _of_figure(number: MeasuredRow, unit: str, row: TrialRow) -> Iterator[str]:
    found = evidence.figures().get(number.figure)
    if found is None:
        yield f"{number.figure!r} does not exist"
        return
    if found.owner not in (*row.updates, *row.errata):
        yield f"{number.figure} belongs to {found.owner}, which the trial does not name"
    if found.value.unit != unit:
        yield f"{number.figure} is in {found.value.unit!r}, the result in {unit!r}"
    if found.interval and number.interval:
        yield f"{number.figure} has its interval: it is not typed again"
    yield from _of_interval(found.value.low, number)


def _of_value(number: MeasuredRow, unit: str, row: TrialRow) -> Iterator[str]:
    value = number.value
    assert value is not None
    owners = () if number.own else (*row.updates, *row.errata)
    for id, figure in evidence.figures().items():
        if figure.owner in owners and figure.value.low == figure.value.high == value and figure.value.unit == unit:
            yield f"{id} holds this number: refer to it, or say under own why it is another"
    if unit == "%" and not 0 <= value <= 100:
        yield "a percentage must lie from 0 to 100"
    if isinstance(number, EffectRow) and number.kind != "difference" and value <= 0:
        yield "a ratio lies above 0"
    yield from _of_interval(value, number)


def _of_interval(value: Fraction | None, number: MeasuredRow) -> Iterator[str]:
    low, high = (*number.interval, None, None)[:2]
    if value is None or low is None:
        return
    if low > value or (high is not None and high < value):
        yield "its interval does not contain the value"
