"""What single answers would leave open of one row: exact, in one pass over the row's diagram.

For every unknown input and each of its cells: the outcomes that are still possible once the input lies there.
A path crosses the level of an input at a node that asks it, or on an edge that passes it by; so the outcomes
below such nodes' children and such edges are all there are, and no answer has to be tried for itself.
"""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from netlearn.decision.diagram import Diagram, compiled
from netlearn.decision.restrict import Outcome, outcome_of, restrict

Allowed = tuple[tuple[int, ...], ...]


@frozen
class Outlook:
    """The outcomes of a table, those still possible, and those left by each cell of each input, as masks.

    A mask of 0 is a cell that what is known excludes; ``support`` names the inputs on which the outcome depends.
    """

    outcomes: tuple[Outcome, ...]
    now: int
    after: dict[str, dict[int, int]]
    support: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether one outcome is left."""
        return self.now.bit_count() == 1

    def named(self, mask: int) -> tuple[Outcome, ...]:
        """The outcomes of a mask."""
        return tuple(each for n, each in enumerate(self.outcomes) if mask >> n & 1)


@lru_cache(maxsize=4096)
def outlook(table: str, edition: str, allowed: Allowed) -> Outlook:
    """The outlook of a table for the cells that what is known leaves open."""
    diagram = compiled(table, edition)
    outcomes, ends = _ends(table, edition)
    below = _below(diagram, ends, allowed)
    now = _at(diagram.root, below, ends)
    support = sorted(restrict(diagram, allowed).support) if now.bit_count() > 1 else ()
    after = _after(diagram, allowed, below, ends)
    return Outlook(outcomes, now, after, tuple(diagram.inputs[n].name for n in support))


@lru_cache(maxsize=16384)
def left_by(table: str, edition: str, allowed: Allowed) -> int:
    """The mask of the outcomes that are still possible."""
    ends = _ends(table, edition)[1]
    diagram = compiled(table, edition)
    return _at(diagram.root, _below(diagram, ends, allowed), ends)


@lru_cache(maxsize=256)
def _ends(table: str, edition: str) -> tuple[tuple[Outcome, ...], tuple[int, ...]]:
    """The outcomes of a table, and for each terminal its mask: none for what is impossible."""
    terminals = compiled(table, edition).terminals
    outcomes = tuple(dict.fromkeys(outcome_of(t) for t in terminals if not t.impossible))
    return outcomes, tuple(0 if t.impossible else 1 << outcomes.index(outcome_of(t)) for t in terminals)


def _at(ref: int, below: Sequence[int], ends: Sequence[int]) -> int:
    return below[ref] if ref >= 0 else ends[-1 - ref]


def _below(diagram: Diagram, ends: Sequence[int], allowed: Allowed) -> list[int]:
    """For each node the outcomes below it; children come before their parents."""
    below: list[int] = []
    for number, children in diagram.nodes:
        mask = 0
        for cell in allowed[number]:
            child = children[cell]
            mask |= below[child] if child >= 0 else ends[-1 - child]
        below.append(mask)
    return below


def _after(diagram: Diagram, allowed: Allowed, below: Sequence[int], ends: Sequence[int]) -> dict[str, dict[int, int]]:
    """For each input and each of its cells, what is left."""
    at, past = [[0] * len(cells) for cells in diagram.cells], [0] * (len(diagram.cells) + 1)
    levels = [number for number, _ in diagram.nodes]

    def level(ref: int) -> int:
        return levels[ref] if ref >= 0 else len(diagram.cells)

    for number in range(level(diagram.root)):
        past[number] |= _at(diagram.root, below, ends)
    for ref in _reached(diagram, allowed):
        number, children = diagram.nodes[ref]
        for cell in allowed[number]:
            mask = _at(children[cell], below, ends)
            at[number][cell] |= mask
            for passed in range(number + 1, level(children[cell])):
                past[passed] |= mask
    named = enumerate(i.name for i in diagram.inputs)
    return {name: {cell: at[n][cell] | past[n] for cell in allowed[n]} for n, name in named}


def _reached(diagram: Diagram, allowed: Allowed) -> set[int]:
    todo, seen = [diagram.root], set[int]()
    while todo:
        ref = todo.pop()
        if ref >= 0 and ref not in seen:
            seen.add(ref)
            number, children = diagram.nodes[ref]
            todo.extend(children[cell] for cell in allowed[number])
    return seen


def single(mask: int) -> bool:
    """Whether a mask has one outcome.

    >>> single(0b100), single(0b101), single(0)
    (True, False, False)
    """
    return mask.bit_count() == 1
