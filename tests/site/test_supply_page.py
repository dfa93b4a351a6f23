"""Chapter 3: the text drives the drawing of the two vessels."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_link_of_the_text_leaves_one_liver_in_the_light(open_page, site):
    page = open_page(f"{site.as_uri()}/", "chapters/03-overview")
    figure = page.locator("#figure-two-supplies")
    for name, number, words in (("both-closed", 2, "liver: in danger"), ("artery-blocked", 1, "liver: fed")):
        link = page.locator(f'a[href$="show={name}"]')
        link.focus()
        page.keyboard.press("Enter")

        expect(figure.get_by_role("status").first).to_contain_text(words)
        expect(page.locator("net-figure:focus #figure-two-supplies")).to_be_in_viewport()
        shaded = figure.locator(".nl-shade").evaluate_all("(all) => all.map((one) => !one.hidden)")
        assert shaded == [n != number for n in range(3)]
    figure.get_by_role("button", name="Show all three").press("Enter")

    expect(figure.locator(".nl-shade:not([hidden])")).to_have_count(0)
