"""Where things are on the page with every element."""

from playwright.sync_api import Page


def segment(page: Page, name: str, inside: str = "#map"):
    return page.locator(f'{inside} [data-segment="{name}"]')


def answer(page: Page, inside: str = "#map"):
    return page.locator(f"{inside} .said strong")


def box(page: Page, inside: str = "#grade"):
    return page.locator(f"{inside} .nl-number input").first
