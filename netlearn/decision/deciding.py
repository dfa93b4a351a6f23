"""Deciding a case: from what is known to an answer with its reasons. Unknown inputs are followed both ways."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from netlearn.decision.case import Case, read_case
from netlearn.decision.cautions import cautions_of
from netlearn.decision.decision import Decision
from netlearn.decision.derivation import Derivation, derivation_of
from netlearn.decision.diagram import Diagram, Terminal, compiled
from netlearn.decision.flips import flips
from netlearn.decision.inputs import Input
from netlearn.decision.load import as_written, with_numbers
from netlearn.decision.restrict import Restriction, restrict
from netlearn.decision.table import Clause, Exclusion, Rule, Table
from netlearn.decision.unary import Value
from netlearn.errors import InputError
from netlearn.words import ask


def decide(table: str, edition: str | None = None, **given: Any) -> Decision:
    """Decide a case by a table of an edition: unless told, the default one of ``knowledge/editions.toml``.

    Inputs left out or None are unknown. Raises InputError for a name the table does not know, a value it does not
    accept, and a case that its ``impossible`` rules exclude; KnowledgeError for a table or edition that does not exist.

    >>> decide("grade", ki67_percent=20.1).verdict      # whatever the mitoses
    'G3'
    >>> decide("grade", ki67_percent=20).missing        # exactly 20 % is not grade 3: the mitoses decide
    ('mitoses_per_10hpf',)
    """
    case = parse(table, edition, given)
    found = answer(case, compiled(table, case.table.edition))
    derivation = derivation_of(case.table)
    if not derivation or not case.through_derivation:
        return found
    return _asked(case, found, derivation)


def _asked(case: Case, found: Decision, derivation: Derivation) -> Decision:
    """The decision with what is missing named as it would be given, each once, and nothing of what is given whole."""
    told = {name: derivation.told_by.get(name, name) for name in found.missing}
    names = [name for name, key in told.items() if key not in derivation.whole or key not in case.given] or [*told]
    missing = tuple(dict.fromkeys(told[name] for name in names))
    if not derivation.whole or not missing:
        return replace(found, missing=missing)
    inputs = {i.name: i for i in case.table.inputs}
    asked = [inputs.get(key) or next(inputs[name] for name in names if told[name] == key) for key in missing]
    return replace(found, missing=missing, because=ask({i.name: i.label for i in asked}))


def decide_again(table: str, edition: str, **given: Any) -> Decision:
    """As :func:`decide`, remembered: on a board most tables are asked the same again when one answer changes."""
    key = tuple((name, type(value), value) for name, value in given.items())  # with its type, as True is not 1
    try:
        return _remembered(table, edition, key)
    except TypeError:  # a map of the liver is no key
        return decide(table, edition, **given)


@lru_cache(maxsize=4096)
def _remembered(table: str, edition: str, key: tuple[tuple[str, type, Any], ...]) -> Decision:
    return decide(table, edition, **{name: value for name, _, value in key})


def parse(table: str, edition: str | None, given: Mapping[str, Any]) -> Case:
    """A case of a table of an edition; raises as :func:`decide` does for names and values."""
    return read_case(as_written(table, edition), given, decide_again)


def decide_by(table: Table, diagram: Diagram, given: Mapping[str, Any]) -> Decision:
    """Decide a case by a table that is already compiled."""
    return answer(read_case(table, given, decide), diagram)


def answer(case: Case, diagram: Diagram) -> Decision:
    """The decision on a case; raises InputError for one that is excluded."""
    table, allowed = case.table, case.cells(diagram)
    left = restrict(diagram, allowed)
    if not left.outcomes:
        raise _excluded(table, left, case.values)
    outcome = left.outcome
    decided, undetermined = outcome.status == "decided", outcome.status == "undetermined"
    rules = () if undetermined else with_numbers(table, _telling_rules(table, left.terminals))
    open_inputs = [i for n, i in enumerate(table.inputs) if n in left.support] if undetermined else []
    unknown = dict(pair for i in open_inputs for pair in _unknown(i, case.requires.get(i.name)))
    silences = with_numbers(table, (c for c in table.silent if any(c.id in t.silent for t in left.terminals)))
    reached = [r for r in table.rules if any(r.id in t.rules for t in left.terminals)]
    telling = [*(reached if undetermined else rules), *(silences if not rules else [])]
    return Decision(
        table=table.name,
        edition=table.edition,
        status=outcome.status,
        verdict=outcome.verdicts[0] if decided else None,
        possible=() if decided else outcome.verdicts,
        missing=tuple(unknown),
        findings=tuple(dict.fromkeys(r.finding for r in rules if r.finding)),
        rules=tuple(r.id for r in rules),
        because=_open(unknown, [case.requires[i.name] for i in open_inputs if i.name in case.requires])
        if undetermined
        else _reasons(rules or silences),
        evidence=_evidence(telling),
        cautions=cautions_of(table, diagram, allowed, [*(reached if undetermined else rules), *silences]),
        inputs=case.values,
        requires=tuple(case.requires.values()),
        given=case.given,
        updates=tuple(dict.fromkeys(id for c in telling for id in c.updates)),
        changes=partial(flips, case, diagram, decide),
    )


def _excluded(table: Table, left: Restriction, values: Mapping[str, Value | None]) -> InputError:
    clauses = with_numbers(table, (c for c in table.impossible if c.id in left.impossible))
    names = dict.fromkeys(name for c in clauses for name in c.when if values.get(name) is not None)
    shown = {name: table.input(name).show(values[name]) for name in names}  # as a mapping each value is quoted whole
    why = " ".join(c.because for c in clauses)
    return InputError(", ".join(names) or table.name, shown, why, sentence=said(clauses))


def said(clauses: Iterable[Exclusion]) -> str:
    """What excludes a case, in sentences for a reader."""
    return " ".join(dict.fromkeys(c.says for c in clauses if c.says))


def _telling_rules(table: Table, terminals: Iterable[Terminal]) -> list[Rule]:
    """The rules common to every completion, else all of them."""
    sets = [set(t.rules) for t in terminals]
    common = set.intersection(*sets) or set.union(*sets)
    return [r for r in table.rules if r.id in common]


def _unknown(asked: Input, required: Decision | None) -> list[tuple[str, str]]:
    """What is not known of an input, with its label; of a required decision that was asked, what is open there."""
    if required is None:
        return [(asked.name, asked.label)]
    labels = {i.name: i.label for i in as_written(required.table, required.edition).inputs}
    return [(name, labels.get(name, name)) for name in required.missing]


def _open(unknown: Mapping[str, str], required: Iterable[Decision]) -> str:
    """Why an answer is open: what is not known, or a required decision that the sources leave in conflict."""
    settled = [d for d in required if d.status != "undetermined" and d.verdict is None]
    known = [f"{as_written(d.table, d.edition).title}: {d.status}. {d.because}" for d in settled]
    depends = [ask(unknown)] if unknown else []
    return " ".join([*depends, *known])


def _reasons(clauses: Iterable[Clause]) -> str:
    return " ".join(dict.fromkeys(c.because for c in clauses if c.because))


def _evidence(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for c in clauses for id in (*c.facts, *c.figures)))
