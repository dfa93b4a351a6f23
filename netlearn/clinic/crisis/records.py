"""The crisis room as data: what can be done, how the room behaves, and what each edition says of it."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from attrs import field, frozen

from netlearn.decision.unary import parse_test

VERDICTS = ("right", "good-practice", "wrong", "harmful", "insufficient-alone", "not-stated")
MEETS = ("right", "good-practice")  # the verdicts that meet an aim; the second has no source, and says so
# How a step stands in a debrief, the gravest first; "outdated" is a warning of an older edition that is never scored.
STANDINGS = ("harmful", "wrong", "late", "insufficient-alone", "outdated", "not-stated", "good-practice", "right")
FAULTS = ("wrong", "harmful")
NOTHING_STATED = "none"  # how data write "no route", "no dose" and "nothing given"

_test = cache(parse_test)


@frozen(kw_only=True)
class Cited:
    """An entry with its reason and its sources: ids of facts, figures, updates and errata."""

    id: str
    because: str = ""
    facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    inferred: str = ""  # why a number, or a reading, has no source of its own

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the facts and figures, in the order of the data."""
        return (*self.facts, *self.figures)


@frozen(kw_only=True)
class When:
    """A condition on the room; what is left out does not matter."""

    hypotension: bool | None = None
    load: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    not_given: tuple[str, ...] = ()

    def holds(self, hypotension: bool, load: str, given: frozenset[str]) -> bool:
        """Whether the room is as the condition says."""
        signs = self.hypotension in (None, hypotension) and (not self.load or load in self.load)
        return signs and given.issuperset(self.given) and given.isdisjoint(self.not_given)


@frozen(kw_only=True)
class Kind:
    """Something a learner may do: ``dose`` is "none", "microgram" (read exactly) or "unread" (kept as text)."""

    id: str
    label: str
    group: str
    dose: str
    aliases: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    key: str = ""  # the letter that does it while the room has the focus
    infusion: str = ""  # the action that this one is when its route is an infusion


@frozen(kw_only=True)
class Move(Cited):
    """Actions that the room cannot tell apart: one step of the machine.

    ``refused``: asked back or stopped, so that it counts as not given: it gives nothing, meets no aim, breaks no order.
    """

    actions: tuple[str, ...]
    label: str
    routes: tuple[str, ...] = ()
    dose: str = "any"
    dose_microgram: str = ""
    gives: str = ""
    reply: str = ""  # what the room answers where nothing is given
    refused: bool = False

    def fits(self, action: str, microgram: Fraction | None, stated: bool, route: str | None) -> bool:
        """Whether an action with this dose and route is this move."""
        dose_fits = self.dose == "any" or (self.dose == "stated") is stated
        if self.dose_microgram and microgram is not None:
            dose_fits = dose_fits and _test(self.dose_microgram).accepts(microgram)
        route_fits = not self.routes or (route or NOTHING_STATED) in self.routes
        return action in self.actions and dose_fits and route_fits

    @property
    def literals(self) -> tuple[Fraction, ...]:
        """The doses, in microgram, that the move mentions."""
        return _test(self.dose_microgram).literals if self.dose_microgram else ()


@frozen(kw_only=True)
class Pressure:
    """A band of blood pressure with what the monitor shows: mmHg, and beats per minute. Invented for teaching."""

    id: str
    label: str
    hypotension: bool
    systolic: int
    diastolic: int
    heart_rate: str
    pulse: int
    basis: str


@frozen(kw_only=True)
class Load:
    """A band of mediator load with the signs it makes. Invented for teaching."""

    id: str
    label: str
    flushing: str
    bronchospasm: str
    basis: str


@frozen(kw_only=True)
class Given:
    """Something that can have been given, done or found.

    ``resets``: another cause is found, so that the crisis is over: of what was given only what is ``kept`` still
    counts, and no mediator is at work; a second one changes nothing. ``also``: what is recorded in its place.
    ``treats``: the cause that is treated by it, where that is the one found.
    """

    id: str
    label: str
    kept: bool = False
    resets: bool = False
    also: tuple[str, ...] = ()
    treats: str = ""


