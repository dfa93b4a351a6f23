"""The same patient by two editions: an edition that never asked the question says so."""

import pytest

from netlearn.chapter import then_and_now
from netlearn.errors import InputError


def shown(*asked: str) -> str:
    return str(then_and_now(*asked)._repr_html_())


def test_table_that_one_edition_lacks_is_a_silence_of_it_beside_the_answer_of_the_other():
    html = shown("vera@4", "carcinoid-heart")

    assert html.count('class="nl-decision"') == 2
    assert html.index("The question was not asked then") < html.index("Rules of 2026")


def test_table_of_both_editions_has_an_answer_of_each():
    html = shown("vera@3.3", "rfa")

    assert "The question was not asked then" not in html
    assert html.index("Rules of 2012") < html.index("Rules of 2026")


def test_one_moment_of_a_table_is_named_after_it():
    html = shown("tomas@4.5", "targeted: everolimus")

    assert "<h3>Targeted drugs: everolimus</h3>" in html
    assert html.count("An option") == 2


def test_what_came_later_is_a_silence_of_the_edition_that_did_not_know_it():
    html = shown("tomas@4.5", "targeted: cabozantinib")

    assert html.index("was not there then") < html.index("An option") < html.index("The answer has changed.")


def test_a_moment_that_is_not_asked_is_refused_with_those_that_are():
    with pytest.raises(InputError, match="targeted: sunitinib"):
        then_and_now("tomas@4.5", "targeted: sorafenib")
