"""The questions of a chapter's practice are shown one at a time: buttons and a list turn to the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect


@pytest.fixture
def quiz(browser: Browser, site: Path) -> Iterator[Locator]:
    """The practice of chapter 2 as built, unfolded, with nothing kept in the browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "chapters/02-significance.html").as_uri())
    page.get_by_text("Practise: ").click()
    yield page.locator("net-quiz").last
    context.close()


def heading(quiz: Locator) -> str:
    shown = quiz.locator(".nl-q-item:visible .nl-h")
    expect(shown).to_have_count(1)
    return shown.inner_text()


def test_at_first_the_first_question_is_shown_and_there_is_no_way_back(quiz: Locator) -> None:
    assert heading(quiz).startswith("Question 1 of ")
    expect(quiz.get_by_role("button", name="Previous question")).to_be_disabled()


def test_the_next_question_is_shown_and_has_the_focus(quiz: Locator) -> None:
    quiz.get_by_role("button", name="Next question").press("Enter")

    assert heading(quiz).startswith("Question 2 of ")
    expect(quiz.locator(".nl-q-item:visible legend").first).to_be_focused()


def test_the_last_question_is_reached_by_the_list_and_there_is_no_way_on(quiz: Locator) -> None:
    names = quiz.get_by_role("combobox", name="Go to a question")
    count = names.locator("option").count()
    names.select_option(str(count - 1))

    assert heading(quiz) == f"Question {count} of {count}"
    expect(quiz.get_by_role("button", name="Next question")).to_be_disabled()


def test_an_answer_is_still_there_after_turning_away_and_back(quiz: Locator) -> None:
    radios = quiz.locator(".nl-q-item:visible").get_by_role("radio")
    while not radios.count():  # a map or an order has none
        quiz.get_by_role("button", name="Next question").click()
    radios.last.check()
    quiz.get_by_role("button", name="Check").locator("visible=true").click()
    quiz.get_by_role("button", name="Next question").click()
    quiz.get_by_role("button", name="Previous question").click()

    expect(quiz.locator(".nl-q-item:visible .nl-q-status")).not_to_be_empty()
