"""Control and answer on one screen: the strip, the verdict that stays, a patient to start from, what follows."""

import pytest
from playwright.sync_api import Page, expect

from netlearn.clinic.cases import cases
from netlearn.decision import decide
from netlearn.decision.load import editions_of
from netlearn.widgets.patients import patients
from tests.widgets.places import answer, box, segment

pytestmark = pytest.mark.browser

PATIENT = "Start from an invented patient"


@pytest.fixture
def phone(open_page) -> Page:
    return open_page(width=390, has_touch=True)


def strip(page: Page, inside: str = "#grade"):
    return page.locator(f"{inside} .nl-strip")


def test_strip_is_for_narrow_screens_only(page):
    expect(strip(page)).to_be_hidden()


def test_strip_says_the_answer_and_stays_while_the_controls_pass(phone):
    expect(strip(phone)).to_contain_text("Grade 3")
    last = phone.locator("#grade fieldset").last
    last.scroll_into_view_if_needed()
    expect(strip(phone)).to_be_in_viewport(ratio=1)
    box(phone).fill("20")
    expect(strip(phone)).to_contain_text("Not enough is known")


def test_strip_is_for_the_eye_only_and_the_verdict_is_read_aloud(phone):
    expect(strip(phone)).to_have_attribute("aria-hidden", "true")
    expect(phone.locator("#grade .said")).to_have_attribute("aria-live", "polite")


def test_strip_of_an_unmarked_map_asks_for_a_mark(phone):
    phone.get_by_role("button", name="clear", exact=True).click()
    expect(strip(phone, "#map")).to_contain_text("Mark a segment")


def test_what_is_not_known_looks_unlike_zero(page):
    unknown = page.locator("#grade .nl-slider").nth(1)
    expect(unknown.get_by_role("textbox")).to_have_attribute("placeholder", "?")
    unknown.get_by_role("textbox").fill("0")
    expect(unknown).not_to_have_class("is-unknown")


def test_verdict_of_a_long_card_stays_beside_the_controls(page):
    page.locator("#grade fieldset").last.scroll_into_view_if_needed()
    expect(answer(page, "#grade")).to_be_in_viewport()


@pytest.mark.parametrize("table", ["grade", "rfa", "liver-involvement", "resection"])
def test_every_patient_to_start_from_is_in_the_library_and_is_accepted(table):
    titles = {one.title for one in cases().values()}
    for one in patients(table)["patients"]:
        assert one["title"] in titles
        assert set(one["values"]) <= set(editions_of(table))
        if table in ("grade", "resection"):
            for edition, values in one["values"].items():
                assert decide(table, edition, **values)


def test_starting_from_a_patient_sets_what_is_known_and_nothing_else(page):
    box(page).fill("99")
    page.locator("#grade").get_by_label(PATIENT).select_option(label="Vera, where it lies")
    expect(box(page)).to_have_value("4")
    expect(page.locator("#grade .nl-number input").nth(1)).to_have_value("3")
    expect(page.locator("#grade .nl-notice")).to_contain_text("Vera, where it lies")


def test_starting_from_a_patient_draws_the_map(page):
    segment(page, "I").click()
    page.locator("#map").get_by_label(PATIENT).select_option(label="Vera, where it lies")
    marked = page.locator("#map .seg:not([data-state=none])")
    assert marked.evaluate_all("(all) => all.map((one) => one.dataset.segment).sort()") == ["II", "III", "VI"]


def test_resection_follows_the_type_and_the_link_carries_it_on(page):
    follows = page.locator("#map .nl-follows")
    expect(follows).to_contain_text("What follows: resection")
    expect(follows).to_contain_text("Must be considered")
    expect(follows.get_by_role("link")).to_have_attribute(
        "href", page.evaluate("NetLearn.href('book/gallery.html')")
        + "#case=1&resection.edition=review-2012&resection.liver_type=II",
    )  # fmt: skip

    page.get_by_role("button", name="type III").click()
    expect(follows).to_contain_text("Excluded")
    expect(follows).to_contain_text("In type III resection is called totally excluded.")
    page.get_by_role("button", name="clear", exact=True).click()
    expect(follows).to_be_hidden()


def test_tapped_fact_opens_a_sheet_and_the_reader_stays(phone):
    link = phone.locator("#fact")
    link.tap()
    sheet = phone.get_by_role("dialog")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("60–70")
    assert phone.url.endswith("index.html")
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(link).to_be_focused()

    link.tap()
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_be_hidden()
    expect(link).to_be_focused()


def test_on_a_wide_screen_a_fact_leads_on(page):
    page.locator("#fact").click()
    page.wait_for_url("**/book/evidence.html#ev-2-20")
