"""A prescription in words and amounts: read exactly or refused by name, and the same on the page as in Python."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

import netlearn as nl
from netlearn import knowledge
from netlearn.clinic import doses
from netlearn.decision import load
from netlearn.decision.diagram import Diagram
from netlearn.decision.export import page_diagram
from netlearn.errors import KnowledgeError
from netlearn.quantity import Quantity, parse
from tests.clinic.prescriptions import (
    BEFORE,
    BOTH,
    CRISIS,
    DOTATATE,
    LANREOTIDE,
    SYNDROME,
    check,
)


# Amounts and their units.
@pytest.mark.parametrize(
    "dose",
    [
        "150 microgram",
        "0.15 mg",
        "150 \u00b5g",
        "150 \u03bcg",
        "150 mcg",
        "150 ug",
        "0.00015 g",
        Quantity(150, "microgram"),
    ],
)
def test_150_microgram_is_accepted_in_every_unit(dose: object) -> None:
    assert check(SYNDROME, dose=dose).verdict == "accept"


@pytest.mark.parametrize(
    "dose",
    ["150", 150, 150.0, Fraction(150), True, "5,25", "5,25 mg", "1e3 mg", "-150 mg", "150 mg + 1 mg", "0 mg", "nan", "",
     float("nan"), "150 mg/h", "150 mg/kg", "7.4 GBq", "3 cm", ["150 mg"]],
)  # fmt: skip
def test_an_amount_without_a_fitting_unit_is_refused_by_name(dose: object) -> None:
    with pytest.raises(nl.InputError, match=r"^dose: "):
        check(SYNDROME, dose=dose)


@pytest.mark.parametrize("dose", ["149.9 microgram", "150.1 microgram", "0.149 mg", "100 microgram"])
def test_another_dose_for_the_syndrome_is_not_stated(dose: str) -> None:
    assert check(SYNDROME, dose=dose).status == "not-stated"


def test_the_labels_range_is_named_where_the_review_is_silent() -> None:
    decision = check(SYNDROME, dose="100 microgram")

    assert "E01.label-daily-dose" in decision.evidence


@pytest.mark.parametrize("dose", ["299.9 microgram", "300.1 microgram", "150 microgram"])
@pytest.mark.parametrize("case", [BEFORE, CRISIS], ids=["before operation", "crisis"])
def test_another_dose_before_operation_or_in_a_crisis_is_not_stated(case: dict[str, Any], dose: str) -> None:
    assert check(case, dose=dose).status == "not-stated"


def test_an_activity_may_be_written_in_mbq() -> None:
    assert check(DOTATATE, "2026", dose="7400 MBq").verdict == "accept"


def test_a_mass_of_a_radionuclide_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match=r"dose: '7\.4 mg'"):
        check(DOTATATE, "2026", dose="7.4 mg")


def test_a_dose_and_its_own_number_are_not_both_taken() -> None:
    with pytest.raises(nl.InputError, match="dose_microgram"):
        check(SYNDROME, dose_microgram=150)


# Drugs without a dose, and words.
@BOTH
@pytest.mark.parametrize(
    "drug", ["everolimus", "sunitinib", "interferon alfa", "streptozocin", "noradrenaline", "dacarbazine"]
)
def test_a_drug_whose_dose_no_source_gives_is_not_stated(drug: str, edition: str) -> None:
    assert check({"drug": drug, "dose": "10 mg"}, edition).status == "not-stated"


@BOTH
@pytest.mark.parametrize("name", ["drug", "formulation", "route", "frequency", "context"])
@pytest.mark.parametrize("bad", ["aspirin", "", 3, True, ["SC"]])
def test_a_word_outside_the_list_is_refused_by_name(name: str, bad: object, edition: str) -> None:
    with pytest.raises(nl.InputError, match=f"^{name}: "):
        check(SYNDROME, edition, **{name: bad})


def test_only_octreotide_has_a_short_acting_form() -> None:
    with pytest.raises(nl.InputError, match="formulation"):
        check(LANREOTIDE, "2026", formulation="short-acting")


@pytest.mark.parametrize("missing", ["dose", "route", "frequency", "context", "formulation"])
def test_each_thing_left_out_of_a_prescription_leaves_it_undetermined(missing: str) -> None:
    assert check(SYNDROME, **{missing: None}).status == "undetermined"


@pytest.mark.parametrize("missing", ["dose", "route", "frequency", "context", "formulation"])
def test_what_is_missing_is_named_as_it_would_be_given(missing: str) -> None:
    assert check(SYNDROME, **{missing: None}).missing == (missing,)


def test_a_short_acting_form_means_octreotide() -> None:
    assert check(SYNDROME, drug=None).verdict == "accept"


@BOTH
def test_the_page_answers_as_python_does(edition: str) -> None:
    """A fixed sample of what the page can ask, answered by its diagram and by decide()."""
    diagram, random = page_diagram("dose-check", edition), Random(0)
    for _ in range(500):
        case = {asked.name: random.choice(asked.values) for asked in diagram.inputs}
        assert _on_page(diagram, case) == _in_python(case, edition), case


def _on_page(diagram: Diagram, case: dict[str, Any]) -> tuple[str, ...]:
    ref = diagram.root
    while ref >= 0:
        number, children = diagram.nodes[ref]
        ref = children[diagram.cells[number].index(case[diagram.inputs[number].name])]
    terminal = diagram.terminals[-1 - ref]
    return ("impossible",) if terminal.impossible else (terminal.status, *terminal.rules)


def _in_python(case: dict[str, Any], edition: str) -> tuple[str, ...]:
    try:
        decision = check(case, edition)
    except nl.InputError:
        return ("impossible",)
    return (decision.status, *decision.rules)


# The closed list and the table agree.
@BOTH
def test_every_listed_word_is_one_of_the_tables(edition: str) -> None:
    table, words = load("dose-check", edition), doses.vocabulary().words
    derived = {"route": {"infusion"}, "frequency": {"continuous"}}

    for name in ("drug", "formulation", "route", "frequency", "context"):
        assert set(words[name]) - derived.get(name, set()) == set(table.input(name).values)


def test_every_spelling_means_its_word() -> None:
    listed = knowledge.load(doses.FILE)

    for name, key in doses.LISTS.items():
        for word, spellings in listed[key].items():
            assert {doses.vocabulary().word(name, s) for s in (word, *spellings)} == {word}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"extra": {}}, "extra"),
        ({"measured_in": {}}, "measured_in.octreotide"),
        ({"labels": {"SX": "x"}}, "labels.SX"),
        ({"page": {"frequency": ["hourly"]}}, "page.frequency.hourly"),
        ({"routes": {"SC": ["x"], "IM": ["X."], "IV": [], "oral": [], "infusion": []}}, "routes.IM"),
    ],
)
def test_a_mistake_in_the_closed_list_is_named(change: dict[str, Any], named: str) -> None:
    with pytest.raises(KnowledgeError, match=named):
        doses.read({**knowledge.load(doses.FILE), **change})


# A dose that can be read in two ways, or is nothing, is refused in a sentence.
@pytest.mark.parametrize("dose", ["-5 mg", "-5", "\u22125 mg", "0 mg", "0", "0.000 mg", Quantity(0, "mg")])
def test_what_is_not_above_nothing_is_refused_in_a_sentence(dose: object) -> None:
    with pytest.raises(nl.InputError) as refused:
        check(SYNDROME, dose=dose)
    assert refused.value.sentence == "A dose must be above 0."


@pytest.mark.parametrize(
    ("written", "small", "large"),
    [("1.000", "1", "1000"), ("2.500", "2.5", "2500"), ("1.125", "1.1250", "1125"), ("150.000", "150", "150000")],
)
def test_a_point_that_may_group_thousands_is_refused_and_both_ways_to_write_it_are_read(
    written: str, small: str, large: str
) -> None:
    with pytest.raises(nl.InputError) as refused:
        check(SYNDROME, dose=f"{written} microgram")
    assert f"can be {small} or, where a point groups thousands, {large}." in refused.value.sentence
    assert check(SYNDROME, dose=f"{small} microgram").inputs["dose_microgram"] == Fraction(written)
    assert check(SYNDROME, dose=f"{large} microgram").inputs["dose_microgram"] == Fraction(written) * 1000


@pytest.mark.parametrize(
    "dose", ["0.125 mg", "0.150 mg", "33.34 microgram", "1.50 mg", "1.1250 mg", "1500.125 microgram"]
)
def test_a_point_that_groups_nothing_is_a_decimal_point(dose: str) -> None:
    assert check(SYNDROME, dose=dose).inputs["dose_microgram"] == parse(dose, field="dose").to("microgram").value


@pytest.mark.parametrize("drug", [drug for drug, measure in doses.vocabulary().measured_in.items() if measure != "any"])
@pytest.mark.parametrize("unit", [unit for units in doses.UNITS.values() for unit in units])
def test_a_unit_that_a_drug_does_not_have_is_named_with_those_it_has(drug: str, unit: str) -> None:
    units = doses.UNITS[doses.vocabulary().measured_in[drug]]
    if unit in units:
        assert check({"drug": drug}, dose=f"5 {unit}").inputs
        return
    with pytest.raises(nl.InputError) as refused:
        check({"drug": drug}, dose=f"5 {unit}")
    assert refused.value.sentence == f"{unit} is no unit for this drug: {', '.join(units[:-1])} or {units[-1]}."


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, "drug, formulation, given for, route, dose and frequency"),
        ({"dose": "100 microgram"}, "drug, formulation, given for, route and frequency"),
        ({"drug": "177Lu-DOTATATE"}, "given for, activity, route and frequency"),
    ],
)
def test_what_is_still_needed_is_asked_once_and_in_the_drugs_own_measure(given: dict[str, Any], asked: str) -> None:
    assert check(given, "2026").because == f"Still needed: {asked}."
