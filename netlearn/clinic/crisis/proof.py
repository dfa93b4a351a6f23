"""Proving the room by walking every state: no dead end, no accepted overdose, no reward for withholding."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from attrs import field, frozen

from netlearn import evidence
from netlearn.clinic.crisis.actions import Action
from netlearn.clinic.crisis.graph import clocked, graph, judgements
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.load import editions, gives, kinds, moves
from netlearn.clinic.crisis.records import FAULTS, MEETS, Edition
from netlearn.clinic.crisis.withholding_proof import Twins
from netlearn.errors import KnowledgeError
from netlearn.quantity import Quantity

THOUSANDFOLD = 1000  # milligram written for microgram
DOSES = (("facts", "3.1-40"), ("facts", "3.1-48"), ("figures", "E01.dose"))  # every octreotide dose of the sources


@frozen
class EditionProof:
    """What was found under one edition.

    ``longest_way`` is the most moves that the shortest way to stability takes from any state, by moves that are
    neither wrong nor harmful. ``complete_without`` counts the ways of having done everything in a crisis without a
    vasopressor, no other cause being found;
    ``twins`` the pairs compared of a run without one and the same run with one put in.
    """

    edition: str
    judged: int
    verdicts: Mapping[str, int]
    longest_way: int
    complete_without: int
    twins: int
    failures: tuple[str, ...]


@frozen
class RoomProof:
    """``states`` counts the clock, ``situations`` does not; ``transitions`` are those of the situations."""

    states: int
    situations: int
    moves: int
    transitions: int
    editions: Mapping[str, EditionProof] = field(repr=False)

    @property
    def failures(self) -> tuple[str, ...]:
        """Every property that does not hold, with a witness."""
        return tuple(f"{p.edition}: {failure}" for p in self.editions.values() for failure in p.failures)

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.failures


def prove() -> RoomProof:
    """Walk every state under both editions.

    >>> proof = prove()
    >>> proof.ok, proof.editions["2026"].complete_without
    (True, 0)
    """
    walk, count = graph(), len(moves())
    return RoomProof(
        states=clocked(),
        situations=len(walk.states),
        moves=count,
        transitions=len(walk.states) * count,
        editions={edition: prove_edition(edition) for edition in editions()},
    )


def prove_edition(edition: str) -> EditionProof:
    """Walk every state under one edition."""
    by = load_edition(edition)
    try:
        said = judgements(edition)
    except KnowledgeError as gap:
        return EditionProof(edition, 0, {}, 0, 0, 0, (str(gap),))
    ways = ways_to_stability(edition)
    twins = Twins(by)
    failures = [*_stuck(ways), *_accepted_overdoses(edition), *_rewarded_waits(edition), *_idle(by), *twins.failures]
    return EditionProof(
        edition=edition,
        judged=sum(map(len, said)),
        verdicts=dict(sorted(Counter(j.verdict for row in said for j in row).items())),
        longest_way=max(ways.values(), default=0),
        complete_without=twins.complete_without,
        twins=twins.count,
        failures=tuple(failures),
    )


def ways_to_stability(edition: str, but: str = "") -> Mapping[int, int]:
    """For each state that can be made stable, the fewest moves it takes, none of them wrong or harmful.

    ``but`` leaves out the moves that give it. Without a vasopressor the position of 2012 can be played out still,
    unless anaphylaxis is found, which wants adrenaline:

    >>> ways = ways_to_stability("review-2012", but="vasopressor")
    >>> {state.given >= {"anaphylaxis"} for n, state in enumerate(graph().states) if n not in ways}
    {True}
    """
    walk, said = graph(), judgements(edition)
    barred = {n for n, move in enumerate(moves().values()) if but and gives(move, but)}
    sources: dict[int, set[int]] = {}
    for state, row in enumerate(said):
        for move, judgement in enumerate(row):
            if judgement.verdict not in FAULTS and move not in barred:
                sources.setdefault(walk.follow(state, move), set()).add(state)
    ways = {number: 0 for number, state in enumerate(walk.states) if state.stable}
    queue = list(ways)
    for state in queue:  # grows while it is walked
        for source in sources.get(state, ()):
            if source not in ways:
                ways[source] = ways[state] + 1
                queue.append(source)
    return ways


def _stuck(ways: Mapping[int, int]) -> Iterator[str]:
    for number, state in enumerate(graph().states):
        if number not in ways:
            yield f"no way to stability from {state}"


@cache
def thousandfold_overdoses() -> tuple[Action, ...]:
    """Every dose of the sources times a thousand, by every route, in every unit of mass and as a rate."""
    doses = [getattr(evidence, kind)()[id].value for kind, id in DOSES]
    amounts = [Quantity(THOUSANDFOLD * dose.high, dose.unit) for dose in doses]
    written = [a.to(unit) for a in amounts for unit in ("microgram", "mg", "g")]
    written += [Quantity(a.value, f"{a.unit}/h") for a in amounts]
    drugs = [kinds()[name] for name in ("octreotide", "octreotide-infusion")]
    return tuple(Action(d.id, dose=w, route=r) for d in drugs for w, r in product(written, (None, *d.routes)))


def _accepted_overdoses(edition: str) -> Iterator[str]:
    said, order = judgements(edition), list(moves())
    harmful = {id for n, id in enumerate(order) if all(row[n].verdict == "harmful" for row in said)}
    for action in thousandfold_overdoses():
        move = action.move
        if move.gives or move.id not in harmful:
            yield f"{action} is not refused as harmful in every state"


def _rewarded_waits(edition: str) -> Iterator[str]:
    column = list(moves()).index("wait")
    for state, row in zip(graph().states, judgements(edition), strict=True):
        if state.hypotension and row[column].verdict in MEETS:
            yield f"waiting is right in {state}"


def _idle(by: Edition) -> Iterator[str]:
    used = {judgement.id for row in judgements(by.edition) for judgement in row}
    yield from (f"{judgement.id} never holds" for judgement in by.judgements if judgement.id not in used)
