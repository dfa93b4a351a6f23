"""Whatever goes wrong while one file is checked becomes a fault of that file, and the other files are checked still."""

import re
from collections.abc import Callable, Iterable, Iterator

from netlearn.checks.fault import Fault
from netlearn.errors import NetlearnError

UNREADABLE = "cannot be read"
_PLACE = re.compile(r"((?:[\w.@-]+/)*[\w.@-]+\.(?:toml|json|ipynb|bib)): +(.*)")


def faults_in(file: str, check: Callable[..., Iterable[Fault]], *args: object) -> Iterator[Fault]:
    """Yield the faults that a check of one file finds, and what it raises as one more."""
    try:
        yield from check(*args)
    except Exception as error:  # no traceback, ever: what cannot be read is the fault
        yield from said_by(error, file)


def refusals(file: str, read: Callable[..., object], *args: object) -> Iterator[Fault]:
    """Yield what a loader raises when it reads one file; nothing when it reads it.

    >>> from netlearn.clinic.doses import read
    >>> print(*refusals("doses.toml", read, {"drugs": {}}))  # doctest: +ELLIPSIS
    doses.toml: contexts, formulations, ...
    """
    try:
        read(*args)
    except Exception as error:  # as above
        yield from said_by(error, file)


def said_by(error: Exception, file: str) -> Iterator[Fault]:
    """Yield an error as faults, one for each of its lines, in the file that the line itself names or else in ``file``.

    >>> print(*said_by(NetlearnError("doses.toml: drugs: is empty"), "tables/2026/dose-check.toml"))
    doses.toml: drugs: is empty
    """
    if not isinstance(error, NetlearnError):
        yield Fault(file, "", "", f"{UNREADABLE}: {type(error).__name__}: {' '.join(str(error).split())}")
        return
    for line in str(error).splitlines():
        named = _PLACE.fullmatch(line)
        yield Fault(named[1], "", "", named[2]) if named else Fault(file, "", "", line)
