"""What ``netlearn grade`` does, step by step: grade a folder or grade again, and write everything down."""

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from attrs import frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from netlearn.errors import NetlearnError
from netlearn.grader import archives, run
from netlearn.grader.bank import Bank
from netlearn.grader.exercises import Exercises
from netlearn.grader.grading import Settings, again
from netlearn.grader.journal import locked, mark_of, opened, read, set_aside
from netlearn.grader.layouts import class_folder
from netlearn.grader.outputs.feedback import write_feedback
from netlearn.grader.outputs.statistics_page import write_statistics
from netlearn.grader.outputs.tables import write_answers, write_csv, write_grades, write_records
from netlearn.grader.record import Record
from netlearn.grader.sandbox.jobs import probe
from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.submission import find, fingerprint
from netlearn.naming import known as of_names

__all__ = ["Change", "Regraded", "check_open", "grade_again", "grade_folder", "settings_for", "write_all"]

#: Learner, path, score before, score now.
Change = tuple[str, str, float, float]


def settings_for(root: Path, exercises: Path, seconds: float, secret: Path | None, trust: bool) -> Settings:
    """Return the settings. ``secret`` is a file that holds the course's secret."""
    if not (root.is_dir() or archives.is_archive(root)):
        raise NetlearnError(f"{root}: there is no such folder; accepted: a folder of notebooks, or a zip of one")
    if not find(place := class_folder(root.resolve())):
        raise NetlearnError(f"{root}: there are no submissions in it; accepted: a folder of notebooks, or a zip of one")
    bank = Exercises(exercises.resolve())
    if not bank.chapters():
        missing = "there is no such folder" if not exercises.is_dir() else "it holds no exercises"
        raise NetlearnError(f"exercises: {exercises}: {missing}; accepted: the course's folder exercises")
    limits = Limits(wall=seconds, cpu=max(1, round(seconds)))
    return Settings(place, bank, limits, _secret(secret), trust)


def _secret(path: Path | None) -> bytes | None:
    if path is None:
        return None
    if not (key := path.read_bytes().strip()):
        raise NetlearnError(f"--secret: {path} is empty; accepted: the file that the notebooks were released with")
    return key


def check_open(bank: Bank, still_open: Collection[str]) -> None:
    """Refuse an item that does not exist: a misspelt one would have its answer told."""
    if not still_open:
        return  # no need to read the exercises of all chapters
    known = {slug for chapter in bank.chapters() for slug, _ in (*bank.items(chapter), *bank.tasks(chapter))}
    for slug in still_open:
        of_names("--open", slug, sorted(known), "netlearn preview")


def grade_folder(
    folder: Path, settings: Settings, workers: int, dask: str, restart: bool = False
) -> tuple[Record, ...]:
    """Grade what the folder's journal does not hold yet, and return all records. Raises IsolationError."""
    if not dask and not settings.trust:
        probe(settings.limits)  # before anything is written: without isolation the whole run is refused
    pool = run.dask(dask) if dask else run.local(workers)
    journal = folder / "journal.jsonl"
    if restart and journal.exists():
        with locked(journal):
            journal.rename(set_aside(journal))
    with opened(journal, settings.digest(), settings.secret) as writing, _progress() as progress:
        task = progress.add_task("submissions", total=None)
        return run.grade_class(
            settings, writing, pool, lambda done, total: progress.update(task, completed=done, total=total)
        )


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


@frozen
class Regraded:
    """What grading again came to: the records of what is in the folder now, and what was not among them."""

    records: tuple[Record, ...]
    changes: tuple[Change, ...] = ()
    removed: tuple[str, ...] = ()
    ungraded: tuple[str, ...] = ()


def grade_again(folder: Path, settings: Settings) -> Regraded:
    """Grade the records of the files that are there by today's rules, and say whose score changed.

    The old journal is kept. Raises NetlearnError where it was graded with another secret, or nothing of it is there.
    """
    journal = folder / "journal.jsonl"
    if not journal.is_file():
        raise NetlearnError(f"{journal}: there is nothing to grade again; accepted: the --out of an earlier run")
    with locked(journal):
        known, mark = read(journal)
        if mark not in (None, mark_of(settings.secret)):
            raise NetlearnError(f"--secret: {journal} was graded with another one, or with none; accepted: the same")
        here = [fingerprint(path, settings.root, settings.largest) for path in find(settings.root)]
        old = [known[key] for key in here if key in known]
        if not old:
            raise NetlearnError(f"{settings.root}: nothing in it was graded into {journal}; accepted: the same folder")
        new = tuple(again(record, settings) for record in old)
        changes = tuple(_change(*pair) for pair in zip(old, new, strict=True) if pair[0].score != pair[1].score)
        write_csv(folder / "changed.csv", [("learner", "path", "score before", "score now"), *changes])
        _replace(journal, new, settings)
    gone = {record.path for record in known.values()} - {path for path, _ in here}
    ungraded = tuple(path for path, digest in here if (path, digest) not in known)
    return Regraded(new, changes, tuple(sorted(gone)), ungraded)


def _change(before: Record, now: Record) -> Change:
    return now.learner, now.path, float(before.score), float(now.score)


def _replace(journal: Path, records: Sequence[Record], settings: Settings) -> None:
    """Put a new journal in the old one's place, which stays beside it under the next free number."""
    fresh = journal.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with opened(fresh, settings.digest(), settings.secret) as writing:
        for record in records:
            writing.add(record)
    shutil.copy2(journal, set_aside(journal))
    fresh.replace(journal)


def write_all(
    out: Path, folder: Path, records: Sequence[Record], bank: Bank, still_open: Collection[str], book: str = ""
) -> None:
    """Write the spreadsheet, each answer under its key, the records, the learners' pages and the statistics."""
    write_grades(out, records)
    write_answers(folder / "answers.csv", records)
    write_records(folder / "records.jsonl", records)
    write_feedback(folder / "feedback", records, bank.title, still_open, bank.shown, book)
    write_statistics(folder, records)
