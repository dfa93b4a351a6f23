"""What of the records goes into a gradebook: pure, and the same for any gradebook.

A part that did not come to an end has no score, and a comment that says why: it is never a silent zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from attrs import frozen

from netlearn.grader.record import NOT_FOUND, Record, Result

__all__ = ["Score", "ScoreSheet", "entries", "sheets"]


@frozen
class Score:
    """One item or task of one learner: a score from 0 to 1, or None where a person has to look; and a comment."""

    score: float | None
    comment: str


@frozen
class ScoreSheet:
    """A chapter's part of the gradebook: its items and tasks with their kinds, and one record for each learner."""

    chapter: str
    kinds: Mapping[str, str]
    records: tuple[Record, ...]


def entries(record: Record, slugs: Iterable[str]) -> dict[str, Score]:
    """Return an entry for each item and task.

    >>> record = Record("ann", "ann.ipynb", "", "unreadable", reason="the file is empty")
    >>> entries(record, ["a"])
    {'a': Score(score=None, comment='Not graded: unreadable: the file is empty')}
    """
    results = {result.slug: result for result in record.results}
    ended = {run.slug: f"{run.status}: {run.reason}" for run in record.given.runs if run.status != "graded"}
    if not results:
        return dict.fromkeys(slugs, _without(f"{record.status}: {record.reason}"))
    return {
        slug: _without(ended[slug])
        if slug in ended
        else _graded(results[slug])
        if slug in results
        else _without("the record has no result for it")
        for slug in slugs
    }


def _without(why: str) -> Score:
    return Score(None, f"Not graded: {why}")


def _graded(result: Result) -> Score:
    """The score, and a comment that names the answer by its key: one cell holds the answers to all variants."""
    if result.result == NOT_FOUND:
        return _without(" ".join(result.feedback))
    said = result.feedback or (f"{result.result}.".replace("-", " ").capitalize(),)
    return Score(float(result.score), "\n".join((*said, f"Answer {result.key}")))


def sheets(records: Sequence[Record]) -> tuple[tuple[ScoreSheet, ...], tuple[str, ...]]:
    """Sort records by chapter; return the sheets, and a line for every record that is in none, with the reason.

    A record without results belongs where its path says, or to the only chapter. Where a learner has several, the one
    that has results counts; of two with results none does, since only a person can say which was meant.
    """
    kinds = _kinds(records)
    places: dict[str, dict[str, list[Record]]] = {chapter: {} for chapter in kinds}
    left_out: list[str] = []
    for record in records:
        if chapter := _chapter(record, tuple(kinds)):
            places[chapter].setdefault(record.learner, []).append(record)
        else:
            left_out.append(f"{record.path}: no chapter is known: {record.status}: {record.reason}")
    made = []
    for chapter, learners in places.items():
        chosen = [_one(group, left_out) for group in learners.values()]
        made.append(ScoreSheet(chapter, kinds[chapter], tuple(record for record in chosen if record is not None)))
    return tuple(made), tuple(left_out)


def _kinds(records: Iterable[Record]) -> dict[str, dict[str, str]]:
    """Return chapter → item → kind, as the records' results tell; a kind that one does not know another may."""
    kinds: dict[str, dict[str, str]] = {}
    for record in records:
        for result in record.results:
            known = kinds.setdefault(record.chapter, {})
            known[result.slug] = known.get(result.slug) or result.kind
    return kinds


def _chapter(record: Record, chapters: Sequence[str]) -> str:
    if record.results:
        return record.chapter
    path = PurePosixPath(record.path)
    named = [part for part in (path.stem, *reversed(path.parts[:-1])) if part in chapters]
    return named[0] if named else chapters[0] if len(chapters) == 1 else ""


def _one(group: Sequence[Record], left_out: list[str]) -> Record | None:
    """Return the record that counts, and say of the others why they do not."""
    complete = [record for record in group if record.results]
    if len(complete) > 1:
        paths = " and ".join(record.path for record in complete)
        left_out.append(f"{group[0].learner}: several notebooks of {complete[0].chapter}: {paths}; leave one")
        return None
    chosen = (complete or group)[0]
    left_out.extend(f"{record.path}: {chosen.path} counts" for record in group if record is not chosen)
    return chosen
