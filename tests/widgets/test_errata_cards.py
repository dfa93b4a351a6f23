"""Cards for chapters: errata and what has changed since the review, from the knowledge alone."""

import re
import subprocess
import sys

import pytest

from netlearn import evidence
from netlearn.checked import levels
from netlearn.errors import NetlearnError
from netlearn.widgets.errata_cards import erratum_cards, since


def test_cards_need_no_jupyter():
    code = (
        "import netlearn.widgets.errata_cards, sys; assert not {'anywidget', 'ipywidgets', 'plotly'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_each_erratum_gets_a_card_in_the_order_asked():
    assert re.findall(r'<h3 id="card-(E\d+)"', erratum_cards("E34", "E29").html) == ["E34", "E29"]


def test_card_shows_what_is_said_what_is_taught_and_the_risk():
    html = erratum_cards("E29").html
    assert "13–54" in html and "never subtract" in html and "· misleading" in html


def test_erratum_found_sound_says_so():
    assert "found sound" in erratum_cards("E34").html


def test_unknown_erratum_is_refused():
    with pytest.raises(NetlearnError, match="E99"):
        erratum_cards("E99")


def test_since_lists_exactly_the_updates_of_the_section():
    listed = re.findall(r'<b><a [^>]*data-ev="([^"]+)"', since("2").html)
    assert listed == [u.id for u in evidence.updates().values() if "2" in u.sections and not u.practice]
    assert any(u.practice and "2" in u.sections for u in evidence.updates().values())


@pytest.mark.parametrize("checked", [name for name, level in levels().items() if level.open])
def test_an_update_whose_source_nobody_read_is_hollow_and_says_so(checked):
    section = next(s for u in evidence.updates().values() if u.checked == checked for s in u.sections)
    items = [item.split("</ul>")[0] for item in since(section).html.split("<li>")[1:]]
    said = [words.capitalize() + "." for words in (level.words for level in levels().values() if level.open)]
    for item in items:
        assert ("i-recalled" in item) == any(sentence in item for sentence in said)
    assert any(levels()[checked].words.capitalize() in item for item in items)


def test_key_names_every_level_that_is_shown():
    assert levels()["second-hand"].words in since("3.1").html.rsplit("nl-since-key", 1)[1]
    assert levels()["second-hand"].words not in since("1").html


def test_section_that_does_not_exist_is_refused():
    with pytest.raises(NetlearnError, match="9"):
        since("9")


@pytest.mark.parametrize("id", list(evidence.errata()))
def test_linked_numbers_are_those_of_the_figure(id):
    for figure, text in re.findall(r'data-ev="(E\d+\.[^"]+)">([^<]+)</a>', erratum_cards(id).html):
        assert text.replace("\xa0", " ") == evidence.figure(figure).value.text().replace("\xa0", " ")


def test_text_form_is_the_call():
    assert repr(since("2")) == "since('2')" and repr(erratum_cards("E29")) == "erratum_cards('E29')"


def test_html_is_the_same_each_time():
    assert since("2")._repr_html_() == since("2")._repr_html_()
