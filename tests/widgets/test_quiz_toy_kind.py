"""In the browser too a new kind is one file: its form is shown, and it grades as its Python does."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from netlearn.items import generate, grade, load_items
from netlearn.items.bank import chosen
from netlearn.widgets import assets
from netlearn.widgets.quiz_data import quiz_data
from tests.items.toy_kind import CHAPTER, SLUG, toy_bank
from tests.items.vectors import answers

__all__ = ["toy_bank"]

pytestmark = pytest.mark.browser


@pytest.fixture
def quiz(page: Page, toy_bank: Path) -> Page:
    """A page with the one question; the browser keeps nothing of it."""
    page.add_script_tag(content=assets.answers_script() + assets.quiz_script())
    data: Any = quiz_data(CHAPTER, chosen(CHAPTER, (), toy_bank), ("0",))
    page.evaluate("(data) => NetLearn.quiz(document.body, { data, store: NetLearn.quizStoreOn('toy', null) })", data)
    return page


@pytest.mark.parametrize(("word", "said"), [("yes", "Right"), ("no", "Not right")])
def test_its_form_is_shown_and_graded(quiz: Page, word: str, said: str) -> None:
    quiz.get_by_label(word, exact=True).check()
    quiz.get_by_role("button", name="Check", exact=True).click()
    assert quiz.locator(".nl-q-said strong").inner_text() == said


def test_it_grades_as_its_python_does(quiz: Page, toy_bank: Path) -> None:
    variant = generate(load_items(toy_bank)[f"{SLUG}@1"], "0")
    given = list(answers(variant))
    theirs = quiz.evaluate(
        "([v, answers]) => answers.map((answer) => NetLearn.grade(v, answer))", [variant.to_json(), given]
    )
    assert theirs == [grade(variant, answer).to_json() for answer in given]
