"""Checks the words of prescriptions: a closed list, each spelling with one meaning, each drug with its unit."""

from collections.abc import Iterator

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals

FILE = "doses.toml"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the file of doses."""
    yield from refusals(FILE, _read)


def _read() -> None:
    from netlearn.clinic.doses import read  # only now: the module reads the file as it is imported

    read(knowledge.load(FILE))
