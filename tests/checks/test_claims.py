"""A number in the words of a fact, an erratum, an update or a term is one of its own, or stands in the list."""

import re
from decimal import Decimal

import pytest

from netlearn import knowledge
from netlearn.checks import claims
from netlearn.checks.prose import without_names

ROWS = {row["id"]: row for _, row in claims._rows()}
LISTED = knowledge.load(claims.PLAIN)
SIZE = {"id": "5-06", "claim": "Lesions of at most 3 cm.", "quantity": "size", "low": 3, "high": 3, "unit": "cm"}


def said(row, listed=()):
    return [str(fault) for fault in claims._of_entry("evidence/5.toml", row, {}, dict(listed))]


def test_nothing_is_wrong_with_the_course():
    assert list(claims.faults()) == []


def test_a_claim_that_states_another_number_than_its_quantity_is_a_fault():
    assert said(SIZE) == []
    assert said({**SIZE, "claim": "Lesions of at most 9 cm."}) == [
        "evidence/5.toml: 5-06: claim: 9 cm is no figure of this entry, and not listed in plain_claims.toml"
    ]


def test_a_quantity_that_is_another_than_its_claim_states_is_a_fault():
    assert said({**SIZE, "low": 9, "high": 9}) != []


def test_every_other_number_in_any_words_of_any_entry_is_a_fault():
    """Each number is changed alone, to one that no entry has."""
    missed = []
    for id, row in ROWS.items():
        for field in (field for field in claims.TEXTS if field in row):
            text = " ".join(row[field].split())
            for found in claims._NUMBER.finditer(text):
                wrong = f"{text[: found.start(1)]}98765{text[found.end(1) :]}"
                if not any(": 98765" in line or "98765" in line for line in said_of({**row, field: wrong})):
                    missed.append((id, field, found[0]))
    assert missed == []


def said_of(row):
    return [str(fault) for fault in claims._of_entry("x", row, ROWS, LISTED)]


@pytest.mark.parametrize(
    ("id", "name", "value"), [("prrt-regimen", "activity", "7.1"), ("netter-1", "pfs-control", "8.9")]
)
def test_a_figure_that_its_update_states_cannot_change_alone(id, name, value):
    figures = [
        {**each, "low": Decimal(value), "high": Decimal(value)} if each["name"] == name else each
        for each in ROWS[id]["figure"]
    ]
    assert said_of(ROWS[id]) == []
    assert said_of({**ROWS[id], "figure": figures}) != []


def test_a_percentage_is_one_of_the_percentages():
    row = {"id": "x", "claim": "In 30 % of 20 patients.", "low": 20, "high": 20, "unit": "patients"}
    assert len(said({**row, "claim": "In 20 % of 20 patients."})) == 1
    assert said({**row, "unit": "%", "claim": "In 20 %."}) == []


@pytest.mark.parametrize("unit", ["mm", "mg", "patients", ""])
def test_a_unit_that_is_another_than_the_claim_states_is_a_fault(unit):
    assert said({**SIZE, "unit": unit}) != []
    assert said({**SIZE, "claim": "At most 3."}) == []


def test_one_week_is_weeks():
    row = {"id": "x", "claim": "After 1 week.", "low": 1, "high": 1, "unit": "weeks"}
    assert said(row) == []


def test_the_years_of_works_cited_and_numbers_of_named_facts_may_be_stated():
    row = {"id": "x", "statement": "Kvols 1986 gave it; at most 3 cm.", "cites": ("kvols1986",), "facts": ("5-06",)}
    assert list(claims._of_entry("x", row, {"5-06": SIZE}, {})) == []
    assert len(list(claims._of_entry("x", {**row, "cites": (), "facts": ()}, {"5-06": SIZE}, {}))) == 2


def test_what_is_listed_stands_there_whole_with_a_reason():
    row = {**SIZE, "claim": "At most 3 cm, in section 3.1."}
    assert said(row, {"5-06": {"section 3.1": "a section"}}.items()) == []
    assert said(row, {"5-06": {"section 3.1": ""}}.items()) != []
    assert said(SIZE, {"5-06": {"section 3.1": "a section"}}.items()) != []


def test_a_term_states_no_number_outside_its_links():
    text = "About [60 %](evidence.md#ev-2-20), or 70 %."
    found = list(claims._of_texts("glossary.toml", "x", {"definition": claims._LINK.sub("", text)}, frozenset(), {}))
    assert [fault.says.split(" is")[0] for fault in found] == ["70 %"]


def test_every_text_of_the_list_is_used():
    for id, words in LISTED.items():
        row = ROWS[id]
        text = " ".join(" ".join(row[field] for field in claims.TEXTS if field in row).split())
        for each in words:
            assert without_names(text, [each]) != without_names(text, []), (id, each)
            assert re.search(r"\d", each)
