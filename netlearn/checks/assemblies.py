"""Checks what puts several decisions together: every name there exists, and none is missing."""

from collections.abc import Iterator

from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals

FILE = "assemblies.toml"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the assemblies' file."""
    from netlearn.clinic.assemblies import plan

    yield from refusals(FILE, plan)
