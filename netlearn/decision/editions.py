"""Where two editions of a table differ, exactly: the product of their diagrams.

A table may require another whose verdicts were divided anew between the editions (``grade``: one grade 3 became NET G3
and NEC). Such an input is compared over the required table's own inputs, on which both editions speak.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from netlearn.decision.diagram import Diagram, Store, Terminal, compile_table
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.proof import Region, region
from netlearn.decision.restrict import Outcome, restrict
from netlearn.decision.table import Clause, Table
from netlearn.decision.unary import parse_test
from netlearn.editions import newest_edition

IMPOSSIBLE = Outcome("impossible", ())
SAME = Terminal()  # the end of every path on which the editions agree, or which one of them excludes


@dataclass(frozen=True, slots=True)
class Difference:
    """A region in which two editions answer differently, with a witness and what caused it.

    ``updates`` and ``errata`` are those of the newer edition's rules and silences that speak there.
    """

    region: Region
    before: Outcome
    after: Outcome
    updates: tuple[str, ...]
    errata: tuple[str, ...]


def compare(table: str, before: str | None = None, after: str | None = None) -> tuple[Difference, ...]:
    """Every region where the editions differ; inputs that were renamed are read as one.

    Unless told, the default edition is compared with the newest.
    Where the newer edition knows a value that the older cannot be asked about, a newer drug, the older one is silent.

    >>> (("G3",), ("NEC",)) in {(d.before.verdicts, d.after.verdicts) for d in compare("grade")}
    True
    """
    old, new = load(table, before), load(table, after or newest_edition())  # what cannot be looked up is refused here
    return _compare(table, old.edition, new.edition)


@cache
def _compare(table: str, before: str, after: str) -> tuple[Difference, ...]:
    old, new = load(table, before), load(table, after)
    apart = [i.table for i in new.inputs if _divided_anew(i, old)]
    return compare_tables(_side(old, apart, new), _side(new, apart))


def _divided_anew(asked: Input, old: Table) -> bool:
    """Whether both editions require the same table but know different verdicts of it."""
    then = next((i for i in old.inputs if i.name == asked.name), None)
    return bool(asked.table and then and then.table == asked.table and then.values != asked.values)


@dataclass(frozen=True, slots=True)
class Side:
    """One edition: its table, and the tables it requires that are worked out rather than taken as given."""

    table: Table
    required: Mapping[str, Table] = field(default_factory=dict)  # input -> the table that gives it

    def own_inputs(self) -> list[Input]:
        """What is asked once the required tables are worked out."""
        asked = [i for i in self.table.inputs if i.name not in self.required]
        return [*asked, *(i for t in self.required.values() for i in t.inputs)]

    def over(self, inputs: Sequence[Input], cells: Sequence[Any]) -> "_Compiled":
        """The diagrams of this side over common inputs; what is worked out comes last."""
        last = [self.table.input(name) for name in self.required]
        own = replace(self.table, inputs=(*inputs, *last))
        split = (*cells, *(i.split(own.tests_on(i.name)) for i in last))
        parts = {
            name: compile_table(replace(t, inputs=tuple(inputs)), tuple(cells)) for name, t in self.required.items()
        }
        return _Compiled(self, compile_table(own, split), parts, len(inputs))


@dataclass(frozen=True, slots=True)
class _End:
    """What one edition says at the end of a path, and the clauses that say it.

    ``worked_out`` are the clauses of the required tables, where the answer ``depends`` on their verdicts.
    """

    outcome: Outcome
    clauses: tuple[Clause, ...] = ()
    worked_out: tuple[Clause, ...] = ()
    depends: bool = False


@dataclass(frozen=True, slots=True)
class _Compiled:
    side: Side
    diagram: Diagram
    parts: Mapping[str, Diagram]
    common: int

    @property
    def diagrams(self) -> tuple[Diagram, ...]:
        return (self.diagram, *self.parts.values())

    def end(self, refs: Sequence[int]) -> _End:
        """The answer where the table's diagram stands at one reference and each required one at a terminal."""
        given = [d.terminals[-1 - ref] for d, ref in zip(self.parts.values(), refs[1:], strict=True)]
        if any(t.impossible for t in given):
            return _End(IMPOSSIBLE)
        here = replace(self.diagram, root=refs[0])
        left, whole = restrict(here, self._allowed(given)), restrict(here, [range(len(c)) for c in here.cells])
        required = zip(self.side.required.values(), given, strict=True)
        return _End(
            left.outcome if left.outcomes else IMPOSSIBLE,
            tuple(c for t in left.terminals for c in _clauses(self.side.table, t)),
            tuple(c for table, terminal in required for c in _clauses(table, terminal)),
            len(whole.outcomes) > 1,
        )

    def _allowed(self, given: Sequence[Terminal]) -> list[Iterable[int]]:
        """Every cell of the common inputs; of what is worked out, its verdicts, or all where it has none."""
        allowed: list[Iterable[int]] = [range(len(c)) for c in self.diagram.cells]
        for n, terminal in enumerate(given, start=self.common):
            cells = self.diagram.cells[n]
            allowed[n] = [i for i, cell in enumerate(cells) if not terminal.verdicts or cell in terminal.verdicts]
        return allowed


