"""A read that does not wait by itself sees a page that is done: nothing on its way, nothing that fires soon."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.settled import LOCATOR_READS

pytestmark = pytest.mark.browser

LIST = """<ul></ul><button>Fill</button><script>
const make = (name) => document.createElement(name), list = document.querySelector('ul');
const fill = () => list.append(make('li')), late = Object.assign(make('script'), { src: 'late.js' });
%s</script>"""
FILLED = {
    "at once": "fill()",
    "by a timer": "setTimeout(fill, 150)",
    "by a timer of a timer": "setTimeout(() => setTimeout(fill, 100), 100)",
    "by a script that comes later": "document.head.append(late)",
    "when it is seen": "new IntersectionObserver(fill).observe(list)",
    "two frames later": "requestAnimationFrame(() => requestAnimationFrame(fill))",
}


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Open a page with a list that is filled by a script."""
    page = browser.new_page()

    def opened(script: str) -> Page:
        (tmp_path / "index.html").write_text(LIST % script, encoding="utf-8")
        (tmp_path / "late.js").write_text("setTimeout(fill, 50)", encoding="utf-8")
        page.goto((tmp_path / "index.html").as_uri())
        return page

    yield opened
    page.close()


@pytest.mark.parametrize("how", FILLED)
def test_a_list_is_counted_when_it_is_filled(opened: Callable[[str], Page], how: str) -> None:
    assert opened(FILLED[how]).locator("li").count() > 0


@pytest.mark.parametrize("how", FILLED)
def test_what_a_click_changes_is_read_when_it_is_there(opened: Callable[[str], Page], how: str) -> None:
    page = opened(f"document.querySelector('button').onclick = () => {FILLED[how]}")
    page.get_by_role("button").click()

    assert page.evaluate("document.querySelectorAll('li').length") > 0


def test_what_fires_much_later_is_not_waited_for(opened: Callable[[str], Page]) -> None:
    assert opened("setTimeout(fill, 10_000)").locator("li").count() == 0


def test_a_clock_is_not_waited_for(opened: Callable[[str], Page]) -> None:
    assert opened("const tick = () => (fill(), setTimeout(tick, 200)); tick()").locator("li").count() > 0


def test_a_script_that_cannot_be_loaded_is_not_waited_for(opened: Callable[[str], Page]) -> None:
    assert opened("late.src = 'lost.js'; document.head.append(late)").locator("li").count() == 0


def test_every_read_of_a_locator_that_does_not_wait_is_named() -> None:
    """What Playwright adds and answers at once is taken up here: its other methods act, narrow down or wait."""
    reads = {
        name for name in dir(Locator) if name.startswith(("is_", "all", "inner_", "text_", "evaluate", "get_attr"))
    }

    assert reads <= {*LOCATOR_READS}
