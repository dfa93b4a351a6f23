"""Checks that nothing is left to be written: ``netlearn new`` marks with TODO what somebody has to write."""

import json
from collections.abc import Iterator
from pathlib import Path

from netlearn.checks.course import course, files
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in

TODO = "TODO"


def faults() -> Iterator[Fault]:
    """Yield each line of knowledge, exercises and chapters that is still to be written."""
    for path in files():
        file = path.relative_to(course()).as_posix()
        yield from faults_in(file, of_file, path, file)


def of_file(path: Path, file: str) -> Iterator[Fault]:
    """Yield each line of one file that is still to be written, with its number, or the cell of a notebook."""
    text = path.read_text(encoding="utf-8")
    if TODO not in text:
        return
    if path.suffix == ".ipynb":
        parts = [(str(cell.get("id", "")), "".join(cell["source"])) for cell in json.loads(text)["cells"]]
    else:
        parts = [(f"line {number}", line) for number, line in enumerate(text.splitlines(), 1)]
    for place, part in parts:
        for line in part.splitlines():
            if TODO in line:
                left = line[line.index(TODO) :].rstrip(' }"')
                yield Fault(file, place, "", f"still to be written: {left}")
