"""What holds for every element of the page, on every screen, with and without script."""

import re

import pytest
from playwright.sync_api import expect

from tests.widgets.places import box, segment

pytestmark = pytest.mark.browser


def test_theme_switch_changes_the_colours(page):
    ground = "getComputedStyle(document.querySelector('#map .nl-widget')).backgroundColor"
    light = page.evaluate(ground)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert light == "rgb(255, 255, 255)" and page.evaluate(ground) == "rgb(32, 27, 24)"


def test_nothing_is_wider_than_a_phone(open_page):
    page = open_page(width=390)
    wide = page.evaluate(
        """[...document.querySelectorAll('main *')]
        .filter(e => !e.closest('.nl-sr, svg') && e.getBoundingClientRect().right > 390.5)
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_targets_are_large_enough(open_page):
    page = open_page(width=390)
    small = page.evaluate(
        """['button', 'label:has(input)', 'input[type=text]', 'input[type=range]', '.seg']
        .flatMap(kind => [...document.querySelectorAll('main ' + kind)])
        .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []


def test_every_control_has_a_name(page):
    tree = page.locator("main").aria_snapshot()
    nameless = re.findall(r"- (?:button|textbox|slider|checkbox|radio|switch)(?::|$| \[)", tree, re.MULTILINE)
    assert nameless == []


def test_default_content_stays_where_there_is_no_data(page):
    expect(page.locator("#absent")).to_have_text("Default of a table that is not there.")


def test_default_content_stays_without_script(open_page):
    page = open_page(java_script_enabled=False)
    expect(page.locator("#map")).to_have_text("Default of the map.")
    expect(page.locator("#grade")).to_contain_text("Default of the explorer.")
    expect(page.locator("#figure details")).to_have_attribute("open", "")


def test_focus_ring_is_seen(page):
    box(page).focus()
    assert page.evaluate("getComputedStyle(document.querySelector('#grade .nl-number')).outlineStyle") == "solid"
    segment(page, "VI").focus()
    page.keyboard.press("2")  # a key, so that the browser shows the focus
    ring = "getComputedStyle(document.querySelector('#map [data-segment=VI] .ring')).stroke"
    assert page.evaluate(ring) == "rgb(11, 87, 194)"
