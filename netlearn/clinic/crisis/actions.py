"""What a learner does: a drug or a deed, with the dose, unit and route it was ordered in."""

from fractions import Fraction

from attrs import frozen

from netlearn.clinic.crisis.load import kinds, moves, routes
from netlearn.clinic.crisis.records import Kind, Move
from netlearn.clinic.written import slip
from netlearn.errors import InputError, KnowledgeError
from netlearn.naming import one_of
from netlearn.quantity import Quantity, parse
from netlearn.words import say

_READABLE = ("mass", "mass per time")


def named(text: str) -> str:
    """The id of the action that a name or one of its other names means, "" for none.

    >>> named("Norepinephrine"), named("prayer")
    ('noradrenaline', '')
    """
    fits = (kind.id for kind in kinds().values() if _plain(text) in map(_plain, (kind.id, *kind.aliases)))
    return next(fits, "")


def _name(value: object) -> str:
    if isinstance(value, str) and (found := named(value)):
        return found
    raise InputError("action", value, one_of(value, kinds()))


def _plain(text: str) -> str:
    """A text without case, hyphens or double spaces."""
    return " ".join(text.lower().replace("-", " ").split())


def _dose(value: object, kind: Kind) -> Quantity | str | None:
    """The dose, read exactly where a source gives one; else kept as it was written."""
    if value is None:
        return None
    if kind.dose == "none":
        raise InputError("dose", value, f"none: {kind.id} takes no dose")
    if kind.dose == "unread" and (isinstance(value, Quantity) or (isinstance(value, str) and value.strip())):
        return value
    if kind.dose == "unread":
        raise InputError("dose", value, "a text, or None where the local protocol decides")
    quantity = value if isinstance(value, Quantity) else _amount(value)
    if quantity.dimension not in _READABLE:
        raise InputError("dose", value if isinstance(value, str) else str(value), say("crisis", "a_dose"))
    return quantity


def _amount(value: object) -> Quantity:
    """A dose in text; InputError for what is no mass, is not above 0, or can be read in two ways."""
    wrong = slip(value) if isinstance(value, str) else ""
    if wrong:
        raise InputError("dose", value, f"{say('crisis', 'a_dose')}. {wrong.removesuffix('.')}")
    try:
        return parse(value, field="dose")  # type: ignore[arg-type]  # what is no text is refused there
    except InputError as refused:
        raise InputError("dose", refused.value, say("crisis", "a_dose")) from None


def _route(value: object, kind: Kind) -> str | None:
    """The route that a spelling means; it must be one that this action can take."""
    if value is None:
        return None
    found = routes().get(" ".join(value.lower().split())) if isinstance(value, str) else None
    if found not in kind.routes:
        accepted = ", ".join(kind.routes) or f"none: {kind.id} has no route"
        raise InputError("route", value, accepted)
    return found


@frozen(init=False)  # its own __init__ reads what is given
class Action:
    """One action. ``dose`` is text with a unit, such as "300 microgram" or "0.3 mg", or a Quantity.

    Raises InputError naming ``action``, ``dose`` or ``route``, the value and what is accepted. A dose is read
    exactly for octreotide; for vasopressors, calcium and fluids no source of the course gives one, so it is kept
    as text and never judged right.

    >>> Action("octreotide", dose="0.3 mg", route="IV") == Action("octreotide", dose="300 microgram", route="i.v.")
    True
    >>> Action("octreotide", dose="300", route="IV")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.InputError: dose: '300' is not accepted; accepted: a mass with its unit ...
    """

    name: str
    dose: Quantity | str | None
    route: str | None

    def __init__(self, name: str, dose: Quantity | str | None = None, route: str | None = None) -> None:
        kind = kinds()[_name(name)]
        self.__attrs_init__(kind.id, _dose(dose, kind), _route(route, kind))

    @property
    def kind(self) -> Kind:
        """The entry of the list of actions."""
        return kinds()[self.name]

    @property
    def unit(self) -> str:
        """The unit of the dose, "" where none was read."""
        return self.dose.unit if isinstance(self.dose, Quantity) else ""

    @property
    def microgram(self) -> Fraction | None:
        """The dose in microgram, for a rate what it gives in an hour; None where no dose was read."""
        if not isinstance(self.dose, Quantity) or self.kind.dose != "microgram":
            return None
        return self.dose.to("microgram/h" if self._is_rate else "microgram").value

    @property
    def move(self) -> Move:
        """The one move of the machine that this action is.

        >>> Action("octreotide", dose="0.3 g", route="IV").move.id
        'octreotide-overdose'
        """
        asked = (self._ordered, self.microgram, self.dose is not None, self.route)
        fitting = [move for move in moves().values() if move.fits(*asked)]
        if len(fitting) != 1:
            raise KnowledgeError(f"crisis/actions.toml: {self} fits {[m.id for m in fitting]}; accepted: one move")
        return fitting[0]

    @property
    def _is_rate(self) -> bool:
        return isinstance(self.dose, Quantity) and self.dose.dimension == "mass per time"

    @property
    def _ordered(self) -> str:
        """The action's id; a bolus given at a rate or by infusion is the infusion."""
        runs = self.route == "infusion" or (self._is_rate and self.route in (None, "IV"))
        return self.kind.infusion if runs and self.kind.infusion else self.name

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.name, self.dose, self.route) if part is not None)
