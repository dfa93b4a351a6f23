"""A chapter on paper is a handout: at most eight sheets, questions and key at the end; a book is bound of them."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from netlearn.checks.chapters import chapters
from netlearn.site.printed_book import Printed, bound
from netlearn.site.printing import print_page
from tests.site.built import page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SHEETS = 8
CHAPTERS = [path.stem for path in chapters(ROOT)]


@pytest.fixture(scope="module", params=CHAPTERS)
def chapter(request: pytest.FixtureRequest, browser: Browser, site: Path) -> tuple[str, PdfReader, str]:
    """A chapter, its handout, and what that says."""
    opened = browser.new_page(color_scheme="dark")
    made = print_page(opened, (site / f"chapters/{request.param}.html").as_uri())
    opened.close()
    sheets = PdfReader(BytesIO(made))
    return request.param, sheets, squeezed(" ".join(sheet.extract_text() for sheet in sheets.pages))


def test_a_chapter_has_at_most_eight_sheets_of_a4(chapter: tuple[str, PdfReader, str]) -> None:
    _, sheets, _ = chapter

    assert len(sheets.pages) <= SHEETS
    assert [round(float(side)) for side in sheets.pages[0].mediabox[2:]] == [595, 842]


def test_a_handout_ends_with_every_question_and_the_key(chapter: tuple[str, PdfReader, str], site: Path) -> None:
    name, _, text = chapter
    questions, key = text[: text.rindex("Key")], text[text.rindex("Key") :]
    asked = page(site, f"chapters/{name}").xpath('//net-quiz//*[contains(@class, "nl-q-item")]')

    assert asked
    for item in asked:
        answer = " ".join(item.xpath(".//details//p")[0].text_content().split())
        stem = " ".join(item.xpath("./p")[0].text_content().split()).partition(". ")[2]
        assert squeezed(stem) in questions
        assert squeezed(answer) in key


def test_a_handout_names_every_error_of_its_source_whose_fold_is_closed(
    chapter: tuple[str, PdfReader, str], site: Path
) -> None:
    name, _, text = chapter
    named = page(site, f"chapters/{name}").xpath('//details[contains(@class, "nl-erratum-line")]/summary')

    assert [each.text_content() for each in named if squeezed(each.text_content()) not in text] == []


def squeezed(text: str) -> str:
    """Without spaces, ligatures and soft ends of lines, which differ on paper."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\u00ad", "")


def test_a_book_is_numbered_has_an_outline_and_leads_nowhere_outside(browser: Browser, site: Path) -> None:
    opened = browser.new_page()
    names = {"book/crisis-card": "Crisis card", "book/references": "References"}
    printed = [
        Printed(name, title, "Part", PdfReader(BytesIO(print_page(opened, (site / f"{name}.html").as_uri()))))
        for name, title in names.items()
    ]
    opened.close()
    book = bound(browser, printed)
    made = BytesIO()
    book.write(made)
    read = PdfReader(made)

    assert [mark.title for mark in read.outline] == list(names.values())
    assert read.pages[2].extract_text().split()[-1] == "3"
    assert "Crisiscard3" in squeezed(read.pages[1].extract_text())
    assert not any("file:" in str(link.get_object()) for sheet in read.pages for link in sheet.get("/Annots", ()))
