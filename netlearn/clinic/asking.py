"""How a clinic asks: in which order, and what together. Read from ``knowledge/questions.toml``."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from attrs import field, frozen

from netlearn import knowledge
from netlearn.errors import InputError, KnowledgeError

FILE = "questions.toml"


@frozen
class Checklist:
    """Inputs that can only exclude, asked as one question; ``harmless`` is the value of each that excludes nothing."""

    question: str
    harmless: Mapping[str, bool]

    @property
    def inputs(self) -> tuple[str, ...]:
        """What it asks."""
        return tuple(self.harmless)


@frozen
class Form:
    """Inputs that a clinic asks in one breath, each with a field of its own."""

    question: str
    inputs: tuple[str, ...]


@frozen
class AimQuestion:
    """What an ``assembly`` asks first: an ``input`` that names purposes, what each answer is called, and ``both``."""

    assembly: str
    question: str
    why: str
    input: str
    both: str
    options: Mapping[str, str]


@frozen
class PriorTreatment:
    """A treatment that may have been given before, and what it ``says`` of the patient as inputs of the tables.

    ``row`` is its table, and of what is asked there in turn the values that are this treatment; each of ``told`` is an
    input that says by itself that it was given.
    """

    id: str
    label: str
    says: Mapping[str, bool]
    row: Mapping[str, Any]
    told: tuple[str, ...] = field(default=(), converter=tuple)

    def is_row(self, table: str, asked: Mapping[str, Sequence[Any]]) -> bool:
        """Whether a row of a board is this treatment, or names it among others."""
        own = ((name, values) for name, values in self.row.items() if name != "table")
        return table == self.row["table"] and all(set(values) & set(asked[name]) for name, values in own)


@frozen
class Prior:
    """What may have been given before, to be put in order; ``note`` says what the order is for."""

    question: str
    note: str
    treatments: tuple[PriorTreatment, ...]

    def named(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The labels of some treatments, in their order. Raises InputError for one that is not there or stands twice.

        >>> asking().prior.named(["prrt", "analogue"])
        ('radionuclide therapy (PRRT)', 'somatostatin analogue')
        """
        labels = {one.id: one.label for one in self.treatments}
        for id in ids:
            if id not in labels or list(ids).count(id) > 1:
                raise InputError("prior", id, f"each once, of {', '.join(labels)}")
        return tuple(labels[id] for id in ids)

    def says(self, ids: Sequence[str]) -> dict[str, bool]:
        """What some treatments together say of the patient.

        >>> asking().prior.says(["analogue"])
        {'prior_systemic': True, 'prior_analogue': True}
        """
        return {name: value for one in self.treatments if one.id in ids for name, value in one.says.items()}

    def given(self, ids: Sequence[str], known: Mapping[str, Any]) -> tuple[PriorTreatment, ...]:
        """The treatments that were given: those named, and those of which what is known says it.

        >>> [one.id for one in asking().prior.given(["everolimus"], {"on_analogue": True})]
        ['analogue', 'everolimus']
        """
        return tuple(
            one for one in self.treatments if one.id in ids or any(known.get(name) is True for name in one.told)
        )


@frozen
class Asking:
    """The usual order, the checklists and the forms; what a selector asks first, and what was given before."""

    order: tuple[str, ...]
    checklists: Mapping[str, Checklist]
    forms: Mapping[str, Form]
    aim: AimQuestion
    prior: Prior

    def rank(self, name: str) -> tuple[int, str]:
        """The place of an input in the usual order; what it does not name comes last."""
        return (self.order.index(name) if name in self.order else len(self.order), name)

    def together(self, name: str) -> Checklist | Form | None:
        """The checklist or the form of which an input is part."""
        every: tuple[Checklist | Form, ...] = (*self.checklists.values(), *self.forms.values())
        return next((each for each in every if name in each.inputs), None)


@cache
def asking() -> Asking:
    """How the clinic asks.

    >>> asking().order[0]
    'primary_site'
    """
    return read(knowledge.load(FILE))


def read(raw: Mapping[str, Any]) -> Asking:
    """The same from its parsed TOML. Raises KnowledgeError for an input that stands twice."""
    lists = {id: Checklist(row["question"], row["harmless"]) for id, row in raw["checklists"].items()}
    forms = {id: Form(row["question"], tuple(row["inputs"])) for id, row in raw["forms"].items()}
    named = [name for each in lists.values() for name in each.inputs]
    named += [name for each in forms.values() for name in each.inputs]
    for names, where in ((named, "what is asked together"), (raw["order"], "order")):
        for name in names:
            if list(names).count(name) > 1:
                raise KnowledgeError(f"{FILE}: {where}: {name!r} stands twice")
    prior = tuple(PriorTreatment(**each) for each in raw["prior"]["treatments"])
    given = Prior(raw["prior"]["question"], raw["prior"]["note"], prior)
    return Asking(tuple(raw["order"]), lists, forms, AimQuestion(**raw["aim"]), given)
