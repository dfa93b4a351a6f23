"""Checking tables against the evidence: every id exists, every number has a source, every table is proved."""

from collections.abc import Callable, Iterator

from netlearn import evidence
from netlearn.decision.load import EDITIONS, load, names
from netlearn.decision.proof import prove
from netlearn.decision.table import Clause, Table
from netlearn.decision.unary import plain
from netlearn.errors import KnowledgeError, NetlearnError

LOOK_UPS: dict[str, Callable[[str], object]] = {
    "facts": evidence.fact,
    "figures": evidence.figure,
    "updates": evidence.update,
    "errata": evidence.erratum,
}


def check_tables() -> None:
    """Check every table of every edition. Raises KnowledgeError naming the file, the clause and the field."""
    for edition in EDITIONS:
        for name in names(edition):
            table = load(name, edition)
            check_table(table)
            proof = prove(name, edition)
            if not proof.ok:
                raise KnowledgeError(f"{_file(table)}: not proved; see: netlearn prove {name} --edition {edition}")


def check_table(table: Table) -> None:
    """Check one table against the evidence."""
    for clause in table.clauses:
        for field, id in _unknown(clause):
            raise KnowledgeError(f"{_file(table)}: {clause.id}.{field} names {id!r}, which does not exist")
        for number in unsourced(clause):
            why = f"{number} is no bound of a cited fact; cite one or say why in `inferred`"
            raise KnowledgeError(f"{_file(table)}: {clause.id}.when: {why}")
    for rule in table.rules:
        if not (rule.facts or rule.figures or rule.updates):
            raise KnowledgeError(f"{_file(table)}: {rule.id}: no facts, figures or updates are cited")
    for verdict in table.verdicts.values():
        if verdict.share:
            evidence.fact(verdict.share)
        if verdict.was and verdict.was not in load(table.name, EDITIONS[0]).verdicts:
            raise KnowledgeError(f"{_file(table)}: verdicts.{verdict.id}.was names {verdict.was!r}, no older verdict")


def unsourced(clause: Clause) -> tuple[str, ...]:
    """The numbers of a clause's condition that no cited fact or figure has as a bound."""
    if clause.inferred:
        return ()
    cited = [evidence.fact(f).value for f in clause.facts] + [evidence.figure(f).value for f in clause.figures]
    bounds = {end for value in cited if value for end in value.bounds()}
    return tuple(plain(n) for test in clause.when.values() for n in test.literals if n not in bounds)


def _unknown(clause: Clause) -> Iterator[tuple[str, str]]:
    for field, look_up in LOOK_UPS.items():
        for id in getattr(clause, field):
            try:
                look_up(id)
            except NetlearnError:
                yield field, id


def _file(table: Table) -> str:
    return f"tables/{table.edition}/{table.name}.toml"
