"""The DMN files: valid by OMG's schema, and an engine that is not ours finds the same rules in them.

Every region of every table is asked: one case for each path of its compiled diagram, silent and impossible ones too.
Beyond that, every test is asked about every cell of its input and both sides of its numbers. A row is the conjunction
of its tests, so the second settles all combinations that the first does not name.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from netlearn.decision import load
from netlearn.decision.diagram import Terminal, compiled_with_cautions, prevailing
from netlearn.decision.dmn import INCOMPLETE, to_dmn, write_dmn
from netlearn.decision.proof import region
from netlearn.decision.unary import Value
from netlearn.errors import KnowledgeError
from tests.decision.dmn_engine import OF_EACH_TABLE, TABLES, N, asked_of_node, parsed, plain_case

pytestmark = pytest.mark.engine

OTHERS = ("cautions", "silent", "conflicts", "impossible")
SCHEMA = Path(__file__).parents[2] / "node_modules" / "dmn-moddle" / "resources" / "dmn" / "xsd" / "DMN13.xsd"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@cache
def witnesses(table: str, edition: str) -> tuple[dict[str, Value], ...]:
    """One case for each path of the table's diagram."""
    asked, diagram = load(table, edition), compiled_with_cautions(table, edition)
    return tuple(dict(region(asked, diagram, path, ()).witness) for path, _ in diagram.paths())


def ends(table: str, edition: str) -> list[Terminal]:
    """Where each of those cases ends; an end that is impossible lists nothing but why."""
    return [terminal for _, terminal in compiled_with_cautions(table, edition).paths()]


@pytest.fixture(scope="module")
def second_opinion() -> dict[tuple[str, str], dict[str, Any]]:
    """What dmn-moddle and feelin make of every file, each with a case in every region of its table."""
    lines = [{"xml": to_dmn(*pair), "cases": [plain_case(c) for c in witnesses(*pair)]} for pair in TABLES]
    return dict(zip(TABLES, asked_of_node(lines), strict=True))


@OF_EACH_TABLE
def test_a_file_is_valid_by_the_schema_of_dmn(table: str, edition: str) -> None:
    schema().assertValid(parsed(table, edition))


def test_the_schema_refuses_a_hit_policy_that_dmn_does_not_know() -> None:
    wrong = to_dmn("grade").replace('hitPolicy="COLLECT"', 'hitPolicy="BEST"', 1)

    assert not schema().validate(etree.fromstring(wrong.encode()))


@OF_EACH_TABLE
def test_dmn_moddle_reads_a_file_without_a_warning(table: str, edition: str, second_opinion: Any) -> None:
    assert second_opinion[table, edition]["warnings"] == []


def test_dmn_moddle_warns_of_an_element_that_dmn_does_not_know() -> None:
    wrong = to_dmn("grade").replace("question>", "problem>")

    (line,) = asked_of_node([{"xml": wrong, "cases": []}])

    assert "unparsable content <problem> detected" in line["warnings"][0]


@OF_EACH_TABLE
def test_feelin_finds_the_rules_of_every_region(table: str, edition: str, second_opinion: Any) -> None:
    """After precedence, the rules that feelin collects are those at the end of our diagram's path."""
    asked, collected = load(table, edition), second_opinion[table, edition]["tables"]
    pairs = zip(collected[table], ends(table, edition), strict=True)

    assert all(prevailing(asked, fired) == end.rules for fired, end in pairs if not end.impossible)


@OF_EACH_TABLE
def test_feelin_finds_the_other_clauses_of_every_region(table: str, edition: str, second_opinion: Any) -> None:
    """Cautions, silences, conflicts and impossible cases; a kind the table lacks has no decision in its file."""
    asked, collected = load(table, edition), second_opinion[table, edition]["tables"]
    kinds = [kind for kind in OTHERS if getattr(asked, kind)]

    assert set(collected) == {table, *(f"{table}-{kind}" for kind in kinds), f"{table}-{INCOMPLETE}"}
    for kind in kinds:
        for found, end in zip(collected[f"{table}-{kind}"], ends(table, edition), strict=True):
            assert tuple(found) == getattr(end, kind) or (end.impossible and kind != "impossible")


@OF_EACH_TABLE
def test_a_rule_puts_out_its_verdict_and_any_other_clause_its_id(table: str, edition: str, second_opinion: Any) -> None:
    """As feelin evaluates the row's output, where the values that the table lists for its output allow it."""
    asked, outputs = load(table, edition), second_opinion[table, edition]["outputs"]

    assert outputs.pop(table) == {rule.id: rule.verdict for rule in asked.rules}
    assert outputs.pop(f"{table}-{INCOMPLETE}") == {i.name: i.name for i in asked.inputs}
    for name, found in outputs.items():
        clauses = getattr(asked, name.removeprefix(f"{table}-"))
        assert found == {clause.id: clause.id for clause in clauses}


@OF_EACH_TABLE
def test_a_complete_case_misses_nothing(table: str, edition: str, second_opinion: Any) -> None:
    assert not any(second_opinion[table, edition]["tables"][f"{table}-{INCOMPLETE}"])


