"""Judging what was done, step by step, under one edition."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from netlearn.clinic.crisis.actions import Action
from netlearn.clinic.crisis.lines import read_line
from netlearn.clinic.crisis.load import FOUND, TREATED, VASOPRESSOR, gives, moves, room
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.records import MEETS, Aim, Edition, Judgement, Move, Order
from netlearn.clinic.crisis.scenes import HIDDEN
from netlearn.clinic.crisis.scenes import scene as named_scene
from netlearn.clinic.crisis.state import State
from netlearn.decision.cautions import erratum_caution
from netlearn.decision.decision import Caution
from netlearn.errors import InputError, KnowledgeError

WAIT = "wait"
Actions = Iterable[Action | str | Mapping[str, Any]]


@frozen
class Step:
    """One action, the room before and after it, and what the edition says of it.

    ``late``: time was lost by it, it came after its minute, or it was owed before something that had been done already.
    ``tardy`` of these: it came after its minute. ``seen`` is what a look for another cause showed.
    """

    action: Action
    move: str
    before: State
    after: State
    edition: str
    position: str
    judgement: Judgement = field(repr=False)
    late: bool
    cautions: tuple[Caution, ...] = field(repr=False)
    tardy: bool = False
    seen: str = ""

    @property
    def verdict(self) -> str:
        """``right``, ``good-practice``, ``wrong``, ``harmful``, ``insufficient-alone`` or ``not-stated``."""
        return self.judgement.verdict

    @property
    def because(self) -> str:
        """Why, in a sentence or two."""
        said = self.judgement
        told = (self.seen, said.because, said.when_late if self.tardy else "")
        return " ".join(filter(None, told))

    @property
    def scored(self) -> bool:
        """Whether the verdict counts; a vasopressor never counts against the learner."""
        return self.judgement.scored

    @property
    def standing(self) -> str:
        """How the step stands in a debrief: one of STANDINGS."""
        if self.verdict == "harmful":
            return "harmful" if self.scored else "outdated"
        return "late" if self.late else self.verdict

    def to_json(self) -> dict[str, Any]:
        """The step as plain data."""
        said = self.judgement
        sources = {key: list(getattr(said, key)) for key in ("evidence", "updates", "errata")}
        return {
            "minute": self.before.minute,
            "action": str(self.action),
            "move": self.move,
            "verdict": said.verdict,
            "standing": self.standing,
            "because": self.because,
            "scored": said.scored,
            "judgement": said.id,
            "basis": said.basis,
            "pressure": self.after.pressure,
            "load": self.after.load,
            **sources,
            "cautions": [caution.to_json() for caution in self.cautions],
        }


@frozen
class Tally:
    """What has been earned so far: the aims met and the orders broken."""

    met: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()

    def add(self, said: Judgement, move: str, by: Edition, given: frozenset[str]) -> "Tally":
        """The tally after one more move, judged so. An order is broken by ``then`` while ``first`` is not met.

        ``given`` is what had been given and found before; only what is owed then is met.
        """
        broken = {o.id for o in by.orders_owed(given) if move in o.then and o.first not in self.met}
        owed = [a for a in by.aims if a.is_owed(given)]
        met = {a.id for a in owed if move in a.unjudged or (move in a.moves and said.verdict in MEETS)}
        return Tally(self.met | met, self.broken | broken) if met or broken else self

    def earned(self, by: Edition, given: frozenset[str]) -> int:
        """A point for each aim owed and met, and for each order owed whose first aim was met before what follows it."""
        kept = [o for o in by.orders_owed(given) if o.first in self.met and o.id not in self.broken]
        return sum(aim.id in self.met for aim in by.owed(given)) + len(kept)

    def extra(self, by: Edition) -> bool:
        """Whether an aim is met that nobody would miss."""
        return any(aim.extra and aim.id in self.met for aim in by.aims)


@frozen
class RunOutcome:
    """What an edition says of a whole sequence of actions.

    ``credit`` runs from 0 to 1: a point for each aim met and each order kept, less one for each scored step that is
    wrong or harmful; what is owed changes once another cause is found.
    An extra aim earns half a point where one is missing.
    It is ``capped`` where another cause was not treated at the end: a teaching device.
    ``complete`` is all that is owed, without such a step. ``missing`` are the aims owed and not met, ``undone`` the
    extra ones.
    """

    scene: str
    edition: str
    position: str
    note: str
    steps: tuple[Step, ...]
    end: State
    missing: tuple[Aim, ...]
    undone: tuple[Aim, ...]
    out_of_order: tuple[Order, ...]
    credit: Fraction
    capped: bool
    complete: bool
    cautions: tuple[Caution, ...] = field(repr=False)

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdict of each step."""
        return tuple(step.verdict for step in self.steps)

    @property
    def stable(self) -> bool:
        """Whether the pressure is restored at the end."""
        return self.end.stable

    def to_json(self) -> dict[str, Any]:
        """The outcome as plain data; credit becomes a text such as "2/3"."""
        return {
            "scene": self.scene,
            "edition": self.edition,
            "position": self.position,
            "note": self.note,
            "steps": [step.to_json() for step in self.steps],
            "minutes": self.end.minute,
            "stable": self.stable,
            "missing": [{"id": a.id, "label": a.label, "because": a.because} for a in self.missing],
            "undone": [{"id": a.id, "label": a.label, "because": a.because} for a in self.undone],
            "out_of_order": [{"id": o.id, "label": o.label, "because": o.because} for o in self.out_of_order],
            "credit": str(self.credit),
            "capped": self.capped,
            "complete": self.complete,
            "cautions": [caution.to_json() for caution in self.cautions],
        }


