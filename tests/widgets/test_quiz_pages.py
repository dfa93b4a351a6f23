"""A whole chapter's questions are shown one at a time: buttons and a list turn to the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """Chapter 2 as built, with nothing kept in the browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "chapters/02-significance.html").as_uri())
    yield page
    context.close()


def heading(page: Page) -> str:
    shown = page.locator(".nl-q-item:visible .nl-h")
    expect(shown).to_have_count(1)
    return shown.inner_text()


def test_at_first_the_first_question_is_shown_and_there_is_no_way_back(page: Page) -> None:
    assert heading(page).startswith("Question 1 of ")
    expect(page.get_by_role("button", name="Previous question")).to_be_disabled()


def test_the_next_question_is_shown_and_has_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Next question").press("Enter")

    assert heading(page).startswith("Question 2 of ")
    expect(page.locator(".nl-q-item:visible legend").first).to_be_focused()


def test_the_last_question_is_reached_by_the_list_and_there_is_no_way_on(page: Page) -> None:
    names = page.get_by_role("combobox", name="Go to a question")
    count = names.locator("option").count()
    names.select_option(str(count - 1))

    assert heading(page) == f"Question {count} of {count}"
    expect(page.get_by_role("button", name="Next question")).to_be_disabled()


def test_an_answer_is_still_there_after_turning_away_and_back(page: Page) -> None:
    page.locator(".nl-q-item:visible").get_by_role("radio").last.check()
    page.get_by_role("button", name="Check").locator("visible=true").click()
    page.get_by_role("button", name="Next question").click()
    page.get_by_role("button", name="Previous question").click()

    expect(page.locator(".nl-q-item:visible .nl-q-status")).not_to_be_empty()


def test_the_questions_do_not_make_the_page_wider_at_390_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})

    assert page.evaluate("document.documentElement.scrollWidth") == 390
