"""The answer forms on the map of the liver: what the map shows of an answer, and to whom."""

import pytest
from playwright.sync_api import Locator, expect

from tests.widgets.quiz_page import SLUGS, question, variant_of
from tests.widgets.test_quiz_page import reader, root

__all__ = ["reader", "root"]
pytestmark = pytest.mark.browser


@pytest.fixture
def resect(reader) -> Locator:
    """The question about segments to take out."""
    return question(reader.open(), SLUGS["resect"])


def marked(asked: Locator) -> list[str]:
    """The segments that the drawing shows as taken out."""
    found: list[str] = asked.locator(".seg.is-marked").evaluate_all("(all) => all.map((e) => e.dataset.segment)")
    return sorted(found)


def test_a_ticked_segment_is_marked_on_the_map_until_it_is_unticked(resect):
    resect.get_by_label("Segment VI, ").check()
    resect.get_by_label("Segment II, ").check()
    assert marked(resect) == ["II", "VI"]
    resect.get_by_label("Segment VI, ").uncheck()
    assert marked(resect) == ["II"]


def test_a_click_on_the_map_ticks_the_segment(resect):
    resect.locator('[data-segment="V"]').click()
    expect(resect.get_by_label("Segment V, ")).to_be_checked()
    resect.locator('[data-segment="V"]').click()
    expect(resect.get_by_label("Segment V, ")).not_to_be_checked()


def test_the_map_shows_the_metastases_of_the_variant(resect):
    lesions = variant_of(SLUGS["resect"])[0]["lesions"]
    shown = resect.locator('.seg:not([data-state="none"])')
    found = shown.evaluate_all("(all) => Object.fromEntries(all.map((e) => [e.dataset.segment, e.dataset.state]))")
    assert found == lesions


def test_the_still_map_is_passed_over_by_keyboard_and_reading_aloud(resect):
    expect(resect.locator("svg.nl-liver")).to_have_attribute("aria-hidden", "true")
    expect(resect.locator(".nl-liver [tabindex]")).to_have_count(0)


def test_the_answer_on_show_is_marked_too(resect):
    resect.get_by_role("button", name="Show the answer").click()
    assert marked(resect) == sorted(variant_of(SLUGS["resect"])[1])


def test_every_key_of_a_page_with_two_maps_has_its_dots(reader):
    page = reader.open()
    for kind, dots in (("place", [3, 1, 8]), ("resect", [3, 1])):
        marks = question(page, SLUGS[kind]).locator(".nl-liver-key svg")
        assert marks.evaluate_all("(all) => all.map((e) => e.querySelectorAll('circle').length)") == dots
