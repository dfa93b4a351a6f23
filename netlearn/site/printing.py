"""Printing a page of the built course with Chromium: every figure drawn first, then as paper shows it."""

from playwright.sync_api import Page

PAPER = 680  # px, the text's width on A4, so that figures are drawn for it
_DRAWN = "() => document.querySelectorAll('net-figure:not([data-drawn])').length === 0"


def print_page(page: Page, address: str) -> bytes:
    """Open a page of the course and return it as PDF, A4."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    figures = page.locator("net-figure")
    for n in range(figures.count()):
        if figures.nth(n).is_visible():
            figures.nth(n).scroll_into_view_if_needed()
    page.wait_for_function(_DRAWN)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.wait_for_timeout(500)  # figures are drawn anew in the colours and the width of paper
    made = page.pdf(prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="screen")
    return made
