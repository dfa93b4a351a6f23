"""The case library: every patient is there, filters find it, and its links open a widget as the story tells it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from netlearn.clinic.cases import case, cases
from netlearn.site.cases_page import met_in, shown

pytestmark = pytest.mark.browser

PAGE = "book/cases"
ROOT = Path(__file__).parents[2]
PACKED = 5_000  # bytes of the script


@pytest.fixture(scope="module")
def everyone():
    return {each.patient.slug: each for each in shown(ROOT)}


@pytest.fixture
def library(open_page, copy):
    return open_page(copy, PAGE)


def found(page):
    return {row.get_attribute("id") for row in page.locator(".nl-cases > li:visible").all()}


def test_a_patient_is_met_where_a_chapter_tells_of_it_and_where_a_question_asks_about_it():
    met = met_in(ROOT)

    assert "3.3" in met["vera@3.3"]  # told
    assert "3.2" in met["too-early-for-a-list"]  # asked
    assert met["slips-of-one-week"] == frozenset()


def test_without_a_script_every_patient_stands_and_no_filter_is_shown(open_page, copy):
    page = open_page(copy, PAGE, java_script_enabled=False)

    assert len(found(page)) == len(cases())
    assert page.locator(".nl-wall-filter:visible").count() == 0


def test_filters_find_the_patients_that_fit_all_of_them(library, everyone):
    library.get_by_label("Topic").select_option("artery")
    library.get_by_label("Difficulty").select_option("differs")
    left = {e.anchor for e in everyone.values() if "artery" in [t.id for t in e.topics] and e.level.id == "differs"}

    assert left and found(library) == left
    expect(library.locator(".nl-wall-filter [role=status]")).to_have_text(f"{len(left)} of {len(cases())} stories")
    library.get_by_role("button", name="Show all").press("Enter")
    expect(library.locator(".nl-cases > li:visible")).to_have_count(len(cases()))


def test_every_word_of_a_filter_finds_a_patient(everyone, site):
    from tests.site.built import page

    rows = [dict(row.attrib) for row in page(site, PAGE).xpath('//ul[contains(@class, "nl-cases")]/li')]
    for select in page(site, PAGE).xpath("//form[@data-nl-cases]//select"):
        for value in filter(None, select.xpath("option/@value")):
            assert any(value in row[f"data-{select.get('name')}"].split() for row in rows), value


def test_a_link_to_a_patient_finds_it_whatever_is_chosen(library, everyone):
    library.get_by_label("Topic").select_option("doses")
    library.evaluate("anchor => { location.hash = anchor }", everyone["vera@3.3"].anchor)

    expect(library.locator(f"#{everyone['vera@3.3'].anchor}")).to_be_visible()


def test_a_patient_opens_in_the_board_as_the_story_tells(library, everyone):
    entry = library.locator(f"#{everyone['tomas@3.4'].anchor}")
    entry.get_by_role("link", name="Tumour board").click()
    told = library.locator(".nl-board-step")

    expect(told.first).to_contain_text("55")
    assert case("tomas@3.4").known["liver_involvement_percent"] == 55
    expect(library.locator("main [role=alert]:visible")).to_have_count(0)


def test_the_script_is_small(site):
    assert (site / "_static/cases.js").stat().st_size <= PACKED
