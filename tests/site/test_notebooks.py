"""The notebook runner: what makes a chapter stale, and that a fresh one is written the same, byte for byte."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from netlearn.errors import NetlearnError
from netlearn.site import fingerprints, notebooks

COMMAND = Path(sys.executable).with_name("netlearn")
CELLS = (
    "6 * 7",
    "print('said'); {'b': 1, 'a': 2}",
    "import ipywidgets; ipywidgets.IntSlider()",
    "ipywidgets.interactive_output(print, {'sep': ipywidgets.Text()})",
)


def write(path: Path, *sources: str) -> None:
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources)]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"netlearn": {"section": "2"}})
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def run(root: Path, *options: str, command: str = "run") -> subprocess.CompletedProcess[str]:
    """Run the command apart: the browser's tests keep an event loop of their own in this process."""
    words = [COMMAND, "notebooks", command, "--root", root, *options]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two chapters, executed."""
    root = tmp_path_factory.mktemp("course")
    write(root / "chapters/01.ipynb", *CELLS)
    write(root / "chapters/02.ipynb", "1 + 1")
    assert "2 of 2 chapters executed" in run(root).stderr
    return root


@pytest.fixture
def copy(course: Path, tmp_path: Path) -> Path:
    """The executed course, to be changed."""
    return Path(shutil.copytree(course, tmp_path / "copy"))


def bytes_of(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in notebooks.find(root)}


def edit(path: Path, source: str) -> None:
    notebook = notebooks.read(path)
    notebook.cells[0].source = source
    nbformat.write(notebook, path)


def test_fresh_chapters_are_left_alone(copy):
    before = bytes_of(copy)

    assert notebooks.run(copy) == []
    assert bytes_of(copy) == before


def test_executing_again_writes_the_same_bytes(copy):
    before = bytes_of(copy)

    assert "2 of 2 chapters executed" in run(copy, "--all").stderr
    assert bytes_of(copy) == before


def test_only_the_chapter_whose_cell_changed_is_executed(copy):
    edit(copy / "chapters/02.ipynb", "2 + 3")

    assert "1 of 2 chapters executed" in run(copy).stderr
    assert notebooks.read(copy / "chapters/02.ipynb").cells[0].outputs[0].data["text/plain"] == "5"


def test_a_clone_without_a_build_executes_every_chapter(copy):
    shutil.rmtree(copy / "_build")

    assert "2 of 2 chapters executed" in run(copy, command="check").stderr


def test_a_second_check_executes_nothing(copy):
    shutil.rmtree(copy / "_build")
    run(copy, command="check")

    assert "0 of 2 chapters executed" in run(copy, command="check").stderr


def test_a_committed_output_that_its_code_does_not_give_fails_in_a_sentence_and_nothing_is_written(copy):
    path = copy / "chapters/01.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace('"42"', '"43"'), encoding="utf-8")
    edit(copy / "chapters/02.ipynb", "2 + 3")
    before = bytes_of(copy)

    failed = run(copy, command="check")

    assert failed.returncode == 1
    assert "01.ipynb: code cell 1 gives another output than the one committed" in failed.stderr
    assert "02.ipynb: code cell 1 gives another output than the one committed" in failed.stderr
    assert "make notebooks" in failed.stderr and "Traceback" not in failed.stderr
    assert bytes_of(copy) == before


def test_what_differed_is_executed_again_until_it_is_mended(copy):
    edit(copy / "chapters/02.ipynb", "2 + 3")
    run(copy, command="check")

    assert "1 of 2 chapters executed" in run(copy).stderr
    assert "0 of 2 chapters executed" in run(copy, command="check").stderr


def test_what_a_kernel_says_of_itself_is_not_told_on_the_terminal(copy):
    own = "import os; os.write(2, b'Traceback of its own');"
    edit(copy / "chapters/02.ipynb", f"{own} 5")

    ran = run(copy)

    assert ran.returncode == 0 and "1 of 2 chapters executed" in ran.stderr
    assert "Traceback" not in ran.stderr + ran.stdout


def test_a_kernel_that_dies_is_named_with_its_last_words(copy):
    own = "import os; os.write(2, b'first\\nno memory left\\n');"
    edit(copy / "chapters/02.ipynb", f"{own} os._exit(3)")

    failed = run(copy)

    assert failed.returncode == 1
    assert "02.ipynb: its kernel died: no memory left" in failed.stderr and "Traceback" not in failed.stderr


def test_a_notebook_in_another_form_than_the_one_that_is_written_is_refused(copy):
    path = copy / "chapters/02.ipynb"
    path.write_text(path.read_text(encoding="utf-8").rstrip(), encoding="utf-8")

    failed = run(copy, command="check")
    assert failed.returncode == 1 and "not written in the one form" in failed.stderr


def test_a_file_of_fingerprints_that_cannot_be_read_is_none(copy):
    (copy / fingerprints.FILE).write_text("{", encoding="utf-8")

    assert "2 of 2 chapters executed" in run(copy, command="check").stderr


def test_a_notebook_holds_no_fingerprint(course):
    assert notebooks.read(course / "chapters/01.ipynb").metadata.netlearn == {"section": "2"}


def test_failing_cell_is_reported_with_its_notebook_and_leaves_the_file(copy):
    edit(copy / "chapters/02.ipynb", "1 / 0")
    before = bytes_of(copy)

    failed = run(copy)
    assert failed.returncode == 1
    assert "02.ipynb: a cell failed: ZeroDivisionError" in failed.stderr and "Traceback" not in failed.stderr
    assert bytes_of(copy) == before


def test_outputs_hold_nothing_that_differs_from_run_to_run(course):
    notebook = notebooks.read(course / "chapters/01.ipynb")

    assert set(notebook.metadata) == {"kernelspec", "language_info", "netlearn"}
    assert notebook.metadata.language_info == {"name": "python"}
    assert [cell.execution_count for cell in notebook.cells] == [1, 2, 3, 4]
    assert "execution" not in notebook.cells[0].metadata
    assert [list(cell.outputs[0].data) for cell in notebook.cells[2:]] == [["text/plain"]] * 2


def test_cell_ids_are_kept(course):
    assert [cell.id for cell in notebooks.read(course / "chapters/01.ipynb").cells] == [f"cell-{n}" for n in range(4)]


def test_file_that_is_no_notebook_is_refused_by_name(tmp_path):
    (tmp_path / "bad.ipynb").write_text("not JSON", encoding="utf-8")

    with pytest.raises(NetlearnError, match=r"bad\.ipynb"):
        notebooks.read(tmp_path / "bad.ipynb")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small package and a notebook, to be changed."""
    for name in (
        "knowledge/2.toml",
        "decision/table.py",
        "site/theme.py",
        "cli.py",
        "widgets/map.css",
        "widgets/map.js",
    ):
        (tmp_path / "netlearn" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "netlearn" / name).write_text("one = 1\n", encoding="utf-8")
    write(tmp_path / "01.ipynb", "1 + 1")
    return tmp_path / "netlearn"


