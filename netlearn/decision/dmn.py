"""Tables as files of OMG's Decision Model and Notation 1.3, which other tools read.

Each file holds one decision, the rules, and one more for each other kind of clause the table has: cautions,
silences, declared conflicts, impossible cases; and one that collects the inputs that are missing. All are decision
tables over the same inputs with the hit policy COLLECT, so one reading serves for all: a row holds when every one of
its tests does. That is simpler than folding silences and conflicts into the rules, and nothing is left to prose that
a tool could evaluate.

Four things DMN does not say, and how the file says them:

- Precedence. COLLECT gives every rule that holds; ``over`` is an annotation, applied afterwards.
- Required tables. A table such as ``grade`` is required as input data, not as a decision: its collected list is not
  yet a verdict, for precedence comes first. The description of the input names the file that gives it.
- What is unknown. The course follows it both ways; an engine tests a missing value as it tests any other, so that rules
  which may hold and prevail are not collected. Every input must be given; the decision on what is missing says which.
- Whole numbers. FEEL has one type of number; the description of the input says so.

The files hold no diagram interchange: they carry the logic, and a tool may draw it as it likes.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from netlearn.decision.inputs import Input
from netlearn.decision.load import load, names
from netlearn.decision.table import Clause, Rule, Table
from netlearn.decision.unary import Interval, UnaryTest
from netlearn.editions import edition_ids

MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"
_READING = (
    "Collect every rule that holds. A rule is set aside when a rule that is left names it in its annotation 'over'. "
    "The verdicts of the rules left are the answer: one decides, several are a conflict, none means not stated. "
    "A case for which the decision on impossible cases collects anything has no answer. "
    "Every input must be given: while the decision on what is missing collects anything, there is no answer."
)
_DERIVED = "The course works these inputs out from what a reader gives; this file does not."
_OTHERS = {  # clauses of a table beside its rules: what their decision asks
    "cautions": "Which cautions go with this case?",
    "silent": "Which parts without a rule is this case in? One does not count where a rule named in 'unless' holds.",
    "conflicts": "Which declared conflicts between rules is this case in?",
    "impossible": "Which reasons make this case impossible?",
}
INCOMPLETE = "incomplete"
_MISSING = "Which inputs are missing? Without each of them what is collected is no answer."
_TYPES = {"boolean": "boolean", "choice": "string", "number": "number", "integer": "number"}


def write_dmn(folder: Path) -> tuple[Path, ...]:
    """Write every table of every edition to ``folder/<edition>/<table>.dmn``; the paths written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_dmn(Path(folder))[0].name
    'chemotherapy.dmn'
    """
    written = []
    for edition in edition_ids():
        (folder / edition).mkdir(parents=True, exist_ok=True)
        for table in names(edition):
            path = folder / edition / f"{table}.dmn"
            path.write_text(to_dmn(table, edition), encoding="utf-8")
            written.append(path)
    return tuple(written)


def to_dmn(table: str, edition: str | None = None) -> str:
    """One table of one edition as a DMN 1.3 file; the same text each time.

    Raises KnowledgeError when there is no such table.

    >>> "<text>&gt; 20</text>" in to_dmn("grade")
    True
    """
    root = _definitions(load(table, edition))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def feel(test: UnaryTest) -> str:
    """A unary test in FEEL, DMN's expression language.

    >>> from netlearn.decision.unary import parse_test
    >>> feel(parse_test("]3.0 .. 5]")), feel(parse_test('not("a", "b")'))
    (']3..5]', 'not("a","b")')
    """
    body = _list(test.choices)
    return f"not({body})" if test.negated else body


def _list(choices: Iterable[Interval | str | bool]) -> str:
    return ",".join(str(c) if isinstance(c, Interval) else json.dumps(c, ensure_ascii=False) for c in choices)


def _definitions(table: Table) -> Element:
    namespace = f"urn:netlearn:{table.edition}:{table.name}"
    named = {"xmlns": MODEL, "id": "definitions", "name": table.title, "namespace": namespace, "exporter": "netlearn"}
    root = Element("definitions", named)
    _text(root, "description", _about(table))
    collected = SubElement(root, "itemDefinition", name="collected", isCollection="true")
    _text(collected, "typeRef", "string")
    for asked in table.inputs:
        _input_data(root, asked)
    _rules(root, table)
    for kind, question in _OTHERS.items():
        if clauses := getattr(table, kind):
            _others(root, table, kind, question, clauses)
    _missing(root, table)
    return root


def _about(table: Table) -> str:
    signed = f"Reviewed {table.reviewed}; to be signed off by {table.sign_off}." if table.reviewed else ""
    same = f"The same as in edition {table.same_as}." if table.same_as else ""
    derived = _DERIVED if table.derivation else ""
    return _sentences(f"Edition {table.edition}.", table.purpose, signed, same, derived, _READING)


def _input_data(root: Element, asked: Input) -> None:
    data = SubElement(root, "inputData", id=f"input_{asked.name}", name=asked.name, label=asked.label)
    if about := _sentences(*_about_input(asked)):
        _text(data, "description", about)
    SubElement(data, "variable", name=asked.name, typeRef=_TYPES[asked.kind])


def _about_input(asked: Input) -> Iterator[str]:
    yield f"{asked.hint}." if asked.hint else ""
    yield f"Unit: {asked.unit}." if asked.unit else ""
    yield "A whole number." if asked.kind == "integer" else ""
    if asked.kind == "choice" and asked.labels:
        yield "; ".join(f"{value}: {label}" for value, label in zip(asked.values, asked.labels, strict=True)) + "."
    if asked.table:
        yield f"The verdict of {asked.table}.dmn, after precedence."


def _rules(root: Element, table: Table) -> None:
    answers = "; ".join(f"{v.id}: {v.label}" for v in table.verdicts.values())
    made = _decision(root, table, table.name, table.question, answers)
    _decision_table(made, table, table.rules, "verdict", tuple(table.verdicts))


def _others(root: Element, table: Table, kind: str, question: str, clauses: tuple[Clause, ...]) -> None:
    made = _decision(root, table, f"{table.name}-{kind}", question)
    _decision_table(made, table, clauses, "id", tuple(c.id for c in clauses))


def _missing(root: Element, table: Table) -> None:
    """A row for each input: it holds where the input is ``null``, and puts out the input's name."""
    made = _decision(root, table, f"{table.name}-{INCOMPLETE}", _MISSING)
    names = [asked.name for asked in table.inputs]
    grid = _grid(made, table, "input", names, may_be_missing=True)
    for name in names:
        row = SubElement(grid, "rule", id=f"missing_{name}")
        for other in names:
            _text(SubElement(row, "inputEntry"), "text", "null" if other == name else "-")
        _text(SubElement(row, "outputEntry"), "text", _list([name]))


