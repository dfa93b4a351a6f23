"""The measure of a chapter of the second standard as a reader scrolls it, practice folded.

Each chapter is loaded once on a phone, once on a desk for all that is asked of it there, and once without script.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

pytestmark = pytest.mark.browser

LIMITS = {1280: 9000, 390: 14_000}  # px of the whole page
# Read to its end, so that all that comes when a reader is near has come: the questions.
READ = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {  // less than a screen
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 30));
  }
}"""
HEIGHT = "document.documentElement.scrollHeight"


CHAPTERS = [f"chapters/{path.stem}" for path in sorted(ROOT.glob("chapters/*.ipynb"))]
SETTING = [name for name in CHAPTERS if "](#set=1&" in (ROOT / f"{name}.ipynb").read_text(encoding="utf-8")]


@pytest.fixture(scope="module", params=CHAPTERS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def desk(name: str, browser: Browser, copy: str) -> Iterator[Page]:
    """A chapter on a desk, read to its end; nothing is complained of meanwhile, nor in any test of it."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{copy}{name}.html")
    read(page)
    yield page
    context.close()
    assert said == []


def read(page: Page) -> None:
    """Scroll to the end, and see to it that all that comes when a reader is near has come."""
    page.evaluate(READ)
    for quiz in page.locator("net-quiz:not([guess])").all():
        expect(quiz.locator("form").first).to_be_attached()


def test_the_page_is_no_longer_than_a_chapter_may_be(desk: Page) -> None:
    assert desk.evaluate(HEIGHT) <= LIMITS[1280]


def test_the_page_on_a_phone_is_no_longer_than_a_chapter_may_be(open_page, copy, name):
    page = open_page(copy, name, 390)
    read(page)

    assert page.evaluate(HEIGHT) <= LIMITS[390]


def test_side_notes_stand_in_the_margin_and_open_in_the_line_without_script(open_page, copy, name):
    page = open_page(copy, name, 1280, java_script_enabled=False)
    note = page.locator("[role=note]").first
    text, margin = page.locator("p:has([role=note])").first.bounding_box(), note.bounding_box()
    assert margin["x"] >= text["x"] + text["width"]

    page.set_viewport_size({"width": 390, "height": 900})
    expect(note).to_be_hidden()
    page.locator(".nl-note-mark").first.click()
    expect(note).to_be_visible()
    assert not re.match(r"\d+\s*\(", note.inner_text())


def test_the_answer_of_the_guess_is_covered_until_it_is_asked_for(desk: Page) -> None:
    guess = desk.locator("net-quiz[guess]")
    guess.locator("label").first.click()
    guess.get_by_role("button", name="Keep my guess").click()

    expect(guess.locator(".nl-q-said")).to_have_count(0)
    expect(desk.locator("[data-chapter-said]").first).to_contain_text("You guessed: ")
    guess.get_by_role("button", name="Uncover the answer").click()
    expect(guess.locator(".nl-q-said")).to_be_visible()


def test_a_link_that_sets_a_widget_brings_it_into_view(desk: Page, name: str) -> None:
    """The last such link of a chapter stands far below its widget"""
    if name in SETTING:
        desk.locator('main a[href*="#set=1"]').last.click()

        expect(desk.locator("net-ablation:focus, net-explorer:focus, net-liver:focus")).to_be_in_viewport()


def test_the_card_is_printed_alone(desk: Page) -> None:
    """The last test of a page, for it is left as it is printed."""
    desk.evaluate("window.print = () => {}")
    desk.get_by_role("button", name="Print this card").click()
    desk.emulate_media(media="print")

    expect(desk.locator(".nl-prac-status")).to_be_visible()
    expect(desk.locator(".bd-article h1")).to_be_hidden()
    assert desk.locator(".nl-prac").bounding_box()["height"] < 1000  # px: the room of a sheet of A4
