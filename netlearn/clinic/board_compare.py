"""Two boards about one patient, row by row: what the other edition says of the same, and whether it differs.

A difference is one of the group, of the answer within it, or of the cautions alone: the gravest, which the row shows,
or another of those behind it. Nothing is added to the rows; which of two editions came first is their order.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from netlearn.clinic.board import Board, Row
from netlearn.clinic.plan import plan
from netlearn.decision import Caution, load
from netlearn.editions import edition_ids
from netlearn.evidence import updates

ABSENT, GROUP, ANSWER, CAUTION, SAME = "absent", "group", "answer", "caution", "same"
# The colours of the groups, by the names of the verdicts' colours: each group has its own word as well.
TONES: Mapping[str, str] = {
    "first-line": "suitable",
    "option": "suitable",
    "rescue": "doubtful",
    "watch": "plain",
    "not-now": "outdated",
    "nothing-to-ask": "plain",
    "criteria-not-met": "unsuitable",
    "against": "unsuitable",
    "not-stated": "notstated",
    "needs-an-answer": "undetermined",
    "conflict": "conflict",
}


@frozen
class ComparedRow:
    """A row, the ``others`` that speak of the same in another edition, how they differ, and the updates behind it.

    ``change`` is ``group``, ``answer``, ``caution`` (a caution alone), ``absent`` where the other edition has no such
    row, else ``same``. ``updates`` are those that the newer of the two rests on and the older does not. ``fewer`` are
    the titles of cautions that the other edition does not give about the same treatment, ``further`` those that only
    it gives.
    """

    row: Row
    others: tuple[Row, ...]
    change: str
    updates: tuple[str, ...]
    fewer: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


def compared(board: Board, other: Board) -> tuple[ComparedRow, ...]:
    """Each row of a board beside what the board of another edition says of the same.

    >>> from netlearn.clinic.assemblies import systemic
    >>> case = {"primary_site": "midgut", "functioning": False, "progressive": True}
    >>> rows = compared(systemic(case, "2026"), systemic(case, "review-2012"))
    >>> next((one.row.treatment, one.change) for one in rows if one.row.table == "prrt")
    ('radionuclide therapy (PRRT)', 'answer')
    """
    newer = _is_newer(board, other)
    return tuple(_compared(row, [each for each in other.rows if of_the_same(row, each)], newer) for row in board.rows)


def only_in(other: Board, board: Board) -> Iterator[Row]:
    """The rows of another edition's board of which this one says nothing."""
    return (row for row in other.rows if not any(of_the_same(row, each) for each in board.rows))


def of_the_same(row: Row, other: Row) -> bool:
    """Whether two rows speak of some treatment together: one table, and a value in common of what both are asked."""
    shared = row.asked.keys() & other.asked.keys()
    return row.table == other.table and all(set(row.asked[name]) & set(other.asked[name]) for name in shared)


def _compared(row: Row, others: Sequence[Row], newer: bool) -> ComparedRow:
    pairs = list(_pairs(row, others))
    fewer = _titles((ours, theirs) for ours, theirs in pairs)
    further = _titles((theirs, ours) for ours, theirs in pairs)
    change = _change(row, others, bool(fewer or further))
    (new, old) = ([row], others) if newer else (others, [row])
    return ComparedRow(row, tuple(others), change, () if change == SAME else _updates(new, old), fewer, further)


def _change(row: Row, others: Sequence[Row], warned_otherwise: bool) -> str:
    if not others:
        return ABSENT
    if any(each.group != row.group for each in others):
        return GROUP
    if any(each.answer != row.answer for each in others):
        return ANSWER
    return CAUTION if warned_otherwise else SAME


def _pairs(row: Row, others: Sequence[Row]) -> Iterator[tuple[Sequence[Caution], Sequence[Caution]]]:
    """The cautions about each treatment and purpose of a row, beside those of the other edition about the same."""
    for ours in row.decisions:
        for theirs in (decision for each in others for decision in each.decisions):
            shared = row.asked.keys() & plan().asked(load(theirs.table, theirs.edition))
            if all(ours.inputs[name] == theirs.inputs[name] for name in shared):
                yield ours.cautions, theirs.cautions


def _titles(pairs: Iterable[tuple[Sequence[Caution], Sequence[Caution]]]) -> tuple[str, ...]:
    """The titles of what the first of each pair warns of and the other does not, in these words and as gravely."""
    there = ((each, {(one.risk, one.title) for one in others}) for own, others in pairs for each in own)
    return tuple(dict.fromkeys(each.title for each, known in there if (each.risk, each.title) not in known))


def _updates(new: Sequence[Row], old: Sequence[Row]) -> tuple[str, ...]:
    before = {id for row in old for id in row.evidence}
    return tuple(dict.fromkeys(id for row in new for id in row.evidence if id in updates() and id not in before))


def _is_newer(board: Board, other: Board) -> bool:
    return edition_ids().index(board.edition) > edition_ids().index(other.edition)


def other_edition(edition: str) -> str:
    """The edition beside which one is shown: the newest, and beside that the oldest.

    >>> other_edition("2026")
    'review-2012'
    """
    oldest, newest = edition_ids()[0], edition_ids()[-1]
    return oldest if edition == newest else newest
