"""The next question of a board: it is answered or skipped, and never by accident."""

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.board_page import shown, watched

pytestmark = pytest.mark.browser

__all__ = ["shown", "watched"]  # the pages


@pytest.mark.parametrize("watched", ["selector"], indirect=True)
def test_an_empty_answer_is_not_taken_for_a_skip(shown: tuple[str, Page]) -> None:
    _, page = shown
    asked = page.locator(".nl-board-next h3").inner_text()
    page.locator(".nl-board-next button[type=submit]").click()

    expect(page.locator(".nl-effect")).to_have_text("Answer first, or skip what is not known.")
    expect(page.locator(".nl-board-next h3")).to_have_text(asked)
