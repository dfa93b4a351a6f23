"""The built site in a real browser: from the file system as a downloaded copy, and served under a sub-path."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from netlearn import evidence
from netlearn.glossary import term
from tests.site.built import CONTENT, PAGES

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
CHAPTER = "chapters/02-significance"
LISTS = ("book/evidence", "book/errata", "book/updates", "book/references")
SUB_PATH = "courses/liver"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
VIOLATIONS = """() => axe.run(document, {resultTypes: ['violations'], preload: false}).then((found) =>
  found.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ': ' + n.failureSummary)))"""
LEFT = "net::ERR_ABORTED"  # the page was left while something was still on its way
every_page = pytest.mark.parametrize("name", PAGES)
every_content_page = pytest.mark.parametrize("name", CONTENT)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site under a sub-path of a server."""
    root = tmp_path_factory.mktemp("server")
    (root / SUB_PATH).parent.mkdir(parents=True)
    (root / SUB_PATH).symlink_to(site, target_is_directory=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site lies: in a folder, or on a server."""
    served: str = request.getfixturevalue("served") if request.param == "http" else f"{site.as_uri()}/"
    return served


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What must not happen, written down while a page is open; the test fails when it did."""
    said: list[str] = []
    yield said
    assert said == []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a page of the site; only addresses below ``base`` may be asked for."""
    contexts = []

    def open_page(base: str, name: str, width: int = 1280, **options: Any) -> Page:
        size: ViewportSize = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda r: None if r.failure == LEFT else complaints.append(f"failed: {r.url}"))
        page.on("request", lambda r: None if r.url.startswith((base, "data:")) else complaints.append(r.url))
        page.goto(f"{base}{name}.html")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def copy(site: Path) -> str:
    """The site as a downloaded copy."""
    return f"{site.as_uri()}/"


def open_everything(page: Page) -> None:
    """Open every disclosure, and see to it that every figure is drawn."""
    figures = page.locator("net-figure .plot")
    for n in range(figures.count()):
        figures.nth(n).scroll_into_view_if_needed()
        expect(figures.nth(n).locator(".main-svg").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


@every_page
def test_page_loads_in_silence_and_asks_nothing_of_others(open_page, base, name):
    page = open_page(base, name)
    page.wait_for_load_state("networkidle")

    expect(page.locator("body")).to_contain_text("Education, not medical advice.")


def test_root_leads_to_the_front_page(open_page, base):
    page = open_page(base, "index")

    page.wait_for_url("**/book/index.html")


@pytest.mark.parametrize("theme", ["light", "dark"])
@every_content_page
def test_accessibility_checker_finds_nothing(open_page, copy, name, theme):
    page = open_page(copy, name, color_scheme=theme)
    assert page.locator("html").get_attribute("data-theme") == theme
    open_everything(page)

    page.add_script_tag(path=AXE)
    assert page.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessibility_checker_finds_nothing_in_search(open_page, copy, theme):
    page = open_page(copy, "search", color_scheme=theme)

    page.add_script_tag(path=AXE)
    assert page.evaluate(VIOLATIONS) == []


@every_content_page
def test_nothing_makes_the_page_scroll_sideways(open_page, copy, name):
    page = open_page(copy, name, width=390)
    open_everything(page)

    for width in (390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


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
    page.get_by_role("searchbox", name="Find in these 381 entries").fill("TYPE 60–70 %")
    shown = page.locator(".nl-entry:visible")

    expect(page.locator("#ev-2-20")).to_be_visible()
    expect(page.locator("#ev-1-04")).to_be_hidden()
    expect(page.locator("[data-nl-count]")).to_have_text(f"{shown.count()} of 381")
    for n in range(shown.count()):
        expect(shown.nth(n)).to_contain_text("60–70")


def test_filter_hides_groups_without_entries_and_comes_back(open_page, copy):
    page = open_page(copy, "book/evidence")
    box = page.get_by_role("searchbox", name="Find in these 381 entries")
    box.fill("no such words anywhere")
    expect(page.locator("[data-nl-count]")).to_have_text("0 of 381")
    assert page.locator(".nl-group:visible").count() == 0

    box.fill("")
    expect(page.locator("[data-nl-count]")).to_have_text("381 of 381")
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
