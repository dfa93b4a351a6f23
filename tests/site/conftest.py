"""The built site as a browser opens it: as a downloaded copy, or from a server under a sub-path."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

SUB_PATH = "courses/liver"
LEFT = "net::ERR_ABORTED"  # the page was left while something was still on its way


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


@pytest.fixture(scope="session")
def copy(site: Path) -> str:
    """The site as a downloaded copy."""
    return f"{site.as_uri()}/"
