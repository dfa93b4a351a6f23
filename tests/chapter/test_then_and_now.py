"""The same patient by two editions: an edition that never asked the question says so."""

from netlearn.chapter import then_and_now


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
