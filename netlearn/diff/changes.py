"""What differs between two states of the knowledge."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve, frozen

from netlearn.decision import Difference
from netlearn.decision.editions import Side, compare_tables
from netlearn.decision.inputs import Input
from netlearn.decision.table import Clause, Table
from netlearn.decision.words import conditions, joined
from netlearn.diff.snapshot import Snapshot
from netlearn.value import Value

_CLAUSES = ("rules", "cautions", "silent", "conflicts", "impossible", "implausible")
_SINGULAR = {"rules": "rule", "cautions": "caution", "silent": "silence", "conflicts": "conflict"}
_HEAD = ("title", "question", "purpose", "reviewed", "sign_off", "same_as", "renames", "derivation")
T = TypeVar("T")


@frozen
class Edit:
    """One thing that changed: what it is, and how its parts read before and after.

    ``state`` is ``new``, ``removed`` or ``changed``; only a changed thing has ``parts``: (field, before, after).
    """

    kind: str
    id: str
    state: str
    parts: tuple[tuple[str, str, str], ...] = ()


@frozen
class TableChange:
    """One table of one edition that changed: the regions whose answer did, and the edits that did it."""

    edition: str
    name: str
    state: str
    regions: tuple[Difference, ...] = ()
    edits: tuple[Edit, ...] = ()
    before: Table | None = None
    after: Table | None = None
    comparable: bool = True

    @property
    def inputs(self) -> Mapping[str, Input]:
        """The inputs by which the regions were found."""
        tables = [table for table in (self.before, self.after) if table]
        return {i.name: i for table in tables for i in table.inputs}


@frozen
class Changes:
    """Everything that differs between two states of the knowledge."""

    tables: tuple[TableChange, ...]
    entries: tuple[Edit, ...]
    files: tuple[Edit, ...]
    cases: tuple[Edit, ...]

    def __bool__(self) -> bool:
        return bool(self.tables or self.entries or self.files or self.cases)


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """Compare two states of the knowledge.

    >>> from netlearn.diff.snapshot import snapshot
    >>> bool(changes(snapshot(), snapshot()))
    False
    """
    tables = paired(before.tables, after.tables)
    entries = paired(before.entries, after.entries, without_figures)
    return Changes(
        tables=tuple(table_change(edition, name, old, new) for (edition, name), old, new in tables),
        entries=tuple(edit(kind, id, o, n) for (kind, id), o, n in entries),
        files=tuple(edit(path, key, o, n) for (path, key), o, n in paired(before.files, after.files)),
        cases=tuple(edit("case", title, o, n) for title, o, n in paired(before.cases, after.cases)),
    )


def paired(before: Mapping[Any, T], after: Mapping[Any, T], look: Any = lambda x: x) -> Iterator[tuple[Any, Any, Any]]:
    """Each key with what it held before and holds after, where the two differ; None where there was nothing.

    >>> list(paired({"a": 1, "b": 2}, {"b": 3, "c": 4}))
    [('a', 1, None), ('b', 2, 3), ('c', None, 4)]
    """
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if (key in before) != (key in after) or look(old) != look(new):
            yield key, old, new


def without_figures(entry: Any) -> Any:
    """An erratum or update without its figures, which are entries of their own."""
    return evolve(entry, figures=()) if getattr(entry, "figures", ()) else entry


def edit(kind: str, id: str, before: Any, after: Any) -> Edit:
    """One edit; the parts of a record are compared one by one, anything else as a whole."""
    if before is None or after is None:
        return Edit(kind, id, "removed" if after is None else "new")
    if not hasattr(type(after), "__match_args__"):  # the names of the parts, which every kind of record has
        return Edit(kind, id, "changed", (("", shown(before), shown(after)),))
    names = [name for name in type(after).__match_args__ if name != "figures" or isinstance(after, Clause)]
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return Edit(kind, id, "changed", tuple((name, shown(o), shown(n)) for name, o, n in pairs if o != n))


def shown(value: Any) -> str:
    """A value in one line; what is empty is a dash.

    >>> shown(("E01", "E02")), shown(()), shown(True)
    ('E01, E02', '–', 'True')
    """
    if isinstance(value, Value):
        return value.text()
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {shown(part)}" for key, part in value.items()) or "–"
    if isinstance(value, tuple | list):
        return ", ".join(map(shown, value)) or "–"
    return "–" if value is None or value == "" else str(value)


def table_change(edition: str, name: str, before: Table | None, after: Table | None) -> TableChange:
    """What changed in one table of one edition."""
    if before is None or after is None:
        return TableChange(edition, name, "removed" if after is None else "new", before=before, after=after)
    comparable = comparable_inputs(before, after)
    return TableChange(
        edition,
        name,
        "changed",
        regions=compare_tables(Side(before), Side(after)) if comparable else (),
        edits=tuple(table_edits(before, after)),
        before=before,
        after=after,
        comparable=comparable,
    )


def comparable_inputs(before: Table, after: Table) -> bool:
    """Whether no input became one of another kind, so that both states can be asked about the same cases."""
    then = {i.name: i for i in before.inputs}
    return all(i.name not in then or i.numeric == then[i.name].numeric for i in after.inputs)


def table_edits(before: Table, after: Table) -> Iterator[Edit]:
    """The edits of a table: its head, its inputs and verdicts, and its clauses."""
    heads = ((name, getattr(before, name), getattr(after, name)) for name in _HEAD)
    if parts := tuple((name, shown(o), shown(n)) for name, o, n in heads if o != n):
        yield Edit("table", "head", "changed", parts)
    asked = paired({i.name: i for i in before.inputs}, {i.name: i for i in after.inputs})
    yield from (edit("input", id, o, n) for id, o, n in asked)
    yield from (edit("verdict", id, o, n) for id, o, n in paired(before.verdicts, after.verdicts))
    for kind in _CLAUSES:
        pair = paired(_by_id(getattr(before, kind)), _by_id(getattr(after, kind)))
        yield from (_clause_edit(_SINGULAR.get(kind, kind), id, before, after, o, n) for id, o, n in pair)


def _by_id(clauses: Iterable[Clause]) -> dict[str, Clause]:
    return {clause.id: clause for clause in clauses}


def _clause_edit(kind: str, id: str, before: Table, after: Table, old: Any, new: Any) -> Edit:
    """An edit of a clause, with its condition in words."""
    found = edit(kind, id, old, new)
    if "when" not in [name for name, *_ in found.parts]:
        return found
    when = ("when", joined(conditions(before, old)), joined(conditions(after, new)))
    return evolve(found, parts=tuple(when if part[0] == "when" else part for part in found.parts))
