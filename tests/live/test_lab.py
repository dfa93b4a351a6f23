"""The live door: each chapter opens in JupyterLab, runs, and its widgets and Python agree, with no foreign request."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted(path.name for path in (ROOT / "chapters").glob("*.ipynb"))
READY = "window.jupyterapp?.shell.currentWidget?.sessionContext"
KERNEL = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.context.ready; await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  panel.content.activate();
}"""
RUN = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await window.jupyterapp.commands.execute('notebook:run-all-cells');
  const cells = [...panel.content.model.cells].filter((cell) => cell.type === 'code');
  const failed = (cell) => cell.outputs.toJSON().some((output) => output.output_type === 'error');
  return cells.every((cell) => cell.executionCount > 0 && !failed(cell));
}"""


def run_all(page: Page, lab: str, chapter: str) -> list[str]:
    """Open a chapter and run it; the addresses that it asked of anybody else."""
    foreign: list[str] = []
    own = (lab, lab.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else foreign.append(request.url))
    page.goto(f"{lab}/lab/tree/chapters/{chapter}")
    page.wait_for_function(READY)
    page.evaluate(KERNEL)
    assert page.evaluate(RUN), "a cell failed"
    return foreign


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_runs_and_asks_nobody_else(lab: str, lab_page: Page, chapter: str) -> None:
    foreign = run_all(lab_page, lab, chapter)

    expect(lab_page.locator(".nl-widget").first).to_be_attached()
    expect(lab_page.locator(".jp-OutputArea-output[data-mime-type*=stderr]")).to_have_count(0)
    assert foreign == []


def test_a_click_on_the_map_reaches_python_and_a_checkbox_reaches_the_map(lab: str, lab_page: Page) -> None:
    """In chapter 2 the label shows what Python answers; the box is a plain ipywidget."""
    run_all(lab_page, lab, "02-significance.ipynb")
    cell = lab_page.locator(".jp-OutputArea-output", has=lab_page.locator(".widget-checkbox"))
    said = cell.locator(".widget-label").last
    expect(said).to_have_text("decided: II")

    for segment in ("II", "III"):
        part = cell.locator(f'[data-segment="{segment}"]')
        part.focus()
        part.press("0")

    expect(said).to_have_text("decided: I")
    cell.locator("input[type=checkbox]").check()
    expect(cell.locator(".nl-decision")).to_contain_text("Conflict")
