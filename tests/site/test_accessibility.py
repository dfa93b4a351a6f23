"""Every page of the built site, whole: nothing that axe finds in either theme, and nothing that scrolls sideways."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import COLOUR, violations
from tests.site.built import CONTENT

pytestmark = pytest.mark.browser

# In the dark only the rules about colour are asked again: the others read the same document.
RULES = {"light": {}, "dark": COLOUR}
every_content_page = pytest.mark.parametrize("name", CONTENT)
both_themes = pytest.mark.parametrize("theme", RULES)


def open_everything(page: Page) -> None:
    """Open every disclosure, and see to it that every figure is drawn."""
    figures = page.locator("net-figure .plot")
    for n in range(figures.count()):
        figures.nth(n).scroll_into_view_if_needed()
        expect(figures.nth(n).locator(".main-svg").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def found(page: Page, theme: str) -> list[str]:
    """What axe finds on a page that is shown in a theme."""
    assert page.locator("html").get_attribute("data-theme") == theme
    return violations(page, RULES[theme])


@both_themes
@every_content_page
def test_accessibility_checker_finds_nothing(open_page, copy, name, theme):
    page = open_page(copy, name, color_scheme=theme)
    open_everything(page)

    assert found(page, theme) == []


@both_themes
def test_accessibility_checker_finds_nothing_in_search(open_page, copy, theme):
    assert found(open_page(copy, "search", color_scheme=theme), theme) == []


@every_content_page
def test_nothing_makes_the_page_scroll_sideways(open_page, copy, name):
    page = open_page(copy, name, width=390)
    open_everything(page)

    for width in (390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
