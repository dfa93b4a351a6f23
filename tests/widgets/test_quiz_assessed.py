"""An assessed question in a browser, joined to a model as a notebook joins it: taken, counted, and nothing said."""

import json

import pytest
from playwright.sync_api import Page, expect

from netlearn.handout.assessed import blank_pool
from netlearn.items import load_items
from netlearn.items.keyless import askable
from netlearn.widgets import Quiz
from tests.axe import violations
from tests.items.bank import ROOT
from tests.widgets.test_quiz_live import JOIN

pytestmark = pytest.mark.browser
ITEMS = askable(load_items(ROOT, "demo").values())[0]
CHOICE, SIZE = "one-index-known", "zone-to-ablate"


def join(page: Page, *slugs: str, attempts: int = 2, answers: dict[str, object] | None = None) -> None:
    items = [next(item for item in ITEMS if item.slug == slug) for slug in slugs]
    widget = Quiz("demo", pool=blank_pool("demo", items, dict.fromkeys(slugs, "0"), attempts))
    state = {name: json.loads(json.dumps(getattr(widget, name))) for name in ("_kind", "_data", "kept", "answers")}
    page.evaluate(JOIN, [widget._esm, {**state, "answers": answers or {}}])


@pytest.mark.parametrize("slug", sorted(item.slug for item in ITEMS))
def test_every_item_that_can_be_asked_is_shown_without_a_way_to_its_answer(page, slug):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    join(page, slug)

    expect(page.locator("#live legend").first).to_be_visible()
    assert page.locator("#live").get_by_role("button", name="Show the answer").count() == 0
    assert page.locator("#live").get_by_role("button", name="Hint").count() == 0
    assert errors == []


def test_an_answer_is_taken_and_nothing_is_said_of_it_until_the_attempts_are_gone(page):
    join(page, CHOICE)
    box = page.locator("#live")
    record = box.get_by_role("button", name="Record this answer")
    for number, left in enumerate(("1 attempt left.", "0 attempts left.")):
        box.get_by_role("radio").nth(number).check()
        record.click()
        expect(box.get_by_role("status").first).to_have_text(f"Recorded. {left}")

    assert page.evaluate(f"Object.keys(state.answers['{CHOICE}']).sort()") == ["answer", "at", "confidence", "seed"]
    expect(record).to_be_disabled()
    expect(box.get_by_role("radio").first).to_be_disabled()
    assert "ight" not in box.inner_text()
    assert [each for each in violations(page) if not each.startswith(("page-has-heading-one", "region"))] == []


def test_what_cannot_be_read_costs_no_attempt(page):
    join(page, SIZE)
    box = page.locator("#live")
    box.get_by_role("textbox").fill("4 kg of it")
    box.get_by_role("button", name="Record this answer").click()

    expect(box.get_by_role("status").first).to_contain_text("Nothing was recorded, and no attempt is gone.")
    assert page.evaluate("state.answers") == {}


def test_attempts_of_before_count(page):
    join(page, CHOICE, answers={CHOICE: {"answer": "G3", "seed": "0", "number": 1, "tries": 2}})

    expect(page.locator("#live").get_by_role("status").first).to_have_text("Answered. 0 attempts left.")
    expect(page.locator("#live").get_by_role("button", name="Record this answer")).to_be_disabled()
