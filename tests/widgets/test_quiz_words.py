"""What a quiz says stands in the list of words: a folded answer reads without a script as the page says it."""

import re
from typing import Any

import pytest
from lxml.html import HtmlElement, fromstring
from playwright.sync_api import Page

from netlearn.items.item import Json
from netlearn.widgets import assets
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import tables
from netlearn.words import for_script
from tests.widgets.quiz_page import SLUGS, data_of, quiz_scripts

SOURCES = """(entries) => entries.map(({ variants: [variant], answers: [answer] }) => {
  const said = NetLearn.quizSaid(variant, answer, NetLearn.grade(variant, answer), '');
  return [...said.querySelectorAll('.nl-q-evidence, .nl-q-errata')].map((each) => each.textContent);
})"""
WORDS = [text for words in for_script("quiz").values() for text in words.values()]
PARTS = {part.strip(" .,:") for text in WORDS for part in re.split(r"\{\w+\}", text)}


@pytest.fixture(scope="module")
def data() -> Json:
    return data_of(*SLUGS.values())


def sources(question: HtmlElement) -> list[str]:
    """The evidence and the errata under a folded answer; of a list of reasons nothing."""
    errata = "ul[starts-with(normalize-space(.), 'Erratum')]"
    found = question.xpath(f".//details/p[a[@data-ev]] | .//details/{errata}")
    return [each.text_content() for each in found]


@pytest.mark.browser
def test_sources_are_named_alike_with_and_without_a_script(page: Page, data: Json) -> None:
    page.add_script_tag(content=assets.room_script() + assets.room_exercise_script())
    page.add_script_tag(content=quiz_scripts())
    page.add_script_tag(content=assets.data_script(*tables(data), {"table": "quiz:demo", "edition": "", **data}))
    page.evaluate("(units) => Object.assign(NetLearn.units, units)", data["units"])
    theirs: Any = page.evaluate(SOURCES, data["items"])
    ours = [sources(each) for each in fromstring(quiz_html(data)).find_class("nl-q-item")]

    assert theirs == ours
    assert {text.partition(" ")[0] for texts in ours for text in texts} == {"Evidence:", "Erratum"}


@pytest.mark.parametrize("part", sorted(part for part in PARTS if " " in part))
def test_no_script_types_what_the_list_says(part: str) -> None:
    typed = re.sub(r"Object\.assign\(globalThis\.NetLearn\.words, .*", "", quiz_scripts())

    assert not re.search(rf"'{re.escape(part)}(?!\w)", typed)


@pytest.mark.parametrize("words", ["quiz_result", "quiz_record"])
def test_every_result_of_a_grade_has_its_words(words: str) -> None:
    assert set(for_script("quiz")[words]) == {
        "right", "partly", "wrong", "dont-know", "shown", "format-error", "unanswered"
    }  # fmt: skip
