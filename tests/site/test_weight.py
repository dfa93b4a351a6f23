"""What every page loads beside its data is small: fonts as subsets, styles that some page uses, no Bootstrap."""

import re
from pathlib import Path

import pytest

from tests.site.built import CONTENT, page

pytestmark = pytest.mark.browser

FONTS, THEME = 120_000, 100_000  # bytes


def test_the_fonts_together_are_small_and_each_is_asked_for_by_the_style_sheet(site: Path) -> None:
    fonts = sorted((site / "_static/fonts").iterdir())
    asked = re.findall(r"url\('fonts/([^']+)'\)", (site / "_static/netlearn.css").read_text(encoding="utf-8"))

    assert [font.name for font in fonts] == sorted(asked)
    assert sum(font.stat().st_size for font in fonts) <= FONTS


def test_a_text_is_shown_before_its_font_is_there(site: Path) -> None:
    faces = re.findall(r"@font-face \{[^}]*\}", (site / "_static/netlearn.css").read_text(encoding="utf-8"))

    assert faces and all("font-display: swap" in face for face in faces)


def test_the_themes_styles_are_purged_and_keep_what_its_menus_need(site: Path) -> None:
    text = (site / "_static/styles/pydata-sphinx-theme.css").read_text(encoding="utf-8")

    assert len(text.encode()) <= THEME
    assert "#pst-search-dialog" in text or ".search-button" in text
    assert "#pst-primary-sidebar-modal" in text or "bd-sidebar" in text
    assert ".carousel" not in text and ".accordion" not in text


@pytest.mark.parametrize("name", CONTENT)
def test_no_page_loads_bootstrap(site: Path, name: str) -> None:
    assert not any("bootstrap" in script for script in page(site, name).xpath("//script/@src"))
