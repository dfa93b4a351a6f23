"""On paper the dark theme is the light one: every colour of every element, whatever draws it."""

import pytest
from playwright.sync_api import expect

from tests.site.built import CONTENT

pytestmark = pytest.mark.browser

# Each element of the text with what colours it; what lies in a closed fold is not drawn, and its style not kept up.
COLOURS = """() => [...document.querySelectorAll('.bd-article, .bd-article *')].filter((e) => e.checkVisibility())
  .map((e) => { const style = getComputedStyle(e); return [e.tagName, ...['color', 'backgroundColor', 'borderTopColor',
    'outlineColor', 'fill', 'stroke', 'boxShadow', 'colorScheme'].map((name) => style[name])].join(' '); })"""
CODE = '<div class="highlight"><pre><span class="k">if</span> <span class="s">"x"</span> # so</pre></div>'


def printed(open_page, copy, name, theme):
    page = open_page(copy, name, color_scheme=theme, reduced_motion="reduce")
    page.evaluate("(code) => document.querySelector('.bd-article').insertAdjacentHTML('beforeend', code)", CODE)
    figures = page.locator("net-figure .plot")
    for n in range(figures.count()):
        figures.nth(n).scroll_into_view_if_needed()
        expect(figures.nth(n).locator(".main-svg").first).to_be_visible()
    for quiz in page.locator("net-quiz").all():  # each comes when it is near: all are to be there in both themes
        quiz.evaluate("(quiz) => (quiz.closest('details') || quiz).scrollIntoView()")
        expect(quiz.locator("form").first).to_be_attached()
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    for n in range(figures.count()):  # a drawing takes the colours of paper a moment after the page
        expect(figures.nth(n).locator(".main-svg").first).to_have_css("background-color", "rgb(255, 255, 255)")
    return page


@pytest.mark.parametrize("name", CONTENT)
def test_every_colour_on_paper_is_that_of_the_light_theme(open_page, copy, name):
    light, dark = (printed(open_page, copy, name, theme).evaluate(COLOURS) for theme in ("light", "dark"))

    assert dark == light


def test_back_on_the_screen_the_theme_is_dark_again(open_page, copy):
    page = printed(open_page, copy, "book/evidence", "dark")
    page.emulate_media(media="screen")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_printing_a_page_whose_theme_was_chosen_keeps_the_choice(open_page, copy):
    page = open_page(copy, "book/evidence", color_scheme="light")
    page.get_by_role("button", name="Light, dark or system colours").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("localStorage.getItem('mode')") == "dark"


def test_paper_is_white_by_the_tokens_alone(open_page, copy):
    page = open_page(copy, "book/evidence", color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
