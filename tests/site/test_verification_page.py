"""The page of what is still to be checked: nothing open is missing, and the most consequential comes first."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from netlearn import evidence
from netlearn.checked import level
from netlearn.evidence import Erratum, Update
from netlearn.site.verification_page import RANKS, OpenNumber, open_numbers
from tests.site.built import ids, page

ROWS = open_numbers(Path(__file__).parents[2] / "book" / "references.bib")


def row(id: str) -> OpenNumber:
    return next(row for row in ROWS if row.entry.id == id)


def test_every_open_fact_and_figure_is_there_once():
    numbers = {**evidence.facts(), **evidence.figures()}
    wanted = [id for id, entry in numbers.items() if level(entry.checked).open]

    assert sorted(wanted) == sorted(row.entry.id for row in ROWS if not isinstance(row.entry, Update))


@pytest.mark.parametrize("id", [u.id for u in evidence.updates().values() if level(u.checked).open])
def test_every_open_update_is_there_by_itself_or_by_a_figure(id: str):
    owners = {getattr(row.entry, "owner", row.entry.id) for row in ROWS}

    assert id in owners


def test_what_was_read_is_not_there():
    assert not [row.entry.id for row in ROWS if not level(row.entry.checked).open]


def test_the_most_consequential_come_first():
    assert [row.rank for row in ROWS] == sorted(row.rank for row in ROWS)


def test_a_figure_of_a_dangerous_erratum_that_a_rule_names_is_of_the_first_rank():
    owner: Erratum = evidence.erratum("E02")

    assert owner.risk == "A"
    assert row("E02.enets-infusion").rank == 0


def test_a_dose_that_no_rule_uses_comes_before_a_share_that_a_rule_uses():
    assert not row("practice-4.1-16.rescue").users
    assert row("E18.pfs").users
    assert row("practice-4.1-16.rescue").rank == 1 < row("E18.pfs").rank == 2


def test_a_number_that_nothing_uses_comes_last():
    assert not row("E24.patients").users
    assert row("E24.patients").rank == len(RANKS) - 1


def test_what_would_settle_it_is_what_the_data_say():
    assert row("sirt-bilirubin.bilirubin-above").settle == evidence.update("sirt-bilirubin").settle


def test_without_a_word_in_the_data_the_cited_work_would_settle_it():
    assert row("E24.patients").settle == "Read Lehnert 1998 (Transplantation 1998;66:1307–1312)."


def test_every_line_says_what_would_settle_it():
    assert [row.entry.id for row in ROWS if not row.settle.endswith(".")] == []


@pytest.fixture
def verification(site) -> HtmlElement:
    return page(site, "book/verification")


def test_the_page_shows_every_line_in_order(verification):
    shown = verification.xpath('//li[contains(@class, "nl-entry")]//p[@class="claim"]/a/@data-ev')

    assert shown == [row.entry.id for row in ROWS]


def test_every_line_has_a_hollow_mark_and_its_sentence(verification):
    for entry, shown in zip(ROWS, verification.xpath('//li[contains(@class, "nl-entry")]'), strict=True):
        assert shown.xpath('.//span[contains(@class, "i-recalled")]')
        assert level(entry.entry.checked).words in shown.text_content()


def test_every_table_that_uses_a_number_is_linked(site, verification):
    places = {
        link.removeprefix("tables.html#")
        for link in verification.xpath('//p[@class="from"]//a/@href')
        if link.startswith("tables")
    }

    assert places
    assert places <= ids(site / "book/tables.html")
