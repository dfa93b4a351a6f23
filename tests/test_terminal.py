"""No argument ends a command in a traceback: what is no name, no file or no folder is refused in one line."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from netlearn.cli import app

NOTHING = "no-such-thing"
ROOT = Path(__file__).parents[1]
BANK = ("--exercises", str(ROOT / "exercises"))
GIVEN = {  # what each command accepts, so that an option of nonsense is the only thing wrong
    "board": ("--file", "empty"),
    "check": ("--root", str(ROOT)),
    "decide": ("grade",),
    "diff": ("--root", str(ROOT)),
    "dmn": ("out",),
    "exercises build": (),
    "exercises check": (),
    "exercises publish": (),
    "exercises release": ("02-significance", "--learners", "names", "--secret", "names", "--course", "c"),
    "grade": ("folder", *BANK),
    "gradebook": ("empty",),
    "nbgrader-feedback": ("empty",),
    "nbgrader-release": (str(ROOT / "exercises/02-significance.ipynb"),),
    "moodle": ("02-significance", "out.xml", *BANK),
    "new chapter": ("03.4-embolisation", "--section", "3.4", "--title", "Embolisation"),
    "new fact": ("3.4",),
    "new item": ("02-significance", "a-slug", "--kind", "choice"),
    "new table": ("a-table", "--fact", "3.4-01"),
    "new task": ("02-significance", "a-slug"),
    "notebooks check": (),
    "notebooks run": (),
    "preview": ("02-significance",),
    "prove": ("grade",),
    "qti": ("02-significance", "out.zip", *BANK),
}


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command below a group, by the words that call it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands(typer.main.get_command(app)))


def arguments(command: Any, value: str) -> list[str]:
    """Every argument and every option that must be given, each with the same value."""
    given: list[str] = []
    for each in command.params:
        if each.param_type_name == "argument":
            given.append(value)
        elif each.required:
            given += [each.opts[0], value]
    return given


def options(command: Any) -> list[str]:
    """Every option that takes a value."""
    return [each.opts[0] for each in command.params if each.param_type_name == "option" and not each.is_flag]


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a course, with a file of bytes and an empty folder in it."""
    (tmp_path / "bytes").write_bytes(b"\x00\xff\xfe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "names").write_text("ann\nbob\n", encoding="utf-8")
    (tmp_path / "empty").touch()
    monkeypatch.chdir(tmp_path)


def refused(words: str, *args: str) -> None:
    """Run a command, and assert that it ends with a line."""
    done = CliRunner().invoke(app, [*words.split(), *args])

    assert isinstance(done.exception, SystemExit | None), (args, done.exception)
    assert "Traceback" not in done.output
    if done.exit_code:
        assert done.exit_code == 2, (args, done.output)
        assert len(done.stderr.strip().splitlines()) == 1, (args, done.stderr)
        assert done.stderr.strip().startswith("netlearn: ")
        assert "Errno" not in done.stderr


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("value", [NOTHING, "bytes", "folder", "", "\0", "--", "-1", "é" * 300])
def test_arguments_that_are_nonsense_are_refused_in_a_line(words: str, value: str) -> None:
    refused(words, *arguments(COMMANDS[words], value))


@pytest.mark.parametrize(
    ("words", "option"), [(words, option) for words, command in COMMANDS.items() for option in options(command)]
)
@pytest.mark.parametrize("value", [NOTHING, "bytes"])
def test_an_option_of_nonsense_is_refused_in_a_line(words: str, option: str, value: str) -> None:
    refused(words, *GIVEN[words], option, value)


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("decide rfa", ["--edition", "review-2012"]),
        ("decide rfa", ["--edition=2026"]),
        ("grade folder", ["--secret", "other"]),
        ("exercises release demo", ["--learners", "other"]),
    ],
)
def test_an_option_given_twice_is_refused_and_the_last_does_not_win(words: str, again: list[str]) -> None:
    name = again[0].partition("=")[0]
    done = CliRunner().invoke(app, [*words.split(), name, "2026", *again])

    assert (done.exit_code, done.stderr) == (2, f"netlearn: {name} is given 2 times; accepted: one value, given once\n")


def test_an_option_that_takes_several_may_be_repeated() -> None:
    done = CliRunner().invoke(app, ["grade", "no-such-folder", "--open", "a", "--open", "b"])

    assert "no-such-folder: there is no such folder" in done.stderr


@pytest.mark.parametrize("words", COMMANDS)
def test_an_option_that_does_not_exist_is_refused(words: str) -> None:
    done = CliRunner().invoke(app, [*words.split(), "--no-such-option"])

    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("args", [["graed"], ["--nonsense"], ["notebooks", "walk"], ["exercises", "--root"]])
def test_a_command_that_does_not_exist_is_refused_in_a_line(args: list[str]) -> None:
    done = CliRunner().invoke(app, args)

    assert done.exit_code == 2
    assert done.stderr.startswith("netlearn: No such ") and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("args", [[], ["notebooks"], ["exercises"]])
def test_a_group_without_a_command_shows_its_help(args: list[str]) -> None:
    done = CliRunner().invoke(app, args)

    assert done.exit_code == 2
    assert "Usage:" in done.output


def test_help_is_no_refusal() -> None:
    assert CliRunner().invoke(app, ["prove", "--help"]).exit_code == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything is refused nothing")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bytes").chmod(0)

    refused("gradebook", "bytes")
