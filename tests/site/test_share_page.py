"""The drawn share of the tumour beside the slider of debulking: a hundred parts, as many out as the slider says."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chapter(site: Path, browser: Browser) -> Page:
    page = browser.new_page()
    page.goto((site / "chapters/03.1-surgery.html").as_uri())
    page.locator(".nl-share svg").scroll_into_view_if_needed()
    return page


@pytest.mark.parametrize("given, out", [("85", 85), ("70", 70), ("90", 90), ("69.9", 69), ("100", 100), ("0", 0)])
def test_as_many_parts_are_out_as_the_slider_says(chapter: Page, given: str, out: int) -> None:
    chapter.locator("net-explorer .nl-number input").first.fill(given)

    expect(chapter.locator(".nl-share circle")).to_have_count(100)
    expect(chapter.locator(".nl-share circle.is-out")).to_have_count(out)
    expect(chapter.locator(".nl-share svg")).to_have_attribute(
        "aria-label", f"A drawn liver: one large lesion and small ones. {chapter.locator('.nl-share p').inner_text()}"
    )
    assert f"{100 - out} stay" in chapter.locator(".nl-share p").inner_text()


def test_a_share_that_is_not_known_takes_nothing_out(chapter: Page) -> None:
    chapter.locator("net-explorer .nl-unknown input").first.check()

    expect(chapter.locator(".nl-share circle.is-out")).to_have_count(0)
    expect(chapter.locator(".nl-share p")).to_contain_text("say what share can be removed")
