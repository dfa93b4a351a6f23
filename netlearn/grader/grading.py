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
from netlearn.handout import reading
from netlearn.handout.reading import Code
from netlearn.handout.signing import signed_learner
from netlearn.items.answers import Answer, AnswerKey
from netlearn.items.seeds import seed_for

__all__ = ["Settings", "again", "grade", "is_attempted"]

_ANOTHERS = "all its answers are to the variants of another learner: whose it is, a person has to say"
_MISSING = "its cell is not in the notebook, and no cell defines {function}()"


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
    submission = _identified(submission, settings.secret)
    submission = evolve(submission, answers=_known(submission, settings))
    return _marked(submission, _ran(submission, settings), settings)


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


@frozen
class _Ran:
    """A code task, the learner's cells for it, and what came of running them."""

    task: SeededTask
    code: Code
    outcome: TaskOutcome


def _ran(submission: Submission, settings: Settings) -> list[_Ran]:
    tasks = marking.tasks(submission.learner, submission.chapter, settings.bank, settings.secret)
    found = [(task, code) for task in tasks if (code := _code(task, submission))]
    return [_Ran(task, code, _run(task, code, settings)) for task, code in found if is_attempted(task, code)]


def _code(task: SeededTask, submission: Submission) -> Code | None:
    """Return the cells of a task: those that are marked, or else those that define its function."""
    if task.slug in submission.code:
        return submission.code[task.slug]
    sources = reading.named_in(submission.notebook, task.function)
    return Code(task.version, sources, len(sources)) if sources else None


def _unmarked(submission: Submission, settings: Settings) -> Iterator[str]:
    """Say of each task without a marked cell what became of it: not found is not the same as not done."""
    tasks = marking.tasks(submission.learner, submission.chapter, settings.bank, settings.secret)
    listed = reading.listed_tasks(submission.notebook)
    for task in tasks:
        if task.slug in submission.code:
            continue
        if reading.named_in(submission.notebook, task.function):
            yield f"{task.slug}: its cell had lost its mark; the one that defines {task.function}() was taken"
        elif reading.named_in(submission.notebook, task.function, ("markdown", "raw")):
            yield f"{task.slug}: {task.function}() stands in a cell that holds no code, and was not run"
        elif task.slug in listed:
            yield f"{task.slug}: {_MISSING.format(function=task.function)}"


def is_attempted(task: SeededTask, code: Code) -> bool:
    """Say whether anything was written: a stub returns None, which may well be what some case expects."""
    return any(source.strip() != task.stub.strip() for source in code.sources)


def _run(task: SeededTask, code: Code, settings: Settings) -> TaskOutcome:
    if code.version != task.version:
        reason = f"the cell answers version {code.version} of the task; version {task.version} is in force"
        return TaskOutcome("refused", reason)
    job = jobs.Job(code.sources, task.function, task.cases, task.tables)
    return jobs.run(job, settings.limits, settings.trust)


def _as_run(chapter: str, ran: _Ran) -> Run:
    return Run.of(marking.task_key(chapter, ran.task), marking.digest_of(ran.task.cases), ran.outcome)


def _kept(answers: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """Keep the answers of a sensible size."""
    return tuple(answer for answer in answers.values() if marking.sensible(answer.to_json()))


def _marked(submission: Submission, ran: list[_Ran], settings: Settings) -> Record:
    given = Responses(_kept(submission.answers), tuple(_as_run(submission.chapter, each) for each in ran))
    results, notes = marking.mark(submission.learner, submission.chapter, given, settings.bank, settings.secret)
    dropped = sorted(set(submission.answers) - {answer.key.slug for answer in given.answers})
    about = [*submission.notes, *_unmarked(submission, settings), *notes]
    status, reason = _ending(ran, given, notes)
    outcomes = [each.outcome for each in ran]
    return _record(
        submission,
        status,
        reason,
        results=results,
        notes=(*about, *(f"{slug}: the answer is too long to be one" for slug in dropped), *_notes(ran)),
        isolation=next((outcome.isolation for outcome in outcomes if outcome.isolation), ()),
        given=given,
        usage=sum((outcome.usage for outcome in outcomes), Usage()),
    )


def _ending(ran: list[_Ran], given: Responses, notes: tuple[str, ...]) -> tuple[str, str]:
    """Return the status and its reason. A notebook all of whose answers are somebody else's is graded for nobody."""
    if given.answers and len(given.answers) == sum(marking.ANOTHERS in note for note in notes):
        return "refused", _ANOTHERS
    status = max((each.outcome.status for each in ran), key=STATUSES.index, default="graded")
    return status, "; ".join(f"{each.task.slug}: {each.outcome.reason}" for each in ran if each.outcome.reason)


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
