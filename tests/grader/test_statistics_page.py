"""The page of item statistics in a browser: readable by anybody, on a phone too, and alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.grader.outputs.statistics_page import write_statistics
from tests.axe import violations
from tests.grader.test_files import CLASS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of a class of three; it may ask nobody for anything."""
    folder = tmp_path_factory.mktemp("statistics")
    write_statistics(folder, CLASS)
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "items.html").as_uri())
    yield page
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_every_item_has_a_row_under_its_chapter(shown):
    assert shown.locator("tbody th").count() == 3
    expect(shown.locator("tbody tr").first).to_contain_text("2 × G3")


def test_right_and_wrong_are_drawn_in_proportion(shown):
    right, wrong = (shown.locator(f"tbody tr:first-child .bar .{part}").bounding_box()["width"] for part in "rw")
    assert abs(right - 2 * wrong) < 2


def test_the_table_fits_a_screen_of_1000_pixels(shown):
    shown.set_viewport_size({"width": 1000, "height": 800})
    assert shown.locator(".wide").first.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_a_phone_scrolls_the_table_and_not_the_page(shown):
    shown.set_viewport_size({"width": 390, "height": 800})
    shown.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


def test_the_accessibility_checker_finds_nothing(shown):
    assert violations(shown) == []
