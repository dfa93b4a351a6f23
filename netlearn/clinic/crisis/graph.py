"""Every state the room can reach from the start of any scene, and where each move leads.

The clock is left out: nothing depends on it.
"""

from functools import cache

from attrs import evolve, frozen

from netlearn.clinic.crisis.judging import judgement
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.load import moves, room
from netlearn.clinic.crisis.records import Judgement
from netlearn.clinic.crisis.scenes import scenes
from netlearn.clinic.crisis.state import State


@frozen
class Graph:
    """The reachable states without their clock. ``starts`` are those in which the scenes begin, each once.

    ``next[s][c]`` is the state that follows state ``s`` when ``gives[c]`` is given ("" is nothing);
    ``column[m]`` is the column of move ``m``, in the order of ``moves()``.
    """

    states: tuple[State, ...]
    gives: tuple[str, ...]
    next: tuple[tuple[int, ...], ...]
    column: tuple[int, ...]
    starts: tuple[int, ...]

    def follow(self, state: int, move: int) -> int:
        """The state after a move."""
        return self.next[state][self.column[move]]


@cache
def graph() -> Graph:
    """The graph of the room, the same in both editions."""
    gives = tuple(dict.fromkeys(["", *(move.gives for move in moves().values())]))
    queue = list(dict.fromkeys(State.first(scene) for scene in scenes()))
    starts = tuple(range(len(queue)))
    number = {state: n for n, state in enumerate(queue)}
    after: list[tuple[int, ...]] = []
    for state in queue:  # grows while it is walked
        row = []
        for given in gives:
            later = evolve(state.after(given), minute=0)
            if later not in number:
                number[later] = len(queue)
                queue.append(later)
            row.append(number[later])
        after.append(tuple(row))
    return Graph(tuple(queue), gives, tuple(after), tuple(gives.index(m.gives) for m in moves().values()), starts)


@cache
def judgements(edition: str) -> tuple[tuple[Judgement, ...], ...]:
    """What an edition says in each state of each move. Raises KnowledgeError where it says nothing, or two things."""
    by = load_edition(edition)
    return tuple(tuple(judgement(state, move, by) for move in moves().values()) for state in graph().states)


def clocked() -> int:
    """How many states are reachable with their clock.

    Each is a state reached after some number of minutes; the last minute stands for every later one.
    """
    walk, now, count = graph(), frozenset(graph().starts), 0
    for _ in range(room().last_minute):
        count += len(now)
        now = frozenset(after for state in now for after in walk.next[state])
    late = set(now)
    while now:
        now = frozenset(after for state in now for after in walk.next[state]) - late
        late |= now
    return count + len(late)
