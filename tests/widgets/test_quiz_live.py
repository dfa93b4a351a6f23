"""The live quiz in a browser, joined to a model as a notebook joins it."""

import json

import pytest
from playwright.sync_api import Page, expect

from netlearn.widgets import Quiz
from tests.items.bank import ROOT
from tests.widgets.quiz_page import check, fill, said, variant_of

pytestmark = pytest.mark.browser

JOIN = """async ([source, state]) => {
  const module = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
  const handlers = new Set();
  window.state = state;
  const model = {
    get: (name) => state[name], set: (changes) => Object.assign(state, changes), save_changes: () => {},
    on: (events, run) => handlers.add(run), off: (events, run) => handlers.delete(run),
  };
  const el = document.createElement('div');
  el.id = 'live';
  document.body.append(el);
  window.left = module.default.render({model, el});
  window.fromPython = (changes) => { Object.assign(state, changes); handlers.forEach((run) => run()); };
  window.listening = () => handlers.size;
}"""


@pytest.fixture
def live() -> Quiz:
    return Quiz("demo", "zone-to-ablate", "octreotide-for-the-syndrome", root=ROOT)


def join(page: Page, widget: Quiz) -> None:
    state = {name: json.loads(json.dumps(getattr(widget, name))) for name in ("_kind", "_data", "kept", "answers")}
    page.evaluate(JOIN, [widget._esm, state])


def answer(page: Page, slug: str, number: int) -> None:
    asked = page.locator("#live .nl-q-item").nth(number)
    fill(asked, *variant_of(slug))
    check(asked, "sure")
    expect(said(asked)).to_have_text("Right")


def test_page_answers_and_python_grades_the_same(page, live):
    join(page, live)
    answer(page, "zone-to-ablate", 0)
    answer(page, "octreotide-for-the-syndrome", 1)
    live.set_state({"answers": page.evaluate("state.answers")})
    given = live.answers["zone-to-ablate"]
    assert given == {"answer": "4.1\u00a0cm", "confidence": "sure", "seed": "0", "at": given["at"]}
    assert [graded.result for graded in live.grades.values()] == ["right", "right"]


def test_what_is_kept_lies_in_the_model_and_not_in_the_browser(page, live):
    join(page, live)
    answer(page, "zone-to-ablate", 0)
    assert page.evaluate("localStorage.length") == 0
    live.set_state({"kept": page.evaluate("state.kept")})
    again = Quiz("demo", "zone-to-ablate", root=ROOT)
    again.kept = live.kept
    page.reload()
    join(page, again)
    expect(page.locator("#live .nl-q-score")).to_have_text("Right first time: 1 of 1 answered. 0 of 1 still open.")


def test_shown_answer_is_not_told_as_the_readers(page, live):
    join(page, live)
    page.locator("#live").get_by_role("button", name="Show the answer").first.click()
    assert page.evaluate("state.answers") == {}


def test_python_forgets_and_the_page_shows_it(page, live):
    join(page, live)
    answer(page, "zone-to-ablate", 0)
    page.evaluate("fromPython({kept: ''})")
    expect(page.locator("#live .nl-q-score")).to_have_text("2 questions, none answered yet.")


def test_closed_quiz_stops_listening(page, live):
    join(page, live)
    page.evaluate("left()")
    assert page.evaluate("listening()") == 0
