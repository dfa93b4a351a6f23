"""The page of generated patients: sixty, from every table of every edition, each with what is said of each answer."""

import pytest
from lxml.html import HtmlElement

from netlearn.decision import names
from netlearn.editions import edition_ids
from netlearn.site.vignettes_page import SIZE, as_text, sample
from tests.site.built import page


def test_the_sample_has_every_table_of_every_edition():
    assert len(sample()) == SIZE
    assert {(each["table"], each.edition) for each in sample()} == {(t, e) for e in edition_ids() for t in names(e)}


def test_no_question_of_the_sample_is_there_twice():
    assert len({each.stem for each in sample()}) == SIZE


def test_no_two_patients_of_a_table_are_alike():
    told = [str((each["table"], sorted(each["inputs"].items(), key=str))) for each in sample()]
    assert len(set(told)) == SIZE


def test_another_seed_draws_other_patients():
    assert {each.stem for each in sample("other")}.isdisjoint(each.stem for each in sample())


def test_the_text_for_readers_outside_marks_one_answer_right():
    first = as_text(sample()[:1])
    assert first.startswith(f"1. {sample()[0].stem}\n")
    assert first.count("[right]") == 1 and "I don’t know" not in first


@pytest.fixture
def vignettes(site) -> HtmlElement:
    return page(site, "book/vignettes")


def test_every_question_of_the_sample_stands_on_the_page(vignettes):
    shown = [" ".join(each.text_content().split()) for each in vignettes.xpath('//*[@class="nl-vignettes"]/p')]
    assert shown == [" ".join(each.stem.split()) for each in sample()]