def _clauses(table: Table, terminal: Terminal) -> list[Clause]:
    said = {*terminal.rules, *terminal.silent}
    return [c for c in (*table.rules, *table.silent) if c.id in said]


def _side(table: Table, apart: Sequence[str], newer: Table | None = None) -> Side:
    """A table with those it requires, under the newer edition's names for their inputs."""
    required = {i.name: load(i.table, table.edition) for i in table.inputs if i.table in apart}
    if newer is None:
        return Side(table, required)
    renamed = {name: _renamed(t, load(t.name, newer.edition)) for name, t in required.items()}
    return Side(_within_its_values(_renamed(table, newer), newer), renamed)


def _within_its_values(old: Table, new: Table) -> Table:
    """The older table made silent where the newer one knows a value that the older cannot be asked about."""
    values = {i.name: i.values for i in new.inputs if i.kind == "choice" and not i.table}
    own = {
        i.name: parse_test(", ".join(f'"{value}"' for value in i.values))
        for i in old.inputs
        if not i.table and set(values.get(i.name, ())) - set(i.values)
    }
    kinds = ("rules", "cautions", "silent", "conflicts", "impossible")
    changed: dict[str, Any] = {
        kind: tuple(replace(c, when={**own, **c.when}) for c in getattr(old, kind)) for kind in kinds
    }
    return replace(old, **changed) if own else old


def _renamed(old: Table, new: Table) -> Table:
    """The older table with the newer table's names for its inputs."""
    names = {then: now for now, then in new.renames.items()}

    def named(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(replace(c, when={names.get(n, n): t for n, t in c.when.items()}) for c in clauses)

    kinds = ("rules", "cautions", "silent", "conflicts", "impossible", "implausible")
    inputs = tuple(replace(i, name=names.get(i.name, i.name)) for i in old.inputs)
    changed: dict[str, Any] = {kind: named(getattr(old, kind)) for kind in kinds}
    return replace(old, inputs=inputs, **changed)


def compare_tables(before: Side, after: Side) -> tuple[Difference, ...]:
    """The differences between two editions over the union of what they ask."""
    inputs = tuple({i.name: i for i in (*before.own_inputs(), *after.own_inputs())}.values())
    tables = [before.table, *before.required.values(), after.table, *after.required.values()]
    cells = tuple(i.split([test for t in tables for test in t.tests_on(i.name)]) for i in inputs)
    product, ends = _product(before.over(inputs, cells), after.over(inputs, cells))
    asked = replace(after.table, inputs=inputs)
    return tuple(
        Difference(region(asked, product, path, ()), *ends[int(end.rules[0])])
        for path, end in product.paths()
        if end != SAME
    )


_Key = tuple[Outcome, Outcome, tuple[str, ...], tuple[str, ...]]


def _key(before: _End, after: _End) -> _Key | None:
    """What a difference is, or None where there is none."""
    if before.outcome == after.outcome or "impossible" in (before.outcome.status, after.outcome.status):
        return None
    clauses = (*after.clauses, *(after.worked_out if before.depends or after.depends else ()))
    updates = tuple(sorted({u for c in clauses for u in c.updates}))
    errata = tuple(sorted({e for c in clauses for e in c.errata}))
    return before.outcome, after.outcome, updates, errata


def _product(one: _Compiled, two: _Compiled) -> tuple[Diagram, list[_Key]]:
    """The diagram whose ends are differences; the only rule of a terminal is the number of its difference."""
    store, memo, keys = Store(), dict[tuple[int, ...], int](), dict[_Key, int]()
    diagrams, split = (*one.diagrams, *two.diagrams), len(one.diagrams)
    width = one.common

    def visit(refs: tuple[int, ...]) -> int:
        if refs not in memo:
            levels = [d.nodes[ref][0] for d, ref in zip(diagrams, refs, strict=True) if ref >= 0]
            level = min(levels, default=width)
            memo[refs] = step(refs, level) if level < width else end(refs)
        return memo[refs]

    def end(refs: tuple[int, ...]) -> int:
        key = _key(one.end(refs[:split]), two.end(refs[split:]))
        return store.terminal(SAME if key is None else Terminal(rules=(str(keys.setdefault(key, len(keys))),)))

    def step(refs: tuple[int, ...], level: int) -> int:
        def child(diagram: Diagram, ref: int, cell: int) -> int:
            return diagram.nodes[ref][1][cell] if ref >= 0 and diagram.nodes[ref][0] == level else ref

        cells = range(len(one.diagram.cells[level]))
        return store.node(
            level, tuple(visit(tuple(child(d, r, n) for d, r in zip(diagrams, refs, strict=True))) for n in cells)
        )

    root = visit(tuple(d.root for d in diagrams))
    return store.diagram(one.diagram.inputs[:width], one.diagram.cells[:width], root), list(keys)
