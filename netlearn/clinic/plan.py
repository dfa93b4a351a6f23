"""The data of the assemblies: their tables, what each treatment is called, and the group of each verdict.

Read from ``knowledge/assemblies.toml``; a name there that does not exist, and a verdict without a group, are errors.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.clinic.plan_records import Before, Case, Contradiction, Displaced, Gone, Treatment
from netlearn.decision import Decision, load
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.decision.unary import read_test
from netlearn.editions import edition_entry
from netlearn.errors import KnowledgeError

FILE = "assemblies.toml"
GROUPS = (
    "first-line", "option", "rescue", "watch", "not-now", "nothing-to-ask", "criteria-not-met", "against",
    "not-stated", "needs-an-answer", "conflict",
)  # fmt: skip
SECTIONS = (
    "groups",
    "before",
    "assemblies",
    "treatments",
    "each",
    "together",
    "only_told",
    "gone",
    "displaced",
    "contradictions",
    "implausible",
    "verdicts",
    "sources",
)
SOURCED = ("first-line", "rescue")  # groups that give an order: only where a source says so
OPEN = ("first-line", "option", "rescue", "watch")  # groups of what may be done
_STATUSES = {"undetermined": "needs-an-answer"}  # the groups of what has no verdict; the others keep their name
Key = tuple[str, str, str]  # table, verdict, edition


@frozen
class Plan:
    """The data of the assemblies; ``sources`` say of a verdict in a group with an order who gives that order."""

    tables: Mapping[str, tuple[str, ...]]
    treatments: Mapping[str, Treatment]
    each: Mapping[str, tuple[str, ...]]
    verdicts: Mapping[Key, str]
    sources: Mapping[Key, tuple[str, ...]]
    labels: Mapping[str, str]
    contradictions: tuple[Contradiction, ...]
    implausible: tuple[Contradiction, ...] = ()
    before: tuple[Before, ...] = ()
    together: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    only_told: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    gone: Mapping[str, Gone] = {}
    displaced: Mapping[str, Displaced] = {}

    def alike(self, name: str, value: Any) -> tuple[Any, ...]:
        """A purpose, and those that it brings with it.

        >>> plan().alike("goal", "growth-control"), plan().alike("goal", "survival")
        (('growth-control', 'survival'), ('survival',))
        """
        return (value, *self.together.get(name, {}).get(value, ()))

    def joint(self, name: str, value: Any) -> bool:
        """Whether a value stands for several purposes, which the tables ask in turn.

        >>> plan().joint("goal", "both"), plan().joint("goal", "cure")
        (True, False)
        """
        return isinstance(value, str) and value in self.together.get(name, {})

    def offered(self, table: Table, name: str, given: Any) -> list[Any]:
        """The values of what is asked in turn: those that are given, else all whose object need not be told."""
        hidden = self.only_told.get(table.name, {}).get(name, ()) if given is None else ()
        values = table.input(name).values
        return [v for v in values if v not in hidden and v in self.alike(name, v if given is None else given)]

    def is_gone(self, table: str, known: Case, chosen: Case) -> bool:
        """Whether the object of a treatment is gone, as a case says.

        >>> plan().is_gone("primary-resection", {"primary_completely_resected": True}, {})
        True
        """
        return table in self.gone and self.gone[table].holds(known, chosen)

    def group(self, decision: Decision) -> str:
        """The group to which a decision belongs."""
        if decision.verdict is None:
            return _STATUSES.get(decision.status, decision.status)
        return self.verdicts[decision.table, decision.verdict, decision.edition]

    def asked(self, table: Table) -> tuple[str, ...]:
        """The inputs of a table that name the treatment or its purpose, and are asked in turn."""
        own = {i.name for i in table.inputs}
        return tuple(name for name in self.each.get(table.name, ()) if name in own)


@cache
def plan() -> Plan:
    """The assemblies as read from ``knowledge/assemblies.toml``."""
    return read(knowledge.load(FILE))


def read(raw: Mapping[str, Any]) -> Plan:
    """A plan from its parsed TOML.

    Raises KnowledgeError for a key, table, input or group that does not exist, for a verdict without a group, and for
    one that is put first or last without a source.
    """
    _only("", raw, SECTIONS)
    _only("groups", raw["groups"], GROUPS)
    _all("groups", raw["groups"], GROUPS)
    _only("assemblies", raw["assemblies"], ("operation", "systemic", "pathway"))
    tables = {name: tuple(members) for name, members in raw["assemblies"].items()}
    every = tuple(dict.fromkeys(table for members in tables.values() for table in members))
    for section in ("verdicts", "sources", "each", "treatments", "only_told", "gone", "displaced"):
        _only(section, raw[section], every)
    _all("treatments", raw["treatments"], every)
    verdicts = dict(pair for table in every for pair in _grouped(table, raw["verdicts"].get(table, {})))
    for group in verdicts.values():
        _only("verdicts", (group,), set(raw["groups"]) - {"needs-an-answer", "conflict"})
    return Plan(
        tables,
        {table: _treatment(table, spec) for table, spec in raw["treatments"].items()},
        {table: _asked(table, asked) for table, asked in raw["each"].items()},
        verdicts,
        dict(_sources(raw["sources"], verdicts)),
        {group: raw["groups"][group] for group in GROUPS},
        tuple(_contradictions(raw, "contradictions", every)),
        tuple(_contradictions(raw, "implausible", every)),
        tuple(_before(each) for each in raw["before"]),
        _lists(raw["together"]),
        _lists(raw["only_told"]),
        {table: Gone(**spec) for table, spec in raw["gone"].items()},
        {table: _displaced(table, spec) for table, spec in raw["displaced"].items()},
    )


def _displaced(table: str, spec: Mapping[str, Any]) -> Displaced:
    _only(f"displaced.{table}.caution", (spec["caution"],), {c.id for each in versions(table) for c in each.cautions})
    _only(f"displaced.{table}.when", spec["when"], {i.name for version in versions(table) for i in version.inputs})
    _only(
        f"displaced.{table}.verdict", (spec["verdict"],), {v for version in versions(table) for v in version.verdicts}
    )
    _only(f"displaced.{table}.group", (spec["group"],), GROUPS)
    return Displaced(spec["verdict"], spec["when"], spec["caution"], spec["group"])


def _lists(raw: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {name: {each: tuple(more) for each, more in brings.items()} for name, brings in raw.items()}


def versions(table: str) -> tuple[Table, ...]:
    """A table in every edition that has it.

    >>> [table.edition for table in versions("telotristat")]
    ['2026']
    """
    return tuple(load(table, edition) for edition in editions_of(table))


def _asked(table: str, asked: Iterable[str]) -> tuple[str, ...]:
    _only(f"each.{table}", asked, {i.name for version in versions(table) for i in version.inputs})
    return tuple(asked)


def _treatment(table: str, spec: Any) -> Treatment:
    if isinstance(spec, str):
        return Treatment(spec, {})
    _only(f"treatments.{table}", spec, ("name", "words"))
    _all(f"treatments.{table}", spec, ("words",))
    known = {i.name: i.values for version in versions(table) for i in version.inputs}
    _only(f"treatments.{table}.words", spec["words"], known)
    for name, words in spec["words"].items():
        values = {str(v) for version in versions(table) for i in version.inputs if i.name == name for v in i.values}
        _only(f"treatments.{table}.words.{name}", words, values)
    return Treatment(spec.get("name", ""), spec["words"])


def _before(each: Mapping[str, Any]) -> Before:
    _only("before", each, ("first", "then", "because"))
    _all("before", each, ("first", "then", "because"))
    _only("before", (each["first"], each["then"]), OPEN)
    return Before(each["first"], each["then"], each["because"])


def _contradictions(raw: Mapping[str, Any], section: str, tables: Iterable[str]) -> Iterator[Contradiction]:
    known = {i.name for table in tables for version in versions(table) for i in version.inputs}
    for name, clause in raw[section].items():
        _only(f"{section}.{name}", clause, ("when", "because"))
        _only(f"{section}.{name}.when", clause["when"], known)
        where = f"{FILE}: {section}.{name}.when"
        tests = {key: read_test(f"{where}.{key}", text) for key, text in clause["when"].items()}
        yield Contradiction(tests, clause["because"])


def _grouped(table: str, groups: Mapping[str, Any]) -> Iterator[tuple[Key, str]]:
    """The group of every verdict that a table has in some edition; where its rules are taken over, its groups are."""
    made = versions(table)
    _only(f"verdicts.{table}", groups, {verdict for version in made for verdict in version.verdicts})
    for version in made:
        for verdict in version.verdicts:
            group = groups.get(verdict)
            by_edition = group if isinstance(group, Mapping) else {}
            group = by_edition.get(version.edition, by_edition.get(version.same_as)) if by_edition else group
            if not isinstance(group, str):
                raise KnowledgeError(f"{FILE}: verdicts.{table}.{verdict} has no group in edition {version.edition!r}")
            yield (table, verdict, version.edition), group


def _sources(raw: Mapping[str, Any], verdicts: Mapping[Key, str]) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Who gives each order that the groups give; in the edition of the review only the review may."""
    ordered = [key for key, group in verdicts.items() if group in SOURCED]
    for table, cited in raw.items():
        _only(f"sources.{table}", cited, {verdict for name, verdict, _ in ordered if name == table})
        for verdict, kinds in cited.items():
            _only(f"sources.{table}.{verdict}", kinds, ("facts", "updates"))
    for table, verdict, edition in ordered:
        cited = raw.get(table, {}).get(verdict, {})
        ids = (*cited.get("facts", ()), *(cited.get("updates", ()) if edition_entry(edition).follows else ()))
        if not ids:
            where = f"{FILE}: sources.{table}.{verdict} names nothing that edition {edition!r} rests on"
            raise KnowledgeError(f"{where}; accepted: facts or, for a newer edition, updates")
        yield (table, verdict, edition), ids


def _all(where: str, given: Mapping[str, Any], needed: Iterable[str]) -> None:
    for key in needed:
        if key not in given:
            raise KnowledgeError(f"{FILE}: {where}.{key} is missing")


def _only(where: str, given: Any, known: Any) -> None:
    for key in given:
        if key not in known:
            raise KnowledgeError(f"{FILE}: {where} {key!r} is not known; accepted: {', '.join(sorted(known))}")
