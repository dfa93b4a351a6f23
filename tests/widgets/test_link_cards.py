"""The cards of links in prose: by hover and by focus."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_card_opens_on_focus_and_closes_on_escape(page):
    page.locator("#fact").focus()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text("60–70\xa0%")
    expect(card).to_contain_text("as printed in the review")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#fact")).to_be_focused()


def test_card_opens_on_hover_and_can_be_entered(page):
    page.locator("#fact").hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    card.hover()
    expect(card).to_be_visible()
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()


def test_card_describes_its_link(page):
    page.locator("#fact").focus()
    assert page.locator("#fact").get_attribute("aria-describedby") == page.get_by_role("tooltip").get_attribute("id")


def test_link_with_a_card_still_leads_to_its_page(page):
    page.locator("#fact").click()
    expect(page).to_have_url(re.compile(r"book/evidence\.html#ev-2-20$"))


def test_link_to_an_erratum_has_its_card_too(page):
    page.locator("#erratum").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("The shares are consistent.")


def test_other_links_have_no_card(page):
    page.locator("#other").focus()
    expect(page.get_by_role("tooltip")).to_have_count(0)
