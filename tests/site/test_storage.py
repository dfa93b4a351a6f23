"""Where a browser keeps nothing for a page, in whatever way: search, menu and colours work; what is lost is said."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "chapters/02-significance"
THROWS = "Object.defineProperty(window, '{0}', {{get() {{ throw new DOMException('no', 'SecurityError') }}}})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
WAYS = {
    "both forbidden": THROWS.format("localStorage") + ";" + THROWS.format("sessionStorage"),
    "only that of the session forbidden": THROWS.format("sessionStorage"),
    "none at all": "Object.defineProperty(window, 'localStorage', {value: null})",
    "full": FULL,
}


@pytest.fixture(params=WAYS)
def keeping_nothing(request, open_page, copy):
    """Opens a page in a browser that refuses its storage in one of the ways."""

    def opened(name, width=1280, **options):
        page = open_page(copy, CHAPTER, width, **options)
        page.add_init_script(WAYS[request.param])
        page.goto(f"{copy}{name}")
        return page

    return opened


def test_search_page_finds(keeping_nothing):
    page = keeping_nothing("search.html?q=satellites")

    expect(page.locator("#search-results ul.search > li").first).to_be_visible()


def test_keys_open_the_search(keeping_nothing):
    page = keeping_nothing(f"{CHAPTER}.html")
    page.keyboard.press("Control+k")

    expect(page.get_by_role("searchbox", name="Search the course")).to_be_focused()


def test_menu_of_a_phone_opens(keeping_nothing):
    page = keeping_nothing(f"{CHAPTER}.html", width=390)
    page.get_by_role("button", name="Contents").click()

    expect(page.get_by_role("link", name="Errata of the review")).to_be_visible()


def test_theme_button_turns_the_colours(keeping_nothing):
    page = keeping_nothing(f"{CHAPTER}.html", color_scheme="light")
    page.get_by_role("button", name="Light, dark or system colours").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("way", ["both forbidden", "full"])
def test_a_sandboxed_or_full_browser_is_said_to_lose_the_answers(way, open_page, copy):
    page = open_page(copy, CHAPTER)
    page.add_init_script(WAYS[way])
    page.reload()
    page.locator("net-quiz").last.scroll_into_view_if_needed()  # the store comes with the questions
    page.wait_for_function("globalThis.NetLearn?.quizStore")
    page.evaluate("try { NetLearn.quizStore('netlearn').answer('a', 'b') } catch (error) {}")

    assert "keeps nothing" in page.evaluate("NetLearn.quizStore('netlearn').note()")


def test_what_is_kept_is_the_browsers_own(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.evaluate("localStorage.setItem('netlearn.answers.x', '1')")

    assert page.evaluate("[localStorage instanceof Storage, Object.keys(localStorage)]")[0]
    page.reload()
    assert page.evaluate("localStorage.getItem('netlearn.answers.x')") == "1"


def test_what_does_not_fit_is_remembered_over_what_is_kept(open_page, copy):
    page = open_page(copy, CHAPTER)
    page.evaluate("localStorage.setItem('mode', 'light')")
    page.add_init_script(FULL)
    page.reload()

    assert page.evaluate("(localStorage.setItem('mode', 'dark'), localStorage.getItem('mode'))") == "dark"
    assert page.evaluate("(localStorage.removeItem('mode'), localStorage.getItem('mode'))") is None