@frozen(kw_only=True)
class Influence(Cited):
    """A push of ``by`` bands a minute on the pressure or the load while ``when`` holds. Invented for teaching."""

    on: str
    by: int
    basis: str
    when: When = When()


@frozen
class Room:
    """How the room behaves, the same in both editions. Bands are listed from the lowest up.

    ``last_minute`` is where the clock stops counting: it then reads "over" the long crisis of the sources.
    ``untreated_credit`` is the most credit where another cause than a crisis is not treated at the end.
    """

    note: str
    last_minute: int
    untreated_credit: Fraction
    pressures: tuple[Pressure, ...]
    loads: tuple[Load, ...]
    given: tuple[Given, ...]
    influences: tuple[Influence, ...]


@frozen(kw_only=True)
class Judgement(Cited):
    """What an edition says of some moves while ``when`` holds; unscored, it costs no credit.

    ``basis`` says where no edition speaks and the room itself does: a teaching device.
    ``prompt_until`` is the last minute in which it is not late, where that matters; ``when_late`` is said after it.
    ``first_of`` is the aim that only its first step can meet late.
    """

    moves: tuple[str, ...]
    verdict: str
    when: When = When()
    scored: bool = True
    basis: str = ""
    prompt_until: int | None = None
    when_late: str = ""
    first_of: str = ""

    def is_late(self, minute: int, met: frozenset[str] = frozenset()) -> bool:
        """Whether the move comes late at this minute, these aims being met: it costs no credit, and is called late."""
        return self.prompt_until is not None and minute > self.prompt_until and self.first_of not in met

    @property
    def is_fault(self) -> bool:
        """Whether the move costs credit."""
        return self.scored and self.verdict in FAULTS


@frozen(kw_only=True)
class Aim(Cited):
    """Something an edition wants done: met by a step of these moves that is judged right, or by one ``unjudged``.

    ``unjudged`` are moves that do what is wanted, in a way of which no source says whether it is right.
    It is wanted while ``owed`` holds of what has been given and found.
    ``extra``, it is good practice: it earns half a point and is never missed.
    """

    label: str
    moves: tuple[str, ...]
    unjudged: tuple[str, ...] = ()
    owed: When = When()
    extra: bool = False
    basis: str = ""  # as of a judgement

    def is_owed(self, given: frozenset[str]) -> bool:
        """Whether it is wanted where this has been given and found."""
        return given.issuperset(self.owed.given) and given.isdisjoint(self.owed.not_given)


@frozen(kw_only=True)
class Order(Cited):
    """The aim ``first`` is to be met before any of the moves ``then``. Orders not listed are all defensible."""

    label: str
    first: str
    then: tuple[str, ...]


@frozen
class Edition:
    """What one edition says of the room; the errata ``always`` travel with all of it."""

    edition: str
    position: str
    note: str
    always: tuple[str, ...]
    aims: tuple[Aim, ...]
    orders: tuple[Order, ...]
    judgements: tuple[Judgement, ...]
    reviewed: str = ""
    sign_off: str = ""
    by_move: Mapping[str, tuple[Judgement, ...]] = field(factory=dict, repr=False)

    def owed(self, given: frozenset[str]) -> tuple[Aim, ...]:
        """The aims that are wanted, and missed where they are not met."""
        return tuple(aim for aim in self.aims if not aim.extra and aim.is_owed(given))

    def orders_owed(self, given: frozenset[str]) -> tuple[Order, ...]:
        """The orders to be kept: those whose first aim is wanted."""
        owed = {aim.id for aim in self.owed(given)}
        return tuple(order for order in self.orders if order.first in owed)


@frozen(kw_only=True)
class Statement(Cited):
    """A sentence of every debrief: on what the editions agree, or what changed."""

    kind: str
