"""Patients of the case library as questions: each that a table answers can be asked, and the key is its answer."""

import re

import pytest

from netlearn.clinic.cases import cases
from netlearn.decision import names
from netlearn.editions import edition_ids
from netlearn.errors import InputError, KnowledgeError
from netlearn.items.kinds.classify import check
from netlearn.items.patients import OPEN, patients, variant_for_patient
from netlearn.items.reading import FieldReader
from netlearn.items.seeds import Draw
from tests.items.bank import items
from tests.items.test_tables import acts_of

TABLES = [(table, edition) for edition in edition_ids() for table in names(edition)]


@pytest.mark.parametrize(("table", "edition"), TABLES)
def test_the_key_is_what_the_library_says(table: str, edition: str) -> None:
    for name, (_, asked) in patients(table, edition).items():
        key, *others = variant_for_patient(table, edition, name, Draw("test"))["key"]
        kind, _, clauses = asked.answers[edition].partition(": ")
        expected = {"silent": "not-stated", "conflict": "conflict"}.get(kind, kind) if clauses else kind
        assert key == expected, name
        assert not others or (key == "not-stated" and {*others} <= acts_of(table)), name


@pytest.mark.parametrize(("table", "edition"), TABLES)
def test_every_question_of_the_library_can_be_asked_but_those_left_open(table: str, edition: str) -> None:
    asked = [one for case in cases().values() for one in case.asked if one.table == table]
    assert len(patients(table, edition)) == sum(not one.answers[edition].startswith(OPEN) for one in asked) > 0


def test_the_story_is_told_and_the_tables_question_asked() -> None:
    made = variant_for_patient("sirt", "review-2012", "seven-lesions-one-lobe", Draw("test"))
    assert made.stem.startswith("A woman of 73\u00a0years, ")
    assert re.search(r"\. By the rules of 2012, [^.]*\?$", made.stem)


def test_a_patient_asked_about_twice_says_what_about() -> None:
    said = [
        variant_for_patient("ssa", "2026", f"refractory-carcinoid-syndrome{n}", Draw("test")).given for n in ("", ":2")
    ]
    assert said == [("What is asked about: octreotide goes on.",), ("What is asked about: pasireotide.",)]


def test_a_patient_that_the_table_is_not_asked_about_is_refused() -> None:
    with pytest.raises(InputError, match=r"patient: 'nobody' is not accepted; accepted: patients that 'sirt' of '2"):
        variant_for_patient("sirt", "2026", "nobody", Draw("test"))


def test_a_pattern_that_names_no_patient_is_refused() -> None:
    with pytest.raises(KnowledgeError, match=r"patients is 'nobody-\*'; accepted: patterns of "):
        check(FieldReader("x.toml", {"table": "sirt", "patients": ["nobody-*"]}))


def test_targets_and_patients_exclude_each_other() -> None:
    with pytest.raises(KnowledgeError, match="accepted: one of targets, patients, cases"):
        check(FieldReader("x.toml", {"table": "sirt", "patients": ["*"], "targets": ["rule:*"]}))


def test_targets_are_asked_where_nothing_else_is_named() -> None:
    body = check(FieldReader("x.toml", {"table": "sirt"}))
    assert body["targets"] and not body["patients"]
    assert items()["fit-for-radiofrequency"].body["patients"] == ()
