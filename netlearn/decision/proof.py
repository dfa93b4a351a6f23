"""Proving a table: every region of its inputs is decided, declared silent or declared in conflict.

The proof walks the whole compiled diagram, so it is exact: nothing is sampled.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from netlearn.decision.diagram import Diagram, Terminal, compile_plausible, compiled
from netlearn.decision.load import load
from netlearn.decision.restrict import is_possible, narrowed
from netlearn.decision.soundness import contradicted, unsourced
from netlearn.decision.table import Table
from netlearn.decision.unary import Value

SHOWN = 12  # regions of one kind that a proof lists; it counts them all


@dataclass(frozen=True, slots=True)
class Region:
    """A set of cases: a condition on some inputs, and one case in it."""

    when: Mapping[str, str]
    witness: Mapping[str, Value]
    clauses: tuple[str, ...]

    def __str__(self) -> str:
        return " and ".join(f"{name} {test}" for name, test in self.when.items()) or "always"


@dataclass(frozen=True, slots=True)
class Proof:
    """What walking a table found. ``ok`` when nothing is left open; ``regions`` counts the paths of the diagram.

    ``unsourced`` lists the numbers that no cited fact holds, ``contradicted`` the inputs of which a finding says what
    its rule's conditions do not, each after the id of its clause.
    """

    table: str
    edition: str
    rules: int
    nodes: int
    regions: int
    gaps: tuple[Region, ...]
    conflicts: tuple[Region, ...]
    false_silences: tuple[Region, ...]
    declared_silences: tuple[Region, ...]
    declared_conflicts: tuple[Region, ...]
    unreachable: tuple[str, ...]
    boundaries: tuple[tuple[str, Fraction], ...]
    unsourced: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """No undeclared gap or conflict, no false silence, no clause that never holds, no claim without its ground."""
        return not (
            self.gaps
            or self.conflicts
            or self.false_silences
            or self.unreachable
            or self.unsourced
            or self.contradicted
        )


def prove(table: str, edition: str | None = None) -> Proof:
    """Prove one table of one edition.

    >>> proof = prove("grade")
    >>> proof.ok, [str(end) for _, end in proof.boundaries]
    (True, ['20', '20'])
    """
    found = load(table, edition)
    numbers = tuple(f"{clause.id}: {number}" for clause in found.clauses for number in unsourced(clause))
    findings = tuple(f"{rule.id}: {name}" for rule in found.rules for name in contradicted(found, rule))
    return replace(prove_table(found, compiled(table, found.edition)), unsourced=numbers, contradicted=findings)


def prove_table(table: Table, diagram: Diagram) -> Proof:
    """Prove the logic of a table that is already compiled; its sources and findings are not looked at."""

    def where(condition: Callable[[Terminal], bool]) -> tuple[Region, ...]:
        return tuple(islice(_regions(table, diagram, condition), SHOWN))

    return Proof(
        table=table.name,
        edition=table.edition,
        rules=len(table.rules),
        nodes=len(diagram.nodes),
        regions=_count_paths(diagram),
        gaps=where(lambda t: t.status == "not-stated" and not t.silent),
        conflicts=where(lambda t: t.status == "conflict" and not t.conflicts),
        false_silences=where(lambda t: t.status in ("decided", "conflict") and _speaks_in_silence(table, t)),
        declared_silences=where(lambda t: t.status == "not-stated" and bool(t.silent)),
        declared_conflicts=where(lambda t: t.status == "conflict" and bool(t.conflicts)),
        unreachable=_unreachable(table, diagram),
        boundaries=_boundaries(table),
    )


def _speaks_in_silence(table: Table, terminal: Terminal) -> bool:
    silences = [s for s in table.silent if s.id in terminal.silent]
    return any(not set(terminal.rules) & set(s.unless) for s in silences)


def _regions(table: Table, diagram: Diagram, condition: Callable[[Terminal], bool]) -> Iterator[Region]:
    if not any(map(condition, diagram.terminals)):  # most proofs look for what is not there
        return
    for path, terminal in diagram.paths():
        if condition(terminal):
            yield region(table, diagram, path, (*terminal.rules, *terminal.silent, *terminal.conflicts))


def region(table: Table, diagram: Diagram, path: Mapping[int, frozenset[int]], clauses: tuple[str, ...]) -> Region:
    """A path of a diagram in words, with a case that follows it."""
    when = {table.inputs[n].name: _test(table, diagram, n, cells) for n, cells in sorted(path.items())}
    witness = {
        asked.name: asked.witness(diagram.cells[n][min(path.get(n, {0}))]) for n, asked in enumerate(table.inputs)
    }
    return Region(when, witness, clauses)


def _test(table: Table, diagram: Diagram, number: int, cells: frozenset[int]) -> str:
    asked = table.inputs[number]
    return " or ".join(asked.describe(diagram.cells[number][n]) for n in sorted(cells))


def _count_paths(diagram: Diagram) -> int:
    """Paths from the root, cells with the same child counted once, terminals that are impossible left out."""
    counts = [0] * len(diagram.nodes)

    def count(ref: int) -> int:
        return counts[ref] if ref >= 0 else int(not diagram.terminals[-1 - ref].impossible)

    for n, (_, children) in enumerate(diagram.nodes):  # children come before their parents
        counts[n] = sum(count(child) for child in set(children))
    return count(diagram.root)


def _unreachable(table: Table, diagram: Diagram) -> tuple[str, ...]:
    """Rules that never prevail and other clauses that never hold, outside what is impossible.

    A rule, a silence or a conflict all of whose cases are implausible could never be asked about: it is listed too.
    """
    used = {id for t in diagram.terminals for id in (*t.rules, *t.silent, *t.conflicts, *t.impossible)}
    anything = [range(len(cells)) for cells in diagram.cells]
    used |= {id for id, condition in diagram.cautions.items() if is_possible(diagram, narrowed(anything, condition))}
    if table.implausible:
        drawn = compile_plausible(table).terminals
        odd = {c.id for c in table.implausible}
        used |= {id for t in drawn if odd.issuperset(t.impossible) for id in t.impossible}
        asked = {c.id for c in (*table.rules, *table.silent, *table.conflicts)}
        used -= asked - {id for t in drawn for id in (*t.rules, *t.silent, *t.conflicts)}
    return tuple(c.id for c in table.every_clause if c.id not in used)


def _boundaries(table: Table) -> tuple[tuple[str, Fraction], ...]:
    """Every number at which some rule changes its mind, within the domain."""
    return tuple(
        (asked.name, end)
        for asked in table.inputs
        if asked.domain
        for end in sorted({e for t in table.tests_on(asked.name) for e in t.literals})
        if end in asked.domain
    )
