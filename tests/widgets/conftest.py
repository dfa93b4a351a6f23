"""A small page with every element on it, opened from the file system as a downloaded copy would be."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize

from netlearn.decision.cards import fact_card
from netlearn.widgets import assets
from tests.widgets import crisis_page

EDITIONS = ("review-2012", "2026")
LIVER = '{"VI": "dominant", "II": "small", "III": "small"}'
CARDS = {
    "2-20": fact_card("2-20"),
    "E34": {
        "label": "The types add up", "value": "E34", "claim": "The shares are consistent.", "population": "",
        "source": "Errata", "checked": "", "href": "book/errata.html#erratum-E34",
    },
}  # fmt: skip
DRAWING = {"data": [{"x": [1], "marker": {"color": "var(--nl-c1)"}}], "layout": {"height": 200, "title": "wide"}}
FIGURE = {"wide": DRAWING, "narrow": {**DRAWING, "layout": {"height": 200, "title": "narrow"}}}
# stands in for the drawing library: it writes down what it was asked to draw
PLOTLY = """window.drawn = []; window.Plotly = {react(node, data, layout, config) {
  window.drawn.push({colour: data[0].marker.color, title: layout.title, config});
  node.textContent = 'drawn'; return Promise.resolve(); },
  toImage(node, {format, width}) {
    return Promise.resolve('data:image/svg+xml,' + format + (width === node.clientWidth)); }};"""
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Widgets</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css">
<script defer src="_static/data/grade.js"></script><script defer src="_static/netlearn.js"></script>
<script defer src="_static/liver.js"></script><script defer src="_static/compare.js"></script>
<script defer src="_static/data/liver-involvement.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main>
<net-liver id="hero" compact edition="review-2012" values='{liver}'><p>Default of the hero.</p></net-liver>
<p>Type III is most common, <a id="fact" class="nl-ev" href="book/evidence.html#ev-2-20" data-ev="2-20">60–70 %</a>;
see also <a id="erratum" href="book/errata.html#erratum-E34">E34</a> and <a id="other" href="x.html#y">another</a>.</p>
<net-liver id="map" edition="review-2012" values='{liver}'><p>Default of the map.</p></net-liver>
<net-explorer id="grade" table="grade" edition="review-2012" values='{{"ki67_percent": 20.1}}'>
<p>Default of the explorer.</p></net-explorer>
<net-explorer id="later" table="grade" edition="2026" values='{{"differentiation": "well"}}'></net-explorer>
<net-explorer id="folded" table="grade" first="ki67_percent" edition="2026"
values='{{"ki67_percent": 2, "mitoses_per_2mm2": 1, "differentiation": "well", "morphology": "none"}}'></net-explorer>
<net-explorer id="absent" table="no-such-table"><p>Default of a table that is not there.</p></net-explorer>
<div style="height: 2000px"></div><net-figure id="figure"><figure class="nl nl-figure"><p class="t">Title</p>
<div class="plot" role="img" aria-label="One"></div>
<figcaption>Caption</figcaption><details open><summary>In words</summary><p>One.</p></details>
<script type="application/json">{figure}</script></figure></net-figure>
</main><script type="application/json" id="nl-later">{{"cards": ["data/cards.js"]}}</script></body></html>"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page's folder, laid out as the built site is."""
    root = tmp_path_factory.mktemp("site")
    files = {
        "index.html": PAGE.format(liver=LIVER, figure=json.dumps(FIGURE)),
        "_static/data/cards.js": assets.data_script({"table": "cards:page", "edition": "", "facts": CARDS}),
        "_static/netlearn.js": assets.page_script(),
        "_static/liver.js": assets.liver_script(),
        "_static/compare.js": assets.compare_script(),
        "_static/netlearn.css": assets.stylesheet(),
        "book/evidence.html": '<!doctype html><title>Evidence</title><link rel="icon" href="data:,">',
        "_static/vendor/plotly-basic.min.js": PLOTLY,
    }  # fmt: skip
    for table in ("grade", "liver-involvement"):
        files |= {f"_static/data/{name}": text for name, text in assets.table_scripts(table).items()}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


class Watch:
    """Opens the page and writes down what must not happen: console messages, errors, requests elsewhere."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.complaints: list[str] = []

    def new_page(self, browser: Browser, **options: Any) -> Page:
        size: ViewportSize = {"width": options.pop("width", 1280), "height": 900}
        page = browser.new_context(viewport=size, **options).new_page()
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", self._note_failure)
        page.on("request", self._note_foreign)
        return page

    def _note_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on to another page
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _note_foreign(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.complaints.append(f"foreign request: {request.url}")


@pytest.fixture(scope="session")
def watch(folder: Path) -> Watch:
    return Watch((folder / "index.html").as_uri())


@pytest.fixture(scope="session")
def desk(browser: Browser, watch: Watch) -> Page:
    """One page at desktop width, loaded anew for each test."""
    return watch.new_page(browser)


@pytest.fixture(autouse=True)
def quiet(watch: Watch) -> Iterator[None]:
    """Nothing that must not happen has happened."""
    watch.complaints.clear()
    yield
    assert watch.complaints == []


@pytest.fixture
def page(desk: Page, watch: Watch) -> Page:
    """The page at desktop width."""
    desk.mouse.move(0, 0)
    desk.goto(watch.address)
    return desk


@pytest.fixture
def open_page(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open the page at another width or with other context options."""
    opened: list[Page] = []

    def open_page(**options: Any) -> Page:
        opened.append(watch.new_page(browser, **options))
        opened[-1].goto(watch.address)
        return opened[-1]

    yield open_page
    for page in opened:
        page.context.close()


@pytest.fixture(scope="module")
def room_watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    return Watch(crisis_page.write_site(tmp_path_factory.mktemp("room")).as_uri())


@pytest.fixture(scope="module")
def phone_page(browser: Browser, room_watch: Watch) -> Page:
    page = room_watch.new_page(browser, width=390)
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.fixture
def room(phone_page: Page, room_watch: Watch):
    """The room on a phone; nothing that must not happen has happened when a test is over."""
    room_watch.complaints.clear()
    phone_page.goto("about:blank")
    phone_page.goto(room_watch.address)
    yield phone_page
    assert room_watch.complaints == []
