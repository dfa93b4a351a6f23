"""Several decisions about one patient put together: `systemic` treatment, and the whole `pathway`.

An assembly has no rules of its own. It asks each of its tables with what the case tells, and sorts the answers into
groups; which tables, and which verdict belongs to which group, is data (``knowledge/assemblies.toml``).
Within a group the order is that of the tables and means nothing: no source gives one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from attrs import fields, frozen

from netlearn import knowledge
from netlearn.decision import Decision, decide, load, names
from netlearn.decision.case import keywords
from netlearn.decision.derivation import derivation_of
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.decision.unary import UnaryTest, read_test
from netlearn.editions import default_edition, edition_ids
from netlearn.errors import InputError, KnowledgeError

FILE = "assemblies.toml"
Case = Mapping[str, Any]


@frozen
class Assembly:
    """The decisions about one case, by group.

    ``undetermined`` holds what an unknown input leaves open and ``conflict`` what the sources contradict; they are
    statuses and not groups, so no data puts a verdict there. ``contradictions`` says in sentences what of the case
    contradicts itself: each table alone answers by its part of it, so the answers do not fit together.
    """

    name: str
    edition: str
    first_line: tuple[Decision, ...]
    option: tuple[Decision, ...]
    rescue: tuple[Decision, ...]
    against: tuple[Decision, ...]
    not_stated: tuple[Decision, ...]
    undetermined: tuple[Decision, ...]
    conflict: tuple[Decision, ...]
    contradictions: tuple[str, ...] = ()

    @property
    def groups(self) -> Mapping[str, tuple[Decision, ...]]:
        """Every group by its name as in the data, ``first-line`` first."""
        return {group: getattr(self, group.replace("-", "_")) for group in GROUPS}

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions of every group."""
        return tuple(decision for group in self.groups.values() for decision in group)

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown inputs on which some answer still depends."""
        return tuple(dict.fromkeys(name for decision in self.undetermined for name in decision.missing))

    def to_json(self) -> dict[str, Any]:
        """The assembly as plain data; each decision also says which treatment and purpose it was asked about."""
        groups = {name: [_plain(decision) for decision in group] for name, group in self.groups.items()}
        return {
            "assembly": self.name,
            "edition": self.edition,
            "groups": groups,
            "missing": list(self.missing),
            "contradictions": list(self.contradictions),
        }


GROUPS = tuple(
    a.name.replace("_", "-") for a in fields(Assembly) if a.name not in ("name", "edition", "contradictions")
)


def systemic(case: Case, edition: str | None = None) -> Assembly:
    """Every systemic treatment for one case: analogues, interferon, PRRT, chemotherapy and targeted drugs.

    ``case`` maps inputs of these tables to what is known; what is left out or None is unknown.
    Without a ``goal`` or ``drug`` each is asked in turn; with one, only the tables that know it are asked about it.
    Raises InputError for an input that none of the tables knows. What contradicts itself across tables is said.

    >>> found = systemic({"grade": "G3", "differentiation": "poor"})
    >>> [decision.table for decision in found.first_line]
    ['chemotherapy']
    """
    return _assemble("systemic", case, edition)


def pathway(case: Case, edition: str | None = None) -> Assembly:
    """Every treatment for one case, directed at the liver or systemic; otherwise as :func:`systemic`.

    >>> found = pathway({"liver_type": "I", "grade": "not-G3", "extrahepatic_disease": "none",
    ...                  "carcinoid_heart_disease": False})
    >>> [decision.table for decision in found.first_line]
    ['resection']
    """
    return _assemble("pathway", case, edition)


@frozen
class Contradiction:
    """What cannot be true of one patient: tests that do not all hold together, and why in a sentence."""

    when: Mapping[str, UnaryTest]
    because: str

    def holds(self, known: Case, members: Iterable[Table]) -> bool:
        """Whether the case says all of it; what is unknown is not said."""
        asked = {i.name: i for table in members for i in table.inputs}
        values = {name: asked[name].parse(known.get(name)) for name in self.when if name in asked}
        return all((value := values.get(name)) is not None and test.accepts(value) for name, test in self.when.items())


@frozen
class Plan:
    """The data of the assemblies: their tables, the inputs asked in turn, and the group of each verdict."""

    tables: Mapping[str, tuple[str, ...]]
    each: Mapping[str, tuple[str, ...]]
    verdicts: Mapping[tuple[str, str, str], str]  # (table, verdict, edition) -> group
    labels: Mapping[str, str]
    contradictions: tuple[Contradiction, ...]

    def group(self, decision: Decision) -> str:
        """The group to which a decision belongs."""
        if decision.verdict is None:
            return decision.status
        return self.verdicts[decision.table, decision.verdict, decision.edition]


@cache
def plan() -> Plan:
    """The assemblies as read from ``knowledge/assemblies.toml``."""
    return read(knowledge.load(FILE))


def read(raw: Mapping[str, Any]) -> Plan:
    """A plan from its parsed TOML.

    Raises KnowledgeError for a key, table, input or group that does not exist, and for a verdict without a group.
    """
    _only("", raw, ("groups", "assemblies", "each", "contradictions", "verdicts"))
    _only("groups", raw["groups"], GROUPS)
    _only("assemblies", raw["assemblies"], ("systemic", "pathway"))
    tables = {name: tuple(members) for name, members in raw["assemblies"].items()}
    every = {table for members in tables.values() for table in members}
    _only("verdicts", raw["verdicts"], every)
    _only("each", raw["each"], every)
    verdicts = dict(pair for table in sorted(every) for pair in _grouped(table, raw["verdicts"].get(table, {})))
    for group in verdicts.values():
        _only("verdicts", (group,), raw["groups"])
    each = {table: tuple(asked) for table, asked in raw["each"].items()}
    return Plan(tables, each, verdicts, raw["groups"], tuple(_contradictions(raw["contradictions"], every)))


def _contradictions(raw: Mapping[str, Any], tables: Iterable[str]) -> Iterator[Contradiction]:
    known = {
        i.name
        for edition in edition_ids()
        for table in tables
        if table in names(edition)
        for i in load(table, edition).inputs
    }
    for name, clause in raw.items():
        _only(f"contradictions.{name}", clause, ("when", "because"))
        _only(f"contradictions.{name}.when", clause["when"], known)
        where = f"{FILE}: contradictions.{name}.when"
        tests = {key: read_test(f"{where}.{key}", text) for key, text in clause["when"].items()}
        yield Contradiction(tests, clause["because"])


def _grouped(table: str, groups: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, str], str]]:
    """The group of every verdict that a table has in some edition."""
    made = {edition: load(table, edition).verdicts for edition in editions_of(table)}
    _only(f"verdicts.{table}", groups, {verdict for verdicts in made.values() for verdict in verdicts})
    for edition, verdicts in made.items():
        for verdict in verdicts:
            group = groups.get(verdict)
            group = group.get(edition) if isinstance(group, Mapping) else group
            if not isinstance(group, str):
                raise KnowledgeError(f"{FILE}: verdicts.{table}.{verdict} has no group in edition {edition!r}")
            yield (table, verdict, edition), group


def _only(where: str, given: Any, known: Any) -> None:
    for key in given:
        if key not in known:
            raise KnowledgeError(f"{FILE}: {where} {key!r} is not known; accepted: {', '.join(sorted(known))}")


def _plain(decision: Decision) -> dict[str, Any]:
    asked = plan().each.get(decision.table, ())
    return {**decision.to_json(), "asked": {name: decision.inputs[name] for name in asked}}


def _assemble(name: str, case: Case, asked: str | None) -> Assembly:
    edition = default_edition() if asked is None else asked
    if not isinstance(case, Mapping):
        raise InputError("case", case, "a mapping of inputs to what is known of them")
    known = {key: value for key, value in case.items() if value is not None}
    members = [load(table, edition) for table in plan().tables[name] if table in names(edition)]
    _refuse_unknown(name, known, members)
    grouped: dict[str, list[Decision]] = {group.replace("-", "_"): [] for group in GROUPS}
    for table in members:
        for decision in _answers(table, known):
            grouped[plan().group(decision).replace("-", "_")].append(decision)
    said = tuple(each.because for each in plan().contradictions if each.holds(known, members))
    groups = {group: tuple(found) for group, found in grouped.items()}
    return Assembly(name, edition, **groups, contradictions=said)


def _answers(table: Table, known: Case) -> Iterator[Decision]:
    """The table's decisions: one, or one for each treatment and purpose that it can be asked about."""
    asked = plan().each.get(table.name, ())
    own = {key: value for key, value in known.items() if key in _names(table, known) and key not in asked}
    choices = [_values(table, name, known) for name in asked]
    for values in product(*choices):
        yield decide(table.name, table.edition, **own, **dict(zip(asked, values, strict=True)))


