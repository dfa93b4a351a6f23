"""Comparing every run without a vasopressor with its twin: the same run with one put in anywhere."""

from itertools import product

from netlearn.clinic.crisis.graph import graph, judgements
from netlearn.clinic.crisis.judging import Tally, is_untreated, possible
from netlearn.clinic.crisis.load import FOUND, VASOPRESSOR, gives, moves
from netlearn.clinic.crisis.records import Edition

Node = tuple[int, Tally]  # a state, and what has been earned on the way to it
Step = tuple[Node, bool]  # where a move leads, and whether it costs credit


class Twins:
    """The walk over all such pairs under one edition.

    At each step the twin has met at least the run's aims, has broken no other order, and is not at fault where the run
    is not; what is treated in the run is treated in the twin, so that no cap falls on the twin alone.
    By induction its credit is never less: nothing is credited for withholding a vasopressor.

    Both have found the same, so the same is owed to both.

    ``count`` is how many pairs there are, ``complete_without`` in how many ways a run earns every point of a crisis
    without a vasopressor, no other cause being found, ``failures`` what does not hold.
    """

    def __init__(self, by: Edition) -> None:
        self.by = by
        self._walk, self._said, self._names = graph(), judgements(by.edition), list(moves())
        presses = [gives(move, VASOPRESSOR) for move in moves().values()]
        self._presses = [n for n, press in enumerate(presses) if press]
        self._others = [n for n, press in enumerate(presses) if not press]
        self.failures: list[str] = []
        runs = self._runs()
        self.complete_without = sum(self._is_complete(run) for run in runs)
        self.count = self._compare(runs)

    def _is_complete(self, node: Node) -> bool:
        given = self._walk.states[node[0]].given
        return FOUND not in given and node[1].earned(self.by, given) == possible(self.by, given)

    def _step(self, node: Node, move: int) -> Step:
        state, tally = node
        said = self._said[state][move]
        return (
            self._walk.follow(state, move),
            tally.add(said, self._names[move], self.by, self._walk.states[state].given),
        ), said.is_fault

    def _runs(self) -> dict[Node, list[Step]]:
        """Every node of the runs without a vasopressor, with the steps that lead on without one."""
        return self._onward([(start, Tally()) for start in self._walk.starts])

    def _onward(self, starts: list[Node]) -> dict[Node, list[Step]]:
        steps: dict[Node, list[Step]] = {}
        queue = list(starts)
        for node in queue:  # grows while it is walked
            if node not in steps:
                steps[node] = [self._step(node, move) for move in self._others]
                queue.extend(after for after, _ in steps[node])
        return steps

    def _compare(self, runs: dict[Node, list[Step]]) -> int:
        """Walk every pair of a run and its twin; how many there are."""
        starts = [(run, self._step(run, press)) for run, press in product(runs, self._presses)]
        for run, (twin, cost) in starts:
            self._check(run, twin, False, cost)
        twins = self._onward([twin for _, (twin, _) in starts])
        queue = list(dict.fromkeys((run, twin) for run, (twin, _) in starts))
        seen = set(queue)
        for run, twin in queue:  # grows while it is walked
            for (after, cost), (later, twin_cost) in zip(runs[run], twins[twin], strict=True):
                self._check(after, later, cost, twin_cost)
                if (after, later) not in seen:
                    seen.add((after, later))
                    queue.append((after, later))
        return len(seen)

    def _check(self, run: Node, twin: Node, cost: bool, twin_cost: bool) -> None:
        given, later = (self._walk.states[node[0]].given for node in (run, twin))
        same = FOUND in given, FOUND in later
        untreated = is_untreated(later) and not is_untreated(given)
        worse = twin_cost > cost or not run[1].met <= twin[1].met or not twin[1].broken <= run[1].broken
        if worse or untreated or len(set(same)) > 1:
            self.failures.append(f"withholding a vasopressor pays in {self._walk.states[run[0]]}")
