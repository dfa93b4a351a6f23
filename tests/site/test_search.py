"""The search answers: what readers type leads to its entry, and no dose of a crisis is shown; from a folder too."""

import gzip
import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from netlearn.clinic.crisis.card import crisis_card
from netlearn.site.search_index import DOSE, entries
from tests.axe import violations
from tests.site.built import ids, target

pytestmark = pytest.mark.browser

CHAPTER = "chapters/02-significance"
QUESTIONS = tomllib.loads(Path(__file__).with_name("search_questions.toml").read_text(encoding="utf-8"))["question"]
PARTS = ("search.js", "data/search.js")
MOST = 40_000  # bytes, compressed, of all that the search loads
MISSED = 2  # of twenty questions
RANK = """(asked) => { const {search} = NetLearnRank(NetLearnSearch);
  return asked.map((text) => search(text).slice(0, 3).map((entry) => entry.id)); }"""


@pytest.fixture
def searching(open_page, copy):
    """A page whose search has been opened, and its box."""

    def opened(base=copy, name=CHAPTER, width=1280, **options):
        page = open_page(base, name, width, **options)
        page.get_by_role("button", name="Search").click()
        box = page.get_by_role("searchbox", name="Search the course")
        expect(page.locator("#pst-search-dialog .nl-answers")).to_be_attached()
        return page, box

    return opened


def test_twenty_questions_find_their_answer_among_the_first_three(searching):
    page, _ = searching()
    found = page.evaluate(RANK, [question["asks"] for question in QUESTIONS])
    missed = [(q["asks"], first) for q, first in zip(QUESTIONS, found, strict=True) if not {*q["right"]} & {*first}]

    assert len(QUESTIONS) >= 20
    assert len(missed) <= MISSED, missed


def test_every_right_answer_is_in_the_index():
    assert {id for question in QUESTIONS for id in question["right"]} - {found.key for found in entries()} == set()


@pytest.mark.parametrize(
    "asked", ["octreotide crisis dose", "crisis", "Sandostatin mcg crisis", "carcinoid crisis bolus"]
)
def test_who_asks_for_a_crisis_is_led_to_the_card_and_shown_no_dose(searching, asked):
    page, box = searching()
    box.fill(asked)
    answers = page.locator("#pst-search-dialog .nl-answers li")
    expect(answers.first).to_contain_text(crisis_card().title)

    assert [text for text in answers.all_inner_texts() if "crisis" in text.lower() and DOSE.search(text)] == []


def test_no_entry_shows_a_dose_beside_a_crisis():
    shown = [found.shown for found in entries()]

    assert [text for text in shown if re.search(r"\bcris[ie]s\b", text, re.IGNORECASE) and DOSE.search(text)] == []
    assert any(DOSE.search(text) for text in shown)


def test_no_dose_of_the_card_or_of_what_it_cites_is_shown():
    ids = ("3.1-48", "3.1-40", "prrt-crisis-treatment", "enets-2022-crisis")
    hidden = [found for found in entries() if found.id in ids]

    assert len(hidden) == len(ids)
    assert [found.id for found in hidden if DOSE.search(found.shown)] == []


def test_every_answer_leads_to_a_place_that_exists(searching, site):
    page, _ = searching()
    for href in page.evaluate("NetLearnRank(NetLearnSearch).entries.map((entry) => entry.href)"):
        path, anchor = target(site, "index", href)
        assert path.is_file() and (not anchor or anchor in ids(path)), href


def test_all_that_is_loaded_is_small(site):
    loaded = [len(gzip.compress((site / "_static" / part).read_bytes())) for part in PARTS]

    assert sum(loaded) < MOST


def test_nothing_is_loaded_before_a_box_is_used(open_page, copy):
    page = open_page(copy, CHAPTER)

    assert page.evaluate("'NetLearnSearch' in window") is False


def test_an_answer_leads_there_from_a_folder_and_from_a_server(searching, base):
    page, box = searching(base)
    box.fill("fever after ablation day 10")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/book/updates.html#update-practice-3-3-2")


def test_arrows_go_through_the_answers_and_back(searching):
    page, box = searching()
    box.fill("octreotide")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("#pst-search-dialog .nl-answers a").first).to_be_focused()
    page.keyboard.press("ArrowUp")

    expect(box).to_be_focused()


def test_words_that_are_nowhere_are_said_to_find_nothing(searching):
    page, box = searching()
    box.fill("xyzzy")

    expect(page.locator("#pst-search-dialog [role=status]")).to_contain_text("No answer")


def test_search_page_shows_the_answers_above_the_pages(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.goto(f"{copy}search.html?q=octreotide")

    expect(page.locator(".bd-search-container .nl-answers li").first).to_be_visible()
    expect(page.locator("#search-results li").first).to_be_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_accessibility_checker_finds_nothing_among_the_answers(searching, theme, width):
    page, box = searching(width=width, color_scheme=theme, reduced_motion="reduce")
    box.fill("octreotide")
    expect(page.locator("#pst-search-dialog .nl-answers li").first).to_be_visible()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