def _values(table: Table, name: str, known: Case) -> list[Any]:
    """The values of an input asked in turn; the one that the case gives, if the table has it, else none."""
    return [v for v in table.input(name).values if v == known.get(name, v)]


def _names(table: Table, known: Case) -> tuple[str, ...]:
    """What a table can be told. Where the case gives a required verdict, that table's own inputs are not passed on."""
    derivation = derivation_of(table)
    found = [*(derivation.keywords if derivation else ()), *(i.name for i in table.inputs)]
    for required in table.inputs:
        if required.table and required.name not in known:
            found += keywords(load(required.table, table.edition))
    return tuple(dict.fromkeys(found))


def _refuse_unknown(name: str, known: Case, members: list[Table]) -> None:
    """Refuse an input that no table knows, one that no table is left to use, and a treatment that none has."""
    accepted = tuple(dict.fromkeys(key for table in members for key in keywords(table)))
    for key, value in known.items():
        if not isinstance(key, str) or key not in accepted:
            raise InputError(key, value, f"an input of {name!r}: {', '.join(accepted)}")
        if not any(key in _names(table, known) for table in members):
            raise InputError(key, value, "either it or the verdict that follows from it, not both")
        _refuse_unknown_treatment(key, value, members)


def _refuse_unknown_treatment(key: str, value: object, members: list[Table]) -> None:
    offered = [v for t in members if key in plan().each.get(t.name, ()) for v in t.input(key).values]
    if offered and not (isinstance(value, str) and value in offered):
        raise InputError(key, value, f"one of {', '.join(map(repr, dict.fromkeys(offered)))}")
