"""The exercises live: an answer given by keyboard is in the file once it is saved, and no answer is lost.

Each test has a chapter of its own: what is saved in the served folder stays there.
"""

import json
import urllib.request
from typing import Any

from playwright.sync_api import Page, expect

from netlearn.handout.reading import answers_in
from netlearn.items.bank import chosen
from tests.live.conftest import open_notebook, wait_until_ready

RUN = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
SAVE = "() => window.jupyterapp.commands.execute('docmanager:save')"
CLEAR = "() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
RESTART = """async () => {
  const context = window.jupyterapp.shell.currentWidget.sessionContext;
  await context.restartKernel();
  await context.session.kernel.info;
}"""


def run(page: Page, chapter: str) -> None:
    """Open the notebook of a chapter and run it."""
    open_notebook(page, f"exercises/{chapter}.ipynb")
    page.evaluate(RUN)


def questions(chapter: str) -> list[int]:
    """The places of the questions with one answer to choose."""
    return [n for n, item in enumerate(chosen(chapter, ())) if item.kind in ("choice", "classify")]


def answer(page: Page, number: int, *keys: str) -> Any:
    """Turn to a question, go to its first option, press keys and check, all by the keyboard; the answer given."""
    page.get_by_label("Go to a question").select_option(str(number))
    asked = page.locator(".nl-q-item").nth(number)
    asked.locator(".nl-q-options input").first.focus()
    for key in (*keys, "Enter"):
        page.keyboard.press(key)
    expect(asked.locator(".nl-q-status")).not_to_be_empty()
    return asked.locator(".nl-q-options input:checked").get_attribute("value")


def expect_recorded(page: Page, count: int) -> None:
    expect(page.get_by_text("Answers recorded:")).to_contain_text(f"Answers recorded: {count} of ")


def saved(page: Page, lab: str, chapter: str) -> list[Any]:
    """Save as the menu does, and read the answers in the file, by the number of each."""
    page.evaluate(SAVE)
    with urllib.request.urlopen(f"{lab}/api/contents/exercises/{chapter}.ipynb?content=1") as found:
        answers = answers_in(json.load(found)["content"]).values()
    return [each.answer for each in sorted(answers, key=lambda each: each.number)]


def test_saving_the_notebook_keeps_the_answers_given_by_keyboard(lab: str, lab_page: Page) -> None:
    """The arrows too are the widget's own, and not JupyterLab's."""
    chapter = "02-significance"
    first, second, *_ = questions(chapter)
    run(lab_page, chapter)
    given = [answer(lab_page, first, "Space"), answer(lab_page, second, "ArrowDown", "ArrowDown")]
    expect_recorded(lab_page, 2)

    assert saved(lab_page, lab, chapter) == given
    options = lab_page.locator(".nl-q-item").nth(second).locator(".nl-q-options input")
    expect(options.nth(2)).to_be_checked()


def test_a_new_kernel_knows_the_answers_even_where_the_outputs_were_cleared(lab: str, lab_page: Page) -> None:
    chapter = "01-introduction"
    run(lab_page, chapter)
    given = answer(lab_page, questions(chapter)[0], "Space")
    expect_recorded(lab_page, 1)

    lab_page.evaluate(CLEAR)
    assert saved(lab_page, lab, chapter) == []
    lab_page.evaluate(RESTART)
    lab_page.evaluate(RUN)

    expect_recorded(lab_page, 1)
    assert saved(lab_page, lab, chapter) == [given]
    expect(lab_page.locator(".nl-q-score")).to_contain_text("of 1 answered")


def test_a_page_loaded_anew_says_that_the_cell_has_to_run_again_and_then_records(lab: str, lab_page: Page) -> None:
    chapter = "03.3-ablation"
    first, second, *_ = questions(chapter)
    lab_page.goto(f"{lab}/lab/workspaces/anew/tree/exercises/{chapter}.ipynb")
    wait_until_ready(lab_page, f"exercises/{chapter}.ipynb")
    lab_page.evaluate(RUN)
    given = [answer(lab_page, first, "Space")]
    expect_recorded(lab_page, 1)
    saved(lab_page, lab, chapter)

    lab_page.reload()
    wait_until_ready(lab_page, f"exercises/{chapter}.ipynb")
    expect(lab_page.get_by_text("Run the cell again")).to_be_visible()
    given.append(answer(lab_page, second, "Space"))
    lab_page.evaluate(RUN)

    expect_recorded(lab_page, 2)
    assert saved(lab_page, lab, chapter) == given
