"""Reading tables from TOML, strictly: an unknown key or a wrong value names the file, the id and the field."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from fractions import Fraction
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, TypeVar

from netlearn import knowledge, prose
from netlearn.decision.inputs import Input
from netlearn.decision.table import CautionClause, Clause, Exclusion, Rule, Silence, Table, Verdict
from netlearn.decision.unary import Interval, UnaryTest, read_test
from netlearn.editions import default_edition, edition_entry, edition_ids
from netlearn.errors import KnowledgeError, quoted
from netlearn.naming import one_of

SECTIONS: dict[str, type[Clause]] = {
    "rules": Rule,
    "cautions": CautionClause,
    "silent": Silence,
    "conflicts": Clause,
    "impossible": Exclusion,
    "implausible": Exclusion,
}
_HEAD = (
    "table",
    "edition",
    "title",
    "question",
    "purpose",
    "reviewed",
    "sign_off",
    "renames",
    "same_as",
    "follows",
    "derivation",
)
_TESTS = ("when", "finding_of")  # the fields of a clause that hold tests on inputs
_INPUT_KEYS = {"boolean", "choice", "number", "integer", "table", "label", "hint", "unit", "step", "labels"}
C = TypeVar("C", bound=Clause)


def load(table: str, edition: str | None = None) -> Table:
    """The table of that name in that edition.

    Raises KnowledgeError when there is none, naming those that exist.

    >>> load("grade").question
    'Is this tumour grade 3?'
    """
    written = as_written(table, edition)
    return _load(written.name, written.edition)


@cache
def _load(table: str, edition: str) -> Table:
    written = as_written(table, edition)
    filled: dict[str, Any] = {name: with_numbers(written, getattr(written, name)) for name in SECTIONS}
    return replace(written, **filled)


def as_written(table: str, edition: str | None = None) -> Table:
    """The same, with placeholders for the numbers of its clauses' texts: to decide a case, few of them are needed.

    >>> load("rfa").rule("large").because, as_written("rfa").rule("large").because  # doctest: +ELLIPSIS
    ('...5\\xa0cm...', '...{3.3-29}...')
    """
    edition = edition_entry(default_edition() if edition is None else edition).id
    if not isinstance(table, str):  # what cannot be looked up is in no edition
        raise _no_table(table, edition)
    return _as_written(table, edition)


def with_numbers(table: Table, clauses: Iterable[C]) -> tuple[C, ...]:
    """Clauses of a table with every number of their texts filled in from what they cite.

    Raises KnowledgeError, with the file and the field, for a number that is not cited.
    """
    file = f"tables/{table.same_as or table.edition}/{table.name}.toml"
    return tuple(_with_numbers(clause, f"{file}: {clause.id}") for clause in clauses)


# By identity, for a clause holds mappings, which have no hash; it is kept beside what it gave, so its id stays its own.
_filled: dict[int, tuple[Any, Any]] = {}


def _with_numbers(clause: C, where: str) -> C:
    if id(clause) not in _filled:
        _filled[id(clause)] = clause, _fill(clause, where)
    found: C = _filled[id(clause)][1]
    return found


def _fill(clause: C, where: str) -> C:
    texts = {a.name: getattr(clause, a.name) for a in fields(type(clause)) if a.type in (str, Mapping[str, str])}
    filled = prose.filled(texts, where, (*clause.facts, *clause.figures, *clause.updates, *clause.errata))
    return clause if filled == texts else replace(clause, **filled)


@cache
def _as_written(table: str, edition: str) -> Table:
    if table not in names(edition):
        raise _no_table(table, edition)
    path = _folder(edition) / f"{table}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
    for key, said in (("table", table), ("edition", edition)):
        if raw.get(key) != said:
            raise KnowledgeError(f"tables/{edition}/{table}.toml: {key} is {quoted(raw.get(key))}; accepted: {said!r}")
    if raw.get("same_as"):
        older = as_written(table, raw["same_as"])
        return replace(older, edition=edition, same_as=raw["same_as"], reviewed=raw.get("reviewed", ""))
    return build(raw, f"tables/{edition}/{table}.toml")


def _no_table(table: object, edition: str) -> KnowledgeError:
    there = one_of(table, names(edition), "netlearn decide")
    return KnowledgeError(f"table {quoted(table)} is not in edition {edition!r}; there: {there}")


def names(edition: str) -> tuple[str, ...]:
    """The tables of an edition, by name; an edition that does not exist is an error."""
    return _names(edition_entry(edition).id)


@cache
def _names(edition: str) -> tuple[str, ...]:
    folder = _folder(edition)
    if not folder.is_dir():
        raise KnowledgeError(f"edition {edition!r} has no folder of tables; expected: tables/{edition}/")
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


def editions_of(table: str) -> tuple[str, ...]:
    """The editions that have a table of that name, the oldest first.

    >>> editions_of("telotristat")
    ('2026',)
    """
    return tuple(edition for edition in edition_ids() if table in names(edition))


def with_required(table: Table) -> Iterator[Table]:
    """A table, and those that it requires.

    >>> [each.name for each in with_required(load("resection"))]
    ['resection', 'liver-involvement', 'grade']
    """
    yield table
    for asked in table.inputs:
        if asked.table:
            yield from with_required(load(asked.table, table.edition))


def _folder(edition: str) -> Path:
    return knowledge.root() / "tables" / edition


def build(raw: Mapping[str, Any], file: str) -> Table:
    """A table from its parsed TOML; every reference inside it is checked. The texts of its clauses are as written."""
    _only(raw, {*_HEAD, "inputs", "verdicts", *SECTIONS}, file, "")
    for key in ("table", "edition", "title", "question", "inputs", "rules", "verdicts"):
        if not raw.get(key):
            raise KnowledgeError(f"{file}: {key} is missing")
    head = _head(raw, file)
    inputs = tuple(_input(name, spec, file) for name, spec in head["inputs"].items())
    verdicts = {key: _verdict(key, spec, file) for key, spec in head["verdicts"].items()}
    parts: dict[str, Any] = {key: head[key] for key in _HEAD if key in head and key != "table"}
    parts |= {name: _clauses(raw.get(name, {}), kind, inputs, file) for name, kind in SECTIONS.items()}
    made = Table(name=raw["table"], inputs=inputs, verdicts=verdicts, **parts)
    _check_rules(made, file)
    return made


def _head(raw: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    """What is no clause, its numbers filled in from what any clause of the table cites."""
    clauses = [spec for section in SECTIONS for spec in raw.get(section, {}).values()]
    sources = {id for spec in clauses for id in prose.cited(spec)}
    return {key: prose.filled(raw[key], f"{file}: {key}", sources) for key in raw if key not in SECTIONS}


def _only(raw: Mapping[str, Any], known: Iterable[str], file: str, id: str) -> None:
    for key in raw:
        if key not in known:
            where = f"{file}: {id}." if id else f"{file}: "
            raise KnowledgeError(f"{where}{key} is not a known key; accepted: {', '.join(sorted(known))}")


def _input(name: str, spec: Any, file: str) -> Input:
    if spec == "boolean":
        spec = {"boolean": True}
    elif isinstance(spec, list):
        spec = {"choice": spec}
    if not isinstance(spec, dict):
        raise KnowledgeError(f'{file}: inputs.{name} is {spec!r}; accepted: "boolean", a list, or a table')
    _only(spec, _INPUT_KEYS, file, f"inputs.{name}")
    kinds = {"boolean", "choice", "number", "integer", "table"} & spec.keys()
    if len(kinds) != 1:
        raise KnowledgeError(f"{file}: inputs.{name} needs exactly one of boolean, choice, number, integer, table")
    kind = kinds.pop()
    common: dict[str, Any] = {key: spec[key] for key in ("label", "hint", "unit") if key in spec}
    common["label"] = spec.get("label", name.replace("_", " "))
    common["step"] = Fraction(spec.get("step", 1))
    common["labels"] = tuple(spec.get("labels", ()))
    if kind in ("number", "integer"):
        return Input(name=name, kind=kind, domain=_domain(spec[kind], name, file), **common)
    if kind == "boolean":
        common["labels"] = common["labels"] or ("no", "yes")
        return Input(name=name, kind=kind, values=(False, True), **common)
    required = spec["table"] if kind == "table" else ""
    if kind == "table" and required not in names(_edition(file)):
        raise KnowledgeError(f"{file}: inputs.{name}.table is {required!r}, which is no table of this edition")
    values = tuple(spec["choice"]) if kind == "choice" else tuple(as_written(required, _edition(file)).verdicts)
    return Input(name=name, kind="choice", values=values, table=required, **common)


def _edition(file: str) -> str:
    return file.split("/")[1]


def _domain(text: str, name: str, file: str) -> Interval:
    only = read_test(f"{file}: inputs.{name}", text).choices[0]
    if not isinstance(only, Interval) or None in (only.low, only.high):
        raise KnowledgeError(f"{file}: inputs.{name} is {text!r}; accepted: a bounded interval such as ]0..30]")
    return only


def _verdict(key: str, spec: Mapping[str, str], file: str) -> Verdict:
    _only(spec, {"label", "tone", "share", "was"}, file, f"verdicts.{key}")
    return Verdict(key, **{"label": key, **spec})


def _clauses(raw: Mapping[str, Any], kind: type[C], inputs: tuple[Input, ...], file: str) -> tuple[C, ...]:
    known = {a.name for a in fields(kind)} - {"id"}
    made = []
    for id, written in raw.items():
        _only(written, known | {prose.PLAIN}, file, id)
        rest: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in written.items() if k in known}
        tests = {key: _tests(rest[key], inputs, f"{file}: {id}.{key}") for key in _TESTS if key in rest}
        made.append(kind(id=id, **{"when": {}, **rest, **tests}))
    return tuple(made)


def _tests(raw: Any, inputs: tuple[Input, ...], where: str) -> dict[str, UnaryTest]:
    if not isinstance(raw, Mapping):
        raise KnowledgeError(f"{where} is {quoted(raw)}; accepted: a table of inputs and tests")
    return {name: _test(name, text, inputs, where) for name, text in raw.items()}


def _test(name: str, text: Any, inputs: tuple[Input, ...], where: str) -> UnaryTest:
    asked = next((i for i in inputs if i.name == name), None)
    if asked is None:
        raise KnowledgeError(f"{where} names {name!r}; inputs: {', '.join(i.name for i in inputs)}")
    if not isinstance(text, str):
        raise KnowledgeError(f"{where}.{name} is {text!r}; accepted: a unary test as text")
    test = read_test(f"{where}.{name}", text)
    if test.kind != ("number" if asked.numeric else asked.kind):
        raise KnowledgeError(f"{where}.{name} is {text!r}, but the input is {asked.accepted}")
    for word in test.words:
        if word not in asked.values:
            raise KnowledgeError(f"{where}.{name} names {word!r}; accepted: {asked.accepted}")
    return test


def _check_rules(table: Table, file: str) -> None:
    ids = [c.id for c in table.every_clause]
    for id in ids:
        if ids.count(id) > 1:
            raise KnowledgeError(f"{file}: {id} stands twice")
    if table.derivation and table.implausible:
        raise KnowledgeError(f"{file}: implausible is not for a table that works its inputs out")
    rules = {r.id for r in table.rules}
    named = [(r.id, "over", o) for r in table.rules for o in r.over]
    named += [(s.id, "unless", u) for s in table.silent for u in s.unless]
    for id, field, other in named:
        if other not in rules:
            raise KnowledgeError(f"{file}: {id}.{field} names {other!r}, which is no rule of this table")
    for rule in table.rules:
        if rule.verdict not in table.verdicts:
            raise KnowledgeError(
                f"{file}: {rule.id}.verdict is {rule.verdict!r}; accepted: {', '.join(table.verdicts)}"
            )
        if not rule.because:
            raise KnowledgeError(f"{file}: {rule.id}.because is missing")
        for name in rule.reads.keys() - rule.when.keys():
            raise KnowledgeError(f"{file}: {rule.id}.reads names {name!r}, of which its `when` says nothing")
    try:
        tuple(TopologicalSorter({r.id: r.over for r in table.rules}).static_order())
    except CycleError as cycle:
        raise KnowledgeError(f"{file}: `over` goes round in a circle: {' over '.join(cycle.args[1])}") from None
