"""Edits that every check once let pass: each is now a line with its file."""

import re
import subprocess
import sys
from pathlib import Path

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
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("course"))


@pytest.mark.parametrize("edit", FOUND)
def test_an_edit_that_once_passed_is_named(course: Path, edit: str) -> None:
    file, old, new, message = FOUND[edit]
    path = course / KNOWLEDGE / file
    before = path.read_text(encoding="utf-8")
    assert re.search(old, before)
    path.write_text(re.sub(old, new, before, count=1), encoding="utf-8")
    try:
        command = [
            sys.executable,
            "-c",
            "from netlearn.cli import app; app()",
            "check",
            str(path),
            "--root",
            str(course),
        ]
        lines = subprocess.run(command, capture_output=True, text=True, timeout=300).stdout.splitlines()
    finally:
        path.write_text(before, encoding="utf-8")
    assert any(line.startswith(f"{file}: ") and message in line for line in lines), lines[:5]