@pytest.fixture(scope="module")
def incomplete() -> dict[tuple[str, str], list[list[str]]]:
    """By table, what feelin says is missing from its first case with each input left out in turn, and with all."""
    lines = []
    for pair in TABLES:
        case = plain_case(witnesses(*pair)[0])
        cases = [*({**case, name: None} for name in case), dict.fromkeys(case)]
        lines.append({"xml": to_dmn(*pair), "cases": cases})
    found = zip(TABLES, asked_of_node(lines), strict=True)
    return {(table, e): line["tables"][f"{table}-{INCOMPLETE}"] for (table, e), line in found}


@OF_EACH_TABLE
def test_a_case_with_an_input_left_out_is_said_to_be_incomplete(table: str, edition: str, incomplete: Any) -> None:
    """The rules collected for it may look like an answer; the file itself says that they are none."""
    asked = [i.name for i in load(table, edition).inputs]

    assert incomplete[table, edition] == [*([name] for name in asked), asked]


@OF_EACH_TABLE
def test_a_file_says_how_to_read_it_and_that_every_input_must_be_given(table: str, edition: str) -> None:
    (about,) = parsed(table, edition).xpath("d:description/text()", namespaces=N)

    assert "Every input must be given" in about


@OF_EACH_TABLE
def test_a_choice_says_what_each_of_its_values_means(table: str, edition: str) -> None:
    root = parsed(table, edition)
    for asked in load(table, edition).inputs:
        if asked.kind == "choice" and asked.labels:
            (about,) = root.xpath(f"d:inputData[@name='{asked.name}']/d:description/text()", namespaces=N)
            means = "; ".join(f"{value}: {label}" for value, label in zip(asked.values, asked.labels, strict=True))
            assert f"{means}." in about


def test_only_a_choice_says_what_its_values_mean() -> None:
    root = parsed("rfa", "review-2012")

    assert root.xpath("d:inputData[@name='resectable']/d:description/text()", namespaces=N) == []


def test_a_file_with_a_moved_threshold_is_answered_otherwise() -> None:
    """Exactly 20 % belongs to the lower side; a file that says otherwise collects other rules there."""
    right, case = to_dmn("grade"), {"ki67_percent": 20, "mitoses_per_10hpf": 0}
    cases = [{**case, "differentiation": "well", "morphology": "none"}]
    wrong = right.replace("&gt; 20", "&gt;= 20", 1)

    answers = asked_of_node([{"xml": xml, "cases": cases} for xml in (right, wrong)])

    assert [line["tables"]["grade"] for line in answers] == [[["neither"]], [["high-ki67", "neither"]]]


@OF_EACH_TABLE
def test_a_file_says_why_and_by_which_facts_for_each_rule_and_what_it_prevails_over(table: str, edition: str) -> None:
    root = parsed(table, edition)

    for rule in load(table, edition).rules:
        said = annotations(root, f"rule_{rule.id}")

        assert said["id"] == rule.id and said["because"] == rule.because
        assert said.get("over", "") == ", ".join(rule.over)
        assert said.get("facts", "") == ", ".join(rule.facts)


def annotations(root: Any, row_id: str) -> dict[str, str]:
    (row,) = root.xpath(f"//d:rule[@id='{row_id}']", namespaces=N)
    columns = row.xpath("../d:annotation/@name", namespaces=N)
    return dict(zip(columns, (t.text or "" for t in row.xpath("d:annotationEntry/d:text", namespaces=N)), strict=True))


@OF_EACH_TABLE
def test_every_decision_requires_every_input_of_its_file(table: str, edition: str) -> None:
    root = parsed(table, edition)
    inputs = [f"#{id}" for id in root.xpath("d:inputData/@id", namespaces=N)]

    assert len(inputs) == len(load(table, edition).inputs)
    for decision in root.xpath("d:decision", namespaces=N):
        assert decision.xpath("d:informationRequirement/d:requiredInput/@href", namespaces=N) == inputs


def test_an_input_that_is_another_tables_verdict_names_its_file_and_lists_its_verdicts() -> None:
    root = parsed("chemotherapy", "2026")

    (about,) = root.xpath("d:inputData[@name='grade']/d:description/text()", namespaces=N)
    (accepted,) = root.xpath("d:decision[1]/d:decisionTable/d:input[1]/d:inputValues/d:text/text()", namespaces=N)
    assert "The verdict of grade.dmn, after precedence." in about
    assert accepted == '"NET G1","NET G2","NET G3","NEC"'


def test_every_table_of_every_edition_is_written_once(tmp_path: Path) -> None:
    written = write_dmn(tmp_path)

    assert [(p.stem, p.parent.name) for p in written] == TABLES
    assert all(p.read_text(encoding="utf-8") == to_dmn(p.stem, p.parent.name) for p in written)


def test_a_table_that_does_not_exist_has_no_file() -> None:
    with pytest.raises(KnowledgeError, match="table 'biopsy' is not in edition '2026'"):
        to_dmn("biopsy", "2026")
