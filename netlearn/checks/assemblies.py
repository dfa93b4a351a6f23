"""Checks what puts several decisions together: every name there exists, none is missing, each source is known."""

from collections.abc import Iterator

from netlearn import knowledge
from netlearn.checks.citations import unknown_id
from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals

FILE = "assemblies.toml"


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the assemblies' file."""
    from netlearn.clinic.plan import plan

    wrong = tuple(refusals(FILE, plan))
    yield from wrong or _unknown_sources()


def _unknown_sources() -> Iterator[Fault]:
    for table, verdicts in knowledge.load(FILE)["sources"].items():
        for verdict, kinds in verdicts.items():
            for kind, ids in kinds.items():
                for id in ids:
                    yield from unknown_id(kind, id, f"sources.{table}.{verdict}", FILE, kind)
