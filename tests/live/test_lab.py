"""The live door: chapters open in JupyterLab and run, and each kind of widget agrees with Python; nobody else is asked.

The chapters are those that between them show every widget: what differs from one to the next, its code and its
outputs, is what nbval runs and compares.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netlearn.widgets import AblationBench
from tests.exemplars import fewest
from tests.live.conftest import open_notebook

ROOT = Path(__file__).parents[2]
WIDGET = re.compile(r"from netlearn\.widgets import (\w+)|\bwidgets\.(\w+)\(")
RUN = """async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await window.jupyterapp.commands.execute('notebook:run-all-cells');
  const cells = [...panel.content.model.cells].filter((cell) => cell.type === 'code');
  const failed = (cell) => cell.outputs.toJSON().some((output) => output.output_type === 'error');
  return cells.every((cell) => cell.executionCount > 0 && !failed(cell));
}"""


def widgets(notebook: Path) -> frozenset[str]:
    """The widgets of the course, and the plain ones, that a notebook makes."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return frozenset(own or plain for own, plain in WIDGET.findall(code))


CHAPTERS = sorted(fewest({path.name: widgets(path) for path in sorted((ROOT / "chapters").glob("*.ipynb"))}))


@pytest.fixture(scope="module", params=CHAPTERS)
def chapter(lab_page: Page, request: pytest.FixtureRequest) -> Page:
    """A chapter, opened and run once for all tests of it: nearly all their time goes into that."""
    open_notebook(lab_page, f"chapters/{request.param}")
    assert lab_page.evaluate(RUN), "a cell failed"
    return lab_page


def only(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("chapter", [name], indirect=True)


def test_a_chapter_runs_and_asks_nobody_else(chapter: Page, foreign: list[str]) -> None:
    expect(chapter.locator(".nl-widget").first).to_be_attached()
    expect(chapter.locator(".jp-OutputArea-output[data-mime-type*=stderr]")).to_have_count(0)
    assert foreign == []


@only("02-significance.ipynb")
def test_a_click_on_the_map_reaches_python_and_a_checkbox_reaches_the_map(chapter: Page) -> None:
    """In chapter 2 the label shows what Python answers; the box is a plain ipywidget."""
    cell = chapter.locator(".jp-OutputArea-output", has=chapter.locator(".widget-checkbox"))
    said = cell.locator(".widget-label").last
    expect(said).to_have_text("decided: II")

    for segment in ("II", "III"):
        part = cell.locator(f'[data-segment="{segment}"]')
        part.focus()
        part.press("0")

    expect(said).to_have_text("decided: I")
    cell.locator("input[type=checkbox]").check()
    expect(cell.locator(".nl-decision")).to_contain_text("Conflict")


@only("01-introduction.ipynb")
def test_a_plain_slider_moves_both_editions_and_interactive_output_prints_what_python_says(
    chapter: Page,
) -> None:
    """In chapter 1, by the keyboard: 20 % is no grade 3; one step of 0.1 more is."""
    cell = chapter.locator(".jp-OutputArea-output", has=chapter.locator(".widget-slider")).first
    printed = cell.locator(".jp-OutputArea-output pre")
    expect(printed).to_have_text("review-2012: not-G3, 2026: NET G2\n")

    handle = cell.locator(".noUi-handle")
    handle.focus()
    handle.press("ArrowRight")

    expect(printed).to_have_text("review-2012: G3, 2026: NET G3\n")
    expect(cell.locator(".nl-decision").first).to_contain_text("Grade 3")


@only("03.3-ablation.ipynb")
def test_a_linked_slider_changes_the_bench_and_its_labels_follow(chapter: Page) -> None:
    """In chapter 3.3 the linked labels say what Python makes of 3.6 cm, and the bench shows the same volume."""
    cell = chapter.locator(".jp-OutputArea-output", has=chapter.locator(".widget-slider")).first
    label = cell.get_by_text(re.compile(r"ml to ablate$"))
    volume = AblationBench(largest_diameter_cm=3.6).result["sizing"]["required_ml"]

    handle = cell.locator(".noUi-handle")
    handle.focus()
    for _ in range(5):
        handle.press("ArrowRight")

    expect(label).to_have_text(f"{volume} ml to ablate")
    expect(cell.locator(".nl-widget").first).to_contain_text(f"{volume:.0f}\u00a0ml, ")
