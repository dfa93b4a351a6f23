"""The crisis card is one tap away on every page, whole, unsigned, on one screen and on one sheet of paper."""

import re

import pytest
from playwright.sync_api import expect

from netlearn.clinic.crisis.card import UNSIGNED, crisis_card
from tests.axe import violations
from tests.site.built import CONTENT, page

pytestmark = pytest.mark.browser

CHAPTER, OWN = "chapters/02-significance", "book/crisis-card"
every_page = pytest.mark.parametrize("name", [*(name for name in CONTENT if name != OWN), "search"])
LINES = [line.text.replace("\xa0", " ") for step in crisis_card().steps for line in step.lines]


def sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", print_background=True)))


def opened(open_page, base, name=CHAPTER, width=1280, **options):
    page = open_page(base, name, width, **options)
    page.locator(".nl-crisis-link").click()
    return page


@every_page
def test_each_page_holds_the_whole_card_and_says_it_is_unsigned(site, name):
    (card,) = page(site, name).xpath('//dialog[@id="nl-crisis"]')
    text = " ".join(card.text_content().split())

    assert UNSIGNED in text
    assert [line for line in LINES if line not in text] == []


@every_page
def test_each_page_links_to_the_card_in_its_bar(site, name):
    (link,) = page(site, name).xpath('//header//a[contains(@class, "nl-crisis-link")]/@href')

    assert link.endswith("crisis-card.html")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_one_tap_opens_it_at_every_width_and_the_bar_fits(open_page, copy, width):
    page = opened(open_page, copy, width=width)

    expect(page.get_by_role("dialog", name=crisis_card().title)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_opens_from_a_server_too(open_page, base):
    expect(opened(open_page, base).get_by_role("dialog")).to_contain_text(UNSIGNED)


def test_keys_open_and_close_it_and_the_focus_comes_back(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.locator(".nl-crisis-link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".nl-crisis-link")).to_be_focused()


def test_a_phone_shows_it_on_one_screen(open_page, copy):
    page = open_page(copy, CHAPTER, 390)
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".nl-crisis-link").click()
    page.wait_for_selector("#nl-crisis[open]")

    assert (
        page.evaluate(
            "(({scrollHeight, clientHeight}) => scrollHeight - clientHeight)(document.querySelector('#nl-crisis'))"
        )
        == 0
    )
    assert page.evaluate("document.querySelector('#nl-crisis').getBoundingClientRect().bottom") <= 844


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_card_prints_alone_on_one_page_unsigned(open_page, copy, theme):
    page = opened(open_page, copy, color_scheme=theme)
    assert sheets(page) == 1

    page.emulate_media(media="print")
    expect(page.locator("#nl-crisis .status")).to_be_visible()
    expect(page.locator("#nl-crisis .status")).to_have_text(UNSIGNED)
    expect(page.locator(".bd-article")).to_be_hidden()


def test_its_own_page_prints_on_one_page_unsigned(open_page, copy):
    page = open_page(copy, OWN)
    assert sheets(page) == 1

    page.emulate_media(media="print")
    expect(page.locator(".nl-crisis .status")).to_be_visible()


def test_closed_it_is_not_printed(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.emulate_media(media="print")

    expect(page.locator("#nl-crisis")).to_be_hidden()


def test_without_script_the_link_leads_to_its_page(open_page, copy):
    page = opened(open_page, copy, java_script_enabled=False)
    page.wait_for_url("**/book/crisis-card.html")

    expect(page.locator(".nl-crisis .status")).to_have_text(UNSIGNED)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessibility_checker_finds_nothing_on_the_open_card(open_page, copy, theme):
    page = opened(open_page, copy, color_scheme=theme, reduced_motion="reduce")

    assert violations(page) == []
