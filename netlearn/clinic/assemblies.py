"""Several decisions about one patient put together: `systemic` treatment, and the whole `pathway`.

An assembly has no rules of its own. It asks each of its tables with what the case tells, and sorts the answers into
the groups of a :class:`~netlearn.clinic.board.Board`; which tables, and which verdict belongs to which group, is data
(``knowledge/assemblies.toml``). Within a group the order is that of the tables and means nothing: none is proven.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from netlearn.clinic.board import Board, rows_of
from netlearn.clinic.plan import plan
from netlearn.clinic.plan_records import Case
from netlearn.clinic.told import accepted, told
from netlearn.decision import Decision, load, names
from netlearn.decision.deciding import decide_again
from netlearn.decision.table import Table
from netlearn.editions import default_edition
from netlearn.errors import InputError


def systemic(case: Case, edition: str | None = None) -> Board:
    """Every systemic treatment for one case: analogues, interferon, PRRT, chemotherapy and targeted drugs.

    ``case`` maps inputs of the tables to what is known; what is left out or None is unknown.
    Without a ``goal`` or ``drug`` each is asked in turn; with one, only the tables that know it are asked about it.
    What the edition does not know is set aside with a note; what contradicts itself across tables is said.
    Raises InputError for an input that no table of any edition knows and for a value that none accepts.

    >>> board = systemic({"grade": "G3", "differentiation": "poor"})
    >>> [row.treatment for row in board.group("first-line")]
    ['chemotherapy']
    """
    return assembled("systemic", case, edition)


def pathway(case: Case, edition: str | None = None) -> Board:
    """Every treatment for one case, directed at the liver or systemic; otherwise as :func:`systemic`.

    >>> board = pathway({"liver_type": "I", "grade": "not-G3", "extrahepatic_disease": "none",
    ...                  "carcinoid_heart_disease": False})
    >>> [row.treatment for row in board.group("first-line")]
    ['resection of the liver metastases']
    """
    return assembled("pathway", case, edition)


def tables(assembly: str, edition: str) -> tuple[Table, ...]:
    """The tables of an assembly that an edition has.

    >>> len(tables("systemic", "review-2012"))
    5
    """
    if assembly not in plan().tables:
        raise InputError("assembly", assembly, ", ".join(plan().tables))
    there = names(edition)
    return tuple(load(table, edition) for table in plan().tables[assembly] if table in there)


def choices(table: Table, known: Case) -> Iterator[Mapping[str, Any]]:
    """What a table is asked about in turn: each treatment and purpose, or those that the case gives.

    A purpose brings those that are asked together with it: growth control brings survival. What has no object, or
    none that is told, is not asked about.
    """
    yield from (chosen for chosen in _offered(table, known) if not plan().is_gone(table.name, known, chosen))


def _offered(table: Table, known: Case) -> Iterator[Mapping[str, Any]]:
    asked = plan().asked(table)
    for chosen in product(*(plan().offered(table, name, known.get(name)) for name in asked)):
        yield dict(zip(asked, chosen, strict=True))


def _absent(members: Iterable[Table], known: Case) -> Iterator[str]:
    """The treatments whose object is gone."""
    for table in members:
        for chosen in _offered(table, known):
            if plan().is_gone(table.name, known, chosen):
                yield plan().treatments[table.name].called(table, {name: (value,) for name, value in chosen.items()})


def own(table: Table, known: Case) -> dict[str, Any]:
    """What a case tells one table, without what is asked in turn."""
    there, asked = accepted(table, known), plan().asked(table)
    return {key: value for key, value in known.items() if key in there and key not in asked}


def assembled(name: str, case: Case, edition: str | None = None) -> Board:
    """The board of any assembly of ``knowledge/assemblies.toml``; otherwise as :func:`systemic`.

    >>> board = assembled("operation", {"carcinoid_syndrome": True, "echocardiography_done": False}, "2026")
    >>> [row.treatment for row in board.group("not-now")][:1]
    ['the heart before any procedure']
    """
    edition = default_edition() if edition is None else edition
    members = tables(name, edition)
    found = told(case, members)
    decisions = [decision for table in members for decision in _answers(table, found.known)]
    said = tuple(each.because for each in plan().contradictions if each.holds(found.known, members))
    aside, follows = tuple(found.set_aside.values()), tuple(found.follows.values())
    return Board(name, edition, rows_of(decisions), said, aside, follows, tuple(_absent(members, found.known)))


def _answers(table: Table, known: Case) -> Iterator[Decision]:
    """The table's decisions: one, or one for each treatment and purpose that it can be asked about."""
    given = own(table, known)
    for chosen in choices(table, known):
        yield decide_again(table.name, table.edition, **given, **chosen)
