"""Both patients of the book, from the diagnosis to the third line, in JupyterLab: their rows are those of the page."""

import nbformat
import pytest
from playwright.sync_api import Page, expect

from netlearn.widgets import TherapySelector
from netlearn.widgets.board_patients import board_patients
from tests.live.conftest import open_notebook
from tests.live.test_lab import RUN
from tests.widgets.board_page import ROWS, rows_in

NOTEBOOK = "chapters/both-patients.ipynb"
STAGES = [patient["values"] for patient in board_patients("selector")["patients"]]
MADE = """from ipywidgets import Label, dlink
from IPython.display import display
from netlearn.widgets import TherapySelector
from netlearn.widgets.board_patients import board_patients
made = [TherapySelector(patient["values"]) for patient in board_patients("selector")["patients"]]
told = Label()
link = dlink((made[-1], "prior"), (told, "value"), " then ".join)
display(*made, told)"""
SAVE = """([path, content]) => window.jupyterapp.serviceManager.contents.save(path,
  { type: 'notebook', format: 'json', content: JSON.parse(content) }).then(() => null)"""


@pytest.fixture(scope="module")
def both(lab_page: Page) -> Page:
    """A notebook with a selector for every stage of both, and below them what Python hears of the last one's order."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(MADE)])
    lab_page.evaluate(SAVE, [NOTEBOOK, nbformat.writes(notebook)])
    open_notebook(lab_page, NOTEBOOK)
    assert lab_page.evaluate(RUN), "the cell failed"
    expect(lab_page.locator(".nl-board-groups, .nl-board-group").last).to_be_attached()
    return lab_page


def test_every_stage_of_both_patients_has_the_rows_of_the_page(both: Page) -> None:
    expected = [row for values in STAGES for row in rows_in(TherapySelector(values)._html())]

    expect(both.locator(".nl-board-row")).to_have_count(len(expected))
    assert both.evaluate(ROWS) == expected


def test_what_is_put_in_order_there_reaches_python(both: Page) -> None:
    last = both.locator(".nl-widget").last
    last.locator("details").evaluate_all("(folds) => folds.forEach((fold) => (fold.open = true))")
    for treatment in ("everolimus", "somatostatin analogue"):
        last.get_by_label("Add a treatment").select_option(label=treatment)
    last.locator(".nl-board-prior li").last.get_by_role("button", name="earlier").click()

    expect(both.locator(".widget-label").last).to_have_text("analogue then everolimus")
