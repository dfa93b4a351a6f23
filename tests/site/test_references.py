"""The bibliography as the references page and the links show it."""

from pathlib import Path

import pytest

from netlearn.site.references import references
from netlearn.widgets.errata_cards import _work

WORKS = references(Path(__file__).parents[2] / "book" / "references.bib")


def test_names_are_written_out_of_latex():
    assert WORKS["steinmuller2008"].short == "Steinmüller 2008"


def test_more_than_four_authors_are_cut_to_three():
    assert WORKS["macedo2013"].authors == "Macedo D, Amaral T, Fernandes I and others"


def test_journal_year_volume_and_pages_are_one_line():
    assert WORKS["kvols1986"].where == "New England Journal of Medicine 1986;315:663–666"


def test_works_are_in_alphabetical_order_whatever_their_accents():
    names = [work.short for work in WORKS.values()]

    assert names.index("Kölby 2003") < names.index("Kvols 1986") < names.index("Lamarca 2024")


def test_work_whose_abstract_was_not_read_is_marked_recalled():
    assert WORKS["kvols1986"].checked == "abstract"
    assert WORKS["steinmuller2008"].checked == "recalled"


def test_work_known_only_from_a_quotation_is_second_hand():
    assert WORKS["sozio2024"].checked == "second-hand"


def test_work_without_a_known_author_goes_by_its_journal():
    assert WORKS["rfabea2010"].short == "Hepato-Gastroenterology 2010"


@pytest.mark.parametrize("key", WORKS)
def test_a_card_names_a_work_as_the_references_do(key):
    assert _work(key) == WORKS[key].short


def test_every_work_says_how_sure_it_is():
    assert {work.certainty for work in WORKS.values()} == {"certain", "likely"}


def test_per_cent_sign_in_a_note_is_not_a_comment():
    assert any("43\N{NO-BREAK SPACE}%" in remark for remark in WORKS["braat2020hepar"].remarks)
