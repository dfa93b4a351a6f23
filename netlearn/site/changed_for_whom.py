"""What changed for whom between two editions of a table: each change of answer with one patient of the case library."""

from collections.abc import Iterator

from attrs import frozen

from netlearn.clinic.cases import Asked, Patient, cases
from netlearn.decision import Decision, decide
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome
from netlearn.decision.words import Shown, outcome_shown
from netlearn.errors import InputError

FIRST = ("vera", "tomas", "ines")  # the patients of the book, before all others


@frozen
class Changed:
    """One change of answer, and a patient for whom it is so; ``because`` is the reason of the newer edition."""

    slug: str
    title: str
    before: Shown
    after: Shown
    because: str
    updates: tuple[str, ...]


def changed_for_whom(table: str, before: str, after: str) -> tuple[Changed, ...]:
    """Each change of answer that some patient of the library meets, once, in the order of the book's patients.

    >>> [one.after.label for one in changed_for_whom("cytoreduction", "review-2012", "2026") if one.slug == "vera@3.1"]
    ['An option']
    """
    found: dict[tuple[str, str], Changed] = {}
    for patient, asked in _asked(table):
        if asked.differs and (one := _change(patient, asked, before, after)):
            found.setdefault((one.before.label, one.after.label), one)
    return tuple(found.values())


def _asked(table: str) -> Iterator[tuple[Patient, Asked]]:
    rank = {person: number for number, person in enumerate(FIRST)}
    for patient in sorted(cases().values(), key=lambda one: rank.get(one.person, len(FIRST))):
        yield from ((patient, asked) for asked in patient.asked if asked.table == table)


def _change(patient: Patient, asked: Asked, before: str, after: str) -> Changed | None:
    """The change of one question; None where an edition refuses it or needs to know more, or calls both the same."""
    try:
        old, new = (decide(asked.table, edition, **asked.given[edition]) for edition in (before, after))
    except (InputError, KeyError):
        return None
    then, now = _shown(old, after), _shown(new, before)
    if then.label == now.label or "undetermined" in (old.status, new.status):
        return None
    return Changed(patient.slug, patient.title, then, now, new.because, tuple(new.updates))


def _shown(decision: Decision, other: str) -> Shown:
    verdicts = (decision.verdict,) if decision.verdict else decision.possible
    known = (load(decision.table, edition).verdicts for edition in (decision.edition, other))
    return outcome_shown(Outcome(decision.status, tuple(verdicts)), *known)
