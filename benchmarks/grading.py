"""Grading a class: netlearn against nbgrader's autograde, on one assignment of one code task and four choice items.

Run: .venv/bin/python benchmarks/grading.py

Both are started from the command line, so their start counts. Processor time is that of all their processes, and says
more than the clock where the machine has other work. The peak of memory is the sum over all processes, shared pages
counted once, looked at five times a second. Score is a submission's mean of 5: both must say the same.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import Any

import psutil  # comes with ipykernel
from attrs import frozen

from netlearn.items import generate, load_items
from netlearn.items.bank import load_tasks
from netlearn.items.tasks import cases

CHAPTER, TASK = "02-significance", "share-at-diagnosis"
ITEMS = ("nothing-or-support", "plan-without-symptoms", "resection-in-type-two", "why-not-before")
EXERCISES = Path(__file__).parents[1] / "exercises"
BIN = Path(sys.executable).parent
NBGRADER, OURS, CLASS = 20, 1000, 2000


@frozen
class Question:
    """The right answers, and the cases by which nbgrader's test judges the function."""

    keys: dict[str, str]
    model: str
    tests: str


@frozen
class Cost:
    """What a run took: seconds by the clock and of processors, and bytes at the peak."""

    clock: float
    processor: float
    peak: int


@frozen
class Measured:
    """One run, and the sum of all scores."""

    name: str
    submissions: int
    cost: Cost
    scores: float

    def row(self) -> str:
        """Return the table's row."""
        each = self.cost.processor / self.submissions
        return (
            f"{self.name:<28}{self.submissions:>12}{self.cost.clock:>9.1f}{self.submissions / self.cost.clock:>12.2f}"
            f"{each * 1000:>13.1f}{self.cost.peak / 1e6:>9.0f}{self.scores / self.submissions:>7.2f}"
        )

    def times(self, peer: "Measured") -> str:
        """Say how many times as fast it is, by the clock and by processor time."""
        clock = peer.cost.clock / peer.submissions / (self.cost.clock / self.submissions)
        processor = peer.cost.processor / peer.submissions / (self.cost.processor / self.submissions)
        return f"{self.name}: {clock:.0f} times the submissions per second, {processor:.0f} times per processor second"


def question() -> Question:
    """Read keys, model answer and cases from the item bank."""
    items = load_items(EXERCISES, CHAPTER)
    keys = {slug: generate(items[f"{slug}@1"], "0")["key"][0] for slug in ITEMS}
    made = [(dict(case.inputs), case.expected) for case in cases(load_tasks(EXERCISES, CHAPTER)[f"{TASK}@1"], "0")]
    tests = f"for inputs, wanted in {made!r}:\n    for found, right in zip(shares(**inputs), wanted):\n"
    tests += "        assert found is right is None or abs(float(found) - float(right)) < 0.05\n"
    return Question(keys, (EXERCISES / CHAPTER / "tasks" / TASK / "model.py").read_text(), tests)


def answers(asked: Question, number: int) -> dict[str, str]:
    """Return a learner's answers: each has one wrong, now this and now that."""
    wrong = ITEMS[number % len(ITEMS)]
    return {slug: "dont-know" if slug == wrong else key for slug, key in asked.keys.items()}


def cell(name: str, source: str, **about: Any) -> dict[str, Any]:
    """Return a code cell."""
    return {
        "cell_type": "code", "id": name, "metadata": about, "source": source, "outputs": [], "execution_count": None,
    }  # fmt: skip


