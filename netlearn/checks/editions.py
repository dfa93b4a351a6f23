"""Checks the list of editions: each has its folder of tables, and no folder is of an edition that is not listed."""

from collections.abc import Iterator

from netlearn.checks.course import knowledge_folder
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.editions import FILE, edition_ids


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the list, and where it and the folders of tables differ."""
    yield from faults_in(FILE, _folders)


def _folders() -> Iterator[Fault]:
    there = {path.name for path in (knowledge_folder() / "tables").iterdir() if path.is_dir()}
    for id in edition_ids():
        if id not in there:
            yield Fault(FILE, id, "id", f"there is no folder tables/{id}")
    for name in sorted(there - set(edition_ids())):
        yield Fault(f"tables/{name}", "", "", f"is no edition; {FILE} lists {', '.join(edition_ids())}")
