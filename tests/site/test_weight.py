"""What a page loads is small: fonts as subsets, styles that some page uses, questions when near, no Bootstrap."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.built import CONTENT, page

pytestmark = pytest.mark.browser

FONTS, THEME = 120_000, 100_000  # bytes
RAW, PACKED = 600_000, 170_000  # bytes of a chapter before any figure is drawn, without fonts; the most: sixty updates
CHAPTERS = [name for name in CONTENT if name.startswith("chapters/")]
EACH = pytest.mark.parametrize("name", CHAPTERS)
DRAWING = "plotly-basic.min.js"
LOADED = """() => [location.href, ...[...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon]')]
  .map((node) => node.src || node.href)]"""


def loaded(page) -> dict[str, Path]:
    """The files that a page has asked for, by their names; fonts are weighed by themselves."""
    files = (Path(unquote(urlsplit(address).path)) for address in page.evaluate(LOADED))
    return {file.name: file for file in files if file.name != DRAWING}


@EACH
def test_a_chapter_is_light_before_any_figure_is_drawn(open_page, copy, name):
    files = loaded(open_page(copy, name))
    texts = [file.read_bytes() for file in files.values()]

    assert [file for file in files.values() if file.parent.name == "cards"] == []  # they come when asked for
    assert pool(name) not in files  # the questions come when a reader is near
    assert sum(map(len, texts)) <= RAW
    assert sum(len(gzip.compress(text, 9)) for text in texts) <= PACKED


def pool(name: str) -> str:
    """The script that holds the questions of a chapter."""
    return f"quiz-{name.removeprefix('chapters/')}.js"


def test_the_questions_of_a_chapter_come_when_a_reader_is_near(open_page, copy):
    """In one chapter; that they come in each is seen where each is read to its end, in `test_second_standard.py`."""
    page = open_page(copy, CHAPTERS[-1])
    quiz = page.locator("net-quiz:not([guess])").first
    assert pool(CHAPTERS[-1]) not in loaded(page)
    expect(quiz.locator("form")).to_have_count(0)
    expect(quiz.locator(".nl-q-item").first).to_be_visible()
    quiz.scroll_into_view_if_needed()

    expect(quiz.locator("form:visible")).to_have_count(1)
    assert pool(CHAPTERS[-1]) in loaded(page)


def test_questions_that_cannot_be_loaded_are_read_as_they_stand(open_page, copy):
    page = open_page(copy, CHAPTERS[-1])
    page.evaluate("() => { NetLearn.load = () => Promise.reject(new Error('no network')) }")
    page.locator("net-quiz:not([guess])").first.scroll_into_view_if_needed()

    expect(page.locator("net-quiz[data-soon]:not([guess])")).to_have_count(0)
    expect(page.locator("net-quiz:not([guess]) .nl-q-item:visible").last).to_be_visible()


def test_a_reader_who_comes_with_a_place_in_mind_has_the_questions_at_once(open_page, copy):
    page = open_page(copy, "book/index")
    page.goto(f"{copy}{CHAPTERS[-1]}.html#objectives")

    expect(page.locator("net-quiz form").last).to_be_attached()


def test_scripts_and_styles_are_minified(site: Path) -> None:
    files = [*(site / "_static").glob("*.js"), *(site / "_static").glob("*.css")]

    assert [file.name for file in files if re.search(r"^  \S", file.read_text(encoding="utf-8"), re.MULTILINE)] == []


def test_the_fonts_together_are_small_and_each_is_asked_for_by_the_style_sheet(site: Path) -> None:
    fonts = sorted((site / "_static/fonts").iterdir())
    asked = re.findall(
        r"url\(['\"]?fonts/([^'\")]+)['\"]?\)", (site / "_static/netlearn.css").read_text(encoding="utf-8")
    )

    assert [font.name for font in fonts] == sorted(asked)
    assert sum(font.stat().st_size for font in fonts) <= FONTS


def test_a_text_is_shown_before_its_font_is_there(site: Path) -> None:
    faces = re.findall(r"@font-face ?\{[^}]*\}", (site / "_static/netlearn.css").read_text(encoding="utf-8"))

    assert faces and all(re.search(r"font-display: ?swap", face) for face in faces)


def test_the_themes_styles_are_purged_and_keep_what_its_menus_need(site: Path) -> None:
    text = (site / "_static/styles/pydata-sphinx-theme.css").read_text(encoding="utf-8")

    assert len(text.encode()) <= THEME
    assert "#pst-search-dialog" in text or ".search-button" in text
    assert "#pst-primary-sidebar-modal" in text or "bd-sidebar" in text
    assert ".carousel" not in text and ".accordion" not in text


@pytest.mark.parametrize("name", CONTENT)
def test_no_page_loads_bootstrap(site: Path, name: str) -> None:
    assert not any("bootstrap" in script for script in page(site, name).xpath("//script/@src"))


@pytest.mark.parametrize("name", CONTENT)
def test_no_text_waits_for_a_script_to_be_fetched(site: Path, name: str) -> None:
    assert page(site, name).xpath("//script[@src and not(@defer)]/@src") == []


@EACH
def test_nothing_is_drawn_before_the_widgets_of_a_chapter_stand(site: Path, name: str) -> None:
    drawn_after = page(site, name).xpath("//script[@blocking='render']/@src")

    assert [re.sub(r".*/|\?.*", "", script) for script in drawn_after] == ["netlearn.js"]
