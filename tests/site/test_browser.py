"""What a reader does on the built site, in Chromium: from the file system, and served under a sub-path.

That every page is silent from the file system, and answers, is asked of three engines in `tests/engines`.
"""

import pytest
from playwright.sync_api import expect

from netlearn import evidence
from netlearn.glossary import term
from tests.site.built import exemplars

pytestmark = pytest.mark.browser

CHAPTER = "chapters/02-significance"
LISTS = ("book/evidence", "book/errata", "book/updates", "book/references")


def test_served_pages_load_in_silence_and_ask_nothing_of_others(open_page, served, site):
    """Each component once: that all addresses of all pages are files of the site is tested without a browser."""
    for name in (*exemplars(site), "search"):
        page = open_page(served, name)
        expect(page.locator("body")).to_contain_text("Education, not medical advice.")
        page.context.close()


def test_root_leads_to_the_front_page(open_page, base):
    page = open_page(base, "index")

    page.wait_for_url("**/book/index.html")


def test_front_page_without_script_says_what_the_map_shows(open_page, copy):
    page = open_page(copy, "book/index", java_script_enabled=False)

    expect(page.locator("net-liver")).to_contain_text("type II")
    expect(page.locator(".theme-switch-button")).to_be_hidden()


def test_chapter_without_script_shows_the_answer_and_every_figure_as_a_table(open_page, copy):
    page = open_page(copy, CHAPTER, java_script_enabled=False)

    expect(page.locator("net-liver")).to_contain_text("Type II")
    tables = page.locator("net-figure table")
    assert tables.count() == page.locator("net-figure").count() > 0
    for n in range(tables.count()):
        expect(tables.nth(n)).to_be_visible()


@pytest.mark.parametrize("name", LISTS)
def test_list_without_script_is_whole_and_has_no_dead_box(open_page, copy, name):
    page = open_page(copy, name, java_script_enabled=False)

    expect(page.locator(".nl-filter")).to_be_hidden()
    expect(page.locator(".nl-entry").last).to_be_visible()


def test_tab_reaches_the_map_and_a_key_changes_the_type(open_page, base):
    page = open_page(base, "book/index")
    answer = page.locator("net-liver .said b")
    expect(answer).to_have_text("Type II")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.segment") == "VI":
            break

    page.keyboard.press("0")
    expect(answer).not_to_have_text("Type II")


def test_first_tab_is_the_skip_link(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"

    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"


def test_evidence_link_opens_its_card_on_focus_and_escape_closes_it(open_page, base):
    page = open_page(base, CHAPTER)
    link = page.locator('.bd-article p > a.nl-ev[data-ev="2-20"]').first
    card = page.locator(".nl-hover")
    link.focus()
    expect(card).to_contain_text(evidence.fact("2-20").claim)
    expect(card).to_contain_text("as printed in the review")

    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_fact_that_is_tapped_on_a_phone_opens_over_the_chapter(open_page, copy):
    page = open_page(copy, CHAPTER, width=390, has_touch=True)
    link = page.locator('.bd-article p > a.nl-ev[data-ev="2-20"]').first
    link.tap()
    sheet = page.locator("dialog.nl-fact-sheet")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text(evidence.fact("2-20").claim)

    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(link).to_be_focused()


def test_linked_word_opens_its_definition_and_leads_to_the_glossary(open_page, copy):
    page = open_page(copy, CHAPTER)
    word = page.locator("a.nl-term").first
    definition = term(word.get_attribute("data-ev").removeprefix("term-")).plain
    word.focus()
    expect(page.locator(".nl-hover")).to_contain_text(definition)

    word.click()
    page.wait_for_url("**/book/glossary.html#term-*")
    expect(page.locator(".nl-entry:target")).to_contain_text(definition)


def test_evidence_link_leads_to_the_fact(open_page, base):
    page = open_page(base, CHAPTER)
    page.locator('.bd-article p > a.nl-ev[data-ev="2-20"]').first.click()

    page.wait_for_url("**/book/evidence.html#ev-2-20")
    expect(page.locator("#ev-2-20")).to_be_in_viewport()


def test_link_to_a_figure_opens_what_hides_it(open_page, copy):
    page = open_page(copy, "book/errata.html#fig-E15-symptom-relief".removesuffix(".html"))
    page.goto(f"{copy}book/errata.html#fig-E15-symptom-relief")

    expect(page.locator("#fig-E15-symptom-relief")).to_be_in_viewport()


def test_filter_keeps_what_holds_every_word_and_counts_it(open_page, copy):
    page = open_page(copy, "book/evidence")
    page.get_by_role("searchbox", name=f"Find in these {len(evidence.facts())} entries").fill("TYPE 60–70 %")
    shown = page.locator(".nl-entry:visible")

    expect(page.locator("#ev-2-20")).to_be_visible()
    expect(page.locator("#ev-1-04")).to_be_hidden()
    expect(page.locator("[data-nl-count]")).to_have_text(f"{shown.count()} of {len(evidence.facts())}")
    for n in range(shown.count()):
        expect(shown.nth(n)).to_contain_text("60–70")


def test_filter_hides_groups_without_entries_and_comes_back(open_page, copy):
    page = open_page(copy, "book/evidence")
    box = page.get_by_role("searchbox", name=f"Find in these {len(evidence.facts())} entries")
    box.fill("no such words anywhere")
    expect(page.locator("[data-nl-count]")).to_have_text(f"0 of {len(evidence.facts())}")
    assert page.locator(".nl-group:visible").count() == 0

    box.fill("")
    expect(page.locator("[data-nl-count]")).to_have_text(f"{len(evidence.facts())} of {len(evidence.facts())}")
    assert page.locator(".nl-group:visible").count() == len(evidence.sections())


def test_theme_button_changes_the_theme_and_keeps_the_focus(open_page, copy):
    page = open_page(copy, CHAPTER, color_scheme="light")
    button = page.get_by_role("button", name="Light, dark or system colours")
    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(button).to_be_focused()


def test_narrow_screen_opens_and_closes_the_contents(open_page, copy):
    page = open_page(copy, CHAPTER, width=390)
    contents = page.get_by_role("link", name="Errata of the review")
    expect(contents).to_be_hidden()
    page.get_by_role("button", name="Contents").click()
    expect(contents).to_be_visible()

    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()


def test_search_finds_a_page_by_a_word(open_page, base):
    page = open_page(base, CHAPTER)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox", name="Search the course").fill("satellites")
    page.keyboard.press("Enter")

    expect(page.locator("#search-results a").first).to_be_visible()


def test_figure_is_drawn_when_near_and_again_in_the_dark(open_page, base):
    page = open_page(base, CHAPTER, color_scheme="light")
    drawing = page.locator("net-figure .plot").first
    drawing.scroll_into_view_if_needed()
    expect(drawing.locator(".main-svg").first).to_be_visible()
    light = drawing.inner_html()

    page.get_by_role("button", name="Light, dark or system colours").click()
    page.wait_for_function("([node, before]) => node.innerHTML !== before", arg=[drawing.element_handle(), light])


def test_print_keeps_prose_and_disclaimer_and_drops_the_bars(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.emulate_media(media="print")

    expect(page.locator(".bd-article h1")).to_be_visible()
    expect(page.locator(".extra_footer")).to_be_visible()
    expect(page.locator(".nl-top")).to_be_hidden()
    expect(page.locator("#pst-primary-sidebar")).to_be_hidden()
