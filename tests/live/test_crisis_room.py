"""The crisis room live: played by keyboard in JupyterLab, it tells Python what was done, and the debriefs are equal."""

import nbformat
from playwright.sync_api import Page, expect

from netlearn.clinic.crisis import debrief
from tests.live.conftest import open_notebook

PATH = "room.ipynb"
CODE = """\
import ipywidgets
from netlearn.widgets import CrisisRoom
room, label = CrisisRoom("liver-divided"), ipywidgets.Label()
def say(change):
    played = [o for o in change["new"]["outcomes"] if o["steps"]]
    label.value = "; ".join(f"{o['edition']}: {o['credit']}, {o['steps'][-1]['standing']}" for o in played)
room.observe(say, "result")
ipywidgets.VBox([room, label])"""
SAVE = """(content) => window.jupyterapp.serviceManager.contents.save(
  'room.ipynb', {type: 'notebook', format: 'json', content}).then(() => null)"""
RUN = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"


def told(*lines: str) -> str:
    """What the label says of a run, by Python here."""
    outcomes = debrief(lines, "liver-divided").outcomes
    return "; ".join(f"{o.edition}: {o.credit}, {o.steps[-1].standing}" for o in outcomes)


def test_a_run_played_in_jupyterlab_is_judged_by_python_as_it_is_here(lab_page: Page, foreign: list[str]) -> None:
    cell = nbformat.v4.new_code_cell(CODE, id="room")  # type: ignore[no-untyped-call]
    book = nbformat.v4.new_notebook(cells=[cell])  # type: ignore[no-untyped-call]
    lab_page.evaluate(SAVE, book)
    open_notebook(lab_page, PATH)
    lab_page.evaluate(RUN)
    label = lab_page.locator(".jp-OutputArea-output .widget-label")
    lab_page.locator(".nl-tray button").first.focus()
    lab_page.keyboard.press("c")
    expect(label).to_have_text(told("call-senior-help"))
    lab_page.keyboard.press("b")
    expect(label).to_have_text(told("call-senior-help", "look-for-bleeding"))
    lab_page.keyboard.press("t")
    expect(label).to_have_text(told("call-senior-help", "look-for-bleeding", "treat-bleeding"))
    expect(lab_page.locator(".nl-monitor .mi")).to_have_text("3")
    assert foreign == []
