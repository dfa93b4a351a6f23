"""The page that a patient takes home prints alone on one sheet, unsigned, with its blanks, and fits a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.axe import violations

pytestmark = pytest.mark.browser

NAME = "book/what-to-ring-for"


def test_it_prints_alone_on_one_sheet_with_its_blanks_and_that_it_is_unsigned(open_page, copy):
    page = open_page(copy, NAME, 390)
    expect(page.locator(".nl-home")).to_contain_text("Ring for an ambulance, now")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []

    page.set_viewport_size({"width": 794, "height": 1123})  # a sheet of A4
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this card").click()
    page.emulate_media(media="print")
    expect(page.locator(".nl-home .nl-prac-status")).to_have_text("Unsigned draft: not to be handed to a patient")
    expect(page.locator(".nl-home .nl-prac-local span").first).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
