"""What is refused in a table that reads well: no source, a number without one, a failing proof."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from netlearn import evidence
from netlearn.checks.tables import defects, findings, sources, verdicts
from netlearn.decision import load, prove
from netlearn.decision.diagram import compile_table
from netlearn.decision.proof import prove_table
from netlearn.decision.soundness import misplaced, unsourced
from netlearn.decision.table import Table
from netlearn.decision.unary import parse_test
from netlearn.value import decimal_text

FILE = "tables/2026/rfa.toml"
TARGET = decimal_text(evidence.figure("ablation-size.largest-size").value.high)


def with_first_rule(table: Table, **changes: Any) -> Table:
    return replace(table, rules=(replace(table.rules[0], **changes), *table.rules[1:]))


@pytest.mark.parametrize(
    ("table", "changes", "said"),
    [
        ("grade", {"when": {"ki67_percent": parse_test("> 21")}}, "high-ki67: when: 21 is no bound of a cited fact"),
        (
            "rfa",
            {"when": {"largest_diameter_cm": parse_test(f"<= {TARGET}")}, "updates": ("ablation-size",)},
            f"{TARGET} is no bound of a cited fact or figure; cite figures = ['ablation-size.largest-size'], or say",
        ),
        ("grade", {"facts": ("1-99",)}, "high-ki67: facts: '1-99' does not exist"),
        ("grade", {"errata": ()}, "high-ki67: errata: lacks "),
        ("chemotherapy", {"facts": (), "figures": (), "updates": ()}, "no facts, figures or updates are cited"),
    ],
)
def test_a_rule_without_its_source_is_named(table: str, changes: Mapping[str, Any], said: str) -> None:
    assert not list(sources(load(table), FILE))
    assert any(said in str(fault) for fault in sources(with_first_rule(load(table), **changes), FILE))


@pytest.mark.parametrize("field", ["was", "share"])
def test_a_verdict_that_names_what_does_not_exist_is_refused(field: str) -> None:
    table = load("grade", "2026")
    wrong = replace(table.verdicts["NEC"], **{field: "G4"})

    assert not list(verdicts(table, FILE))
    assert [(f.id, f.field) for f in verdicts(replace(table, verdicts={"NEC": wrong}), FILE)] == [("NEC", field)]


def test_a_rule_left_out_is_a_gap() -> None:
    table = load("grade")
    fewer = replace(table, rules=table.rules[1:])

    assert "no rule covers it" in str(next(defects(prove_table(fewer, compile_table(fewer)), FILE)))


@pytest.mark.parametrize(
    ("when", "contradicted"),
    [
        ({"prior_systemic": "false"}, False),
        ({"prior_systemic": "false", "grade": '"not-G3"'}, False),  # what the finding does not speak of may be narrower
        ({"prior_systemic": "true"}, True),  # turned round
        ({"grade": '"not-G3"'}, True),  # left open
        ({}, True),
    ],
)
def test_a_finding_says_what_its_rule_asks(when: Mapping[str, str], contradicted: bool) -> None:
    table = load("chemotherapy")
    rule = replace(table.rule("otherwise-untreated"), when={name: parse_test(text) for name, text in when.items()})
    found = [fault.id for fault in findings(replace(table, rules=(rule,)), FILE)]

    assert found == (["otherwise-untreated"] if contradicted else [])


@pytest.mark.parametrize(
    ("months", "contradicted"), [("< 12", False), ("< 11", False), ("<= 12", True), ("< 13", True), ("[3..12[", False)]
)
def test_a_finding_about_a_number_holds_on_both_sides_of_its_limit(months: str, contradicted: bool) -> None:
    table = load("transplant")
    rule = replace(table.rule("stable-too-briefly"), when={"months_stable": parse_test(months)})

    assert bool(list(findings(replace(table, rules=(rule,)), FILE))) is contradicted


@pytest.mark.parametrize("changes", [{"finding_of": None}, {"finding": ""}])
def test_a_finding_and_what_it_speaks_of_go_together(changes: Mapping[str, Any]) -> None:
    table = load("embolisation")
    rule = replace(table.rule("bleeding"), **changes)

    assert [fault.field for fault in findings(replace(table, rules=(rule,)), FILE)] == ["finding_of"]


def test_a_number_of_a_finding_needs_a_source_too() -> None:
    rule = load("grade").rules[0]

    assert unsourced(replace(rule, finding_of={"ki67_percent": parse_test("> 20")})) == ()
    assert unsourced(replace(rule, finding_of={"ki67_percent": parse_test("> 19")})) == ("19",)


def test_a_proof_refuses_a_number_without_source_and_a_false_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = load("grade")
    wrong = replace(table.rules[0], facts=(), finding="low", finding_of={"ki67_percent": parse_test("<= 20")})
    monkeypatch.setattr("netlearn.decision.proof.load", lambda *_: replace(table, rules=(wrong, *table.rules[1:])))
    proved = prove("grade")

    assert (proved.unsourced, proved.contradicted) == (("high-ki67: 20",), ("high-ki67: ki67_percent",))
    assert not proved.ok


def test_an_end_that_leaves_out_what_the_cited_range_holds_is_named() -> None:
    table = load("prrt", "2026")
    (rule,) = (rule for rule in table.rules if rule.id == "first-g3")
    moved = replace(rule, when={**rule.when, "ki67_percent": parse_test("]20..55[")})

    assert misplaced(rule) == ()
    assert misplaced(moved) == ("]20..55[",)
    assert any("holds or leaves out its end" in str(fault) for fault in sources(replace(table, rules=(moved,)), FILE))


@pytest.mark.parametrize(("test", "wrong"), [("> 20", False), ("<= 20", False), (">= 20", True), ("< 20", True)])
def test_over_a_number_and_at_most_it_part_the_numbers_alike(test: str, wrong: bool) -> None:
    table = load("grade")
    assert evidence.fact(table.rules[0].facts[0]).value.text() == ">\xa020\xa0%"
    assert bool(misplaced(with_first_rule(table, when={"ki67_percent": parse_test(test)}).rules[0])) is wrong
