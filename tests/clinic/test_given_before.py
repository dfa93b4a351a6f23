"""A treatment that was given before is marked where a board names it, in both editions, and nothing else changes."""

from typing import Any

import pytest

from netlearn.clinic import board_said
from netlearn.clinic.asking import asking
from netlearn.clinic.assemblies import tables
from netlearn.clinic.cases import case
from netlearn.decision import load
from netlearn.editions import edition_ids

BOTH = pytest.mark.parametrize("edition", edition_ids())


def marked(known: Any, prior: tuple[str, ...] = (), edition: str = "2026") -> dict[str, str]:
    """The rows of systemic treatment that are marked, with the mark."""
    both = board_said.two_boards(known, edition, "systemic", prior)
    found = ((one.row.treatment, board_said.said(one, both)["given"]) for one in both.rows)
    return {treatment: mark for treatment, mark in found if mark}


@BOTH
def test_nothing_is_marked_of_whom_nothing_is_told(edition: str) -> None:
    assert marked({}, edition=edition) == {}


def test_a_drug_that_is_named_is_marked_and_its_sister_is_not() -> None:
    assert marked({"primary_site": "pancreas"}, ("everolimus",)) == {"everolimus": "Already given: everolimus"}


@pytest.mark.parametrize(
    ("told", "table", "mark"),
    [
        ("on_analogue", "ssa", "somatostatin analogue"),
        ("prior_analogue", "ssa", "somatostatin analogue"),
        ("second_course", "prrt", "radionuclide therapy (PRRT)"),
        ("after_chemotherapy", "chemotherapy", "chemotherapy"),
    ],
)
def test_what_is_told_of_a_patient_marks_by_itself(told: str, table: str, mark: str) -> None:
    both = board_said.two_boards({told: True}, "2026", "systemic")
    rows = {one.row.table for one in both.rows if board_said.said(one, both)["given"] == f"Already given: {mark}"}

    assert rows == {table}
    assert marked({told: False}) == {}


def test_pasireotide_is_not_marked_by_another_analogue() -> None:
    assert not any("pasireotide" in name for name in marked({"prior_analogue": True}, ("analogue",)))


@BOTH
def test_the_man_of_the_book_has_had_three_treatments_and_each_is_marked(edition: str) -> None:
    tomas = case("tomas@5")

    marks = set(marked(tomas.known, tomas.prior, edition).values())
    names = ("everolimus", "chemotherapy", "somatostatin analogue")
    assert {f"Already given: {name}; the disease grows now" for name in names} == marks


@pytest.mark.parametrize("grows", [True, False, None])
def test_a_mark_says_that_the_disease_grows_where_that_is_told(grows: bool | None) -> None:
    (mark,) = marked({"primary_site": "pancreas", "progressive": grows}, ("everolimus",)).values()

    assert mark.endswith("; the disease grows now") is (grows is True)


def test_the_mark_stands_in_the_letter() -> None:
    text = board_said.referral({"primary_site": "pancreas"}, "2026", "systemic", ("everolimus",))

    assert "Already given: everolimus. " in text


def test_every_treatment_given_before_is_a_row_of_some_board_and_its_inputs_are_asked() -> None:
    members = {table.name for edition in edition_ids() for table in tables("pathway", edition)}
    asked = {i.name for edition in edition_ids() for table in tables("pathway", edition) for i in table.inputs}
    for one in asking().prior.treatments:
        assert one.row["table"] in members
        own = {i.name: i.values for i in load(one.row["table"], "2026").inputs}
        assert all(set(values) <= set(own[name]) for name, values in one.row.items() if name != "table")
        assert {*one.told, *one.says} <= asked
