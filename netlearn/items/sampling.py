"""Drawing a case that ends where it should: a walk down a table's diagram that never enters a dead end.

Several walks may go down together, the same but for one input: both sides of a threshold, ending apart.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netlearn.decision.diagram import Diagram, Terminal
from netlearn.items.phrases import phrases
from netlearn.items.seeds import Draw

Ends = Sequence[Terminal]
Goal = Callable[[Ends], bool]
Cells = dict[int, int]
Refs = tuple[int, ...]
_USUALLY = 4  # how many times as often the usual value of an input is drawn


class Sampler:
    """Draws the first walk's cells; ``fixed`` says, for each walk, which cell of which input it must take."""

    def __init__(self, table: str, diagram: Diagram, goal: Goal, fixed: Sequence[Mapping[int, int]] = ({},)) -> None:
        self.table, self.diagram, self.goal, self.fixed = table, diagram, goal, fixed
        self.root = (diagram.root,) * len(fixed)
        self._alive: dict[Refs, bool] = {}
        self._ways: dict[Refs, tuple[int, dict[int, Refs]]] = {}

    def alive(self, refs: Refs) -> bool:
        """Whether some way down from here reaches the goal."""
        if refs not in self._alive:
            asked = min((self.diagram.nodes[ref][0] for ref in refs if ref >= 0), default=None)
            if asked is None:
                self._alive[refs] = self.goal([self.diagram.terminals[-1 - ref] for ref in refs])
            else:
                below = {cell: self._down(refs, asked, cell) for cell in self._cells(asked)}
                self._ways[refs] = asked, {cell: down for cell, down in below.items() if self.alive(down)}
                self._alive[refs] = bool(self._ways[refs][1])
        return self._alive[refs]

    def sample(self, draw: Draw) -> Cells:
        """The cells of a case that reaches the goal; inputs that the walk does not ask are drawn freely."""
        taken: Cells = {}
        refs = self.root
        assert self.alive(refs)
        while refs in self._ways:
            number, ways = self._ways[refs]
            taken[number] = self._pick(number, tuple(ways), draw)
            refs = ways[taken[number]]
        for number in range(len(self.diagram.cells)):
            if number not in taken:
                taken[number] = self._pick(number, self._cells(number), draw)
        return taken

    def _cells(self, number: int) -> Sequence[int]:
        """The cells that the first walk may take of an input."""
        fixed = self.fixed[0].get(number)
        return range(len(self.diagram.cells[number])) if fixed is None else (fixed,)

    def _down(self, refs: Refs, number: int, cell: int) -> Refs:
        """Where the walks stand after one input; a walk that does not ask it stays."""
        nodes = self.diagram.nodes
        return tuple(
            nodes[ref][1][fixed.get(number, cell)] if ref >= 0 and nodes[ref][0] == number else ref
            for ref, fixed in zip(refs, self.fixed, strict=True)
        )

    def _pick(self, number: int, ways: Sequence[int], draw: Draw) -> int:
        asked = self.diagram.inputs[number]
        usually: Any = phrases(self.table, asked.name).usually
        if usually is None:
            return draw.pick(ways)
        weighted = [w for w in ways for _ in range(_USUALLY if self.diagram.cells[number][w] == usually else 1)]
        return draw.pick(weighted)


def reachable(diagram: Diagram, taken: Mapping[int, int]) -> Terminal:
    """Where a complete case ends."""
    ref = diagram.root
    while ref >= 0:
        number, children = diagram.nodes[ref]
        ref = children[taken[number]]
    return diagram.terminals[-1 - ref]
