"""Checks the tables against the evidence: every id exists, every number has a source, every table is proved."""

from collections.abc import Iterator
from fractions import Fraction

from netlearn import evidence
from netlearn.checks.citations import unknown_ids
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.decision.diagram import compiled
from netlearn.decision.load import editions_of, load, names
from netlearn.decision.proof import Proof, prove_table
from netlearn.decision.soundness import contradicted, misplaced, unsourced
from netlearn.decision.table import Clause, Table
from netlearn.editions import edition_ids

_DEFECTS = {
    "gaps": "no rule covers it, and no silence is declared",
    "conflicts": "rules disagree, and no conflict is declared",
    "false_silences": "a rule speaks where a silence is declared",
    "unreachable": "never holds",
}


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each table of each edition."""
    for edition in edition_ids():
        for name in names(edition):
            yield from faults_in(f"tables/{edition}/{name}.toml", _of_table, name, edition)


def _of_table(name: str, edition: str) -> Iterator[Fault]:
    table = load(name, edition)
    file = f"tables/{edition}/{name}.toml"
    yield from sources(table, file)
    yield from findings(table, file)
    yield from verdicts(table, file)
    yield from defects(prove_table(table, compiled(name, edition)), file)


def sources(table: Table, file: str) -> Iterator[Fault]:
    """Yield each clause that cites what does not exist, holds a number of no cited fact, or leaves out an erratum."""
    for clause in table.every_clause:
        unknown = tuple(unknown_ids(clause, file))
        yield from unknown
        if not unknown:
            yield from _numbers(clause, file)
            for test in misplaced(clause):
                says = f"{test!r} holds or leaves out its end, and the cited value does the opposite"
                yield Fault(file, clause.id, "when", says)
            yield from _errata(clause, file)
    for rule in table.rules:
        if not (rule.facts or rule.figures or rule.updates):
            yield Fault(file, rule.id, "facts", "no facts, figures or updates are cited")


def _numbers(clause: Clause, file: str) -> Iterator[Fault]:
    for number in unsourced(clause):
        near = ", ".join(f"figures = [{id!r}]" for id in _having(number, clause))
        cite = f"cite {near}" if near else "cite one"
        says = f"{number} is no bound of a cited fact or figure; {cite}, or say why in `inferred`"
        yield Fault(file, clause.id, "when", says)


def _having(number: str, clause: Clause) -> Iterator[str]:
    """The figures that have a number as a bound, of the updates and errata that a clause cites already."""
    known = [figure for id in clause.updates for figure in evidence.update(id).figures]
    known += [figure for id in clause.errata for figure in evidence.erratum(id).figures]
    yield from (each.id for each in known if each.value and Fraction(number) in each.value.bounds())


def findings(table: Table, file: str) -> Iterator[Fault]:
    """Yield each finding that states what its rule's conditions do not, or of which nobody said what it states."""
    for rule in table.rules:
        if bool(rule.finding) is (rule.finding_of is None):
            says = "goes with a finding: the inputs of which its words speak, each with what they state; {} for none"
            yield Fault(file, rule.id, "finding_of", says)
        for name in contradicted(table, rule):
            yield Fault(file, rule.id, "finding", f"{rule.finding!r} states a {name} that `when` does not hold to")


def _errata(clause: Clause, file: str) -> Iterator[Fault]:
    """Whoever cites a fact carries every erratum of it that could harm or mislead."""
    touching = {e for fact in clause.facts for e in evidence.fact(fact).errata}
    for erratum in sorted(touching - set(clause.errata)):
        if evidence.erratum(erratum).risk in ("A", "B"):
            yield Fault(file, clause.id, "errata", f"lacks {erratum}, which touches a fact cited here")


def verdicts(table: Table, file: str) -> Iterator[Fault]:
    """Yield each verdict that names a fact or an older verdict that does not exist."""
    for verdict in table.verdicts.values():
        if verdict.share and verdict.share not in evidence.facts():
            yield Fault(file, verdict.id, "share", f"{verdict.share!r} does not exist")
        if verdict.was and verdict.was not in load(table.name, editions_of(table.name)[0]).verdicts:
            yield Fault(file, verdict.id, "was", f"{verdict.was!r} is no verdict of the oldest edition")


def defects(proof: Proof, file: str) -> Iterator[Fault]:
    """Yield each region or clause for which a proof fails."""
    for kind, says in _DEFECTS.items():
        for defect in getattr(proof, kind):
            yield Fault(file, str(defect), "", says)
