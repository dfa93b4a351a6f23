"""The fewest changes to a case that lead to each other answer, exactly: one pass over the table's diagram."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from netlearn.decision import Decision, decide
from netlearn.decision.diagram import Diagram, compiled_plausible
from netlearn.decision.flips import nearest, outcome_of_decision
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome, outcome_of
from netlearn.decision.unary import Interval, Value
from netlearn.errors import InputError
from netlearn.items.phrases import key_of, phrases
from netlearn.items.wording import ANY, amount, range_words, together

FOLLOWS = "acute"  # the input of dose-check that follows from another: changing it with that one is no second change
Taken = Mapping[int, int | None]
Way = tuple[int, int, tuple[tuple[int, int], ...]]  # how many changes, how far, and which
_HERE: Way = (0, 0, ())


@frozen
class Remedy:
    """What would have to be otherwise for another answer: its inputs, and the same in clauses after "if"."""

    outcome: Outcome
    inputs: Mapping[str, Value]
    clauses: tuple[str, ...]
    size: tuple[int, int]  # how many inputs, and how many regions further

    @property
    def words(self) -> str:
        """All its clauses in one."""
        return together(self.clauses)


def changes(decision: Decision, inputs: Mapping[str, Value], about: str = "") -> tuple[Remedy, ...]:
    """For each other outcome of the table the fewest changes that lead to it, the smallest change first.

    Of equal changes the one of the input ``about`` which the question turns is taken.

    >>> d = decide("grade", ki67_percent=20, mitoses_per_10hpf=3, differentiation="well", morphology="none")
    >>> [(c.outcome.verdicts, c.words) for c in changes(d, d.inputs, about="ki67_percent")]
    [(('G3',), 'the Ki-67 index were more than 20\\xa0% (here 20\\xa0%)')]
    """
    diagram = compiled_plausible(decision.table, decision.edition)
    taken = _taken(diagram, inputs)
    found = []
    kept = _kept(decision.table, diagram, inputs)
    for outcome, way in _ways(diagram, taken, about, kept).items():
        if outcome.status != "impossible" and outcome != outcome_of_decision(decision):
            change = _change(decision, diagram, taken, outcome, way, inputs)
            found += [change] if change else []
    return tuple(sorted(found, key=lambda change: change.size))


def _taken(diagram: Diagram, inputs: Mapping[str, Value]) -> Taken:
    cells: dict[int, int | None] = {}
    for number, asked in enumerate(diagram.inputs):
        value = inputs.get(asked.name)
        cells[number] = None if value is None else asked.locate(value, diagram.cells[number])
    return cells


def _kept(table: str, diagram: Diagram, inputs: Mapping[str, Value]) -> frozenset[int]:
    """The inputs that stay as they are in this patient, such as the drug that a prescription is for."""
    given = {n: inputs.get(asked.name) for n, asked in enumerate(diagram.inputs)}
    return frozenset(n for n, v in given.items() if v is not None and phrases(table, diagram.inputs[n].name).kept(v))


def _ways(diagram: Diagram, taken: Taken, about: str, kept: frozenset[int]) -> dict[Outcome, Way]:
    """For each outcome the cheapest path to it. Children come before their parents."""
    at_node: list[dict[Outcome, Way]] = []
    ends = [{outcome_of(terminal): _HERE} for terminal in diagram.terminals]
    for number, children in diagram.nodes:
        best: dict[Outcome, Way] = {}
        steps = _steps(diagram, number, children, taken[number], about, number in kept)
        for child, (count, distance, moved) in steps.items():
            below = at_node[child] if child >= 0 else ends[-1 - child]
            for outcome, way in below.items():
                longer = (way[0] + count, way[1] + distance, (*moved, *way[2]))
                if outcome not in best or longer[:2] < best[outcome][:2]:
                    best[outcome] = longer
        at_node.append(best)
    return at_node[diagram.root] if diagram.root >= 0 else ends[-1 - diagram.root]


def _steps(
    diagram: Diagram, number: int, children: tuple[int, ...], now: int | None, about: str, kept: bool
) -> dict[int, Way]:
    """The cheapest step to each child of a node; of an input that is kept, to the one where it is."""
    asked = diagram.inputs[number]
    best: dict[int, Way] = {}
    for cell, child in enumerate(children):
        if kept and cell != now:
            continue
        far = 0 if cell == now or asked.name == about else _distance(asked, now, cell)
        step = _HERE if cell == now else (int(asked.name != FOLLOWS), far, ((number, cell),))
        if child not in best or step[:2] < best[child][:2]:
            best[child] = step
    return best


def _distance(asked: Input, now: int | None, cell: int) -> int:
    """How many regions further: for a number those between, for a choice one."""
    return 1 if now is None or not asked.numeric else abs(cell - now)


def _change(
    decision: Decision, diagram: Diagram, taken: Taken, outcome: Outcome, way: Way, inputs: Mapping[str, Value]
) -> Remedy | None:
    """A path as changed inputs, without those that turn out not to matter; None where it cannot be stated."""
    moved = dict(way[2])
    values = {diagram.inputs[n].name: nearest(diagram.inputs[n], diagram.cells[n][cell]) for n, cell in moved.items()}
    if not _leads(decision, {**inputs, **values}, outcome):
        return None
    for name in list(values):
        without = {key: value for key, value in values.items() if key != name}
        if without and _leads(decision, {**inputs, **without}, outcome) and _meets(diagram, {**inputs, **without}):
            values = without
    read = _read(decision, {**inputs, **values})
    words = [
        read.get(diagram.inputs[n].name) or _words(decision, diagram, taken, moved, n, outcome, inputs)
        for n in moved
        if diagram.inputs[n].name in values
    ]
    return Remedy(outcome, values, tuple(text for text in words if text), (len(values), way[1]))


def _read(decision: Decision, inputs: Mapping[str, Any]) -> dict[str, str]:
    """What the rules of a case say in their source's own measure, after "if": a day's dose for each dose of the day."""
    table = load(decision.table, decision.edition)
    after = decide(decision.table, decision.edition, **inputs)
    return {name: f"it came to {said}" for id in after.rules for name, said in table.rule(id).reads.items()}


def _meets(diagram: Diagram, inputs: Mapping[str, Value]) -> bool:
    """Whether somebody might meet such a case: with some answer to what is unknown it is possible and plausible."""
    taken = _taken(diagram, inputs)
    open_ends, seen = [diagram.root], set[int]()
    while open_ends:
        ref = open_ends.pop()
        if ref < 0 and outcome_of(diagram.terminals[-1 - ref]).status != "impossible":
            return True
        if ref >= 0 and ref not in seen:
            seen.add(ref)
            number, children = diagram.nodes[ref]
            cell = taken[number]
            open_ends += children if cell is None else [children[cell]]
    return False


def _leads(decision: Decision, inputs: Mapping[str, Any], outcome: Outcome) -> bool:
    try:
        return outcome_of_decision(decide(decision.table, decision.edition, **inputs)) == outcome
    except InputError:
        return False


def _words(
    decision: Decision,
    diagram: Diagram,
    taken: Taken,
    moved: Mapping[int, int],
    number: int,
    outcome: Outcome,
    inputs: Mapping[str, Value],
) -> str:
    """One changed input after "if"; a number's region is as wide as the answer stays the same, and what it is here."""
    asked, cell = diagram.inputs[number], diagram.cells[number][moved[number]]
    words = phrases(decision.table, asked.name)
    would, now = words.would, inputs.get(asked.name)
    if (asked.name == FOLLOWS and len(moved) > 1) or (now is None and len(moved) > 1 and cell == words.usually):
        return ""  # it goes without saying, as it did in the story
    if not isinstance(cell, Interval):
        return would[key_of(cell)]
    wide = _widened(diagram, {**taken, **moved}, number, outcome)
    only = only_integer(asked, wide)
    if only in would:
        return would[only]
    said = range_words(asked, wide)
    if said == ANY:
        return ""  # it only follows from the other changes
    here = "" if now is None else f" (here {amount(asked, Fraction(now))})"
    return would[""].replace("{range}", said) + here