def judge(actions: Actions, edition: str | None = None, scene: str | None = None) -> RunOutcome:
    """Judge a sequence of actions under one edition, in a scene: the first of ``scenes()`` unless another is named.

    An action is an Action, a plain line such as "octreotide 300 microgram IV", or a mapping of Action's arguments.
    Raises InputError for an unknown action, dose, route, edition or scene.

    >>> octreotide = Action("octreotide", dose="300 microgram", route="IV")
    >>> judge(["plasma", "octreotide 300 microgram IV"]) == judge(["plasma", octreotide])
    True
    >>> outcome = judge(["plasma", octreotide])
    >>> outcome.position, outcome.verdicts, outcome.complete, [c.id for c in outcome.cautions]
    ('the 2012 position', ('right', 'right'), True, ['E02'])
    >>> later = judge(["plasma", octreotide], edition="2026")
    >>> later.verdicts, [aim.id for aim in later.missing]
    (('insufficient-alone', 'insufficient-alone'), ['senior-help', 'vasopressor'])
    """
    by, state, tally, where = load_edition(edition), State.first(scene), Tally(), named_scene(scene)
    steps: list[Step] = []
    for action in map(where.looked, read_actions(actions)):
        move = action.move
        said = judgement(state, move, by)
        after = state.after(move.gives)
        later = tally.add(said, move.id, by, state.given)
        tardy = said.is_late(state.minute, tally.met)
        late = tardy or _is_late(said, move.id, tally, later, by)
        cautions, seen = _cautions((*by.always, *said.errata)), where.shown(action)
        steps.append(
            Step(action, move.id, state, after, by.edition, by.position, said, late, cautions, tardy=tardy, seen=seen)
        )
        state, tally = after, later
    return _outcome(where.id, by, tuple(steps), state, tally)


def _is_late(said: Judgement, move: str, before: Tally, after: Tally, by: Edition) -> bool:
    """A wait that costs credit, or what meets an aim only after what should have followed it."""
    met = after.met - before.met
    return (move == WAIT and said.is_fault) or any(o.first in met and o.id in before.broken for o in by.orders)


def read_actions(actions: Actions) -> tuple[Action, ...]:
    """The actions as given, each read."""
    accepted = "a list of actions, such as [Action('octreotide', dose='300 microgram', route='IV'), 'wait']"
    if isinstance(actions, str | Mapping | Action) or not isinstance(actions, Iterable):
        raise InputError("actions", actions, accepted)
    return tuple(_read(action) for action in actions)


def _read(action: Any) -> Action:
    if isinstance(action, Action):
        return action
    if isinstance(action, str):
        return read_line(action)
    if not isinstance(action, Mapping):
        return Action(action)
    unknown = [key for key in action if key not in ("name", "dose", "route")]
    if unknown or "name" not in action:
        raise InputError("action", dict(action), "a mapping of name, dose and route")
    return Action(**action)


def judgement(state: State, move: Move, by: Edition) -> Judgement:
    """The one judgement that the edition has for this move in this state; none or several is an error of the data."""
    hypotension = state.hypotension
    said = [j for j in by.by_move[move.id] if j.when.holds(hypotension, state.load, state.given)]
    if len(said) != 1:
        found = ", ".join(j.id for j in said) or "no judgement"
        given = ", ".join(sorted(state.given)) or "nothing"
        where = f"pressure {state.pressure}, given {given}"
        raise KnowledgeError(f"crisis/{by.edition}.toml: {move.id} at {where}: {found}; accepted: one judgement")
    return said[0]


def possible(by: Edition, given: frozenset[str] = frozenset()) -> int:
    """The most points: one for each aim and each order that is owed where this has been given and found."""
    return len(by.owed(given)) + len(by.orders_owed(given))


def is_untreated(given: frozenset[str]) -> bool:
    """Whether another cause than a crisis is at work, found or not, and is not treated.

    >>> is_untreated(frozenset({"bleeding", "cause-found"})), is_untreated(frozenset({"vasopressor"}))
    (True, False)
    """
    return HIDDEN in given or (FOUND in given and TREATED not in given)


def presses(aim: Aim) -> bool:
    """Whether an aim is met by vasopressors alone.

    >>> [aim.id for aim in load_edition("2026").aims if presses(aim)]
    ['vasopressor', 'treat-anaphylaxis']
    """
    return all(gives(moves()[move], VASOPRESSOR) for move in aim.moves)


def _outcome(scene: str, by: Edition, steps: tuple[Step, ...], end: State, tally: Tally) -> RunOutcome:
    earned, faults = tally.earned(by, end.given), sum(step.judgement.is_fault for step in steps)
    most = possible(by, end.given)
    half = Fraction(tally.extra(by) if earned < most else 0, 2 * most)
    credit, cap = max(Fraction(0), Fraction(earned - faults, most) + half), room().untreated_credit
    capped = is_untreated(end.given) and credit > cap
    extra = (aim for aim in by.aims if aim.extra and aim.is_owed(end.given))
    return RunOutcome(
        scene=scene,
        edition=by.edition,
        position=by.position,
        note=by.note,
        steps=steps,
        end=end,
        missing=tuple(aim for aim in by.owed(end.given) if aim.id not in tally.met),
        undone=tuple(aim for aim in extra if aim.id not in tally.met),
        out_of_order=tuple(order for order in by.orders_owed(end.given) if order.id in tally.broken),
        credit=cap if capped else credit,
        capped=capped,
        complete=earned == most and not faults,
        cautions=_cautions((*by.always, *(c.id for step in steps for c in step.cautions))),
    )


def _cautions(ids: Iterable[str]) -> tuple[Caution, ...]:
    """The errata as cautions, each once, the most dangerous first."""
    made = [erratum_caution(id) for id in dict.fromkeys(ids)]
    return tuple(sorted(made, key=lambda caution: caution.risk))
