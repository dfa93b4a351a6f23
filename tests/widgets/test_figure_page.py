"""A figure of the book: drawn by Plotly when it comes near, its words and numbers in reach whatever happens."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_figure_is_drawn_with_the_colours_of_the_theme(page):
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    drawn = page.evaluate("window.drawn[0]")
    assert drawn["colour"] == "#1a66d6" and drawn["title"] == "wide"
    assert drawn["config"] == {"displayModeBar": False, "responsive": True}


def test_figure_is_drawn_again_when_the_theme_changes(page):
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_function("window.drawn.length === 2")
    assert page.evaluate("window.drawn[1].colour") == "#5f97fa"


def test_figure_is_narrow_on_a_narrow_screen(open_page):
    page = open_page(width=390)
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    assert page.evaluate("window.drawn[0].title") == "narrow"


def test_module_loader_on_the_page_does_not_swallow_plotly(open_page):
    page = open_page()
    page.evaluate("window.define = Object.assign(() => {}, {amd: {}})")
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    assert page.evaluate("typeof window.define.amd") == "object"


def test_words_fold_before_the_figure_is_drawn(page):
    """Else the page would jump under a reader's finger when the drawing arrives."""
    assert page.evaluate("typeof window.Plotly") == "undefined"
    expect(page.locator("#figure details")).not_to_have_attribute("open", "")
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    expect(page.locator("#figure details")).not_to_have_attribute("open", "")


def test_words_stay_where_the_drawing_library_is_not(page):
    page.evaluate("window.Plotly = {react: () => Promise.reject(new Error('cannot draw'))}")
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("#figure details")).to_have_attribute("open", "")


def test_figure_that_was_never_in_sight_is_printed_in_words(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#figure details")).to_have_attribute("open", "")


def test_figure_never_in_sight_is_drawn_on_paper_where_the_drawing_library_is_here_already(page):
    page.add_script_tag(url="_static/vendor/plotly-basic.min.js")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#figure .plot")).to_have_text("drawn")
    expect(page.locator("#figure details")).not_to_have_attribute("open", "")


def test_drawing_of_a_figure_is_downloaded_as_svg_though_it_was_never_in_sight(page):
    with page.expect_download() as found:
        page.locator("#figure").get_by_role("button", name="Download SVG").dispatch_event("click")
    assert found.value.suggested_filename == "title.svg"
    assert found.value.path().read_text("utf-8") == "svgtrue"


def test_figure_that_cannot_be_drawn_says_so_when_it_is_asked_for(page):
    page.evaluate("window.Plotly = {react: () => Promise.reject(new Error('cannot draw'))}")
    page.locator("#figure").get_by_role("button", name="Download SVG").click()
    expect(page.locator("#figure .nl-told")).not_to_be_empty()


def test_figure_can_be_cited(page):
    tools = page.locator("#figure").get_by_role("group", name="Take this figure along")
    tools.get_by_role("button", name="Cite").click()
    expect(tools).to_contain_text("“Title”. Figure in: Widgets.")


def test_figure_without_a_table_offers_no_numbers(page):
    expect(page.locator("#figure").get_by_role("button", name="Download CSV")).to_have_count(0)


def test_numbers_of_a_figure_are_downloaded_as_csv(page):
    page.evaluate(
        """() => { const host = document.createElement('div');
        host.innerHTML = '<figure><p class="t">A, b</p><div class="plot"></div><details><table><tr><th>Site</th>'
          + '<th>Share, %</th></tr><tr><td>ileum</td><td>60–70</td></tr></table></details></figure>';
        document.body.append(host); NetLearn.figureTools(host, () => {}); host.id = 'own'; }"""
    )
    with page.expect_download() as found:
        page.locator("#own").get_by_role("button", name="Download CSV").click()
    assert found.value.suggested_filename == "a-b.csv"
    assert found.value.path().read_text("utf-8") == '\ufeffSite,"Share, %"\nileum,60–70'
