"""Where two editions of a table differ, exactly: the product of their two diagrams."""

from typing import Any

from attrs import evolve, frozen

from netlearn.decision.diagram import Cells, Diagram, Store, Terminal, compile_table
from netlearn.decision.load import load
from netlearn.decision.proof import Region, region
from netlearn.decision.restrict import Outcome, outcome_of
from netlearn.decision.table import Clause, Table


@frozen
class Difference:
    """A region in which two editions answer differently, with a witness and the updates that caused it."""

    region: Region
    before: Outcome
    after: Outcome
    updates: tuple[str, ...]


def compare(table: str, before: str = "review-2012", after: str = "2026") -> tuple[Difference, ...]:
    """Every region where the editions differ; inputs that were renamed are read as one.

    >>> (("G3",), ("NEC",)) in {(d.before.verdicts, d.after.verdicts) for d in compare("grade")}
    True
    """
    old, new = load(table, before), load(table, after)
    return compare_tables(_renamed(old, new), new)


def _renamed(old: Table, new: Table) -> Table:
    """The older table with the newer table's names for its inputs."""
    names = {then: now for now, then in new.renames.items()}

    def named(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(evolve(c, when={names.get(n, n): t for n, t in c.when.items()}) for c in clauses)

    kinds = ("rules", "cautions", "silent", "conflicts", "impossible")
    inputs = tuple(evolve(i, name=names.get(i.name, i.name)) for i in old.inputs)
    changed: dict[str, Any] = {kind: named(getattr(old, kind)) for kind in kinds}
    return evolve(old, inputs=inputs, **changed)


def compare_tables(old: Table, new: Table) -> tuple[Difference, ...]:
    """The differences between two tables over the union of their inputs."""
    names = {i.name for i in new.inputs}
    inputs = new.inputs + tuple(i for i in old.inputs if i.name not in names)
    old, new = evolve(old, inputs=inputs), evolve(new, inputs=inputs)
    cells: Cells = tuple(i.split([*old.tests_on(i.name), *new.tests_on(i.name)]) for i in inputs)
    one, two = compile_table(old, cells), compile_table(new, cells)
    product, pairs = _product(one, two)
    found = []
    for path, end in product.paths():
        a, b = pairs[int(end.rules[0])]
        if outcome_of(a) == outcome_of(b) or "impossible" in (a.status, b.status):
            continue
        clauses = [*(new.rule(r) for r in b.rules), *(s for s in new.silent if s.id in b.silent)]
        updates = tuple(dict.fromkeys(u for c in clauses for u in c.updates))
        found.append(
            Difference(region(new, product, path, (*a.rules, *b.rules)), outcome_of(a), outcome_of(b), updates)
        )
    return tuple(found)


def _product(one: Diagram, two: Diagram) -> tuple[Diagram, list[tuple[Terminal, Terminal]]]:
    """The diagram whose ends are pairs of ends; a terminal's only rule is the number of its pair."""
    store, memo = Store(), dict[tuple[int, int], int]()
    pairs: dict[tuple[Terminal, Terminal], int] = {}

    def visit(a: int, b: int) -> int:
        if (a, b) not in memo:
            memo[a, b] = end(a, b) if a < 0 and b < 0 else step(a, b)
        return memo[a, b]

    def end(a: int, b: int) -> int:
        pair = (one.terminals[-1 - a], two.terminals[-1 - b])
        return store.terminal(Terminal(rules=(str(pairs.setdefault(pair, len(pairs))),)))

    def step(a: int, b: int) -> int:
        level = min(d.nodes[ref][0] for d, ref in ((one, a), (two, b)) if ref >= 0)

        def child(diagram: Diagram, ref: int, cell: int) -> int:
            return diagram.nodes[ref][1][cell] if ref >= 0 and diagram.nodes[ref][0] == level else ref

        count = len(one.cells[level])
        return store.node(level, tuple(visit(child(one, a, n), child(two, b, n)) for n in range(count)))

    root = visit(one.root, two.root)
    return store.diagram(one.inputs, one.cells, root), list(pairs)
