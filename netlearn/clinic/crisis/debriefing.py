"""The debrief: what each edition says of the same actions, and what changed between them."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from netlearn.clinic.crisis.judging import Actions, RunOutcome, Step, judge, read_actions
from netlearn.clinic.crisis.load import editions, statements
from netlearn.clinic.crisis.records import MEETS, STANDINGS, Statement
from netlearn.clinic.crisis.scenes import Scene
from netlearn.clinic.crisis.scenes import scene as named_scene
from netlearn.clinic.crisis.summing import credit, points
from netlearn.words import say


@frozen
class Debrief:
    """One run read by every edition, the oldest first."""

    scene: Scene
    outcomes: tuple[RunOutcome, ...]
    agree: tuple[Statement, ...]
    changed: tuple[Statement, ...]

    @property
    def rows(self) -> tuple[tuple[Step, ...], ...]:
        """For each action, the step as each edition judges it."""
        return tuple(zip(*(outcome.steps for outcome in self.outcomes), strict=True))

    @property
    def differing(self) -> tuple[int, ...]:
        """The numbers, from 1, of the actions that the editions judge differently."""
        return tuple(n for n, row in enumerate(self.rows, 1) if len({step.verdict for step in row}) > 1)

    @property
    def gravest_first(self) -> tuple[int, ...]:
        """The numbers, from 1, of the actions: what any edition calls harmful first, then wrong, then late …"""
        gravest = [min(STANDINGS.index(step.standing) for step in row) for row in self.rows]
        return tuple(sorted(range(1, len(gravest) + 1), key=lambda number: gravest[number - 1]))

    def to_json(self) -> dict[str, Any]:
        """The debrief as plain data."""
        said = {key: [_plain(s) for s in getattr(self, key)] for key in ("agree", "changed")}
        outcomes, numbers = [o.to_json() for o in self.outcomes], list(self.gravest_first)
        head = {"scene": self.scene.id, "truth": self.scene.truth, "outcomes": outcomes}
        return {**head, "differing": list(self.differing), "gravest_first": numbers, **said}

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.scene.title}. {self.scene.truth}"
        for number, row in enumerate(self.rows, 1):
            yield f"{number}. Minute {row[0].before.minute}: {row[0].action}"
            yield from (f"   {step.position}: {step.standing}{_basis(step)}. {step.because}" for step in row)
        for outcome in self.outcomes:
            yield from _summary(outcome)
        yield from (f"Both editions: {s.because}" for s in self.agree)
        yield from (f"Changed: {s.because}" for s in self.changed)
        yield "Education, not medical advice."


def debrief(actions: Actions, scene: str | None = None) -> Debrief:
    """What each edition says of the same actions, in a scene: the first unless another is named.

    >>> said = debrief(["call", "adrenaline"])
    >>> [[step.verdict for step in row] for row in said.rows]
    [['not-stated', 'right'], ['harmful', 'right']]
    >>> said.outcomes[0].steps[1].scored, said.differing
    (False, (1, 2))
    """
    read = read_actions(actions)
    kinds = {kind: tuple(s for s in statements() if s.kind == kind) for kind in ("agree", "changed")}
    return Debrief(named_scene(scene), tuple(judge(read, edition, scene) for edition in editions()), **kinds)


def _plain(statement: Statement) -> dict[str, Any]:
    keys = ("evidence", "updates", "errata")
    return {"because": statement.because, **{key: list(getattr(statement, key)) for key in keys}}


def _basis(step: Step) -> str:
    """Where the room itself speaks and not an edition; "good-practice" has said so."""
    return f" ({step.judgement.basis})" if step.judgement.basis and step.verdict not in MEETS else ""


def _summary(outcome: RunOutcome) -> Iterator[str]:
    pressure = "restored" if outcome.stable else "not restored"
    yield f"{outcome.edition}, {outcome.position}: {credit(outcome)} Pressure {pressure}. {outcome.note}"
    yield from (f"   {say('crisis', key)}: {text}" for key, text in points(outcome))
    yield from (f"   Caution (risk {c.risk}), {c.id}: {c.title}. {c.text}" for c in outcome.cautions)
