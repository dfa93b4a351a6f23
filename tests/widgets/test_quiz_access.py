"""Who can use the self-check: an accessibility checker, a narrow screen, small fingers, no JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import COLOUR, violations
from tests.widgets.quiz_page import SLUGS, check, question
from tests.widgets.test_quiz_page import answer_right, reader, root

__all__ = ["reader", "root"]
pytestmark = pytest.mark.browser


def answer_everything(page: Page) -> None:
    """Every question answered wrong where it can be, so that most is on show."""
    for kind, slug in SLUGS.items():
        if kind in ("choice", "classify", "multiple"):
            question(page, slug).locator(".nl-q-option input").first.check()
            check(question(page, slug), "sure")
        else:
            answer_right(page, slug)
    for summary in page.locator(".nl-q-panel summary").all():
        summary.click()


@pytest.mark.parametrize(("name", "width", "rules"), [("all", 1280, {}), ("dark", 1280, COLOUR), ("all", 390, {})])
def test_accessibility_checker_finds_nothing(reader, name, width, rules):
    page = reader.open(name, width=width)
    answer_everything(page)
    assert violations(page, rules) == []


def test_narrow_page_does_not_scroll_sideways(reader):
    page = reader.open(width=390)
    answer_everything(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_every_target_is_at_least_24_pixels(reader):
    page = reader.open(width=390)
    answer_everything(page)
    small = """() => [...document.querySelectorAll('button, summary, select, input:not([type=file])')]
      .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
      .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([text]) => text)"""
    assert page.evaluate(small) == []


def test_reader_without_javascript_has_questions_and_folded_answers(reader):
    page = reader.open(java_script_enabled=False)
    expect(page.locator(".nl-q-item")).to_have_count(len(SLUGS))
    expect(page.locator(".nl-q-item").first).to_contain_text("Most patients with liver metastases have one type.")
    page.locator("summary").first.click()
    expect(page.locator("details").first).to_contain_text("Type III")
