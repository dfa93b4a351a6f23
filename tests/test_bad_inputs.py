"""Whatever is given to the library, it answers, or refuses in a sentence of its own: nothing else is ever raised."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import netlearn as nl
from netlearn import glossary
from netlearn.clinic import ablation, cases, crisis, doses, liver
from netlearn.decision import load, names
from netlearn.decision.case import keywords
from netlearn.editions import edition_ids
from netlearn.errors import InputError, NetlearnError, quoted
from netlearn.models import pharmacokinetics as pk
from netlearn.models.parameters import parameters
from netlearn.quantity import Quantity, as_number, parse
from tests.bad_inputs import ANYTHING, NASTY

TABLES = [(edition, table) for edition in edition_ids() for table in names(edition)]
FIELDS = [(edition, table, name) for edition, table in TABLES for name in keywords(load(table, edition))]
LABELLED = [(e, t, i) for e, t in TABLES for i in load(t, e).inputs if not load(t, e).derivation]
BODY = pk.Compartment(volume=10, half_life=2.5)

# every public function, with one thing that is given to it
DOORS = {
    "decide-table": lambda x: nl.decide(x),
    "decide-edition": lambda x: nl.decide("rfa", edition=x),
    "compare-table": lambda x: nl.compare(x),
    "compare-before": lambda x: nl.compare("grade", x),
    "compare-after": lambda x: nl.compare("grade", "review-2012", x),
    "prove-table": lambda x: nl.prove(x),
    "prove-edition": lambda x: nl.prove("grade", x),
    "fact": lambda x: nl.fact(x),
    "erratum": lambda x: nl.erratum(x),
    "update": lambda x: nl.update(x),
    "figure": lambda x: nl.figure(x),
    "term": lambda x: glossary.term(x),
    "case": lambda x: cases.case(x),
    "systemic": lambda x: nl.systemic(x),
    "systemic-key": lambda x: nl.systemic({"goal": x}),
    "systemic-drug": lambda x: nl.systemic({"drug": x}),
    "systemic-edition": lambda x: nl.systemic({}, edition=x),
    "pathway": lambda x: nl.pathway(x),
    "pathway-value": lambda x: nl.pathway({"liver_type": x}),
    "pathway-edition": lambda x: nl.pathway({}, edition=x),
    "crisis": lambda x: crisis.judge(x),
    "crisis-list": lambda x: crisis.judge([x]),
    "crisis-name": lambda x: crisis.judge([{"name": x}]),
    "crisis-dose": lambda x: crisis.judge([{"name": "octreotide", "dose": x}]),
    "crisis-text-dose": lambda x: crisis.judge([{"name": "noradrenaline", "dose": x}]),
    "crisis-route": lambda x: crisis.judge([{"name": "octreotide", "route": x}]),
    "crisis-edition": lambda x: crisis.judge([], edition=x),
    "debrief": lambda x: crisis.debrief(x),
    "liver": lambda x: liver.classify(x),
    "liver-segment": lambda x: liver.classify({"VI": x}),
    "liver-diffuse": lambda x: liver.classify({"VI": "small"}, x),
    "dose-drug": lambda x: doses.check(drug=x),
    "dose-amount": lambda x: doses.check("octreotide", dose=x),
    "dose-frequency": lambda x: doses.check(frequency=x),
    "ablation-diameter": lambda x: ablation.size(x, 0.5, 4),
    "ablation-margin": lambda x: ablation.size(3, x, 4),
    "ablation-zone": lambda x: ablation.size(3, 0.5, x),
    "chances": lambda x: ablation.chances("rfa", largest_diameter_cm=x),
    "quantity": lambda x: parse(x, field="dose"),
    "quantity-dimension": lambda x: parse(x, field="dose", dimension="mass"),
    "quantity-value": lambda x: Quantity(x, "cm"),
    "quantity-unit": lambda x: Quantity(1, x),
    "quantity-to": lambda x: Quantity(1, "cm").to(x),
    "number": lambda x: as_number(x, "diameter", "cm", 0, 30),
    "number-unit": lambda x: as_number("3", "diameter", x, 0, 30),
    "compartment": lambda x: pk.Compartment(x, 1),
    "bolus": lambda x: pk.Bolus(BODY, x),
    "share": lambda x: BODY.time_to_fall(x),
    "parameter": lambda x: parameters("bioheat").about(x),
    "error-field": lambda x: _raise(x, "value"),
    "error-value": lambda x: _raise("field", x),
}


def _raise(field, value):
    raise InputError(field, value, "something else")


def check_refusal(error):
    """A message is one short sentence that shows no address."""
    text = str(error)
    assert text.strip() and "\n" not in text and " at 0x" not in text
    assert len(text) < 3000, text
    text.encode()


def answers_or_refuses(call):
    try:
        call()
    except NetlearnError as error:
        check_refusal(error)


@pytest.mark.parametrize("door", DOORS)
def test_a_nasty_value_ends_in_an_answer_or_in_a_sentence(door):
    for nasty in NASTY.values():
        answers_or_refuses(lambda nasty=nasty: DOORS[door](nasty))


@pytest.mark.parametrize(("edition", "table"), TABLES)
def test_a_nasty_value_of_any_input_ends_in_an_answer_or_in_a_sentence(edition, table):
    for name in keywords(load(table, edition)):
        for nasty in NASTY.values():
            answers_or_refuses(lambda name=name, nasty=nasty: nl.decide(table, edition, **{name: nasty}))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(DOORS)), ANYTHING)
def test_anything_at_all_ends_in_an_answer_or_in_a_sentence(door, value):
    answers_or_refuses(lambda: DOORS[door](value))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(FIELDS), ANYTHING)
def test_anything_given_for_an_input_ends_in_an_answer_or_in_a_sentence(field, value):
    edition, table, name = field
    answers_or_refuses(lambda: nl.decide(table, edition, **{name: value}))


@pytest.mark.parametrize("id", [2.20, ["2-20"], None, "", "2.20"])
def test_an_id_that_is_none_is_refused_with_the_value(id):
    with pytest.raises(NetlearnError, match="is not known; close: ") as refused:
        nl.fact(id)
    assert repr(id) in str(refused.value)


def test_a_number_for_an_edition_is_told_that_editions_are_texts():
    with pytest.raises(NetlearnError, match="edition 2026 does not exist; accepted: 'review-2012', '2026'"):
        nl.decide("rfa", edition=2026)


@pytest.mark.parametrize(("edition", "table", "asked"), LABELLED)
def test_a_refusal_names_the_field_by_its_label_and_says_what_is_accepted(edition, table, asked):
    with pytest.raises(InputError) as refused:
        asked.parse("no such value")
    text = str(refused.value)
    assert text.startswith(asked.label) and asked.name in text
    assert "'no such value' is not accepted; accepted: " in text


@pytest.mark.parametrize("nasty", NASTY)
def test_quoting_never_raises_and_stays_on_one_short_line(nasty):
    text = quoted(NASTY[nasty])
    assert "\n" not in text and len(text) <= 200


def test_an_array_is_no_state_of_a_segment():
    """Comparing an array gives an array, which is neither true nor false."""
    with pytest.raises(InputError, match="lesions_by_segment"):
        liver.classify({"VI": NASTY["no-eq"]})
    with suppress(InputError):
        nl.systemic({"drug": NASTY["no-eq"]})
