"""Every table of every edition: proved, and decided rightly on both sides of every threshold."""

import json
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from netlearn.decision import load, names
from netlearn.decision.deciding import decide_by
from netlearn.decision.diagram import compiled, prevailing
from netlearn.decision.export import export
from netlearn.decision.table import Clause, Table
from netlearn.editions import edition_ids
from netlearn.errors import InputError

TABLES = [(table, edition) for edition in edition_ids() for table in names(edition)]
EXHAUSTIVE, SAMPLE = 50_000, 10_000  # cases of one table
OF_EACH_TABLE = pytest.mark.parametrize(("table", "edition"), TABLES)


@OF_EACH_TABLE
def test_every_threshold_is_decided_as_its_rules_read_on_both_sides_and_at_it(table: str, edition: str) -> None:
    """At, just below and just above each boundary, the verdicts are those of the rules read one by one.

    Around each boundary the other inputs take 30 sets of values, the same in every run.
    """
    asked, diagram = load(table, edition), compiled(table, edition)

    for case in _cases(asked):
        expected = _by_reading(asked, case)
        if expected is None:
            with pytest.raises(InputError):
                decide_by(asked, diagram, case)
        else:
            found = decide_by(asked, diagram, case)
            assert set(found.possible or (found.verdict,)) - {None} == expected, case


def _cases(table: Table) -> Iterator[dict[str, Any]]:
    random = Random(table.name)
    values = {i.name: _values(table, i.name) for i in table.inputs}
    numeric = [i.name for i in table.inputs if i.numeric and len(values[i.name]) > 1] or [table.inputs[0].name]
    for name in numeric:
        for value in values[name]:
            for _ in range(30):
                yield {**{n: random.choice(vs) for n, vs in values.items()}, name: value}


def _values(table: Table, name: str) -> list[Any]:
    """Every choice; for a number each boundary and its nearest neighbours."""
    asked = table.input(name)
    if not asked.numeric:
        return list(asked.values)
    ends = {end for test in table.tests_on(name) for end in test.literals}
    step = Fraction(1) if asked.kind == "integer" else Fraction(1, 1000)
    near = {x for end in ends for x in (end - step, end, end + step)} or {asked.witness(asked.split(())[0])}
    return sorted(x for x in near if asked.domain and x in asked.domain)


def _by_reading(table: Table, case: dict[str, Any]) -> set[str] | None:
    def holds(clause: Clause) -> bool:
        return all(test.accepts(case[name]) for name, test in clause.when.items())

    if any(holds(c) for c in table.impossible):
        return None
    fired = [r for r in table.rules if holds(r)]
    return {table.rule(id).verdict for id in prevailing(table, [r.id for r in fired])}


@OF_EACH_TABLE
def test_the_export_is_plain_data_and_the_same_each_time(table: str, edition: str) -> None:
    first = json.dumps(export(table, edition))

    assert json.dumps(export(table, edition)) == first
