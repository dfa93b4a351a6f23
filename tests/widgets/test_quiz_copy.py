"""What a reader copies or saves on the page is what Python reads, letter for letter."""

import json

import pytest
from playwright.sync_api import Page, expect

from netlearn.items.answers import Answer, AnswerKey, as_json, of_file
from netlearn.items.answers_text import pack, unpack
from netlearn.items.item import Json
from netlearn.widgets import Quiz
from tests.items.bank import ROOT
from tests.widgets.quiz_page import KEY
from tests.widgets.test_quiz_live import join
from tests.widgets.test_quiz_page import answer_right, open_answers, reader, root

__all__ = ["reader", "root"]
pytestmark = pytest.mark.browser

TYPE = "demo/share-type-three@1#0"
COPIED = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text }}})"
FORBIDDEN = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
GIVEN = [
    Answer(
        AnswerKey("demo", "a", 1, "0"), '4.1\u00a0cm \u2264 \U0001f9ea "quoted" \\', "sure", "2026-11-20T08:00:00.000Z"
    ),
    Answer(AnswerKey("demo", "b-2", 12, "0f3a"), {"VI": "dominant", "diffuse_multifocal": True}),
    Answer(AnswerKey("demo", "c", 1, "5"), ["x", "y"], "unsure"),
]


def line_of(page: Page, answers: Json) -> str:
    packed: str = page.evaluate("(answers) => NetLearn.quizFile.pack(answers, 'netlearn')", answers)
    return packed


def test_the_page_and_python_write_the_same_line(reader):
    page = reader.open()

    assert line_of(page, as_json(GIVEN)) == pack(GIVEN)
    assert unpack(line_of(page, as_json(GIVEN))) == (tuple(GIVEN), False)


def test_what_the_page_copies_python_reads(reader):
    page = reader.open(script=COPIED)
    answer_right(page, "share-type-three", "sure")
    open_answers(page)
    page.get_by_role("button", name="Copy my answers").click()
    expect(page.locator(".nl-q-copied")).to_contain_text("Copied: 1 answer.")
    copied = page.evaluate("copied")
    (answer,), broken = unpack(copied)

    assert (str(answer.key), answer.answer, answer.confidence, broken) == (TYPE, "III", "sure", False)
    assert copied.startswith('answers = "netlearn-answers-2:') and copied.endswith('"')


def test_where_the_browser_copies_nothing_the_line_is_there_to_be_copied_by_hand(reader):
    page = reader.open(script=FORBIDDEN)
    answer_right(page, "share-type-three")
    open_answers(page)
    page.get_by_role("button", name="Copy my answers").click()
    line = page.get_by_label("The answers as a line")
    expect(line).to_be_focused()

    assert len(unpack(line.input_value())[0]) == 1


def test_without_an_answer_nothing_is_copied(reader):
    page = reader.open(script=COPIED)
    open_answers(page)
    page.get_by_role("button", name="Copy my answers").click()
    expect(page.locator(".nl-q-copied")).to_have_text("There are no answers yet.")
    assert page.evaluate("window.copied") is None


def test_what_the_page_keeps_and_saves_python_reads(reader):
    page = reader.open()
    answer_right(page, "share-type-three", "sure")
    answer_right(page, "zone-to-ablate")
    answers = of_file(json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")))

    assert {str(each.key): each.answer for each in answers} == {TYPE: "III", "demo/zone-to-ablate@1#0": "4.1\u00a0cm"}


def test_a_notebook_copies_what_python_keeps_restored_answers_too(page: Page):
    widget = Quiz("demo", "zone-to-ablate", root=ROOT)
    widget.answers = {"zone-to-ablate": {"answer": "4 cm", "confidence": None, "seed": "3", "version": 1, "number": 7}}
    page.evaluate(COPIED)
    join(page, widget)
    page.get_by_role("button", name="Copy my answers").click()
    expect(page.locator(".nl-q-copied")).to_contain_text("Select all of the last cell")
    (answer,), _ = unpack(page.evaluate("copied"))

    assert (str(answer.key), answer.answer, answer.number) == ("demo/zone-to-ablate@1#3", "4 cm", 7)
