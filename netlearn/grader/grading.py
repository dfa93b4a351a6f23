"""``grade(path, settings) → Record``: one submission, from the file to the record, on any executor.

It depends on the file and the settings alone, so it may run in any process on any machine that has both, and
again: the records are equal.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from netlearn.grader import marking
from netlearn.grader.bank import Bank, SeededTask
from netlearn.grader.record import STATUSES, Record, Responses, Run
from netlearn.grader.running import Ran, Unmarked, run_notes, run_tasks, unmarked
from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.outcome import Usage
from netlearn.grader.submission import LARGEST, Submission, read
from netlearn.handout import reading
from netlearn.handout.signing import is_assessed, signed_learner
from netlearn.items.answers import Answer, AnswerKey
from netlearn.items.seeds import seed_for

__all__ = ["Settings", "again", "grade"]

_ANOTHERS = "all its answers are to the variants of another learner: whose it is, a person has to say"
_OWN_FAULT = "the grader itself failed at it, and a person has to look"
_UNFIT = "the answer is too long, nested too deeply or no number, and does not count"


@frozen
class Settings:
    """What grading a class depends on, beside the submissions below ``root``.

    ``secret`` makes the seeds of each learner's variants (None: the seeds in the notebooks are taken). ``trust``
    allows running code where nothing keeps it apart.
    """

    root: Path
    bank: Bank
    limits: Limits = field(factory=Limits)
    secret: bytes | None = field(default=None, repr=False)
    trust: bool = False
    largest: int = LARGEST

    def digest(self) -> str:
        """Return a digest of all that a grade depends on, but for the place of the folder."""
        parts = (self.bank.digest(), self.limits.to_json(), (self.secret or b"").hex(), self.trust, self.largest)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def grade(path: Path, settings: Settings) -> Record:
    """Grade the notebook at ``path`` below the settings' root. What the grader cannot cope with has a record too."""
    submission = read(path, settings.root, settings.largest)
    try:
        return _graded(submission, settings)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        return _record(submission, "died", f"{_OWN_FAULT}: {type(error).__name__}: {str(error)[:300]}")


def _graded(submission: Submission, settings: Settings) -> Record:
    if submission.unreadable:
        return _record(submission, "unreadable", submission.unreadable)
    if submission.chapter not in settings.bank.chapters():
        return _record(submission, "refused", f"there are no exercises for the chapter {submission.chapter[:80]!r}")
    submission = _identified(submission, settings.secret)
    submission = evolve(submission, answers=_known(submission, settings))
    tasks = marking.tasks(submission.learner, submission.chapter, settings.bank, settings.secret)
    return _marked(submission, tasks, run_tasks(submission, tasks, settings.limits, settings.trust), settings)


def again(record: Record, settings: Settings) -> Record:
    """Grade stored answers and returned values by today's rules; nobody's code is run."""
    if record.chapter not in settings.bank.chapters() or record.status == "unreadable":
        return record
    return marking.remark(record, settings.bank, settings.secret)


def _identified(submission: Submission, secret: bytes | None) -> Submission:
    """Give a submission to the learner that its notebook names, where the course has signed that."""
    learner = signed_learner(reading.about(submission.notebook), secret)
    if learner in ("", submission.learner):
        return submission
    note = f"it was handed in under the name {submission.learner!r}; the notebook is that of {learner}"
    return evolve(submission, learner=learner, notes=(note, *submission.notes))


def _known(submission: Submission, settings: Settings) -> dict[str, Answer]:
    """Return the answers to items that there are, with whole keys; a notebook may name what it likes."""
    versions = dict(settings.bank.items(submission.chapter))
    known = (answer for slug, answer in submission.answers.items() if slug in versions)
    return {
        each.key.slug: evolve(each, key=_whole(each.key, versions[each.key.slug], submission.learner, settings.secret))
        for each in known
    }


def _whole(key: AnswerKey, version: int, learner: str, secret: bytes | None) -> AnswerKey:
    """Complete a key of an earlier notebook, which may lack the version or the seed."""
    key = evolve(key, version=key.version or version)
    own = "0" if secret is None else seed_for(secret, learner, key.slug, key.version)
    return evolve(key, seed=key.seed or own)


def _as_run(chapter: str, ran: Ran) -> Run:
    return Run.of(marking.task_key(chapter, ran.task), marking.digest_of(ran.task.cases), ran.outcome)


def _kept(answers: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """Keep the answers of a sensible size."""
    return tuple(answer for answer in answers.values() if marking.sensible(answer.to_json()))


def _marked(submission: Submission, tasks: Sequence[SeededTask], ran: Sequence[Ran], settings: Settings) -> Record:
    runs = tuple(_as_run(submission.chapter, each) for each in ran if each.outcome.attempted)
    lost = unmarked(submission, tasks)
    about = reading.about(submission.notebook)
    assessed = is_assessed(about) and bool(signed_learner(about, settings.secret))
    given = Responses(_kept(submission.answers), runs, _missing(submission, lost, settings), assessed)
    results, notes = marking.mark(submission.learner, submission.chapter, given, settings.bank, settings.secret)
    dropped = sorted(set(submission.answers) - {answer.key.slug for answer in given.answers})
    told = [*submission.notes, *(each.note for each in lost), *notes]
    look = [*submission.look, *(each.note for each in lost if each.missing)]
    status, reason = _ending(ran, given, notes, look)
    outcomes = [each.outcome for each in ran]
    return _record(
        submission,
        status,
        reason,
        results=results,
        notes=(*told, *(f"{slug}: {_UNFIT}" for slug in dropped), *run_notes(submission, ran)),
        isolation=next((outcome.isolation for outcome in outcomes if outcome.isolation), ()),
        given=given,
        usage=sum((outcome.usage for outcome in outcomes), Usage()),
    )


def _missing(submission: Submission, lost: Sequence[Unmarked], settings: Settings) -> tuple[str, ...]:
    """Return the slugs of what ought to be in the notebook: tasks, and all items where their record is gone."""
    items = settings.bank.items(submission.chapter) if submission.look and not submission.answers else ()
    return (*(slug for slug, _ in items), *(each.slug for each in lost if each.missing))


def _ending(ran: Sequence[Ran], given: Responses, notes: tuple[str, ...], look: Sequence[str]) -> tuple[str, str]:
    """Return the status and its reason. A notebook all of whose answers are somebody else's is graded for nobody."""
    if given.answers and len(given.answers) == sum(marking.ANOTHERS in note for note in notes):
        return "refused", _ANOTHERS
    found = [each.outcome.status for each in ran] + ["incomplete"] * bool(look)
    reasons = [f"{each.task.slug}: {each.outcome.reason}" for each in ran if each.outcome.reason]
    return max(found, key=STATUSES.index, default="graded"), "; ".join([*look, *reasons])


def _record(submission: Submission, status: str, reason: str, **parts: Any) -> Record:
    head = (submission.learner, submission.path, submission.digest, status, submission.chapter[:80], reason)
    return Record(*head, at=submission.at, **parts)
