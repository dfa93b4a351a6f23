"""What is refused in a table that reads well: no source, a number without one, a failing proof."""

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from netlearn.checks.tables import defects, sources, verdicts
from netlearn.decision import load
from netlearn.decision.diagram import compile_table
from netlearn.decision.proof import prove_table
from netlearn.decision.table import Table
from netlearn.decision.unary import parse_test

FILE = "tables/2026/rfa.toml"


def with_first_rule(table: Table, **changes: Any) -> Table:
    return evolve(table, rules=(evolve(table.rules[0], **changes), *table.rules[1:]))


@pytest.mark.parametrize(
    ("table", "changes", "said"),
    [
        ("grade", {"when": {"ki67_percent": parse_test("> 21")}}, "high-ki67: when: 21 is no bound of a cited fact"),
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
    wrong = evolve(table.verdicts["NEC"], **{field: "G4"})

    assert not list(verdicts(table, FILE))
    assert [(f.id, f.field) for f in verdicts(evolve(table, verdicts={"NEC": wrong}), FILE)] == [("NEC", field)]


def test_a_rule_left_out_is_a_gap() -> None:
    table = load("grade")
    fewer = evolve(table, rules=table.rules[1:])

    assert "no rule covers it" in str(next(defects(prove_table(fewer, compile_table(fewer)), FILE)))
