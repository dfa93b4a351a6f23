"""Every page of the built site, whole: nothing that axe finds in either theme, and nothing that scrolls sideways.

Each is loaded once for all that is asked of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import COLOUR, NOT_COLOUR, drop_drawings, drop_repeats, violations
from tests.site.built import CONTENT, exemplars

pytestmark = pytest.mark.browser

NARROWEST, WIDER = 390, (768, 1280)


@pytest.fixture(scope="module", params=[*CONTENT, "search"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def whole(name: str, browser: Browser, site: Path) -> Iterator[Page]:
    """A page as a phone loads it, with all that it can show on show."""
    context = browser.new_context(viewport={"width": NARROWEST, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{name}.html")
    open_everything(page)
    yield page
    context.close()


def open_everything(page: Page) -> None:
    """Open every disclosure, and see to it that every figure is drawn."""
    figures = page.locator("net-figure .plot")
    for n in range(figures.count()):
        figures.nth(n).scroll_into_view_if_needed()
        expect(figures.nth(n).locator(".main-svg").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def test_nothing_makes_the_page_scroll_sideways(whole: Page, name: str, site: Path) -> None:
    """What a page holds has least room on the narrowest screen; only the frame around it changes on wider ones."""
    for width in (NARROWEST, *(WIDER if name in exemplars(site) else ())):
        whole.set_viewport_size({"width": width, "height": 900})
        whole.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


def test_accessibility_checker_finds_nothing(whole: Page) -> None:
    whole.set_viewport_size({"width": 1280, "height": 900})

    assert violations(whole, NOT_COLOUR) == []


def test_no_colour_is_too_faint(whole: Page, name: str, site: Path) -> None:
    """The last test of a page, for it takes away what repeats; in the dark on the fewest that show every component."""
    whole.set_viewport_size({"width": 1280, "height": 900})
    drop_drawings(whole)
    drop_repeats(whole)
    for theme in ("light", *(("dark",) if name in exemplars(site) else ())):
        whole.emulate_media(color_scheme=theme)
        expect(whole.locator("html")).to_have_attribute("data-theme", theme)

        assert violations(whole, COLOUR) == [], theme
