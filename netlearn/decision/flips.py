"""What would change the answer: single changes of one input, the smallest first."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from netlearn.decision.case import Case, Decide
from netlearn.decision.decision import Decision, Flip
from netlearn.decision.derivation import Given, derivation_of
from netlearn.decision.diagram import Diagram
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import as_written
from netlearn.decision.restrict import Outcome, restrict
from netlearn.decision.unary import Interval, Value
from netlearn.errors import InputError

Region = tuple[Cell, Outcome]
Change = tuple[str, str, Value, Given]  # input, the change in words, its value, and what is given then


def flips(case: Case, diagram: Diagram, decide: Decide, decision: Decision) -> tuple[Flip, ...]:
    """The flips of a decision on a case; ``decide`` answers what the case does not settle itself: other tables, maps.

    >>> from netlearn.decision.deciding import decide
    >>> [(f.to, f.verdict) for f in decide("grade", ki67_percent=20, mitoses_per_10hpf=3).flips()]
    [('> 20', 'G3'), ('> 20', 'G3')]
    """
    if case.through_derivation:
        return tuple(_by_variants(case, decide, decision))
    own = _own(case, diagram, decision)
    return (
        *own,
        *(flip for required in case.requires.values() for flip in _by_required(case, decide, decision, required)),
    )


def _own(case: Case, diagram: Diagram, decision: Decision) -> Iterator[Flip]:
    """The flips through one of the table's own inputs."""
    free, now = case.cells(diagram), outcome_of_decision(decision)
    for number, asked in enumerate(diagram.inputs):
        value = case.values[asked.name]
        if asked.name in case.requires or (value is None and asked.name not in decision.missing):
            continue  # what follows from other inputs is changed through them
        regions = _regions(diagram, free, number)
        chosen = _changed(asked, value, regions) if value is not None else regions
        yield from (_flip(asked, cell, outcome) for cell, outcome in chosen if outcome != now)


def outcome_of_decision(decision: Decision) -> Outcome:
    """The outcome that a decision reports."""
    return Outcome(decision.status, (decision.verdict,) if decision.verdict else decision.possible)


def _regions(diagram: Diagram, free: list[tuple[int, ...]], number: int) -> list[Region]:
    """What each cell of one input would give, neighbours of a number with equal outcomes joined."""
    regions: list[Region] = []
    for n, cell in enumerate(diagram.cells[number]):
        there = [*free[:number], (n,), *free[number + 1 :]]
        left = restrict(diagram, there)
        if not left.outcomes or (free[number] != (n,) and _implausible(diagram, there, number)):
            continue
        regions.append((cell, left.outcome))
    return _joined(regions)


def _implausible(diagram: Diagram, allowed: list[tuple[int, ...]], number: int) -> bool:
    """Whether a value of one input makes a case that nobody would meet, whatever is unknown."""
    touching = [condition for condition in diagram.implausible if any(n == number for n, _ in condition)]
    return any(all(mask >> cell & 1 for n, mask in each for cell in allowed[n]) for each in touching)


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


def _by_required(case: Case, decide: Decide, decision: Decision, required: Decision) -> Iterator[Flip]:
    """Flips through a decision that this one requires: every single change of what that was told."""
    changes = ((name, to, value, {**case.given, **given}) for name, to, value, given in _changes(required))
    return _altering(changes, decide, decision)


def _changes(required: Decision) -> Iterable[Change]:
    derivation = derivation_of(as_written(required.table, required.edition))
    if derivation and set(required.given) <= set(derivation.keywords):
        return derivation.variants(required.given)
    return [(flip.input, flip.to, flip.set, {flip.input: flip.set}) for flip in required.flips()]


def _by_variants(case: Case, decide: Decide, decision: Decision) -> Iterator[Flip]:
    """Flips of a table with a derivation: every single change of what was given."""
    derivation = derivation_of(case.table)
    return _altering(derivation.variants(case.given) if derivation else (), decide, decision)


def _altering(changes: Iterable[Change], decide: Decide, decision: Decision) -> Iterator[Flip]:
    """The changes that alter the answer; what is refused alters nothing."""
    now = outcome_of_decision(decision)
    for name, to, value, given in changes:
        try:
            other = decide(decision.table, decision.edition, **given)
        except InputError:
            continue
        if outcome_of_decision(other) != now:
            yield Flip(name, to, value, other.status, other.verdict, other.possible)
