"""What is left out when a page is asked about its colours must not be what is wrong with them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import COLOUR, drop_drawings, drop_repeats, violations

pytestmark = pytest.mark.browser

LIST = "<main><ul class=facts>{}</ul></main>"
FACT = "<li><a href=#{0}>fact {0}</a></li>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_one_of_all_that_look_alike_is_left(page):
    page.set_content(LIST.format("".join(FACT.format(n) for n in range(9))))
    drop_repeats(page)

    assert page.locator("li").all_text_contents() == ["fact 0", "fact 8"]  # the last may look different


@pytest.mark.parametrize("unlike", ["<li><a class=faint>one</a></li>", "<li><b><a>one</a></b></li>"])
def test_a_faint_colour_is_found_once_repeats_are_gone(page, unlike):
    facts = [FACT.format(n) for n in range(9)]
    page.set_content(LIST.format("".join([*facts[:4], unlike, *facts[4:]])))
    page.add_style_tag(content=".faint, b a { color: #999; background: #fff }")
    drop_repeats(page)

    assert ["color-contrast" in violation for violation in violations(page, COLOUR)] == [True]


def test_the_colour_rules_find_nothing_in_a_drawing_however_faint_so_it_can_go(page):
    page.set_content(
        "<svg class=main-svg><rect width=99 height=99 fill=white /><text y=50 fill=#eee>faint</text></svg>"
    )
    assert violations(page, COLOUR) == []
    drop_drawings(page)

    assert page.locator("svg").count() == 0
