"""Whether a page looks the same with the theme's whole style sheets as with what the purger left, by screenshots.

In both themes, wide and narrow, with every fold open, and with each menu and dialog open. Needs the built course and
Chromium (`make book browser`).
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import myst_nb
import pydata_sphinx_theme
import sphinx_book_theme
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
THEME = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme" / "static" / "styles"
BOOK = Path(sphinx_book_theme.__file__).parent / "theme" / "sphinx_book_theme" / "static" / "styles"
WHOLE = {
    "**/pydata-sphinx-theme.css*": THEME / "pydata-sphinx-theme.css",
    "**/sphinx-book-theme.css*": BOOK / "sphinx-book-theme.css",
    "**/mystnb.*.css*": Path(myst_nb.__file__).parent / "static" / "mystnb.css",
}
PAGES = ("book/index", "chapters/01-introduction", "chapters/03.3-ablation", "book/due", "book/updates", "book/tables")


def menu(page: Page) -> None:
    """Open the contents where they are behind a button."""
    if page.locator(".primary-toggle").is_visible():
        page.locator(".primary-toggle").click()


def results(page: Page) -> None:
    """Find something on the search page."""
    page.goto((SITE / "search.html").as_uri() + "?q=lanreotide")
    page.locator("#search-results li").first.wait_for()


STATES: dict[str, Callable[[Page], object]] = {
    "at rest": lambda page: None,
    "every fold open": lambda page: page.evaluate(
        "document.querySelectorAll('details').forEach((d) => (d.open = true))"
    ),
    "menu": menu,
    "search": lambda page: page.keyboard.press("Control+k"),
    "keys": lambda page: page.keyboard.press("?"),
    "crisis card": lambda page: page.locator("[data-nl-opens]").click(),
    "skip link": lambda page: page.keyboard.press("Tab"),
}


def shots(browser: Browser, whole: bool) -> Iterator[tuple[str, bytes]]:
    """Yield each look of each page with its picture."""
    for theme in ("light", "dark"):
        for width in (1280, 390):
            context = browser.new_context(
                viewport={"width": width, "height": 2000}, color_scheme=theme, reduced_motion="reduce"
            )
            page = context.new_page()
            for pattern, sheet in WHOLE.items() if whole else ():
                page.route(pattern, lambda route, _, sheet=sheet: answered(route, sheet))
            for name in PAGES:
                for state, show in STATES.items() if name == PAGES[1] else [*STATES.items()][:2]:
                    page.goto((SITE / f"{name}.html").as_uri())
                    yield f"{name} {theme} {width} {state}", shot(page, show)
            yield f"search {theme} {width}", shot(page, results)
            context.close()


def answered(route: Route, sheet: Path) -> None:
    """Give a page the theme's whole style sheet instead."""
    route.fulfill(body=sheet.read_text(encoding="utf-8"), content_type="text/css")


def shot(page: Page, show: Callable[[Page], object]) -> bytes:
    """Show one state and take its picture, once it is the same twice."""
    page.wait_for_timeout(250)
    show(page)
    last = b""
    for _ in range(10):
        page.wait_for_timeout(300)
        now = page.screenshot(animations="disabled", caret="hide")
        if now == last:
            break
        last = now
    return last


def main() -> int:
    """Print which looks differ."""
    chromium = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        purged, whole = dict(shots(browser, False)), dict(shots(browser, True))
    differing = [name for name, picture in purged.items() if whole[name] != picture]
    print(f"{len(purged)} looks, {len(differing)} differ", *differing, sep="\n  ")
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())
