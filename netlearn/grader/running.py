"""The code tasks of a submission: which are run, with what, and what a person should know of how that went.

A task is graded by what the whole notebook defines, as ``check()`` sees it: its code cells are run in their order.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from netlearn.cell_text import defines
from netlearn.grader.bank import SeededTask
from netlearn.grader.sandbox import jobs
from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.outcome import TaskOutcome
from netlearn.grader.submission import Submission
from netlearn.handout import reading

__all__ = ["Ran", "Unmarked", "is_attempted", "run_notes", "run_tasks", "unmarked"]

_MISSING = "its cell is not in the notebook, and no cell defines {function}()"
_ELSEWHERE = (
    "its cell is not in the notebook; {function}() stands in the cell of another task, and was taken from there"
)
_ALONE = "it was run without the notebook's other cells, which did not come to an end"
_STUB = "{function}() still does what it did when it was handed out, so there was nothing to grade"


@frozen
class Ran:
    """A code task, and what came of running the learner's cells for it."""

    task: SeededTask
    outcome: TaskOutcome


def run_tasks(submission: Submission, tasks: Sequence[SeededTask], limits: Limits, trust: bool) -> list[Ran]:
    """Run every task of which anything was written."""
    cells = reading.code_cells(submission.notebook)
    return [
        Ran(task, _run(task, submission, cells, limits, trust))
        for task in tasks
        if is_attempted(task, _own(submission, task), cells)
    ]


def is_attempted(task: SeededTask, own: Sequence[str], cells: Sequence[str] = ()) -> bool:
    """Say whether anything was written: in the task's ``own`` cells, or in another that defines its function.

    Whether it does more than the stub, running it shows.
    """
    tried = (*own, *(source for source in cells if defines(source, task.function)))
    return any(source.strip() != task.stub.strip() for source in tried)


def _own(submission: Submission, task: SeededTask) -> tuple[str, ...]:
    code = submission.code.get(task.slug)
    return code.sources if code else ()


def _run(task: SeededTask, submission: Submission, cells: tuple[str, ...], limits: Limits, trust: bool) -> TaskOutcome:
    code = submission.code.get(task.slug)
    if code and code.version != task.version:
        reason = f"the cell answers version {code.version} of the task; version {task.version} is in force"
        return TaskOutcome("refused", reason)
    outcome = jobs.run(_job(task, cells), limits, trust)
    own = _own(submission, task) or reading.named_in(submission.notebook, task.function)
    if outcome.status not in ("died", "timeout") or own in ((), cells):
        return outcome
    alone = jobs.run(_job(task, own), limits, trust)  # what ends another task does not end this one
    source = None if alone.source is None else cells.index(own[alone.source])
    return evolve(alone, source=source, notes=(*alone.notes, _ALONE)) if alone.status == "graded" else outcome


def _job(task: SeededTask, cells: tuple[str, ...]) -> jobs.Job:
    return jobs.Job(cells, task.function, task.cases, task.tables, task.stub, task.library)


@frozen
class Unmarked:
    """A task without a marked cell, what became of it, and whether nothing of it was found."""

    slug: str
    note: str
    missing: bool


def unmarked(submission: Submission, tasks: Sequence[SeededTask]) -> tuple[Unmarked, ...]:
    """Return the tasks without a marked cell: not found is not the same as not done."""
    found = (_without_mark(submission, task) for task in tasks if task.slug not in submission.code)
    return tuple(each for each in found if each)


def _without_mark(submission: Submission, task: SeededTask) -> Unmarked | None:
    slug, function = task.slug, task.function
    if reading.named_in(submission.notebook, function):
        return Unmarked(slug, f"{slug}: its cell had lost its mark; the one that defines {function}() was taken", False)
    if reading.named_in(submission.notebook, function, ("markdown", "raw")):
        return Unmarked(slug, f"{slug}: {function}() stands in a cell that holds no code, and was not run", True)
    if any(defines(source, function) for source in reading.code_cells(submission.notebook)):
        return Unmarked(slug, f"{slug}: {_ELSEWHERE.format(function=function)}", False)
    if slug in reading.listed_tasks(submission.notebook):
        return Unmarked(slug, f"{slug}: {_MISSING.format(function=function)}", True)
    return None


def run_notes(submission: Submission, ran: Sequence[Ran]) -> Iterator[str]:
    """Say what was odd about a run, and which cell counts where that is not plain."""
    for each in ran:
        slug, code, outcome = each.task.slug, submission.code.get(each.task.slug), each.outcome
        yield from (f"{slug}: {note}" for note in outcome.notes)
        if not outcome.attempted:
            yield f"{slug}: {_STUB.format(function=each.task.function)}"
        elif code and code.copies > 1 and outcome.source is not None:
            yield f"{slug}: its cell stands {code.copies} times; code cell {outcome.source + 1} of the notebook counts"
