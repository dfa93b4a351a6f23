"""What is due in all chapters: on the front page as a number, on its own page to be answered, kept and forgotten."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER, OTHER = "02-significance", "01-introduction"
ITEM, KEPT = f"{CHAPTER}/two-denominators@1", f"{OTHER}/a-benign-carcinoid@1"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def record(due):
    tried = {
        "seed": "0",
        "confidence": None,
        "result": "wrong",
        "score": "0",
        "dangerous": False,
        "at": "2020-01-01T10:00:00.000Z",
    }
    schedule = {"repetitions": 0, "days": 1, "ease": 196}
    return {"first": tried, "last": tried, "tries": 1, "schedule": schedule, "due": due}


def answered(**due):
    items = {id: record(day) for id, day in due.items()}
    text = json.dumps({"schema": 2, "course": "netlearn", "answers": {}, "items": items})
    return f"localStorage.setItem('netlearn.answers.netlearn', {json.dumps(text)})"


@pytest.fixture
def reader(open_page, copy):
    """Opens a page as a reader sees it who missed one question long ago and one whose day is far away."""

    def opened(name):
        page = open_page(copy, "book/crisis-card")
        page.evaluate(answered(**{ITEM: "2020-01-02", KEPT: "2999-01-01"}))
        page.goto(f"{copy}{name}.html")
        return page

    return opened


def test_the_front_page_counts_what_is_due(reader):
    expect(reader("book/index").locator(".nl-today h2")).to_have_text("Due today: 1 question")


def test_the_front_page_says_how_far_each_chapter_is(reader):
    page = reader("book/index")

    expect(page.locator(f'[data-nl-chapter="{CHAPTER}"]')).to_contain_text("begun, 1 of")
    expect(page.locator('[data-nl-chapter="03.3-ablation"]')).to_contain_text("not begun")


def test_a_chapter_is_begun_when_opened_and_read_when_its_key_points_were_seen(open_page, copy):
    page = open_page(copy, f"chapters/{CHAPTER}")
    assert page.evaluate(f"NetLearn.progress.of('{CHAPTER}')") == "begun"
    page.locator(".nl-keypoints").scroll_into_view_if_needed()
    page.wait_for_function(f"NetLearn.progress.of('{CHAPTER}') === 'read'")
    page.reload()

    assert page.evaluate(f"NetLearn.progress.of('{CHAPTER}')") == "read"


def test_what_is_due_is_answered_on_its_page(reader):
    page = reader("book/due")
    expect(page.get_by_role("status").first).to_have_text("1 question is due today.")
    page.get_by_role("button", name="Answer it").click()
    page.get_by_role("button", name="Show the answer").click()

    expect(page.get_by_role("status").first).to_contain_text("Nothing is due today. The next question comes back on")


def test_one_chapter_is_forgotten_and_brought_back_and_the_other_stays(reader):
    page = reader("book/due")
    rows = {name: page.locator(f'tr[data-nl-chapter="{name}"] td').first for name in (CHAPTER, OTHER)}
    page.get_by_role("button", name="Forget my answers to 2 ").click()
    expect(rows[CHAPTER]).to_contain_text("0 of")
    expect(rows[OTHER]).to_contain_text("1 of")

    page.get_by_role("button", name="Undo").click()
    expect(rows[CHAPTER]).to_contain_text("1 of")


def test_without_a_storage_the_page_works_and_says_that_nothing_is_kept(open_page, copy):
    page = open_page(copy, "book/crisis-card")
    page.add_init_script(FORBIDDEN)
    page.goto(f"{copy}book/due.html")

    expect(page.get_by_role("status").first).to_have_text("Nothing is due today.")
    expect(page.locator(".nl-due .keep")).to_contain_text("This browser keeps nothing for this page")
    page.goto(f"{copy}book/index.html")
    expect(page.locator(".nl-today h2")).to_have_text("Nothing is due today")


def test_without_a_script_the_page_says_what_is_missing(open_page, copy):
    page = open_page(copy, "book/due", java_script_enabled=False)

    expect(page.locator(".nl-due .said")).to_contain_text("With scripts switched on")


def test_a_word_to_try_is_searched(open_page, copy):
    page = open_page(copy, "book/index")
    page.get_by_role("button", name="Ki-67").click()

    expect(page.locator(".nl-hero-text .nl-answers li").first).to_contain_text("Ki-67")
