"""What the files at the root promise."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = {"requirements/lock.txt": 100, "requirements/live.txt": 50, "requirements/uv.txt": 1}
GUIDES = ("README.md", "CONTRIBUTING.md")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "at_least"), LOCKS.items())
def test_every_locked_python_package_is_pinned_and_hashed(name, at_least):
    packages = re.split(r"\n(?=\w)", re.sub(r"(?m)^ *#.*\n", "", read(name)))

    assert len(packages) >= at_least
    assert [p for p in packages if "==" not in p or "--hash=sha256:" not in p] == []


def test_every_package_that_the_project_asks_for_is_locked():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = project["dependencies"] + [name for extra in project["optional-dependencies"].values() for name in extra]
    locked = set(re.findall(r"(?m)^([\w.-]+)==", read("requirements/lock.txt")))

    assert {re.split(r"[<>=\[ ]", name)[0] for name in wanted} <= locked


def test_every_locked_npm_package_has_a_hash():
    packages = [p for name, p in json.loads(read("package-lock.json"))["packages"].items() if name]

    assert packages and all(p["integrity"].startswith("sha512-") for p in packages)


@pytest.mark.parametrize(
    "name", ["requirements/lock.txt", "requirements/uv.txt", "package-lock.json", ".npmrc", "Makefile"]
)
def test_no_file_that_installs_packages_names_a_host(name):
    assert "://" not in read(name).replace("http://127.0.0.1", "")


@pytest.mark.parametrize("name", GUIDES)
def test_every_make_command_of_a_guide_exists(name):
    known = set(re.findall(r"(?m)^([a-z]+):", read("Makefile")))

    assert set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", read(name))) <= known


@pytest.mark.parametrize("name", GUIDES)
def test_every_path_that_a_guide_names_in_code_exists(name):
    named = re.findall(r"`((?:netlearn|book|chapters|tests|requirements|binder|exercises)/[\w./-]*)`", read(name))

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_python_of_the_readme_runs():
    for block in re.findall(r"```python\n(.*?)```", read("README.md"), re.DOTALL):
        exec(block, {})


def test_make_help_lists_the_commands_of_the_readme():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert {"book", "serve", "test", "lint", "notebooks", "bench", "clean"} <= set(re.findall(r"make (\w+)", listed))


def test_the_book_is_checked_before_anything_is_executed_or_built():
    recipe = re.search(r"(?m)^\$\(BOOK\):.*\n((?:\t.*\n)+)", read("Makefile"))[1].splitlines()

    assert recipe[0] == "\t$(BIN)/netlearn check"
    assert "netlearn check" in read(".pre-commit-config.yaml")


def test_live_use_installs_versions_that_the_course_is_tested_with_and_neither_tests_nor_builds():
    locked, live = (
        set(re.findall(r"(?m)^([\w.-]+)==(\S+)", read(f"requirements/{name}.txt"))) for name in ("lock", "live")
    )

    assert live <= locked
    assert not {"pytest", "jupyter-book", "nbgrader", "playwright"} & {name for name, _ in live}
    assert {"anywidget", "plotly", "jupyterlab"} <= {name for name, _ in live}


def test_the_contents_that_open_live_list_every_chapter_by_its_title():
    chapters = re.findall(r"file: (chapters/\S+)", read("_toc.yml"))
    notebooks = [json.loads(read(f"{chapter}.ipynb"))["cells"] for chapter in chapters]
    titles = [re.match(r"# (.*)", "".join(cells[0]["source"]))[1] for cells in notebooks]
    listed = re.findall(r"(?m)^- \[(.*)\]\((.*)\)$", read("chapters/contents.md"))

    assert listed == [(title, f"{Path(chapter).name}.ipynb") for title, chapter in zip(titles, chapters, strict=True)]
