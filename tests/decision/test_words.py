"""Conditions, regions and outcomes in words."""

import pytest

from netlearn.decision import Region, compare, load, names
from netlearn.decision.inputs import Input
from netlearn.decision.restrict import Outcome
from netlearn.decision.unary import parse_test
from netlearn.decision.words import (
    accepted_words,
    conditions,
    inputs_of,
    joined,
    outcome_shown,
    region_words,
    values_words,
    witness_words,
)
from netlearn.editions import edition_ids

NB = "\N{NO-BREAK SPACE}"
SIZE = Input("size", "number", label="Size", unit="cm", domain=parse_test("]0..30]").choices[0])
MONTHS = Input("time", "number", label="Time", unit="months")
SITE = Input("site", "choice", label="Site", values=("gut", "lung", "skin", "bone", "other"))


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("<= 3", "≤ 3 cm"),
        ("< 3", "< 3 cm"),
        (">= 3", "≥ 3 cm"),
        ("> 3", "> 3 cm"),
        ("[3..5]", "3 to 5 cm"),
        ("]3..5]", "> 3 to 5 cm"),
        ("[3..5[", "3 to < 5 cm"),
        ("]3..5[", "> 3 to < 5 cm"),
        ("4", "4 cm"),
        ("4,6", "4 or 6 cm"),
        ("not([4..6])", "not 4 to 6 cm"),
        ("150000", "150 000 cm"),
    ],
)
def test_every_kind_of_numeric_test_has_words(test, words):
    assert accepted_words(SIZE, parse_test(test)).replace(NB, " ") == words


def test_unit_is_singular_after_1_only():
    assert accepted_words(MONTHS, parse_test("1")) == f"1{NB}month"
    assert accepted_words(MONTHS, parse_test("> 1")) == f">{NB}1{NB}months"
    assert accepted_words(MONTHS, parse_test("2")) == f"2{NB}months"


def test_exceptions_are_named_where_they_are_far_fewer():
    assert values_words(SITE, ["gut", "lung", "skin", "bone"]) == "any but other"
    assert values_words(SITE, ["gut", "lung"]) == "gut or lung"
    assert values_words(SITE, list(SITE.values)) == "gut or lung or skin or bone or other"


def test_neighbouring_ranges_of_a_region_are_joined_and_others_are_not():
    def said(when: str) -> str:
        return region_words({"size": SIZE}, Region({"size": when}, {}, ())).replace(NB, " ")

    assert said("< 3 or [3..10[ or [10..20]") == "Size ≤ 20 cm"
    assert said("< 3 or ]3..10[") == "Size < 3 or > 3 to < 10 cm"
    assert said("= 3 or ]3..5]") == "Size: 3 to 5 cm"


def test_labels_that_hold_an_or_are_not_taken_apart():
    node = Input("n", "choice", label="Nodes", values=("a", "b", "c"), labels=("none", "nodes or recurrence", "other"))
    region = Region({"n": "= nodes or recurrence or = other"}, {}, ())

    assert region_words({"n": node}, region) == "Nodes: nodes or recurrence or other"


@pytest.mark.parametrize(("name", "edition"), [(n, e) for e in edition_ids() for n in names(e)])
def test_every_condition_of_every_table_has_words_and_no_bare_interval(name, edition):
    table = load(name, edition)
    for clause in table.clauses:
        words = joined(conditions(table, clause))
        assert words and ".." not in words and "]" not in words


@pytest.mark.parametrize("name", ["grade", "ssa", "dose-check", "resection", "chemotherapy"])
def test_every_difference_of_the_editions_has_words(name):
    inputs = inputs_of(name)
    for one in compare(name):
        assert ".." not in region_words(inputs, one.region)
        assert len(witness_words(inputs, one.region).split("; ")) == len(one.region.when)


def test_decided_outcome_has_the_tone_and_label_of_its_verdict():
    shown = outcome_shown(Outcome("decided", ("suitable",)), load("rfa").verdicts)

    assert (shown.tone, shown.label) == ("suitable", "Suitable")


def test_open_outcome_names_what_is_still_open():
    verdicts = load("rfa").verdicts

    shown = outcome_shown(Outcome("undetermined", ("suitable", "doubtful")), verdicts)
    assert (shown.tone, shown.label) == ("undetermined", "Undetermined: Suitable or Doubtful")
    assert outcome_shown(Outcome("conflict", ("suitable", "doubtful")), verdicts).tone == "conflict"
    assert outcome_shown(Outcome("not-stated", ()), verdicts).tone == "notstated"


def test_single_verdict_that_is_open_stands_beside_silence():
    shown = outcome_shown(Outcome("undetermined", ("suitable",)), load("rfa").verdicts)

    assert shown.label == "Undetermined: Suitable or not stated"


def test_first_verdicts_name_an_outcome_that_both_know():
    older, newer = load("transplant").verdicts, load("transplant", "2026").verdicts
    only = next(iter(newer))

    assert outcome_shown(Outcome("decided", (only,)), newer, older).label == newer[only].label