def _decision(root: Element, table: Table, name: str, question: str, answers: str = "") -> Element:
    made = SubElement(root, "decision", id=f"decision_{name}", name=name)
    _text(made, "question", question)
    if answers:
        _text(made, "allowedAnswers", answers)
    SubElement(made, "variable", name=name, typeRef="collected")
    for asked in table.inputs:
        SubElement(SubElement(made, "informationRequirement"), "requiredInput", href=f"#input_{asked.name}")
    return made


def _decision_table(
    made: Element, table: Table, clauses: tuple[Clause, ...], output: str, outputs: tuple[str, ...]
) -> None:
    grid = _grid(made, table, output, outputs)
    columns = _columns(clauses)
    for column in columns:
        SubElement(grid, "annotation", name=column)
    for clause in clauses:
        _row(grid, table, clause, getattr(clause, output), columns)


def _grid(made: Element, table: Table, output: str, outputs: Sequence[str], *, may_be_missing: bool = False) -> Element:
    """An empty decision table over the inputs; what may be missing lists no values, for ``null`` is none of them."""
    grid = SubElement(made, "decisionTable", hitPolicy="COLLECT", outputLabel=output)
    for asked in table.inputs:
        _input_clause(grid, asked, may_be_missing)
    result = SubElement(grid, "output", name=output, typeRef="string")
    _text(SubElement(result, "outputValues"), "text", _list(outputs))
    return grid


def _input_clause(grid: Element, asked: Input, may_be_missing: bool) -> None:
    made = SubElement(grid, "input", label=asked.label)
    _text(SubElement(made, "inputExpression", typeRef=_TYPES[asked.kind]), "text", asked.name)
    if may_be_missing:
        return
    accepted = str(asked.domain) if asked.numeric else _list(asked.values)
    _text(SubElement(made, "inputValues"), "text", accepted)


def _columns(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    """Every field that some clause fills, but for its verdict and its tests: they are the row, or check it."""
    known = [a.name for a in fields(type(clauses[0])) if a.name not in ("when", "finding_of", "verdict")]
    return tuple(name for name in known if any(getattr(c, name) for c in clauses))


def _row(grid: Element, table: Table, clause: Clause, output: str, columns: tuple[str, ...]) -> None:
    prefix = "rule" if isinstance(clause, Rule) else "clause"
    row = SubElement(grid, "rule", id=f"{prefix}_{clause.id}")
    for asked in table.inputs:
        entry = feel(clause.when[asked.name]) if asked.name in clause.when else "-"
        _text(SubElement(row, "inputEntry"), "text", entry)
    _text(SubElement(row, "outputEntry"), "text", _list([output]))
    for column in columns:
        _text(SubElement(row, "annotationEntry"), "text", _said(getattr(clause, column)))


def _said(value: str | bool | tuple[str, ...]) -> str:
    """A field of a clause as text: one that only says yes or no is empty where it says no."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return value if isinstance(value, str) else ", ".join(value)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)
