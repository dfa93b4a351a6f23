"""Edits that every check once let pass: each is now a line with its file."""

import re
import subprocess
import sys

import pytest

from tests.knowledge.mutations import KNOWLEDGE, copied

FOUND = {
    "the edition of a table": ("tables/2026/pai.toml", r'edition = "2026"', 'edition = ""', "edition is ''"),
    "the name of a table": ("tables/2026/rfa.toml", r'table = "rfa"', 'table = "pai"', "table is 'pai'"),
    "what a debrief says": ("crisis/debrief.toml", r"(?m)^because = .*$", 'because = ""', "because is ''"),
    "how many balls": ("models/coverings.toml", r"count = 5\n", "count = 6\n", "covering 6: centres are 5"),
    "a spelling of a route": ("doses.toml", r"oral = \[", "oral = [1, ", "routes: oral: [0]: 1 is not a text"),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the check says of a course with all these edits, each in a file of its own: a whole check takes seconds."""
    course = copied(tmp_path_factory.mktemp("course"))
    for file, old, new, _ in FOUND.values():
        path = course / KNOWLEDGE / file
        before = path.read_text(encoding="utf-8")
        assert re.search(old, before)
        path.write_text(re.sub(old, new, before, count=1), encoding="utf-8")
    command = [sys.executable, "-c", "from netlearn.cli import app; app()", "check", "--root", str(course)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300).stdout.splitlines()


def test_each_edit_is_in_a_file_of_its_own() -> None:
    assert len({file for file, *_ in FOUND.values()}) == len(FOUND)


@pytest.mark.parametrize("edit", FOUND)
def test_an_edit_that_once_passed_is_named(said: list[str], edit: str) -> None:
    file, _, _, message = FOUND[edit]
    assert any(line.startswith(f"{file}: ") and message in line for line in said), said[:5]
