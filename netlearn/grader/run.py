"""Grading a whole class: every submission has exactly one record, whatever dies on the way."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from netlearn.grader.grading import Settings, grade
from netlearn.grader.journal import Journal
from netlearn.grader.record import Record
from netlearn.grader.submission import find, fingerprint

__all__ = ["Pool", "dask", "grade_class", "local"]

#: Opens an executor; a new one each time, since one whose worker died may be of no use.
Pool = Callable[[], AbstractContextManager[Executor]]
_ROUNDS = 2  # together; what fails in each is then tried once more, alone


def local(workers: int = 0) -> Pool:
    """Return a pool of processes on this machine; 0 workers: one for each processor."""
    count = workers or os.cpu_count() or 1
    # "spawn": a worker begins as a fresh Python, and not as a copy of a process that has threads
    context = multiprocessing.get_context("spawn")
    return partial(ProcessPoolExecutor, count, mp_context=context, initializer=_end_with, initargs=(os.getpid(),))


def _end_with(parent: int) -> None:
    """Let a worker end with the run, whatever ends that; where the system cannot, it is the user's to see to."""
    if sys.platform == "linux":
        from netlearn.grader.sandbox.linux import end_with

        end_with(parent)


def dask(address: str) -> Pool:
    """Return the pool of a Dask cluster, whose workers see the same folders and have netlearn installed."""

    @contextmanager
    def pool() -> Iterator[Executor]:
        from distributed import Client

        with Client(address) as client, client.get_executor(pure=False) as executor:
            yield executor

    return pool


def grade_class(
    settings: Settings, journal: Journal, pool: Pool, advance: Callable[[int, int], None] = lambda done, total: None
) -> tuple[Record, ...]:
    """Grade what the journal does not hold yet; return the records of all submissions, in the order of their paths.

    ``advance`` is called with the number of records so far and the number of submissions.
    """
    keys = {path: fingerprint(path, settings.root, settings.largest) for path in find(settings.root)}
    left = [path for path, key in keys.items() if key not in journal.records]
    advance(len(keys) - len(left), len(keys))
    for number, record in enumerate(_records(left, settings, pool), start=len(keys) - len(left) + 1):
        journal.add(record)
        advance(number, len(keys))
    latest = {record.path: record for record in journal.records.values()}  # a file may change while it is graded
    return tuple(journal.records.get(key) or latest[key[0]] for key in keys.values())


def _records(paths: Sequence[Path], settings: Settings, pool: Pool) -> Iterator[Record]:
    failures: dict[Path, str] = dict.fromkeys(paths, "")
    for _ in range(_ROUNDS):
        yield from _together(list(failures), settings, pool, failures)
    for path in list(failures):
        yield from _together([path], settings, pool, failures)
    for path, failure in failures.items():
        yield _lost(path, settings, failure)


def _together(paths: Iterable[Path], settings: Settings, pool: Pool, failures: dict[Path, str]) -> Iterator[Record]:
    """Grade paths on one executor; those that are done leave ``failures``, the others get their reason there."""
    if not paths:
        return
    with pool() as executor:
        futures = {executor.submit(grade, path, settings): path for path in paths}
        try:
            for future in as_completed(futures):
                path = futures[future]
                if (error := future.exception()) is None:
                    del failures[path]
                    yield future.result()
                else:
                    failures[path] = f"{type(error).__name__}: {error}"[:300]
        finally:  # whoever stops the run does not wait for all that was to come
            for future in futures:
                future.cancel()


def _lost(path: Path, settings: Settings, failure: str) -> Record:
    """Return the record of a submission that no process survived, or could grade."""
    place, digest = fingerprint(path, settings.root, settings.largest)
    learner = place.partition("/")[0].removesuffix(".ipynb")
    return Record(learner, place, digest, "died", reason=f"the process that graded it failed three times: {failure}")
