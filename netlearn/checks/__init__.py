"""Everything that can be wrong in the course's data and chapters, as one command: ``netlearn check``.

A check is a module of this package with a function ``faults()`` that yields a :class:`Fault` for each thing wrong.
Nothing else checks: the build, the hook before a commit and the tests ask here.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from netlearn.checks.fault import Fault
from netlearn.checks.guard import UNREADABLE, faults_in

__all__ = ["CHECKS", "Fault", "every_fault", "faults_of"]

# A new check: its file in this folder, and one line here.
CHECKS = (
    "editions",
    "words",
    "script_words",
    "evidence",
    "trials",
    "glossary",
    "tables",
    "crisis",
    "crisis_card",
    "practice_cards",
    "patient_sheet",
    "assemblies",
    "questions",
    "cases",
    "library",
    "reached",
    "stories",
    "vignettes",
    "own_words",
    "models",
    "doses",
    "items",
    "plays",
    "handouts",
    "prose",
    "claims",
    "links",
    "counts",
    "chapters",
    "unwritten",
)


def every_fault() -> tuple[Fault, ...]:
    """All that is wrong, each fault once: several checks read the same files.

    Where a file has not the shape that its reader relies on, what is then raised elsewhere is a consequence, no fault.

    >>> every_fault()
    ()
    """
    with _all_kept():
        misshapen = tuple(faults_of("shapes"))
        found = (fault for check in CHECKS for fault in faults_of(check))
        return tuple(dict.fromkeys((*misshapen, *(f for f in found if not (misshapen and _may_follow(f))))))


@contextmanager
def _all_kept() -> Iterator[None]:
    """While the checks read what is kept afterwards nothing is garbage: looking for it takes a tenth of their time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _may_follow(fault: Fault) -> bool:
    """Whether something could not be read, which may be for the shape of another file; JSON depends on none."""
    return fault.says.startswith(UNREADABLE) and not fault.file.endswith(".json")


def faults_of(check: str) -> Iterator[Fault]:
    """Yield the faults that one check finds; it is imported only now, for a module may read knowledge as it is."""
    yield from faults_in(f"netlearn/checks/{check}.py", lambda: import_module(f"{__name__}.{check}").faults())
