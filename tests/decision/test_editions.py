"""Comparing editions: what is said to differ does, for the reason given, and nothing that differs is left out."""

from random import Random
from typing import Any

import pytest

from netlearn.decision import compare, decide, load, names
from netlearn.decision.decision import Decision
from netlearn.decision.editions import Difference
from netlearn.errors import InputError

OF_EACH_TABLE = pytest.mark.parametrize("table", [table for table in names("2026") if table in names("review-2012")])


def requires_grade(table: str) -> bool:
    """Whether both editions require the tumour's grade, whose verdicts they divide differently."""
    return all(any(i.table == "grade" for i in load(table, e).inputs) for e in ("review-2012", "2026"))


def asked_of(table: str, edition: str, case: dict[str, Any]) -> Decision:
    """The decision of one edition about a case written in the names of 2026."""
    new, known = load(table, "2026"), load(table, edition)
    renames = dict(new.renames) | dict(load("grade", "2026").renames) if edition == "review-2012" else {}
    named = {renames.get(name, name): value for name, value in case.items()}
    accepted = {i.name for i in known.inputs} | {
        i.name for r in known.inputs if r.table for i in load(r.table, edition).inputs
    }
    return decide(table, edition, **{n: v for n, v in named.items() if n in accepted})


def is_news(table: str, case: dict[str, Any]) -> bool:
    """Whether the older edition cannot be asked, since it does not know a value, such as a newer drug."""
    known = {i.name: i.values for i in load(table, "review-2012").inputs if i.kind == "choice"}
    return any(case[name] not in values for name, values in known.items() if name in case)


def outcome(decision: Decision) -> tuple[str, tuple[str, ...]]:
    return decision.status, (decision.verdict,) if decision.verdict else decision.possible


def witness(difference: Difference) -> dict[str, Any]:
    return dict(difference.region.witness)


@OF_EACH_TABLE
def test_at_the_witness_of_a_difference_each_edition_answers_as_it_is_said_to(table: str) -> None:
    for d in compare(table):
        assert outcome(asked_of(table, "2026", witness(d))) == (d.after.status, d.after.verdicts), d
        if is_news(table, witness(d)):
            assert d.before.status == "not-stated"
        else:
            assert outcome(asked_of(table, "review-2012", witness(d))) == (d.before.status, d.before.verdicts), d


@OF_EACH_TABLE
def test_every_difference_names_what_caused_it(table: str) -> None:
    assert [d for d in compare(table) if not (d.updates or d.errata)] == []


@OF_EACH_TABLE
def test_a_case_that_the_editions_answer_differently_is_among_the_differences(table: str) -> None:
    """400 complete cases drawn from the cells of both editions, the same in every run."""
    found = {(d.before.status, d.before.verdicts, d.after.status, d.after.verdicts) for d in compare(table)}

    for case in cases(table):
        try:
            before, after = asked_of(table, "review-2012", case), asked_of(table, "2026", case)
        except InputError:
            continue  # one of the editions excludes the case
        if outcome(before) != outcome(after):
            assert (*outcome(before), *outcome(after)) in found, case


def cases(table: str) -> list[dict[str, Any]]:
    random, inputs = Random(table), {}
    for edition in ("2026", "review-2012"):
        renames = {then: now for now, then in load("grade", "2026").renames.items()}
        for asked in load(table, edition).inputs:
            apart = asked.table == "grade" and requires_grade(table)
            parts = load("grade", edition).inputs if apart else (asked,)
            tables = (load(table, edition), load("grade", edition))
            for part in parts:
                tests = [test for t in tables for test in t.tests_on(part.name)]
                cells = [part.witness(cell) for cell in part.split(tests)]
                inputs.setdefault(renames.get(part.name, part.name), cells)
    return [{name: random.choice(cells) for name, cells in inputs.items()} for _ in range(400)]


def test_an_input_whose_verdicts_were_divided_anew_is_compared_by_what_it_is_worked_out_from() -> None:
    """A carcinoma of type I with Ki-67 over 20 % is not for resection in either edition: no difference there."""
    case = {"liver_type": "I", "ki67_percent": 60, "mitoses_per_2mm2": 30, "differentiation": "poor"}
    complete = {"extrahepatic_disease": "none", "carcinoid_heart_disease": False, "morphology": "none"}
    answers = {asked_of("resection", e, case | complete).verdict for e in ("review-2012", "2026")}

    assert answers == {"not-recommended"}
    assert not [
        d
        for d in compare("resection")
        if d.before.verdicts == ("first-option",) and d.region.when.get("ki67_percent") == "> 20"
    ]


def test_equal_answers_for_equal_reasons_are_one_region_where_the_diagram_allows() -> None:
    """Transplantation had 14,054 regions while ends were kept apart by the rules that fired."""
    assert len(compare("transplant")) < 150


def test_a_difference_whose_cause_is_an_erratum_names_it() -> None:
    found = [d for d in compare("embolisation") if d.after.verdicts == ("contraindicated",)]

    assert found and all("E08" in d.errata for d in found)