def only_integer(asked: Input, region: Interval) -> str:
    """The whole number that a region comes down to, as text; "none" for several or where numbers need not be whole."""
    if asked.kind != "integer" or region.low is None or region.high is None:
        return "none"
    held = [n for n in range(int(region.low), int(region.low) + 3) if Fraction(n) in region]
    return str(held[0]) if len(held) == 1 else "none"


def _widened(diagram: Diagram, taken: Taken, number: int, outcome: Outcome) -> Interval:
    """The neighbouring cells of one number that give the same outcome, as one interval."""
    cells = diagram.cells[number]
    first = last = taken[number] or 0

    def same(cell: int) -> bool:
        if not 0 <= cell < len(cells):
            return False
        end = _end(diagram, {**taken, number: cell})
        return end == outcome or end.status == "impossible"  # of what nobody meets nothing is said

    while same(first - 1):
        first -= 1
    while same(last + 1):
        last += 1
    low, high = cells[first], cells[last]
    assert isinstance(low, Interval) and isinstance(high, Interval)
    return Interval(low.low, low.low_closed, high.high, high.high_closed)


def _end(diagram: Diagram, taken: Taken) -> Outcome:
    """Where a case ends; an input that is not known counts as its first cell."""
    ref = diagram.root
    while ref >= 0:
        number, children = diagram.nodes[ref]
        ref = children[taken[number] or 0]
    return outcome_of(diagram.terminals[-1 - ref])
