"""Checks the learners' notebooks that are committed: each is what its items and tasks make."""

from collections.abc import Iterator

from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals
from netlearn.checks.items import FOLDER
from netlearn.handout import copies


def faults() -> Iterator[Fault]:
    """Yield that notebooks are stale."""
    yield from refusals(FOLDER, copies.check, course() / FOLDER)
