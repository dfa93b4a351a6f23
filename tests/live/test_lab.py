"""The live door: each chapter opens in JupyterLab, runs, and its widgets and Python agree, with no foreign request."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.widgets import AblationBench
from tests.live.conftest import lab_context

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted(path.name for path in (ROOT / "chapters").glob("*.ipynb"))
READY = "(path) => window.jupyterapp?.shell.currentWidget?.context?.path === path"
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


class Opened(NamedTuple):
    """A chapter that was opened and run, and the addresses that it asked of anybody else."""

    page: Page
    foreign: list[str]


Open = Callable[[str], Opened]


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: str) -> Iterator[Open]:
    """A chapter, opened and run once for all tests of it: nearly all their time goes into that."""
    context = lab_context(browser)
    yield cache(lambda chapter: run_all(context.new_page(), lab, chapter))
    context.close()


def run_all(page: Page, lab: str, chapter: str) -> Opened:
    """Open a chapter and run it."""
    foreign: list[str] = []
    own = (lab, lab.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else foreign.append(request.url))
    workspace = chapter[:2]  # its own, or Lab opens the notebooks of the last one beside it
    page.goto(f"{lab}/lab/workspaces/{workspace}/tree/chapters/{chapter}")
    page.wait_for_function(READY, arg=f"chapters/{chapter}")
    page.evaluate(KERNEL)
    assert page.evaluate(RUN), "a cell failed"
    return Opened(page, foreign)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_runs_and_asks_nobody_else(opened: Open, chapter: str) -> None:
    page, foreign = opened(chapter)

    expect(page.locator(".nl-widget").first).to_be_attached()
    expect(page.locator(".jp-OutputArea-output[data-mime-type*=stderr]")).to_have_count(0)
    assert foreign == []


def test_a_click_on_the_map_reaches_python_and_a_checkbox_reaches_the_map(opened: Open) -> None:
    """In chapter 2 the label shows what Python answers; the box is a plain ipywidget."""
    page, _ = opened("02-significance.ipynb")
    cell = page.locator(".jp-OutputArea-output", has=page.locator(".widget-checkbox"))
    said = cell.locator(".widget-label").last
    expect(said).to_have_text("decided: II")

    for segment in ("II", "III"):
        part = cell.locator(f'[data-segment="{segment}"]')
        part.focus()
        part.press("0")

    expect(said).to_have_text("decided: I")
    cell.locator("input[type=checkbox]").check()
    expect(cell.locator(".nl-decision")).to_contain_text("Conflict")


def test_a_plain_slider_moves_both_editions_and_interactive_output_prints_what_python_says(
    opened: Open,
) -> None:
    """In chapter 1, by the keyboard: 20 % is no grade 3; one step of 0.1 more is."""
    page, _ = opened("01-introduction.ipynb")
    cell = page.locator(".jp-OutputArea-output", has=page.locator(".widget-slider")).first
    printed = cell.locator(".jp-OutputArea-output pre")
    expect(printed).to_have_text("review-2012: not-G3, 2026: NET G2\n")

    handle = cell.locator(".noUi-handle")
    handle.focus()
    handle.press("ArrowRight")

    expect(printed).to_have_text("review-2012: G3, 2026: NET G3\n")
    expect(cell.locator(".nl-decision").first).to_contain_text("Grade 3")


def test_a_linked_slider_changes_the_bench_and_its_labels_follow(opened: Open) -> None:
    """In chapter 3.3 the linked labels say what Python makes of 3.6 cm, and the bench shows the same volume."""
    page, _ = opened("03.3-ablation.ipynb")
    cell = page.locator(".jp-OutputArea-output", has=page.locator(".widget-slider")).first
    label = cell.get_by_text(re.compile(r"ml to ablate$"))
    volume = AblationBench(largest_diameter_cm=3.6).result["sizing"]["required_ml"]

    handle = cell.locator(".noUi-handle")
    handle.focus()
    for _ in range(5):
        handle.press("ArrowRight")

    expect(label).to_have_text(f"{volume} ml to ablate")
    expect(cell.locator(".nl-widget").first).to_contain_text(f"{volume:.0f}\u00a0ml, ")
