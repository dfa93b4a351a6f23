"""Compiling a table to a reduced, ordered decision diagram.

A node asks one input and has one child per cell of it; a terminal lists the rules, silences, conflicts and
impossibilities that hold. Children are numbers: from 0 up a node, below 0 the terminal ``-1 - child``.
Equal sub-diagrams are one node, and a node whose children are all the same is left out,
so the diagram is exact and small where listing the combinations would explode.

Cautions stand beside it, each with its own condition: inside, each would split every region that it touches.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from netlearn.decision.inputs import Input
from netlearn.decision.load import as_written
from netlearn.decision.masks import Cells, Condition, all_cells, conditions, mask_of
from netlearn.decision.table import CautionClause, Clause, Exclusion, Rule, Table


@dataclass(frozen=True, slots=True)
class Terminal:
    """The clauses that hold, by kind; ``rules`` are those left after precedence. What is impossible says only why.

    ``cautions`` is filled only in a diagram that was asked to hold them.
    """

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


@dataclass(frozen=True, slots=True)
class Diagram:
    """A compiled table; ``cautions`` are the conditions of those that it leaves outside, as is what is implausible."""

    inputs: tuple[Input, ...]
    cells: Cells
    nodes: tuple[tuple[int, tuple[int, ...]], ...]
    terminals: tuple[Terminal, ...]
    root: int
    cautions: Mapping[str, Condition] = field(default_factory=dict)
    implausible: tuple[Condition, ...] = ()

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
    return compile_table(as_written(table, edition))


@cache
def compiled_with_cautions(table: str, edition: str) -> Diagram:
    """The diagram of a table whose terminals list the cautions too: larger, for drawing cases that differ in them."""
    return compile_table(as_written(table, edition), with_cautions=True)


@cache
def compiled_plausible(table: str, edition: str) -> Diagram:
    """The diagram of a table in which what is implausible is impossible, for suggesting changes to a case."""
    return compile_plausible(as_written(table, edition))


@cache
def compiled_to_draw(table: str, edition: str) -> Diagram:
    """The same with cautions, for drawing cases."""
    return compile_table(_only_plausible(as_written(table, edition)), with_cautions=True)


def compile_plausible(table: Table) -> Diagram:
    """The diagram of a table in which what is implausible is impossible."""
    return compile_table(_only_plausible(table))


def _only_plausible(table: Table) -> Table:
    return replace(table, impossible=(*table.impossible, *table.implausible), implausible=())


def compile_table(table: Table, cells: Cells | None = None, *, with_cautions: bool = False) -> Diagram:
    """The diagram of a table; ``cells`` may split its inputs more finely, as comparing editions needs."""
    cells = cells or tuple(i.split(table.splits_of(i.name)) for i in table.inputs)
    clauses = tuple(c for c in table.clauses if with_cautions or not isinstance(c, CautionClause))
    builder = _Builder(table, cells, clauses)
    outside = (
        {}
        if with_cautions
        else dict(zip((c.id for c in table.cautions), conditions(table.inputs, cells, table.cautions), strict=True))
    )
    made = builder.store.diagram(table.inputs, cells, builder.visit(0, all_cells(clauses)), outside)
    return replace(made, implausible=conditions(table.inputs, cells, table.implausible))


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

    def diagram(
        self, inputs: tuple[Input, ...], cells: Cells, root: int, cautions: Mapping[str, Condition] | None = None
    ) -> Diagram:
        """The finished diagram."""
        return Diagram(inputs, cells, tuple(self.nodes), tuple(self.terminals), root, cautions or {})


class _Builder:
    """Follows the inputs in order, keeping the set of clauses that can still hold: one bit a clause."""

    def __init__(self, table: Table, cells: Cells, clauses: tuple[Clause, ...]) -> None:
        self.table, self.clauses, self.store = table, clauses, Store()
        self.memo: dict[tuple[int, int], int] = {}
        wanted = [dict(condition) for condition in conditions(table.inputs, cells, clauses)]
        # By input: which clauses test it, for each of its cells which can hold there, and which it or a later one ends.
        self.testing = [mask_of(n for n, masks in enumerate(wanted) if number in masks) for number in range(len(cells))]
        self.kept = [[_kept(wanted, number, cell) for cell in range(len(split))] for number, split in enumerate(cells)]
        self.open = [
            mask_of(n for n, masks in enumerate(wanted) if any(k >= level for k in masks))
            for level in range(len(cells) + 1)
        ]
        self.impossible = mask_of(n for n, clause in enumerate(clauses) if isinstance(clause, Exclusion))
        self.over = _precedence(clauses)

    def visit(self, level: int, alive: int) -> int:
        """The reference of the part of the diagram below an input, for the clauses that can still hold."""
        while level < len(self.kept) and not alive & self.testing[level]:
            level += 1
        key = (level, self._settled(level, alive))
        if key not in self.memo:
            self.memo[key] = self._node(*key) if level < len(self.kept) else self._end(key[1])
        return self.memo[key]

    def _settled(self, level: int, alive: int) -> int:
        """The same without what can make no difference any more: fewer sets, so fewer to follow."""
        certain = alive & ~self.open[level]
        if certain & self.impossible:
            return alive & self.impossible
        for rule, (beats, beaten_by) in self.over.items():
            if certain >> rule & 1 and not alive & beaten_by:
                alive &= ~beats
        return alive

    def _node(self, level: int, alive: int) -> int:
        return self.store.node(level, tuple(self.visit(level + 1, alive & kept) for kept in self.kept[level]))

    def _end(self, alive: int) -> int:
        holds = {clause.id for n, clause in enumerate(self.clauses) if alive >> n & 1}
        return self.store.terminal(terminal_of(self.table, holds))


def _kept(wanted: Sequence[Mapping[int, int]], number: int, cell: int) -> int:
    return mask_of(n for n, masks in enumerate(wanted) if masks.get(number, -1) >> cell & 1)


def _precedence(clauses: Sequence[Clause]) -> dict[int, tuple[int, int]]:
    """For each rule that prevails over others, which those are, and which prevail over it."""
    rules = {n: clause for n, clause in enumerate(clauses) if isinstance(clause, Rule)}
    beats = {n: mask_of(k for k, other in rules.items() if other.id in rule.over) for n, rule in rules.items()}
    return {n: (mask, mask_of(k for k in rules if beats[k] >> n & 1)) for n, mask in beats.items() if mask}


def terminal_of(table: Table, holds: set[str]) -> Terminal:
    """The end of a case for which these clauses hold."""

    def kept(clauses: Sequence[Clause]) -> tuple[str, ...]:
        return tuple(c.id for c in clauses if c.id in holds)

    if impossible := kept(table.impossible):
        return Terminal(impossible=impossible)
    left = prevailing(table, kept(table.rules))
    return Terminal(
        rules=left,
        cautions=kept(table.cautions),
        silent=kept(table.silent),
        conflicts=kept(table.conflicts),
        verdicts=tuple(sorted({r.verdict for r in table.rules if r.id in left})),
    )


def prevailing(table: Table, fired: Sequence[str]) -> tuple[str, ...]:
    """The fired rules that no prevailing rule beats; a rule that is itself beaten beats nothing."""
    rules: dict[str, Rule] = {r.id: r for r in table.rules if r.id in fired}
    left: dict[str, bool] = {}

    def prevails(rule: str) -> bool:
        if rule not in left:
            left[rule] = not any(rule in other.over and prevails(other.id) for other in rules.values())
        return left[rule]

    return tuple(r for r in fired if prevails(r))
