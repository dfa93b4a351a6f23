"""``netlearn check``: silent data are in order, every fault is one line, and nothing ends in a traceback."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netlearn.cli import app

ROOT = Path(__file__).parents[2]
run = CliRunner().invoke
RFA = "netlearn/knowledge/tables/2026/rfa.toml"


def test_the_course_has_no_fault() -> None:
    done = run(app, ["check", "--root", str(ROOT)])

    assert (done.exit_code, done.output.endswith(" files, no fault\n")) == (0, True), done.output


def test_files_that_are_named_are_counted() -> None:
    assert run(app, ["check", str(ROOT / RFA), "--root", str(ROOT)]).output == "1 files, no fault\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["no-such-file.toml"], "netlearn: no-such-file.toml: there is no such file\n"),
        (
            ["--root", "nowhere"],
            "netlearn: nowhere: is no course's folder; accepted: one that holds ",
        ),
    ],
)
def test_what_is_not_there_is_said_in_a_line(args: list[str], said: str) -> None:
    done = run(app, ["check", *args])

    assert done.exit_code == 2
    assert done.stderr.startswith(said) and len(done.stderr.splitlines()) == 1


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the course's sources to spoil."""
    for folder in ("netlearn/knowledge", "exercises", "chapters"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "book").mkdir()
    for file in ("book/references.bib", "_toc.yml"):
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def checked(copy: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: what is read is kept for as long as a process lives."""
    named = [str(copy / file) for file in files]
    command = [sys.executable, "-c", "from netlearn.cli import app; app()", "check", *named, "--root", str(copy)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def spoil(copy: Path, file: str, old: str, new: str) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")


SPOILT = {
    "netlearn/knowledge/assemblies.toml": ("[groups]", "[grups]"),
    "netlearn/knowledge/cases/after-a-whipple.toml": ("story", "stori"),
    "netlearn/knowledge/crisis/2026.toml": ("[[judgement]]", "[[judgment]]"),
    "netlearn/knowledge/doses.toml": ("[drugs]", "[drogues]"),
    "netlearn/knowledge/glossary.toml": ("\ndefinition =", "\ndefines ="),
    "netlearn/knowledge/models/bioheat.toml": ("unit", "units"),
    RFA: ("verdict =", "verdikt ="),
    "exercises/published.json": ("", "["),
    "exercises/02-significance/objectives.toml": ("id =", "name ="),
}


def test_every_fault_is_a_line_with_its_file_and_there_is_no_traceback(copy: Path) -> None:
    for file, (old, new) in SPOILT.items():
        spoil(copy, file, old, new)
    done = checked(copy)
    named = {line.split(": ")[0] for line in done.stdout.splitlines()}

    assert (done.returncode, done.stderr) == (1, "")
    assert {file.removeprefix("netlearn/knowledge/") for file in SPOILT} <= named


ANYTHING = ("[", "", "x = 1", "\0")
FILES = ("doses.toml", "glossary.toml", "evidence/2.toml", "tables/2026/rfa.toml")


@pytest.mark.parametrize("turn", range(len(ANYTHING)))
def test_a_file_of_anything_is_a_fault_of_that_file(copy: Path, turn: int) -> None:
    """Each file with each text, four at a time: a whole check takes seconds."""
    for file, text in zip(FILES, ANYTHING[turn:] + ANYTHING[:turn], strict=True):
        (copy / "netlearn/knowledge" / file).write_text(text, encoding="utf-8")
    done = checked(copy)

    assert (done.returncode, done.stderr) == (1, "")
    assert {file for file in FILES if f"\n{file}: " not in f"\n{done.stdout}"} == set()


def test_only_faults_of_the_files_named_are_reported(copy: Path) -> None:
    spoil(copy, RFA, "verdict =", "verdikt =")
    spoil(copy, "netlearn/knowledge/glossary.toml", "definition", "defines")
    done = checked(copy, RFA)

    assert done.returncode == 1
    assert {line.split(": ")[0] for line in done.stdout.splitlines()} == {"tables/2026/rfa.toml"}
    assert checked(copy, "netlearn/knowledge/doses.toml").stdout == "1 files, no fault\n"
