"""A small page with a board or a selector on it, opened from the file system."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from netlearn.clinic.cases import case
from netlearn.widgets import OperationPlan, TherapySelector, TumourBoard, assets
from netlearn.widgets.page_data import data_scripts
from tests.widgets.conftest import Watch

PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Board</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/netlearn.js"></script>
<script defer src="_static/liver.js"></script>
<script defer src="_static/board.js"></script><script defer src="_static/data/{name}.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main><h1>Page</h1>
{widget}</main></body></html>"""
# What a row says, part by part; buttons that only the page has are left out.
ROWS = """() => [...document.querySelectorAll('.nl-board-group')].flatMap((group) =>
  [...group.querySelectorAll('.nl-board-row')].map((row) => ['.nm', '.an', '.an + p', '.ca', '.eds', '.how > p'].map(
    (part) => (row.querySelector(part) || {}).textContent || '')))"""
PATHS = (
    'p[@class="nm"]',
    './/p[@class="an"]',
    './/p[@class="an"]/following-sibling::p[1]',
    './/p[@class="ca"]',
    'div[@class="eds"]',
    'div[@class="how"]/p',
)
WHOSE = {"board": "vera@3.3", "operation": "vera@3.1", "selector": "vera@4"}
KINDS = {"board": TumourBoard, "operation": OperationPlan, "selector": TherapySelector}


@cache
def widget_of(name: str) -> TumourBoard:
    """The widget on the page, made only where a test asks: each process that collects tests imports this file."""
    made: TumourBoard = KINDS[name](case(WHOSE[name]).known)
    return made


def write_site(root: Path, name: str) -> Path:
    """Write the page of one of the two and what it loads; where the page lies."""
    files = {
        "index.html": PAGE.format(name=name, widget=widget_of(name)._html()),
        "_static/netlearn.js": assets.page_script(),
        "_static/liver.js": assets.liver_script(),
        "_static/board.js": assets.board_script(),
        "_static/netlearn.css": assets.stylesheet(),
        **{f"_static/data/{file}": text for file, text in data_scripts(name).items()},
    }
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root / "index.html"


@pytest.fixture(scope="module", params=["board", "operation", "selector"])
def watched(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory):
    """The page of each of the two on a phone, loaded once."""
    watch = Watch(write_site(tmp_path_factory.mktemp(request.param), request.param).as_uri())
    page = watch.new_page(browser, width=390, reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    return request.param, watch, page


@pytest.fixture
def shown(watched: tuple[str, Watch, Page]) -> Iterator[tuple[str, Page]]:
    """The page anew; nothing that must not happen has happened when a test is over."""
    name, watch, page = watched
    watch.complaints.clear()
    page.goto("about:blank")
    page.goto(watch.address)
    page.wait_for_selector(".nl-board-next form")
    yield name, page
    assert watch.complaints == []


def unfold(page: Page) -> None:
    """Open every group: on a phone all but the first are folded."""
    page.evaluate(
        "document.querySelectorAll('.nl-board-group > header [aria-expanded=false]').forEach((b) => b.click())"
    )


def static_rows(name: str) -> list[list[str]]:
    """The rows that stand in the page without script."""
    return rows_in(widget_of(name)._html())


def rows_in(text: str) -> list[list[str]]:
    """The rows of the HTML that stands where no script runs."""
    tree = html.fromstring(text)
    return [[row.xpath(f"string({path})") for path in PATHS] for row in tree.xpath('//li[@class="nl-board-row"]')]
