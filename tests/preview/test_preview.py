"""``netlearn preview``: an item with all its variants and a page that answers; one chapter built alone."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from typer.testing import CliRunner

from netlearn.cli import app
from netlearn.preview.command import times
from netlearn.widgets.quiz_data import SEEDS

ROOT = Path(__file__).parents[2]
ITEM, CHAPTER = "type-from-the-map", "02-significance"


def preview(root: Path, name: str) -> str:
    done = CliRunner().invoke(app, ["preview", name, "--root", str(root)])
    return done.stderr if done.exit_code else done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A course to preview in: all but chapters, which a test may spoil, are linked."""
    for each in ("netlearn", "exercises", "book", "node_modules", "_config.yml", "CITATION.cff"):
        (tmp_path / each).symlink_to(ROOT / each)
    shutil.copytree(ROOT / "chapters", tmp_path / "chapters")
    return tmp_path


def test_every_variant_of_an_item_is_shown_with_its_answer(copy: Path) -> None:
    said = preview(copy, ITEM)

    assert all(f"variant {seed}" in said for seed in SEEDS[:2])
    assert said.count("Right: ") == said.count("─ variant ")


@pytest.mark.browser
def test_the_page_of_an_item_answers(copy: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(Path(preview(copy, ITEM).splitlines()[-1]).as_uri())
    page.locator(".nl-q-options input").first.check()
    page.get_by_role("button", name="Check").click()

    expect(page.locator(".nl-q-status")).not_to_be_empty()
    page.close()


@pytest.mark.parametrize(("name", "said"), [("type-from", "of which type-from-the-map, "), ("3.3x", "03.3-ablation")])
def test_a_name_of_nothing_is_refused_with_the_nearest_and_how_to_see_all(copy: Path, name: str, said: str) -> None:
    answer = preview(copy, name)

    assert answer.startswith(f"netlearn: name: '{name}' is not accepted; accepted: one of ")
    assert said in answer and "netlearn preview lists all" in answer
    assert len(answer) < 250


def test_all_names_are_listed_each_item_below_its_chapter(copy: Path) -> None:
    lines = preview(copy, "").splitlines()

    assert lines.index(CHAPTER) < lines.index(f"  {ITEM}") < lines.index("03-overview")


def test_a_chapter_is_built_alone_as_it_is_now_and_its_file_is_left_alone(copy: Path) -> None:
    file = copy / f"chapters/{CHAPTER}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = ["# A new title\n", "\n", "TODO: the rest."]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    before = file.read_bytes()
    # in a process of its own: where a browser is driven an event loop runs already, and nbclient wants one to itself
    command = [sys.executable, "-c", "from netlearn.cli import app; app()", "preview", CHAPTER, "--root", str(copy)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    page = Path(done.stdout.strip()).read_text(encoding="utf-8")

    assert "A new title" in page and "TODO: the rest." in page  # what is being written is shown, faults and all
    assert "<net-liver" in page and '<div class="nl' in page
    assert file.read_bytes() == before


def test_a_change_of_a_source_is_seen_and_one_of_what_is_built_is_not(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "_build").mkdir()
    before = times(tmp_path)
    (tmp_path / "_build/page.html").write_text("built", encoding="utf-8")
    assert times(tmp_path) == before

    (tmp_path / "chapters/a.ipynb").write_text("{}", encoding="utf-8")
    assert times(tmp_path) != before
