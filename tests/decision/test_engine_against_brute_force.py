"""The diagram engine says what trying every combination says, on small random tables."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlearn.decision.deciding import decide_by
from netlearn.decision.diagram import compile_table
from netlearn.decision.editions import Side, compare_tables
from netlearn.decision.proof import prove_table
from netlearn.decision.table import Table
from netlearn.errors import InputError
from netlearn.items.sampling import reachable

from .random_tables import INPUTS, completions, holds, plain_outcome, tables

pytestmark = pytest.mark.engine

EXAMPLES = settings(max_examples=200, deadline=None)


def draw_case(data: st.DataObject, table: Table) -> dict[str, Any]:
    """A case in which some inputs may be unknown."""
    return {i.name: data.draw(st.none() | st.sampled_from(INPUTS[i.name][2])) for i in table.inputs}


@given(tables(), st.data())
@EXAMPLES
def test_status_and_verdicts_are_those_of_every_completion(table: Table, data: st.DataObject) -> None:
    case = draw_case(data, table)
    outcomes = {o for c in completions(table, case) if (o := plain_outcome(table, c))}

    if not outcomes:
        with pytest.raises(InputError):
            decide_by(table, compile_table(table), case)
        return
    found = decide_by(table, compile_table(table), case)

    status, verdicts = outcomes.pop() if len(outcomes) == 1 else ("undetermined", ())
    verdicts = verdicts or tuple(sorted({v for _, vs in outcomes for v in vs}))
    assert (found.status, found.possible or ((found.verdict,) if found.verdict else ())) == (status, verdicts)


@given(tables(), st.data())
@EXAMPLES
def test_a_caution_is_shown_exactly_when_it_holds_in_some_completion_that_is_possible(
    table: Table, data: st.DataObject
) -> None:
    case = draw_case(data, table)
    possible = [c for c in completions(table, case) if plain_outcome(table, c)]
    if not possible:
        return

    shown = {caution.id for caution in decide_by(table, compile_table(table), case).cautions}

    assert shown == {c.id for c in table.cautions if any(holds(c, complete) for complete in possible)}


@given(tables())
@EXAMPLES
def test_a_caution_is_unreachable_exactly_when_no_possible_case_holds_it(table: Table) -> None:
    possible = [c for c in completions(table, {}) if plain_outcome(table, c)]

    unreachable = set(prove_table(table, compile_table(table)).unreachable) & {c.id for c in table.cautions}

    assert unreachable == {c.id for c in table.cautions if not any(holds(c, case) for case in possible)}


@given(tables())
@EXAMPLES
def test_a_diagram_that_holds_the_cautions_ends_in_those_that_hold(table: Table) -> None:
    diagram = compile_table(table, with_cautions=True)

    for case in completions(table, {}):
        taken = {n: i.locate(case[i.name], diagram.cells[n]) for n, i in enumerate(table.inputs)}
        end = reachable(diagram, taken)
        assert end.impossible or end.cautions == tuple(c.id for c in table.cautions if holds(c, case))


@given(tables())
@EXAMPLES
def test_a_proof_counts_the_paths_that_are_possible(table: Table) -> None:
    diagram = compile_table(table)

    paths = [terminal for _, terminal in diagram.paths() if not terminal.impossible]

    assert prove_table(table, diagram).regions == len(paths)


@given(tables(), st.data())
@EXAMPLES
def test_an_input_that_is_not_missing_cannot_change_an_undetermined_outcome_alone(
    table: Table, data: st.DataObject
) -> None:
    """Two completions that differ only in inputs not listed as missing have the same outcome."""
    case = draw_case(data, table)
    possible = [(c, o) for c in completions(table, case) if (o := plain_outcome(table, c))]
    if len({o for _, o in possible}) < 2 or table.impossible:
        return
    missing = decide_by(table, compile_table(table), case).missing

    by_missing: dict[tuple[Any, ...], set[Any]] = {}
    for complete, outcome in possible:
        by_missing.setdefault(tuple(complete[m] for m in missing), set()).add(outcome)
    assert all(len(outcomes) == 1 for outcomes in by_missing.values())


@given(tables(), st.data())
@EXAMPLES
def test_each_flip_gives_what_it_promises_and_differs_from_now(table: Table, data: st.DataObject) -> None:
    case = draw_case(data, table)
    diagram = compile_table(table)
    try:
        now = decide_by(table, diagram, case)
    except InputError:
        return

    for flip in now.flips():
        then = decide_by(table, diagram, {**case, flip.input: flip.set})
        assert (then.status, then.verdict, then.possible) == (flip.status, flip.verdict, flip.possible)
        assert (then.status, then.verdict, then.possible) != (now.status, now.verdict, now.possible)


@given(tables())
@EXAMPLES
def test_a_proof_finds_a_gap_exactly_when_some_case_has_no_rule(table: Table) -> None:
    outcomes = {plain_outcome(table, c) for c in completions(table, {})}

    proof = prove_table(table, compile_table(table))

    assert bool(proof.gaps) == any(o is not None and o[0] == "not-stated" for o in outcomes)
    assert bool(proof.conflicts) == any(o is not None and o[0] == "conflict" for o in outcomes)


@given(tables())
@EXAMPLES
def test_a_rule_is_unreachable_exactly_when_it_never_prevails(table: Table) -> None:
    diagram = compile_table(table)
    prevailing = set()
    for case in completions(table, {}):
        if plain_outcome(table, case) is not None:
            prevailing |= set(decide_by(table, diagram, case).rules)

    unreachable = set(prove_table(table, diagram).unreachable) & {r.id for r in table.rules}

    assert unreachable == {r.id for r in table.rules} - prevailing


@given(tables(), tables())
@EXAMPLES
def test_editions_differ_exactly_where_their_outcomes_do(old: Table, new: Table) -> None:
    names = [i.name for i in new.inputs] + [i.name for i in old.inputs if i.name not in {j.name for j in new.inputs}]
    differing = set()
    for case in completions(_with_inputs(new, old), {}):
        a, b = plain_outcome(old, case), plain_outcome(new, case)
        if a and b and a != b:
            differing.add((a, b))

    found = {
        ((d.before.status, d.before.verdicts), (d.after.status, d.after.verdicts))
        for d in compare_tables(Side(old), Side(new))
    }

    assert found == differing, names


def _with_inputs(new: Table, old: Table) -> Table:
    from dataclasses import replace

    extra = tuple(i for i in old.inputs if i.name not in {j.name for j in new.inputs})
    return replace(new, inputs=new.inputs + extra)
