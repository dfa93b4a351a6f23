"""The measure of a chapter of the second standard as a reader scrolls it, practice folded."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

pytestmark = pytest.mark.browser

LIMITS = {1280: 9000, 390: 14_000}  # px of the whole page
# Read to its end, so that all that comes when a reader is near has come: the questions.
READ = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 30));
  }
}"""
HEIGHT = "document.documentElement.scrollHeight"


CHAPTERS = [f"chapters/{path.stem}" for path in sorted(ROOT.glob("chapters/*.ipynb"))]
EACH = pytest.mark.parametrize("name", CHAPTERS)
SETTING = [name for name in CHAPTERS if "](#set=1&" in (ROOT / f"{name}.ipynb").read_text(encoding="utf-8")]


@EACH
@pytest.mark.parametrize("width", LIMITS)
def test_the_page_is_no_longer_than_a_chapter_may_be(open_page, copy, name, width):
    page = open_page(copy, name, width)
    page.evaluate(READ)
    for quiz in page.locator("net-quiz:not([guess])").all():
        expect(quiz.locator("form").first).to_be_attached()

    assert page.evaluate(HEIGHT) <= LIMITS[width]


@EACH
def test_side_notes_stand_in_the_margin_and_open_in_the_line_without_script(open_page, copy, name):
    wide, narrow = (open_page(copy, name, width, java_script_enabled=False) for width in (1280, 390))
    note = narrow.locator("[role=note]").first
    text, margin = wide.locator("p:has([role=note])").first, wide.locator("[role=note]").first.bounding_box()

    assert margin["x"] >= text.bounding_box()["x"] + text.bounding_box()["width"]
    expect(note).to_be_hidden()
    narrow.locator(".nl-note-mark").first.click()
    expect(note).to_be_visible()
    assert not re.match(r"\d+\s*\(", note.inner_text())


@EACH
def test_the_answer_of_the_guess_is_covered_until_it_is_asked_for(open_page, copy, name):
    page = open_page(copy, name)
    guess = page.locator("net-quiz[guess]")
    guess.locator("label").first.click()
    guess.get_by_role("button", name="Keep my guess").click()

    expect(guess.locator(".nl-q-said")).to_have_count(0)
    expect(page.locator("[data-chapter-said]").first).to_contain_text("You guessed: ")
    guess.get_by_role("button", name="Uncover the answer").click()
    expect(guess.locator(".nl-q-said")).to_be_visible()


@EACH
def test_the_card_is_printed_alone(open_page, copy, name):
    page = open_page(copy, name)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this card").click()
    page.emulate_media(media="print")

    expect(page.locator(".nl-prac-status")).to_be_visible()
    expect(page.locator(".bd-article h1")).to_be_hidden()
    assert page.locator(".nl-prac").bounding_box()["height"] < 1000  # px: the room of a sheet of A4


@pytest.mark.parametrize("name", SETTING)
def test_a_link_that_sets_a_widget_brings_it_into_view(open_page, copy, name):
    """The last such link of a chapter stands far below its widget."""
    page = open_page(copy, name)
    page.locator('main a[href*="#set=1"]').last.click()

    expect(page.locator("net-ablation:focus, net-explorer:focus, net-liver:focus")).to_be_in_viewport()
