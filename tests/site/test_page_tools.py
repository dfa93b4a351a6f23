"""At the end of every page: how to report an error, where that is wanted; how to cite the page; and the keys."""

import re

import pytest
from playwright.sync_api import expect

from netlearn.errors import KnowledgeError
from netlearn.site.page_tools import citation, live_address, report_address
from tests.site.built import CONTENT, page

CHAPTER = "chapters/02-significance"
ABOUT = {"title": "A course", "version": "0.1.0", "authors": [{"family-names": "Roe", "given-names": "Ann"}]}
LINK = '<a href="#none" data-nl-report="#{fact}">Report</a>'


def test_a_report_is_filled_with_page_edition_and_version_and_keeps_the_fact_open():
    made = report_address("https://example.org/new?p={page}&e={edition}&v={version}&f={fact}", "book/due", "a b", "1")

    assert made == "https://example.org/new?p=book%2Fdue&e=a%20b&v=1&f={fact}"


def test_without_an_address_there_is_no_report():
    assert report_address("", "book/due", "2026", "1") == ""


def test_an_address_that_would_run_a_script_is_refused():
    with pytest.raises(KnowledgeError, match="mailto:"):
        report_address("javascript:alert(1)", "book/due", "2026", "1")


def test_a_citation_names_author_page_course_version_edition_and_month():
    made = citation(ABOUT, "Ablation", "review 2012", "2026-11", "03.3-ablation", "https://example.org/a.html")

    assert made.text.startswith("Ann Roe. “Ablation”. In: A course, version 0.1.0. Edition review 2012")
    assert "last reviewed November 2026" in made.text and made.text.endswith("https://example.org/a.html")
    assert "@misc{netlearn-03-3-ablation," in made.bibtex
    assert "  author = {{Ann Roe}}," in made.bibtex and "  month = nov," in made.bibtex


def test_a_citation_without_an_address_has_no_field_for_it():
    assert "url" not in citation(ABOUT, "Ablation", "2026", "2026-11", "a", "").bibtex


def test_only_a_chapter_opens_live_and_only_where_a_hub_is_named():
    hub = "https://hub.example.org/v2/gh/team/course/main"

    assert live_address(hub, "book/board") == live_address("", "chapters/02-significance") == ""
    assert live_address(f"{hub}/", "chapters/03.1-surgery") == f"{hub}?urlpath=lab/tree/chapters/03.1-surgery.ipynb"


def test_a_hub_that_is_no_address_is_refused():
    with pytest.raises(KnowledgeError, match="netlearn_binder"):
        live_address("javascript:alert(1)", "chapters/02-significance")


@pytest.mark.browser
@pytest.mark.parametrize("name", CONTENT)
def test_every_page_can_be_cited_by_a_month_that_is_no_clock(site, name):
    said = page(site, name).xpath("//*[@data-nl-copied]")

    assert len(said) == 2
    assert re.search(r"last reviewed \w+ 20\d\d", said[0].text_content())


@pytest.mark.browser
def test_no_page_offers_a_report_or_a_hub_that_would_lead_nowhere(site):
    led = "//*[@data-nl-report] | //a[contains(., 'Open this chapter live')]"
    assert all(not page(site, name).xpath(led) for name in CONTENT)


@pytest.fixture
def reporting(open_page, copy):
    """A page of a course that wants reports, as the template would make its link."""
    page = open_page(copy, CHAPTER)
    page.add_init_script(f"""document.addEventListener('readystatechange', () =>
        document.readyState === 'interactive' &&
        document.querySelector('.nl-page-tools').insertAdjacentHTML('afterbegin', {LINK!r}))""")
    page.reload()
    return page


@pytest.mark.browser
def test_a_report_names_the_fact_looked_at_last(reporting):
    fact = reporting.locator("a.nl-ev").first
    fact.focus()
    report = reporting.locator("[data-nl-report]")
    report.focus()

    expect(report).to_have_attribute("href", f"#{fact.get_attribute('data-ev')}")


@pytest.mark.browser
def test_a_report_of_a_page_where_nothing_was_looked_at_says_none(reporting):
    report = reporting.locator("[data-nl-report]")
    report.focus()

    expect(report).to_have_attribute("href", "#none")


@pytest.mark.browser
def test_the_question_mark_opens_the_keys_and_escape_gives_the_focus_back(open_page, copy):
    page = open_page(copy, CHAPTER)
    link = page.get_by_role("link", name="Liver metastases of neuroendocrine tumours")
    link.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys").get_by_role("button", name="Close")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.browser
def test_the_question_mark_is_a_character_where_something_is_typed(open_page, copy):
    page = open_page(copy, "book/index")
    box = page.get_by_role("searchbox", name="Find a dose")
    box.press("?")

    expect(box).to_have_value("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


@pytest.mark.browser
def test_the_key_can_be_switched_off_and_stays_off(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("checkbox", name="The key ? opens this list").uncheck()
    page.reload()
    page.keyboard.press("?")

    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