def fingerprint(package: Path) -> str:
    fingerprints.package_digest.cache_clear()
    return fingerprints.fingerprint(package.parent / "01.ipynb", package)


@pytest.mark.parametrize("name", ["knowledge/2.toml", "decision/table.py", "../01.ipynb", "../exercises/a.toml"])
def test_altered_knowledge_code_items_or_cells_make_a_chapter_stale(package, name):
    before = fingerprint(package)
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("one = 2\n", encoding="utf-8")

    assert fingerprint(package) != before


@pytest.mark.parametrize("name", ["site/theme.py", "cli.py", "widgets/map.css", "widgets/map.js"])
def test_what_cannot_change_an_output_makes_no_chapter_stale(package, name):
    before = fingerprint(package)
    (package / name).write_text("one = 2\n", encoding="utf-8")

    assert fingerprint(package) == before


def test_a_style_changes_the_digest_of_the_whole_package(package):
    before = fingerprints.package_digest(package)
    (package / "widgets/map.css").write_text("one = 2\n", encoding="utf-8")
    fingerprints.package_digest.cache_clear()

    assert fingerprints.package_digest(package) != before


def test_renamed_file_makes_every_chapter_stale(package):
    before = fingerprint(package)
    (package / "decision/table.py").rename(package / "decision/tables.py")

    assert fingerprint(package) != before
