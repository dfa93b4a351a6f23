"""Print the built course as one PDF, `_build/netlearn.pdf`, by the Chromium that `make browser` found.

A title page and the contents come first, which say where each page begins; every sheet is numbered.
The pages about the course, and those that only a browser can fill, are left out.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urldefrag

import yaml
from attrs import frozen
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from netlearn.checks.course import course
from netlearn.site.printing import print_page
from netlearn.site.template import environment

ROOT = course()
SITE = ROOT / "_build" / "html"
RESULT = ROOT / "_build" / "netlearn.pdf"
LEFT_OUT = ("About the course",)
ONLY_ON_SCREEN = ("book/due", "book/crisis-room")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)


@frozen
class Printed:
    """One page of the course on paper: its name, its title, its sheets and its part of the contents."""

    name: str
    title: str
    part: str
    sheets: PdfReader


def main() -> int:
    """Print what the contents list and say what came of it."""
    chromium = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        pages = list(printed(browser))
        book = bound(browser, pages)
    book.write(RESULT)
    print(f"{RESULT.relative_to(ROOT)}: {len(book.pages)} pages")
    return 0


def listed() -> Iterator[tuple[str, str]]:
    """Yield part and name of each page that is printed."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    for part in contents["parts"]:
        if part["caption"] not in LEFT_OUT:
            yield from (
                (part["caption"], each["file"]) for each in part["chapters"] if each["file"] not in ONLY_ON_SCREEN
            )


def printed(browser: Browser) -> Iterator[Printed]:
    """Print each page."""
    page = browser.new_page(color_scheme="light", reduced_motion="reduce")
    for part, name in listed():
        made = PdfReader(BytesIO(print_page(page, (SITE / f"{name}.html").as_uri())))
        title = page.locator("h1").first.evaluate("(node) => node.firstChild.textContent")
        yield Printed(name, title.strip(), part, made)
    page.close()


def bound(browser: Browser, pages: list[Printed]) -> PdfWriter:
    """Bind the title page, the contents and the pages, numbered through, with an outline."""
    page = browser.new_page()
    front = front_matter(page, pages, 0)  # how many sheets the contents take is known once they are printed
    front = front_matter(page, pages, len(front.pages))
    book = PdfWriter()
    book.append(front, import_outline=False)
    begins = dict(starts(pages, len(front.pages)))
    for each in pages:
        book.append(each.sheets, outline_item=each.title, import_outline=False)
    lead_inside(book, begins)
    number(book, page, len(front.pages))
    book.add_metadata({"/Title": "Liver metastases of neuroendocrine tumours: an open course"})
    return book


def starts(pages: list[Printed], front: int) -> Iterator[tuple[str, int]]:
    """Yield on which sheet, counted from 0, each page begins."""
    at = front
    for each in pages:
        yield each.name, at
        at += len(each.sheets.pages)


def front_matter(page: Page, pages: list[Printed], front: int) -> PdfReader:
    """Print the title page and the contents."""
    begins = dict(starts(pages, front))
    parts: dict[str, list[tuple[str, int]]] = {}
    for each in pages:
        parts.setdefault(each.part, []).append((each.title, begins[each.name] + 1))
    said = SITE / "book" / "index.html"
    page.goto(said.as_uri())
    edition = page.locator(".nl-page-edition").inner_text()
    notice = page.locator(".extra_footer").evaluate("(node) => node.innerHTML")
    page.set_content(environment().get_template("title-page.html").render(parts=parts, edition=edition, notice=notice))
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def lead_inside(book: PdfWriter, begins: dict[str, int]) -> None:
    """Links between pages lead inside the book; those to pages that are not in it lead nowhere and go."""
    base = SITE.as_uri() + "/"
    for sheet in book.pages:
        kept: list[Any] = []
        for link in sheet.get("/Annots", ArrayObject()):
            note = link.get_object()
            address = str(note.get("/A", DictionaryObject()).get("/URI", ""))
            if not address.startswith(base):
                kept.append(link)
                continue
            name = unquote(urldefrag(address.removeprefix(base)).url).removesuffix(".html")
            if name in begins:
                del note[NameObject("/A")]
                note[NameObject("/Dest")] = ArrayObject(
                    [book.pages[begins[name]].indirect_reference, NameObject("/Fit")]
                )
                kept.append(link)
        sheet[NameObject("/Annots")] = ArrayObject(kept)


def number(book: PdfWriter, page: Page, front: int) -> None:
    """Print the number of each sheet below its text; the title page and the contents have none."""
    count = len(book.pages)
    page.set_content(environment().get_template("page-numbers.html").render(numbers=range(1, count + 1)))
    numbers = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))
    for at in range(front, count):
        book.pages[at].merge_page(numbers.pages[at])


if __name__ == "__main__":
    sys.exit(main())
