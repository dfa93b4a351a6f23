"""A small page with every element on it, opened from the file system as a downloaded copy would be."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from netlearn.decision.export import export, fact_card
from netlearn.widgets import assets

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
NARROW = {**DRAWING, "layout": {"height": 200, "title": "narrow"}}
# stands in for the drawing library: it writes down what it was asked to draw
PLOTLY = """window.drawn = []; window.Plotly = {react(node, data, layout, config) {
  window.drawn.push({colour: data[0].marker.color, title: layout.title, config});
  node.textContent = 'drawn'; return Promise.resolve(); }};"""
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Widgets</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css">
<script defer src="_static/data/grade.js"></script><script defer src="_static/netlearn.js"></script>
<script defer src="_static/data/liver-involvement.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main>
<net-liver id="hero" compact edition="review-2012" values='{liver}'><p>Default of the hero.</p></net-liver>
<p>Type III is most common, <a id="fact" class="nl-ev" href="book/evidence.html#ev-2-20" data-ev="2-20">60–70 %</a>;
see also <a id="erratum" href="book/errata.html#erratum-E34">E34</a> and <a id="other" href="x.html#y">another</a>.</p>
<net-liver id="map" edition="review-2012" values='{liver}'><p>Default of the map.</p></net-liver>
<net-explorer id="grade" table="grade" edition="review-2012" values='{{"ki67_percent": 20.1}}'><p>Default of the explorer.</p>
</net-explorer>
<net-explorer id="later" table="grade" edition="2026" values='{{"differentiation": "well"}}'></net-explorer>
<net-explorer id="absent" table="no-such-table"><p>Default of a table that is not there.</p></net-explorer>
<net-figure id="figure"><figure class="nl nl-figure"><p class="t">Title</p><div class="plot" role="img" aria-label="One"></div>
<figcaption>Caption</figcaption><details open><summary>In words</summary><p>One.</p></details>
<script type="application/json">{figure}</script></figure></net-figure>
</main><script type="application/json" id="nl-cards">{cards}</script></body></html>"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page's folder, laid out as the built site is."""
    root = tmp_path_factory.mktemp("site")
    files = {
        "index.html": PAGE.format(liver=LIVER, cards=json.dumps(CARDS), figure=json.dumps({"wide": DRAWING, "narrow": NARROW})),
        "_static/netlearn.js": assets.page_script(),
        "_static/netlearn.css": assets.stylesheet(),
        "_static/netlearn.mjs": assets.esm(),
        "_static/vendor/plotly-basic.min.js": PLOTLY,
    }  # fmt: skip
    for table in ("grade", "liver-involvement"):
        files[f"_static/data/{table}.js"] = assets.data_script(*(export(table, edition) for edition in EDITIONS))
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def open_page(browser: Browser, folder: Path) -> Iterator[Any]:
    """Open the page with given context options; a console message, an error or a request elsewhere fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(viewport={"width": options.pop("width", 1280), "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        page.on("request", lambda request: _note_foreign(request.url, complaints))
        page.goto((folder / "index.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _note_foreign(url: str, complaints: list[str]) -> None:
    if not url.startswith(("file:", "data:", "blob:")):
        complaints.append(f"foreign request: {url}")


@pytest.fixture
def page(open_page: Any) -> Page:
    """The page at desktop width."""
    opened: Page = open_page()
    return opened
