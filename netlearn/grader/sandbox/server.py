"""The warm process that forks one confined child for each code task: ``netlearn.grader.sandbox.jobs`` starts it.

It imports netlearn once and is otherwise kept small and ignorant: requests and answers go by as open files that
it never reads, so that no child inherits another submission, nor what is expected. Three processes in a row:

grader (knows the expected values) → server (forks, waits, kills) → child (the learner's code).
"""

import contextlib
import fcntl
import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Any

import netlearn
from netlearn.editions import default_edition
from netlearn.grader.sandbox import child, confine, filter, linux
from netlearn.grader.sandbox.measures import missing

__all__ = ["main"]

_REQUEST, _RESULT, _TELLING, _FIRST_CLOSED = 3, 4, 5, 6
_REHEARSED = {
    "sources": ["def f(x):\n    return [x, 1.5]"],
    "function": "f",
    "stub": "def f(x): ...",
    "cases": [{"x": 1}],
    "answer": 100,
}
_REHEARSALS = 20  # after some calls Python writes into a function's code how it is best run
_MOST_PROCESSES = 2**22  # no process has a higher number
_TURNS = 64
_UNCONFINED = 97  # the child's exit status when the minimum of isolation was not reached


def main(control: int, library: bool, grader: int) -> None:
    """Serve until the ``grader`` closes its end of ``control``; with the ``library``, code that may ask netlearn."""
    linux.end_with(grader)
    _warm_up()
    if library:
        _load_library()
    shared = confine.enclose_server(library)
    rules = confine.file_rules(library)
    _share(library)
    channel, numbers = socket.socket(fileno=control), _numbers()
    channel.send(json.dumps({"ready": shared}).encode())
    while True:
        message, files, _, _ = socket.recv_fds(channel, 4096, 3)
        if not message:
            return
        asked = json.loads(message)
        for table, edition in asked["tables"]:
            _load(table, edition)
        report = _run(next(numbers), asked["limits"], files, shared, rules)
        channel.send(json.dumps(report).encode())


def _warm_up() -> None:
    """Import what learners use before the files are out of sight, and share the memory of all that."""
    import ast  # noqa: F401
    import collections  # noqa: F401
    import datetime  # noqa: F401
    import decimal  # noqa: F401
    import fractions  # noqa: F401
    import itertools  # noqa: F401
    import math  # noqa: F401
    import random  # noqa: F401
    import statistics  # noqa: F401


def _share(library: bool) -> None:
    """Do once what each child would do anew, and leave the memory as it is: a page that nobody writes to is shared."""
    for _ in range(_REHEARSALS):
        list(child.answer_to(_REHEARSED))
    if not library:
        child.close_library(library)
    with contextlib.suppress(OSError):  # there is none for this processor, and no child will have one
        filter.prepared()
    gc.collect()
    gc.freeze()


def _load_library() -> None:
    netlearn.fact("2-20")
    _load("grade", default_edition())


@cache
def _load(table: str, edition: str) -> None:
    """Load a table once, for all children that follow."""
    with contextlib.suppress(netlearn.NetlearnError):  # a table that is not there is for the learner's code to miss
        netlearn.decide(table, edition)
    gc.collect()
    gc.freeze()


def _run(number: int, limits: dict[str, Any], files: list[int], shared: list[str], rules: Any) -> dict[str, Any]:
    """Start a child in namespaces of its own, wait, kill what is left; return how it ended."""
    told, telling = os.pipe()
    pid, measures = confine.fork_apart()
    if not pid:
        _become_child(limits, number, [*files, telling], [*shared, *measures], rules)
    for file in (*files, telling):
        os.close(file)
    report = _wait(pid, limits["wall"])
    report["isolation"] = json.loads(os.read(told, 4096) or b"[]")
    os.close(told)
    return report


def _numbers() -> Iterator[int]:
    """Yield a number for each child that no other has: not one of another server, nor the one before it of this."""
    for turn in cycle(range(_TURNS)):
        yield turn * _MOST_PROCESSES + os.getpid()


def _wait(pid: int, seconds: float) -> dict[str, Any]:
    ended, poll = os.pidfd_open(pid), select.poll()
    poll.register(ended, select.POLLIN)
    late = not poll.poll(seconds * 1000)
    os.close(ended)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # the first process of its namespace: everything in there dies with it
    _, status, usage = os.wait4(pid, 0)
    return {
        "late": late,
        "exit": os.waitstatus_to_exitcode(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss * 1024,
    }


def _become_child(limits: dict[str, Any], number: int, files: list[int], measures: list[str], rules: Any) -> None:
    """Confine this process, tell the server by which measures, and run the learner's code. Never returns."""
    status = 1
    with contextlib.suppress(BaseException):
        os.setsid()
        measures = measures + confine.close_files(rules)
        _keep_only(files)
        measures += confine.confine_child(limits, number)
        os.write(_TELLING, json.dumps(measures).encode())
        os.close(_TELLING)
        if missing(measures):
            os._exit(_UNCONFINED)
        os.environ.clear()
        sys.argv[:] = [""]
        child.run(_REQUEST, _RESULT)
        status = 0
        sys.stdout.flush()
    os._exit(status)


def _keep_only(files: list[int]) -> None:
    """Leave open: nothing to read from at 0, output at 1 and 2, the request, the result, the pipe to the server."""
    request, result, output, telling = (fcntl.fcntl(file, fcntl.F_DUPFD, 64) for file in files)
    for file, number in ((output, 1), (output, 2), (request, _REQUEST), (result, _RESULT), (telling, _TELLING)):
        os.dup2(file, number, inheritable=False)
    os.closerange(_FIRST_CLOSED, 65_536)
