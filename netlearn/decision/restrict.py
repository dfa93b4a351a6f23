"""What a diagram can still answer when some inputs are known, some not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netlearn.decision.diagram import Diagram, Terminal
from netlearn.decision.masks import Condition


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status with its verdicts: what one complete case would be told."""

    status: str
    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restriction:
    """The outcomes still possible, the terminals still reached, and the inputs on which the outcome depends."""

    outcomes: tuple[Outcome, ...]
    terminals: tuple[Terminal, ...]
    impossible: tuple[str, ...]
    support: frozenset[int]

    @property
    def outcome(self) -> Outcome:
        """One outcome for the whole case: that of every completion, or ``undetermined`` with all verdicts."""
        if len(self.outcomes) == 1:
            return self.outcomes[0]
        return Outcome("undetermined", tuple(sorted({v for o in self.outcomes for v in o.verdicts})))


def restrict(diagram: Diagram, allowed: Sequence[Iterable[int]]) -> Restriction:
    """Follow every allowed cell of every input, leaving out what is impossible.

    The support is exact: the diagram is rebuilt over the allowed cells with outcomes as its ends,
    and the inputs that a reduced diagram still asks are those that matter.
    """
    walker = _Walker(diagram, [tuple(cells) for cells in allowed])
    walker.visit(diagram.root)
    support = frozenset(number for number, _ in walker.nodes)  # a node is kept only where its answers differ
    return Restriction(tuple(walker.ends), tuple(walker.reached), tuple(walker.impossible), support)


def can_hold(diagram: Diagram, condition: Condition, allowed: Sequence[Sequence[int]]) -> bool:
    """Whether a condition holds in some completion of a case that nothing makes impossible.

    A case that is not excluded has a completion, so what holds in every cell that is allowed needs no walk.
    """
    left = narrowed(allowed, condition)
    return left == list(allowed) or is_possible(diagram, left)


def narrowed(allowed: Sequence[Sequence[int]], condition: Condition) -> list[Sequence[int]]:
    """The allowed cells that a condition accepts."""
    left = list(allowed)
    for number, mask in condition:
        left[number] = tuple(cell for cell in allowed[number] if mask >> cell & 1)
    return left


def is_possible(diagram: Diagram, allowed: Sequence[Sequence[int]]) -> bool:
    """Whether some combination of the allowed cells, one of each input, is not impossible."""
    todo, seen = [diagram.root] if all(allowed) else [], set[int]()
    while todo:
        ref = todo.pop()
        if ref in seen:
            continue
        seen.add(ref)
        if ref < 0 and not diagram.terminals[-1 - ref].impossible:
            return True
        if ref >= 0:
            number, children = diagram.nodes[ref]
            todo.extend(children[cell] for cell in allowed[number])
    return False


def outcome_of(terminal: Terminal) -> Outcome:
    """The outcome at one end of the diagram."""
    return Outcome(terminal.status, terminal.verdicts)


class _Walker:
    """Builds the reduced diagram of what is left; its parts are numbered as a diagram's are, and None is impossible."""

    def __init__(self, diagram: Diagram, allowed: list[tuple[int, ...]]) -> None:
        self.diagram, self.allowed = diagram, allowed
        self.memo: dict[int, int | None] = {}
        self.nodes: dict[tuple[int, tuple[int | None, ...]], int] = {}
        self.ends: dict[Outcome, int] = {}
        self.reached: dict[Terminal, None] = {}
        self.impossible: dict[str, None] = {}

    def visit(self, ref: int) -> int | None:
        if ref not in self.memo:
            self.memo[ref] = self._end(self.diagram.terminals[-1 - ref]) if ref < 0 else self._node(ref)
        return self.memo[ref]

    def _end(self, terminal: Terminal) -> int | None:
        if terminal.impossible:
            self.impossible.update(dict.fromkeys(terminal.impossible))
            return None
        self.reached[terminal] = None
        return -1 - self.ends.setdefault(outcome_of(terminal), len(self.ends))

    def _node(self, ref: int) -> int | None:
        number, children = self.diagram.nodes[ref]
        parts = tuple(self.visit(children[cell]) for cell in self.allowed[number])
        left = {part for part in parts if part is not None}
        if len(left) <= 1:
            return next(iter(left), None)
        return self.nodes.setdefault((number, parts), len(self.nodes))
