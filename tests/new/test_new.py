"""``netlearn new``: a skeleton in its one place, which the checks accept but for what is still to be written."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from netlearn.checks.contents import pages
from netlearn.cli import app
from netlearn.items import load_items, load_objectives
from netlearn.items.bank import load_tasks
from netlearn.items.kinds import kinds

ROOT = Path(__file__).parents[2]
NAME = "03.4-embolisation"
CHAPTER = ("chapter", NAME, "--section", "3.4", "--title", "Embolisation", "--table", "embolisation")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the course's sources to add to."""
    for folder in ("netlearn/knowledge", "exercises", "chapters", "book", "netlearn/site/templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("images"))
    shutil.copy(ROOT / "_toc.yml", tmp_path)
    _take_out(tmp_path, NAME)
    return tmp_path


def _take_out(copy: Path, name: str) -> None:
    """The course as it was before the chapter that is begun here: it may have been written since."""
    for written in (
        f"chapters/{name}.ipynb",
        f"exercises/{name}.ipynb",
        f"netlearn/knowledge/practice/{CHAPTER[3]}.toml",
    ):
        (copy / written).unlink(missing_ok=True)
    shutil.rmtree(copy / "exercises" / name, ignore_errors=True)
    contents = copy / "_toc.yml"
    lines = contents.read_text(encoding="utf-8").splitlines(keepends=True)
    contents.write_text("".join(line for line in lines if f"chapters/{name}" not in line), encoding="utf-8")
    for other in copy.glob("chapters/*.ipynb"):
        text = other.read_text(encoding="utf-8")
        other.write_text(re.sub(rf"\[([^][\n]*)\]\({name}\.ipynb\)", r"\1", text), encoding="utf-8")


def new(copy: Path, *args: str) -> str:
    done = CliRunner().invoke(app, ["new", *args, "--root", str(copy)])
    return done.stderr if done.exit_code else done.stdout


def faults(copy: Path) -> list[str]:
    """What the checks say, in a process of their own: what is read is kept for as long as a process lives."""
    command = [sys.executable, "-c", "from netlearn.cli import app; app()", "check", "--root", str(copy)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in said if not line.endswith("no fault")]


def test_a_chapter_has_only_faults_that_say_what_is_to_be_written(copy: Path) -> None:
    new(copy, *CHAPTER)
    new(copy, "item", NAME, "when-to-stop", "--kind", "choice")
    found = faults(copy)
    expected = ("TODO", ": coverage: ", ": errata: ", ": measure: ", ": set ", ": In practice: ", "exercises build")

    assert found and [line for line in found if not any(each in line for each in expected)] == []


def test_a_chapter_is_listed_once_between_its_neighbours(copy: Path) -> None:
    new(copy, *CHAPTER)
    listed = [page for page in pages(copy) if page.startswith("chapters/")]

    assert listed == sorted({f"chapters/{path.stem}" for path in ROOT.glob("chapters/*.ipynb")} | {f"chapters/{NAME}"})


def test_a_chapter_shows_its_objectives_and_keeps_the_second_standard(copy: Path) -> None:
    new(copy, *CHAPTER)
    notebook: dict[str, Any] = json.loads((copy / f"chapters/{NAME}.ipynb").read_text(encoding="utf-8"))
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}

    assert cells["objectives-list"].endswith(f'objectives("{NAME}")')
    assert len(load_objectives(copy / "exercises" / NAME)) == 3
    assert notebook["metadata"]["netlearn"]["standard"] == 2


def test_a_chapter_that_is_there_is_left_alone(copy: Path) -> None:
    new(copy, *CHAPTER)
    before = (copy / f"chapters/{NAME}.ipynb").read_bytes()

    assert "accepted: a name that is free" in new(copy, *CHAPTER)
    assert (copy / f"chapters/{NAME}.ipynb").read_bytes() == before


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_an_item_of_each_kind_is_read_and_is_a_draft_of_its_own(copy: Path, kind: str) -> None:
    new(copy, "item", "02-significance", "brand-new", "--kind", kind, "--objective", "liver-map")
    item = load_items(copy / "exercises")["brand-new@1"]

    assert (item.kind, item.chapter, item.objective, item.status) == (kind, "02-significance", "liver-map", "draft")


def test_a_task_is_read_and_has_the_files_of_its_model(copy: Path) -> None:
    new(copy, "task", "02-significance", "brand-new")

    assert load_tasks(copy / "exercises")["brand-new@1"].wrong


def test_a_fact_has_the_id_after_the_last(copy: Path) -> None:
    file = copy / "netlearn/knowledge/evidence/3.3.toml"
    last = re.findall(r'(?m)^id = "3\.3-(\d+)"', file.read_text(encoding="utf-8"))[-1]
    new(copy, "fact", "3.3")

    assert f'id = "3.3-{int(last) + 1:02}"' in file.read_text(encoding="utf-8")
    assert {line.partition(":")[0] for line in faults(copy)} == {
        "netlearn/knowledge/evidence/3.3.toml", "chapters/03.3-ablation.ipynb",  # to be written, to be taught
    }  # fmt: skip


def test_a_table_is_proved_and_asks_for_its_words_and_for_patients(copy: Path) -> None:
    new(copy, "table", "pasireotide", "--fact", "4.1-05")
    rest = [line for line in faults(copy) if "still to be written" not in line]

    met = [line for line in rest if "no patient of the case library meets it" in line]
    assert {line.split(": ")[0] for line in met} == {"tables/2026/pasireotide.toml"}
    left = [line for line in rest if line not in met]
    assert left == [
        "library.toml: topic: pasireotide: stands in 0 topics; accepted: in one",
        "vignettes.toml: openings.pasireotide is missing; accepted: at least one sentence",
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("chapter", "embolisation", "--section", "3.4", "--title", "x"), "name: 'embolisation' is not accepted"),
        (("chapter", "03.4-x", "--section", "9", "--title", "x"), "section: '9' is not accepted"),
        (("item", "02-significance", "a b", "--kind", "choice"), "slug: 'a b' is not accepted"),
        (("item", "02-significance", "a", "--kind", "essay"), "kind: 'essay' is not accepted"),
        (("item", "0", "a", "--kind", "choice"), "chapter: '0' is not accepted"),
        (("task", "02-significance", "a", "--objective", "none"), "objective: 'none' is not accepted"),
        (("fact", "9"), "section: '9' is not accepted"),
        (("table", "rfa", "--fact", "3.3-29"), "is there already"),
        (("table", "new", "--fact", "3.3-29", "--edition", "2020"), "edition: '2020' is not accepted"),
        (("table", "new", "--fact", "0-0"), "'0-0'"),
    ],
)
def test_what_is_not_accepted_is_said_in_a_line_and_nothing_is_written(
    copy: Path, args: tuple[str, ...], said: str
) -> None:
    before = sorted(copy.rglob("*"))
    answer = new(copy, *args)

    assert answer.startswith("netlearn: ") and said in answer and len(answer.splitlines()) == 1
    assert sorted(copy.rglob("*")) == before
