"""Compiling a table to a reduced, ordered decision diagram.

A node asks one input and has one child per cell of it; a terminal lists the clauses that hold.
Children are numbers: from 0 up a node, below 0 the terminal ``-1 - child``.
Equal sub-diagrams are one node, and a node whose children are all the same is left out,
so the diagram is exact and small where listing the combinations would explode.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load
from netlearn.decision.table import Table

Cells = tuple[tuple[Cell, ...], ...]


@frozen
class Terminal:
    """The clauses that hold, by kind; ``rules`` are those left after precedence."""

    rules: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """``decided``, ``not-stated``, ``conflict`` or ``impossible``."""
        if self.impossible:
            return "impossible"
        return {0: "not-stated", 1: "decided"}.get(len(self.verdicts), "conflict")


@frozen
class Diagram:
    """A compiled table."""

    inputs: tuple[Input, ...]
    cells: Cells
    nodes: tuple[tuple[int, tuple[int, ...]], ...]
    terminals: tuple[Terminal, ...]
    root: int

    def paths(self, ref: int | None = None) -> Iterator[tuple[Mapping[int, frozenset[int]], Terminal]]:
        """Every path: which cells of which inputs lead to which terminal. Cells with one child go together."""
        ref = self.root if ref is None else ref
        if ref < 0:
            yield {}, self.terminals[-1 - ref]
            return
        number, children = self.nodes[ref]
        for child in dict.fromkeys(children):
            cells = frozenset(i for i, c in enumerate(children) if c == child)
            for rest, terminal in self.paths(child):
                yield {number: cells, **rest}, terminal


@cache
def compiled(table: str, edition: str) -> Diagram:
    """The diagram of a table, made once."""
    return compile_table(load(table, edition))


def compile_table(table: Table, cells: Cells | None = None) -> Diagram:
    """The diagram of a table; ``cells`` may split its inputs more finely, as comparing editions needs."""
    cells = cells or tuple(i.split(table.tests_on(i.name)) for i in table.inputs)
    return _Builder(table, cells).build()


class Store:
    """Nodes and terminals, each kept once."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[int, tuple[int, ...]], int] = {}
        self.terminals: dict[Terminal, int] = {}

    def node(self, number: int, children: tuple[int, ...]) -> int:
        """The reference of a node, or of its only child."""
        if len(set(children)) == 1:
            return children[0]
        return self.nodes.setdefault((number, children), len(self.nodes))

    def terminal(self, terminal: Terminal) -> int:
        """The reference of a terminal."""
        return -1 - self.terminals.setdefault(terminal, len(self.terminals))

    def diagram(self, inputs: tuple[Input, ...], cells: Cells, root: int) -> Diagram:
        """The finished diagram."""
        return Diagram(inputs, cells, tuple(self.nodes), tuple(self.terminals), root)


class _Builder:
    """Follows the inputs in order, keeping the set of clauses that can still hold."""

    def __init__(self, table: Table, cells: Cells) -> None:
        self.table, self.cells, self.store = table, cells, Store()
        self.clauses = table.clauses
        self.memo: dict[tuple[int, frozenset[int]], int] = {}
        self.kept = [self._kept(asked, split) for asked, split in zip(table.inputs, cells, strict=True)]

    def _kept(self, asked: Input, cells: Sequence[Cell]) -> list[frozenset[int]]:
        """For each cell, the clauses whose test on this input it passes."""
        return [
            frozenset(
                n
                for n, clause in enumerate(self.clauses)
                if asked.name not in clause.when or clause.when[asked.name].accepts(asked.witness(cell))
            )
            for cell in cells
        ]

    def build(self) -> Diagram:
        root = self._visit(0, frozenset(range(len(self.clauses))))
        return self.store.diagram(self.table.inputs, self.cells, root)

    def _visit(self, level: int, alive: frozenset[int]) -> int:
        if level == len(self.cells):
            return self.store.terminal(self._terminal(alive))
        key = (level, alive)
        if key not in self.memo:
            children = tuple(self._visit(level + 1, alive & kept) for kept in self.kept[level])
            self.memo[key] = self.store.node(level, children)
        return self.memo[key]

    def _terminal(self, alive: frozenset[int]) -> Terminal:
        holds = {self.clauses[n].id for n in alive}
        fired = [r.id for r in self.table.rules if r.id in holds]
        left = prevailing(self.table, fired)
        verdicts = tuple(sorted({self.table.rule(r).verdict for r in left}))

        def kept(kind: str) -> tuple[str, ...]:
            return tuple(c.id for c in getattr(self.table, kind) if c.id in holds)

        return Terminal(
            rules=left,
            cautions=kept("cautions"),
            silent=kept("silent"),
            conflicts=kept("conflicts"),
            impossible=kept("impossible"),
            verdicts=verdicts,
        )


def prevailing(table: Table, fired: Sequence[str]) -> tuple[str, ...]:
    """The fired rules that no prevailing rule beats; a rule that is itself beaten beats nothing."""
    left: dict[str, bool] = {}

    def prevails(rule: str) -> bool:
        if rule not in left:
            left[rule] = not any(rule in table.rule(o).over and prevails(o) for o in fired if o != rule)
        return left[rule]

    return tuple(r for r in fired if prevails(r))
