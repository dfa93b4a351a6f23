"""No test reads a page that is still filling itself: a read that Playwright gives at once waits until the page is done.

``expect`` waits by itself. What "done" means stands in ``settled.js``.
``NETLEARN_LATE=300`` lets what a page awaits come 300 ms later than it would: what fails then is a race.
"""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any
from weakref import WeakSet

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

LATE = int(os.environ.get("NETLEARN_LATE", "0"))  # ms
PATIENCE = 30_000  # ms: on a busy machine a drawing may take long
SCRIPT = f"globalThis.netlearnLate = {LATE};" + (Path(__file__).parent / "settled.js").read_text(encoding="utf-8")
SETTLED = "!globalThis.isSettled || isSettled()"

OPENING = ("goto", "reload", "set_content", "go_back", "go_forward")
PAGE_READS = ("evaluate", "evaluate_handle", "content", "title", "pdf", "screenshot")
LOCATOR_READS = (
    "all", "all_inner_texts", "all_text_contents", "aria_snapshot", "bounding_box", "count", "evaluate", "evaluate_all",
    "evaluate_handle", "get_attribute", "inner_html", "inner_text", "input_value", "is_checked", "is_disabled",
    "is_editable", "is_enabled", "is_hidden", "is_visible", "screenshot", "text_content",
)  # fmt: skip
Method = Callable[..., Any]

_scriptless: WeakSet[BrowserContext] = WeakSet()  # its pages are done when they are loaded
_known: WeakSet[Page] = WeakSet()


def settle(page: Page) -> None:
    """Wait until the page is done, and the page that it leads to."""
    page.wait_for_function(SETTLED, timeout=PATIENCE)


def _prepare(page: Page) -> None:
    """Let a page say that it is done. Not before it is opened: a clock that a test sets would tick in our timers."""
    if page in _known or page.context in _scriptless:
        return
    _known.add(page)
    page.add_init_script(SCRIPT)


def _after(act: Method) -> Method:
    """The act, and then the wait."""

    @wraps(act)
    def acted(page: Page, *given: Any, **named: Any) -> Any:
        _prepare(page)
        result = act(page, *given, **named)
        settle(page)
        return result

    return acted


def _before(read: Method) -> Method:
    """The wait, and then the read."""

    @wraps(read)
    def waited(of: Page | Locator, *given: Any, **named: Any) -> Any:
        settle(of.page if isinstance(of, Locator) else of)
        return read(of, *given, **named)

    return waited


def _noted(make: Method) -> Method:
    """A new context or page, and a note when its scripts are switched off."""

    @wraps(make)
    def made(browser: Browser, *given: Any, **named: Any) -> Any:
        result: Page | BrowserContext = make(browser, *given, **named)
        if not named.get("java_script_enabled", True):
            _scriptless.add(result.context if isinstance(result, Page) else result)
        return result

    return made


def install() -> None:
    """Teach Playwright's pages and locators to wait, and ``expect`` to wait as long as an action does."""
    expect.set_options(timeout=PATIENCE)
    for kind, names, patient in (
        (Browser, ("new_context", "new_page"), _noted),
        (Page, PAGE_READS, _before),
        (Locator, LOCATOR_READS, _before),
        (Page, OPENING, _after),
    ):
        for name in names:
            setattr(kind, name, patient(getattr(kind, name)))
