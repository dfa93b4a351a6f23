"""What all tests share: property tests that repeat exactly, one browser, and a line on the engines that ran."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer

from tests import settled
from tests.order import Together, in_order

ROOT = Path(__file__).parents[1]
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update")  # fmt: skip

settings.register_profile("netlearn", deadline=None, derandomize=True)
settings.load_profile("netlearn")
settled.install()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the options of our own."""
    parser.addoption("--edited", action="store_true", help="of the exercises, test those of chapters being edited")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    in_order(items)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together | None:
    """Share out files, where that is asked for."""
    return Together(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path: the one named in the environment, or the one that `make browser` found."""
    found = ROOT / ".venv/chromium-path"
    if named := os.environ.get("NETLEARN_CHROMIUM"):
        return named
    assert found.is_file(), "no browser has been looked for yet: run `make browser`"
    return found.read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the whole run: Playwright's synchronous interface can be started only once."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=list(QUIET))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built course."""
    built = ROOT / "_build/html"
    assert (built / "index.html").is_file(), "the course has not been built yet: run `make book`"
    return built


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which engines opened the course, and why one did not; a test notes it as its property ``engine``."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    noted = {text for each in reports for name, text in getattr(each, "user_properties", ()) if name == "engine"}
    if noted:
        terminalreporter.write_line(f"engines: {', '.join(sorted(noted))}")
