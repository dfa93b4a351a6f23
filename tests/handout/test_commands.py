"""The ``netlearn exercises`` commands, on a copy of the example bank."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from netlearn.handout.commands import app
from tests.items.bank import ROOT as DEMO


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(DEMO, tmp_path / "exercises")
    return tmp_path / "exercises"


def run(root: Path, *args: str) -> Result:
    return CliRunner().invoke(app, [*args, "--root", str(root)])


def test_build_names_what_changed_and_a_second_time_nothing(root: Path):
    assert run(root, "build").output == "demo.ipynb\n"
    assert run(root, "build").output == "nothing has changed\n"


def test_check_fails_until_the_notebooks_are_built(root: Path):
    before = run(root, "check")
    run(root, "build")

    assert (before.exit_code, before.stderr) == (
        2,
        "netlearn: demo.ipynb: not what the sources make; run `netlearn exercises build`\n",
    )
    assert run(root, "check").exit_code == 0


def test_an_item_edited_after_it_was_published_is_refused(root: Path):
    item = root / "demo/items/zone-to-ablate.toml"
    draft = item.read_text(encoding="utf-8")
    published = draft.replace('status = "draft"', 'status = "published"')
    item.write_text(published if published != draft else f'status = "published"\n{draft}', encoding="utf-8")
    run(root, "build")

    assert run(root, "publish").output == "zone-to-ablate@1\n"
    assert run(root, "publish").output == "nothing new\n"
    assert run(root, "check").exit_code == 0
    item.write_text(item.read_text(encoding="utf-8").replace("title = ", 'title = "Edited: " #'), encoding="utf-8")
    assert "zone-to-ablate@1 was edited after it was published" in run(root, "check").stderr


def test_release_writes_a_notebook_for_each_line(root: Path, tmp_path: Path):
    (tmp_path / "class.txt").write_text("ann\n\nbob\n", encoding="utf-8")
    (tmp_path / "secret").write_bytes(b"of the course\n")
    files = ("--learners", str(tmp_path / "class.txt"), "--secret", str(tmp_path / "secret"))
    out = tmp_path / "out"

    made = run(root, "release", "demo", *files, "--course", "2026", "--out", str(out))

    assert made.output == f"2 notebooks in {out}\n"
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.ipynb")) == [
        "ann/demo.ipynb",
        "bob/demo.ipynb",
    ]
