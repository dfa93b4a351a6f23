"""Deciding a case: from what is known to an answer with its reasons. Unknown inputs are followed both ways."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from netlearn import evidence
from netlearn.decision.decision import Caution, Decision
from netlearn.decision.derivation import derivation_of
from netlearn.decision.diagram import Diagram, Terminal, compiled
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.restrict import Restriction, restrict
from netlearn.decision.table import Clause, Rule, Table
from netlearn.decision.unary import Value
from netlearn.errors import InputError


def decide(table: str, edition: str = "review-2012", **given: Any) -> Decision:
    """Decide a case by a table of an edition.

    Inputs left out or None are unknown. Raises InputError for a name the table does not know, a value it does not
    accept, and a case that its ``impossible`` rules exclude; KnowledgeError for a table or edition that does not exist.

    >>> decide("grade", ki67_percent=20.1).verdict      # whatever the mitoses
    'G3'
    >>> decide("grade", ki67_percent=20).missing        # exactly 20 % is not grade 3: the mitoses decide
    ('mitoses_per_10hpf',)
    """
    asked = load(table, edition)
    found = decide_by(asked, compiled(table, edition), given)
    derivation = derivation_of(asked)
    if not derivation or not set(found.given) <= set(derivation.keywords):
        return found
    return evolve(found, missing=tuple(dict.fromkeys(derivation.told_by.get(name, name) for name in found.missing)))


def decide_by(table: Table, diagram: Diagram, given: Mapping[str, Any]) -> Decision:
    """Decide a case by a table that is already compiled."""
    given = {name: value for name, value in given.items() if value is not None}
    values, requires = read(table, given)
    return answer(table, restrict(diagram, allowed(table, diagram, values, requires)), values, requires, given)


def read(table: Table, given: Mapping[str, Any]) -> tuple[dict[str, Value | None], dict[str, Decision]]:
    """The exact value of each input, and the decisions of the tables it requires."""
    _refuse_unknown_names(table, given)
    own = dict(given)
    if derivation := derivation_of(table):
        own.update(derivation.accept(own))
    values = {i.name: i.parse(own.get(i.name)) for i in table.inputs}
    return values, {i.name: d for i in table.inputs if i.table and (d := _required(table, i, given))}


def keywords(table: Table) -> tuple[str, ...]:
    """Every name that ``decide`` accepts for this table."""
    derivation = derivation_of(table)
    names = [*(derivation.keywords if derivation else ()), *(i.name for i in table.inputs)]
    for required in (i.table for i in table.inputs if i.table):
        names += keywords(load(required, table.edition))
    return tuple(dict.fromkeys(names))


def _refuse_unknown_names(table: Table, given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        if name not in keywords(table):
            raise InputError(name, value, f"an input of {table.name!r}: {', '.join(keywords(table))}")


def _required(table: Table, asked: Input, given: Mapping[str, Any]) -> Decision | None:
    """The decision of a required table, when its own inputs are given instead of its verdict."""
    names = keywords(load(asked.table, table.edition))
    parts = {name: given[name] for name in names if name in given}
    telling = [name for name in parts if name not in {i.name for i in table.inputs}]
    if not telling:
        return None
    if asked.name in given:
        raise InputError(asked.name, given[asked.name], f"either it or {', '.join(telling)}, from which it follows")
    return decide(asked.table, table.edition, **parts)


def allowed(
    table: Table, diagram: Diagram, values: Mapping[str, Value | None], requires: Mapping[str, Decision]
) -> list[Iterable[int]]:
    """For each input, the cells that what is known leaves open."""
    open_cells: list[Iterable[int]] = []
    for asked, cells in zip(table.inputs, diagram.cells, strict=True):
        value = values[asked.name]
        if value is not None:
            open_cells.append((asked.locate(value, cells),))
        elif found := requires.get(asked.name):
            left = (found.verdict,) if found.verdict else found.possible or cells
            open_cells.append([n for n, cell in enumerate(cells) if cell in left])
        else:
            open_cells.append(range(len(cells)))
    return open_cells


def answer(
    table: Table,
    left: Restriction,
    values: Mapping[str, Value | None],
    requires: Mapping[str, Decision],
    given: Mapping[str, Any],
) -> Decision:
    """The decision that a restricted diagram gives."""
    if not left.outcomes:
        raise _excluded(table, left, values)
    outcome = left.outcome
    decided, undetermined = outcome.status == "decided", outcome.status == "undetermined"
    rules: list[Rule] = [] if undetermined else _telling_rules(table, left.terminals)
    open_inputs = [i for n, i in enumerate(table.inputs) if n in left.support] if undetermined else []
    unknown = dict(pair for i in open_inputs for pair in _unknown(table, i, requires.get(i.name)))
    silences = [c for c in table.silent if any(c.id in t.silent for t in left.terminals)]
    reached = [r for r in table.rules if any(r.id in t.rules for t in left.terminals)]
    telling = [*(reached if undetermined else rules), *(silences if not rules else [])]
    return Decision(
        table=table.name,
        edition=table.edition,
        status=outcome.status,
        verdict=outcome.verdicts[0] if decided else None,
        possible=() if decided else outcome.verdicts,
        missing=tuple(unknown),
        findings=tuple(r.finding for r in rules if r.finding),
        rules=tuple(r.id for r in rules),
        because=_open(unknown, [requires[i.name] for i in open_inputs if i.name in requires])
        if undetermined
        else _reasons(rules or silences),
        evidence=_evidence(telling),
        cautions=_cautions(table, left.terminals, [*(reached if undetermined else rules), *silences]),
        inputs=values,
        requires=tuple(requires.values()),
        given=given,
        updates=tuple(dict.fromkeys(id for c in telling for id in c.updates)),
    )


def _excluded(table: Table, left: Restriction, values: Mapping[str, Value | None]) -> InputError:
    clauses = [c for c in table.impossible if c.id in left.impossible]
    names = dict.fromkeys(name for c in clauses for name in c.when if values.get(name) is not None)
    shown = "; ".join(f"{name} = {table.input(name).show(values[name])}" for name in names)
    return InputError(", ".join(names) or table.name, shown, " ".join(c.because for c in clauses))


def _telling_rules(table: Table, terminals: Iterable[Terminal]) -> list[Rule]:
    """The rules common to every completion, else all of them."""
    sets = [set(t.rules) for t in terminals]
    common = set.intersection(*sets) or set.union(*sets)
    return [r for r in table.rules if r.id in common]


def _unknown(table: Table, asked: Input, required: Decision | None) -> list[tuple[str, str]]:
    """What is not known of an input, with its label; of a required decision that was asked, what is open there."""
    if required is None:
        return [(asked.name, asked.label)]
    labels = {i.name: i.label for i in load(required.table, required.edition).inputs}
    return [(name, labels.get(name, name)) for name in required.missing]


def _open(unknown: Mapping[str, str], required: Iterable[Decision]) -> str:
    """Why an answer is open: what is not known, or a required decision that the sources leave in conflict."""
    settled = [d for d in required if d.status != "undetermined" and d.verdict is None]
    known = [f"{load(d.table, d.edition).title}: {d.status}. {d.because}" for d in settled]
    depends = [f"The answer depends on what is not known: {', '.join(unknown.values())}."] if unknown else []
    return " ".join([*depends, *known])


def _reasons(clauses: Iterable[Clause]) -> str:
    return " ".join(dict.fromkeys(c.because for c in clauses if c.because))


def _evidence(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for c in clauses for id in (*c.facts, *c.figures)))


def _cautions(table: Table, terminals: Iterable[Terminal], clauses: Iterable[Clause]) -> tuple[Caution, ...]:
    """The cautions that hold in some completion and the errata of the clauses used, the gravest first."""
    held = {id for t in terminals for id in t.cautions}
    touching = [c for c in table.cautions if c.id in held]
    found = [Caution(c.id, c.risk, c.title, c.because) for c in touching]
    found += [erratum_caution(e) for e in dict.fromkeys(e for c in [*clauses, *touching] for e in c.errata)]
    return tuple(sorted(found, key=lambda c: c.risk))


def erratum_caution(id: str) -> Caution:
    """An erratum as a caution."""
    erratum = evidence.erratum(id)
    return Caution(id, erratum.risk or "C", erratum.title, erratum.teach)
