"""What a run says at its end: how many were graded as themselves, what a person must look at, and who is missing."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from netlearn.errors import NetlearnError
from netlearn.grader.record import STATUSES, Record
from netlearn.handout.roster import Enrolled, alike

__all__ = ["Attributed", "attributed", "is_doubtful", "summary", "to_look_at"]

_AS_THEMSELVES = ("graded", "died", "timeout")
_MOODLE = re.compile(r"^(.+)_\d+_assignsubmission_\w*$")
_CANVAS = re.compile(r"^([^_]+)(?:_LATE)?_\d+_\d+_")


def summary(records: Sequence[Record]) -> str:
    """Count the records by status.

    >>> summary([Record("ann", "ann.ipynb", "", "graded"), Record("bob", "bob.ipynb", "", "died")])
    '1 graded, 1 died'
    """
    counts = ((status, sum(record.status == status for record in records)) for status in STATUSES)
    return ", ".join(f"{count} {status}" for status, count in counts if count) or "there are no submissions"


def is_doubtful(records: Sequence[Record]) -> bool:
    """Say whether nobody, or fewer than half, could be graded as themselves: then something larger is wrong.

    >>> is_doubtful([]), is_doubtful([Record("ann", "ann.ipynb", "", "graded"), Record("b", "b.ipynb", "", "refused")])
    (True, False)
    """
    good = sum(record.status in _AS_THEMSELVES for record in records)
    return good == 0 or 2 * good < len(records)


def to_look_at(records: Sequence[Record]) -> Iterator[str]:
    """Yield a line for each hand-in that a person must look at, and for each learner with several of a chapter."""
    several: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        if record.status != "graded":
            yield f"{record.learner}: {record.path}: {record.status}: {record.reason}"
        if record.results:
            several[record.learner, record.chapter].append(record.path)
    for (learner, chapter), paths in several.items():
        if len(paths) > 1:
            yield f"{learner}: several notebooks of {chapter}: {' and '.join(paths)}; leave one"


@frozen
class Attributed:
    """Records under the ids of a class list, those on the list who handed in nothing, and names not on the list."""

    records: tuple[Record, ...]
    missing: tuple[Enrolled, ...]
    strangers: tuple[str, ...]


def attributed(records: Sequence[Record], roster: Collection[Enrolled]) -> Attributed:
    """Give each record to a learner of the list, by id or by name, as learning systems write them.

    Raises NetlearnError where two learners of the list could be meant.
    """
    owners = {name: _owner(name, roster) for name in dict.fromkeys(record.learner for record in records)}
    made = tuple(evolve(each, learner=owner.id) if (owner := owners[each.learner]) else each for each in records)
    here = {owner.id for owner in owners.values() if owner}
    missing = tuple(each for each in roster if each.id not in here)
    return Attributed(made, missing, tuple(name for name, owner in owners.items() if owner is None))


def _owner(name: str, roster: Collection[Enrolled]) -> Enrolled | None:
    """Return whose a hand-in is: the surest way in which somebody on the list is meant."""
    shown = found[1] if (found := _MOODLE.match(name)) else name
    squashed = found[1] if (found := _CANVAS.match(name)) else ""
    ways = (
        [each for each in roster if alike(each.id) == alike(shown)],
        [each for each in roster if each.name and alike(each.name) == alike(shown)],
        [each for each in roster if squashed and _squashed(squashed) in _forms(each)],
    )
    meant = next((each for each in ways if each), [])
    if len(meant) > 1:
        ids = " and ".join(each.id for each in meant)
        raise NetlearnError(
            f"{name!r} may be {ids}; accepted: a folder named by the id, or notebooks that were released"
        )
    return meant[0] if meant else None


def _forms(learner: Enrolled) -> set[str]:
    """Return a learner's id and name without blanks, the family name in front too, as Canvas writes it."""
    parts = learner.name.split()
    return {_squashed(each) for each in (learner.id, learner.name, "".join([*parts[-1:], *parts[:-1]])) if each}


def _squashed(name: str) -> str:
    return re.sub(r"[\W_]+", "", alike(name))
