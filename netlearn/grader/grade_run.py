"""What ``netlearn grade`` does, step by step: grade a folder or grade again, and write everything down."""

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from netlearn.errors import InputError, NetlearnError
from netlearn.grader import run
from netlearn.grader.bank import Bank
from netlearn.grader.exercises import Exercises
from netlearn.grader.grading import Settings, again
from netlearn.grader.journal import locked, opened, read
from netlearn.grader.outputs.feedback import write_feedback
from netlearn.grader.outputs.statistics_page import write_statistics
from netlearn.grader.outputs.tables import write_answers, write_csv, write_grades, write_records
from netlearn.grader.record import STATUSES, Record
from netlearn.grader.sandbox.jobs import probe
from netlearn.grader.sandbox.limits import Limits

__all__ = ["Change", "check_open", "grade_again", "grade_folder", "settings_for", "summary", "write_all"]

#: Learner, path, score before, score now.
Change = tuple[str, str, float, float]


def settings_for(root: Path, exercises: Path, seconds: float, secret: Path | None, trust: bool) -> Settings:
    """Return the settings. ``secret`` is a file that holds the course's secret."""
    if not root.is_dir():
        raise NetlearnError(f"{root}: there is no such folder; accepted: a folder of notebooks")
    limits = Limits(wall=seconds, cpu=max(1, round(seconds)))
    key = secret.read_bytes().strip() if secret else None
    return Settings(root.resolve(), Exercises(exercises.resolve()), limits, key, trust)


def check_open(bank: Bank, still_open: Collection[str]) -> None:
    """Refuse an item that does not exist: a misspelt one would have its answer told."""
    known = {slug for chapter in bank.chapters() for slug, _ in (*bank.items(chapter), *bank.tasks(chapter))}
    for slug in still_open:
        if slug not in known:
            raise InputError("--open", slug, ", ".join(sorted(known)))


def grade_folder(folder: Path, settings: Settings, workers: int, dask: str) -> tuple[Record, ...]:
    """Grade what the folder's journal does not hold yet, and return all records. Raises IsolationError."""
    if not dask and not settings.trust:
        probe(settings.limits)  # before anything is written: without isolation the whole run is refused
    pool = run.dask(dask) if dask else run.local(workers)
    with opened(folder / "journal.jsonl", settings.digest()) as journal, _progress() as progress:
        task = progress.add_task("submissions", total=None)
        return run.grade_class(
            settings, journal, pool, lambda done, total: progress.update(task, completed=done, total=total)
        )


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def grade_again(folder: Path, settings: Settings) -> tuple[tuple[Record, ...], list[Change]]:
    """Grade the journal's records by today's rules, keep the old journal, and say whose score changed."""
    journal = folder / "journal.jsonl"
    if not journal.is_file():
        raise NetlearnError(f"{journal}: there is nothing to grade again; accepted: the --out of an earlier run")
    with locked(journal):
        old = sorted(read(journal), key=lambda record: record.path)
        new = tuple(again(record, settings) for record in old)
        changes = [_change(*pair) for pair in zip(old, new, strict=True) if pair[0].score != pair[1].score]
        write_csv(folder / "changed.csv", [("learner", "path", "score before", "score now"), *changes])
        _replace(journal, new, settings)
    return new, changes


def _change(before: Record, now: Record) -> Change:
    return now.learner, now.path, float(before.score), float(now.score)


def _replace(journal: Path, records: Sequence[Record], settings: Settings) -> None:
    """Put a new journal in the old one's place, which stays beside it under the next free number."""
    fresh = journal.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with opened(fresh, settings.digest()) as writing:
        for record in records:
            writing.add(record)
    number = next(n for n in range(1, 10_000) if not journal.with_suffix(f".{n}.jsonl").exists())
    shutil.copy2(journal, journal.with_suffix(f".{number}.jsonl"))
    fresh.replace(journal)


def write_all(out: Path, folder: Path, records: Sequence[Record], bank: Bank, still_open: Collection[str]) -> None:
    """Write the spreadsheet, each answer under its key, the records, the learners' pages and the statistics."""
    write_grades(out, records)
    write_answers(folder / "answers.csv", records)
    write_records(folder / "records.jsonl", records)
    write_feedback(folder / "feedback", records, bank.title, still_open)
    write_statistics(folder, records)


def summary(records: Sequence[Record]) -> str:
    """Count the records by status.

    >>> summary([Record("ann", "ann.ipynb", "", "graded"), Record("bob", "bob.ipynb", "", "died")])
    '1 graded, 1 died'
    """
    counts = ((status, sum(record.status == status for record in records)) for status in STATUSES)
    return ", ".join(f"{count} {status}" for status, count in counts if count) or "there are no submissions"
