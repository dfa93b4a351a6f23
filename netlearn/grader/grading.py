"""``grade(path, settings) → Record``: one submission, from the file to the record, on any executor.

It depends on the file and the settings alone, so it may run in any process on any machine that has both, and
again: the records are equal.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from netlearn.grader import marking
from netlearn.grader.bank import Bank, SeededTask
from netlearn.grader.record import STATUSES, Record, Responses, Run
from netlearn.grader.sandbox import jobs
from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.outcome import TaskOutcome, Usage
from netlearn.grader.submission import LARGEST, Submission, read
from netlearn.handout.reading import Code

__all__ = ["Settings", "again", "grade", "is_attempted"]

_KEPT_OF_AN_ANSWER = ("answer", "confidence", "seed", "version")


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
    """Grade the notebook at ``path`` below the settings' root."""
    submission = read(path, settings.root, settings.largest)
    if submission.unreadable:
        return _record(submission, "unreadable", submission.unreadable)
    if submission.chapter not in settings.bank.chapters():
        return _record(submission, "refused", f"there are no exercises for the chapter {submission.chapter[:80]!r}")
    submission = evolve(submission, answers=_known(submission, settings.bank))
    return _marked(submission, _ran(submission, settings), settings)


def again(record: Record, settings: Settings) -> Record:
    """Grade stored answers and returned values by today's rules; nobody's code is run."""
    if record.chapter not in settings.bank.chapters() or record.status == "unreadable":
        return record
    return marking.remark(record, settings.bank, settings.secret)


def _known(submission: Submission, bank: Bank) -> dict[str, Mapping[str, Any]]:
    """Return the answers to items that there are; a notebook may name what it likes."""
    known = {slug for slug, _ in bank.items(submission.chapter)}
    return {slug: answer for slug, answer in submission.answers.items() if slug in known}


@frozen
class _Ran:
    """A code task, the learner's cells for it, and what came of running them."""

    task: SeededTask
    code: Code
    outcome: TaskOutcome


def _ran(submission: Submission, settings: Settings) -> list[_Ran]:
    tasks = marking.tasks(submission.learner, submission.chapter, settings.bank, settings.secret)
    found = [(task, submission.code[task.slug]) for task in tasks if task.slug in submission.code]
    return [_Ran(task, code, _run(task, code, settings)) for task, code in found if is_attempted(task, code)]


def is_attempted(task: SeededTask, code: Code) -> bool:
    """Say whether anything was written: a stub returns None, which may well be what some case expects."""
    return any(source.strip() != task.stub.strip() for source in code.sources)


def _run(task: SeededTask, code: Code, settings: Settings) -> TaskOutcome:
    if code.version != task.version:
        reason = f"the cell answers version {code.version} of the task; version {task.version} is in force"
        return TaskOutcome("refused", reason)
    job = jobs.Job(code.sources, task.function, task.cases, task.tables)
    return jobs.run(job, settings.limits, settings.trust)


def _as_run(ran: _Ran) -> Run:
    return Run.of(ran.task.slug, ran.task.version, marking.digest_of(ran.task.cases), ran.outcome)


def _kept(answers: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Keep of the answers what grading reads, as far as it is of a sensible size."""
    kept = {slug: {key: value[key] for key in _KEPT_OF_AN_ANSWER if key in value} for slug, value in answers.items()}
    return {slug: answer for slug, answer in kept.items() if marking.sensible(answer)}


def _marked(submission: Submission, ran: list[_Ran], settings: Settings) -> Record:
    given = Responses(_kept(submission.answers), tuple(map(_as_run, ran)))
    results, notes = marking.mark(submission.learner, submission.chapter, given, settings.bank, settings.secret)
    dropped = sorted(set(submission.answers) - set(given.answers))
    outcomes = [each.outcome for each in ran]
    return _record(
        submission,
        max((outcome.status for outcome in outcomes), key=STATUSES.index, default="graded"),
        "; ".join(f"{each.task.slug}: {each.outcome.reason}" for each in ran if each.outcome.reason),
        results=results,
        notes=(*notes, *(f"{slug}: the answer is too long to be one" for slug in dropped), *_notes(ran)),
        isolation=next((outcome.isolation for outcome in outcomes if outcome.isolation), ()),
        given=given,
        usage=sum((outcome.usage for outcome in outcomes), Usage()),
    )


def _notes(ran: list[_Ran]) -> Iterator[str]:
    for each in ran:
        slug, code, source = each.task.slug, each.code, each.outcome.source
        yield from (f"{slug}: {note}" for note in each.outcome.notes)
        if code.copies > 1:
            yield f"{slug}: the cell stands {code.copies} times; the last one that can be parsed counts"
        if source is not None and len(code.sources) > 1 and source in range(len(code.sources)):
            yield f"{slug}: cell {source + 1} of {len(code.sources)} counts"


def _record(submission: Submission, status: str, reason: str, **parts: Any) -> Record:
    head = (submission.learner, submission.path, submission.digest, status, submission.chapter[:80], reason)
    return Record(*head, **parts)
