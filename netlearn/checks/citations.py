"""Whether what an entry cites exists."""

from collections.abc import Callable, Iterator
from typing import Protocol

from netlearn import evidence
from netlearn.checks.fault import Fault
from netlearn.errors import NetlearnError

LOOK_UPS: dict[str, Callable[[str], object]] = {
    "facts": evidence.fact,
    "figures": evidence.figure,
    "updates": evidence.update,
    "errata": evidence.erratum,
}


class Citing(Protocol):
    """Anything with an id that cites facts, figures, updates and errata."""

    @property
    def id(self) -> str:
        """Its name in its file."""


def unknown_ids(entry: Citing, file: str) -> Iterator[Fault]:
    """Yield each id that an entry cites and that does not exist."""
    for field in LOOK_UPS:
        for id in getattr(entry, field):
            yield from unknown_id(field, id, entry.id, file, field)


def unknown_id(kind: str, id: str, of: str, file: str, field: str) -> Iterator[Fault]:
    """Yield a fault when there is no entry of that kind and id.

    >>> print(*unknown_id("facts", "9-99", "small", "tables/2026/rfa.toml", "facts"))
    tables/2026/rfa.toml: small: facts: '9-99' does not exist
    """
    try:
        LOOK_UPS[kind](id)
    except NetlearnError:
        yield Fault(file, of, field, f"{id!r} does not exist")
