"""What would change the answer: single changes of one input, the smallest first."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from netlearn.decision.deciding import allowed, decide, read
from netlearn.decision.decision import Decision, Flip
from netlearn.decision.derivation import Derivation, Given, derivation_of
from netlearn.decision.diagram import Diagram, compiled
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome, restrict
from netlearn.decision.table import Table
from netlearn.decision.unary import Interval, Value
from netlearn.errors import InputError

Region = tuple[Cell, Outcome]


def flips(decision: Decision) -> tuple[Flip, ...]:
    """The flips of a decision; see :meth:`Decision.flips`.

    >>> [(f.to, f.verdict) for f in decide("grade", ki67_percent=20, mitoses_per_10hpf=3).flips()]
    [('> 20', 'G3'), ('> 20', 'G3')]
    """
    table = load(decision.table, decision.edition)
    derivation = derivation_of(table)
    if derivation and set(decision.given) <= set(derivation.keywords):
        return tuple(_by_variants(decision, derivation))
    own = flips_by(table, compiled(decision.table, decision.edition), decision)
    return (*own, *(flip for required in decision.requires for flip in _by_required(decision, required)))


def flips_by(table: Table, diagram: Diagram, decision: Decision) -> tuple[Flip, ...]:
    """The flips of a decision made by a table that is already compiled."""
    values, requires = read(table, decision.given)
    free = [tuple(cells) for cells in allowed(table, diagram, values, requires)]
    found = []
    for number, asked in enumerate(table.inputs):
        value = values[asked.name]
        if asked.name in requires or (value is None and asked.name not in decision.missing):
            continue  # what follows from other inputs is changed through them
        regions = _regions(diagram, free, number)
        chosen = _changed(asked, value, regions) if value is not None else regions
        found += [_flip(asked, cell, outcome) for cell, outcome in chosen if outcome != outcome_of_decision(decision)]
    return tuple(found)


def outcome_of_decision(decision: Decision) -> Outcome:
    """The outcome that a decision reports."""
    return Outcome(decision.status, (decision.verdict,) if decision.verdict else decision.possible)


def _regions(diagram: Diagram, free: list[tuple[int, ...]], number: int) -> list[Region]:
    """What each cell of one input would give, neighbours of a number with equal outcomes joined."""
    regions: list[Region] = []
    for n, cell in enumerate(diagram.cells[number]):
        left = restrict(diagram, [*free[:number], (n,), *free[number + 1 :]])
        if not left.outcomes:
            continue
        regions.append((cell, left.outcome))
    return _joined(regions)


def _joined(regions: Iterable[Region]) -> list[Region]:
    joined: list[Region] = []
    for cell, outcome in regions:
        if joined and isinstance(cell, Interval) and joined[-1][1] == outcome:
            first = joined[-1][0]
            assert isinstance(first, Interval)
            if first.high == cell.low:
                joined[-1] = (Interval(first.low, first.low_closed, cell.high, cell.high_closed), outcome)
                continue
        joined.append((cell, outcome))
    return joined


def _changed(asked: Input, value: Value, regions: list[Region]) -> list[Region]:
    """For a number the nearest other region on each side, for a choice every value with another outcome."""
    now = asked.locate(value, [cell for cell, _ in regions])
    if asked.numeric:
        return [regions[n] for n in (now - 1, now + 1) if 0 <= n < len(regions)]
    return [region for region in regions if region[1] != regions[now][1]]


def _flip(asked: Input, cell: Cell, outcome: Outcome) -> Flip:
    decided = outcome.status == "decided"
    return Flip(
        input=asked.name,
        to=asked.describe(cell),
        set=nearest(asked, cell),
        status=outcome.status,
        verdict=outcome.verdicts[0] if decided else None,
        possible=() if decided else outcome.verdicts,
    )


def nearest(asked: Input, cell: Cell) -> Value:
    """A round value of the cell: an end that belongs to it, else one step inside, else its middle."""
    if not isinstance(cell, Interval):
        return cell
    assert cell.low is not None and cell.high is not None and asked.domain is not None
    inner = [cell.low] if cell.low != asked.domain.low else []
    inner += [cell.high] if cell.high != asked.domain.high else []
    tries = [Fraction(x) for end in inner for x in (end, end + asked.step, end - asked.step)]
    return next((x for x in tries if x in cell), asked.witness(cell))


def _by_required(decision: Decision, required: Decision) -> Iterator[Flip]:
    """Flips through a decision that this one requires: every single change of what that was told."""
    now = outcome_of_decision(decision)
    for name, to, value, given in _changes(required):
        other = _decide_or_none(decision, {**decision.given, **given})
        if other and outcome_of_decision(other) != now:
            yield Flip(name, to, value, other.status, other.verdict, other.possible)


def _changes(required: Decision) -> Iterable[tuple[str, str, Value, Given]]:
    derivation = derivation_of(load(required.table, required.edition))
    if derivation and set(required.given) <= set(derivation.keywords):
        return derivation.variants(required.given)
    return [(flip.input, flip.to, flip.set, {flip.input: flip.set}) for flip in required.flips()]


def _by_variants(decision: Decision, derivation: Derivation) -> Iterator[Flip]:
    """Flips of a table with a derivation: every single change of what was given."""
    now = outcome_of_decision(decision)
    for name, to, value, given in derivation.variants(decision.given):
        other = _decide_or_none(decision, given)
        if other and outcome_of_decision(other) != now:
            yield Flip(name, to, value, other.status, other.verdict, other.possible)


def _decide_or_none(decision: Decision, given: Mapping[str, object]) -> Decision | None:
    try:
        return decide(decision.table, decision.edition, **given)
    except InputError:
        return None