def write(path: Path, cells: Sequence[dict[str, Any]], **about: Any) -> None:
    """Write a notebook."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel, **about}, "cells": list(cells)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def for_nbgrader(name: str, source: str, points: int = 0) -> dict[str, Any]:
    """Return a cell for an answer, or one that tests it and has points."""
    about = {"grade": bool(points), "solution": not points, "locked": bool(points), "schema_version": 3, "task": False}
    return cell(name, source, nbgrader={**about, "grade_id": name, **({"points": points} if points else {})})


def nbgrader_cells(asked: Question, given: dict[str, str]) -> list[dict[str, Any]]:
    """Return the assignment's cells with somebody's answers in them."""
    cells = []
    for number, (slug, key) in enumerate(asked.keys.items()):
        cells.append(for_nbgrader(f"answer-{number}", f"answer_{number} = {given[slug]!r}"))
        cells.append(for_nbgrader(f"test-{number}", f"assert answer_{number} == {key!r}", points=1))
    return [*cells, for_nbgrader("code", asked.model), for_nbgrader("test-code", asked.tests, points=1)]


def our_class(folder: Path, asked: Question, size: int) -> None:
    """Write submissions for netlearn."""
    for number in range(size):
        given = {slug: {"answer": key, "seed": "0"} for slug, key in answers(asked, number).items()}
        about = {"exercises": {"chapter": CHAPTER, "version": 1, "answers": given}}
        code = cell("code", asked.model, netlearn={"task": TASK, "version": 1})
        write(folder / f"learner-{number}.ipynb", [code], netlearn=about)


def bank(folder: Path) -> Path:
    """Copy the task and the four items: a bank of five."""
    chapter = folder / CHAPTER
    shutil.copytree(EXERCISES / CHAPTER / "tasks" / TASK, chapter / "tasks" / TASK)
    (chapter / "items").mkdir()
    for name in ("objectives.toml", *(f"items/{slug}.toml" for slug in ITEMS)):
        shutil.copy(EXERCISES / CHAPTER / name, chapter / name)
    return folder


def memory(process: psutil.Process) -> int:
    """Return the bytes that a process and all below it take, shared pages counted once."""
    total = 0
    try:
        family = (process, *process.children(recursive=True))
    except psutil.Error:  # it has just ended
        return 0
    for each in family:
        try:
            total += each.memory_full_info().pss
        except (psutil.Error, AttributeError):  # it has ended, is another user's, or the system is not Linux
            continue
    return total


def processor() -> float:
    """Return the processor seconds of all processes that were waited for."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(folder: Path, *command: object) -> Cost:
    """Run a command; return what it took. Ends the benchmark where the command fails."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls `alembic` by name
    environment = {**os.environ, "PATH": path, "HOME": str(folder), "PYTHONUTF8": "1"}
    peak, ended = 0, threading.Event()

    def look() -> None:
        nonlocal peak
        while not ended.wait(0.2):
            peak = max(peak, memory(watched))

    began, used = perf_counter(), processor()
    with (folder / "said").open("w+") as said:
        arguments = [str(part) for part in command]
        process = subprocess.Popen(arguments, cwd=folder, env=environment, stdout=said, stderr=said)
        watched = psutil.Process(process.pid)
        watcher = threading.Thread(target=look)
        watcher.start()
        code = process.wait()
        clock = perf_counter() - began
        ended.set()
        watcher.join()
    if code:
        sys.exit(f"{' '.join(arguments)}: exit {code}\n{(folder / 'said').read_text()[-2000:]}")
    return Cost(clock, processor() - used, peak)


def nbgrader(folder: Path, asked: Question) -> Measured:
    """Autograde a class with nbgrader."""
    write(folder / "source/ps/ps.ipynb", nbgrader_cells(asked, asked.keys))
    for number in range(NBGRADER):
        write(folder / f"submitted/learner-{number}/ps/ps.ipynb", nbgrader_cells(asked, answers(asked, number)))
    run(folder, BIN / "nbgrader", "generate_assignment", "ps")
    cost = run(folder, BIN / "nbgrader", "autograde", "ps")
    with sqlite3.connect(folder / "gradebook.db") as book:
        ((scores,),) = book.execute("SELECT SUM(auto_score) FROM grade").fetchall()
    return Measured("nbgrader autograde", NBGRADER, cost, scores)


def netlearn(folder: Path, asked: Question, size: int, workers: int) -> Measured:
    """Grade a class with netlearn."""
    our_class(folder / "in", asked, size)
    command = (BIN / "netlearn", "grade", "in", "--exercises", bank(folder / "bank"), "--workers", workers)
    cost = run(folder, *command)
    lines = (folder / "grades/records.jsonl").read_text().splitlines()
    name = f"netlearn grade, {workers} worker{'s' * (workers > 1)}"
    return Measured(name, size, cost, sum(float(json.loads(line)["score"]) for line in lines))


def main() -> None:
    """Print the table."""
    asked = question()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start: what else runs slows both down")
    print(f"{'':<28}{'submissions':>12}{'seconds':>9}{'per second':>12}{'CPU ms each':>13}{'peak MB':>9}{'score':>7}")
    runs: list[Callable[[Path], Measured]] = [
        lambda folder: nbgrader(folder, asked),
        lambda folder: netlearn(folder, asked, OURS, 1),
        lambda folder: netlearn(folder, asked, CLASS, 2),
    ]
    done = []
    for each in runs:
        with tempfile.TemporaryDirectory() as folder:
            done.append(each(Path(folder).resolve()))
        print(done[-1].row(), flush=True)
    peer, *ours = done
    for each_of_ours in ours:
        print(each_of_ours.times(peer))
    print(f"load {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
