"""Running a learner's code apart from everything that matters: the grader's side.

One warm server (``netlearn.grader.sandbox.server``) per process and thread that grades, a second one for tasks that
may ask netlearn; started when first needed,
replaced when it fails, and ends when the grader does. Nothing is ever unpickled and no expected value leaves
this process.
"""

import json
import threading
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.outcome import TaskOutcome, no_outcome
from netlearn.grader.sandbox.trusting import run_trusting
from netlearn.grader.sandbox.warm import IsolationError, SandboxError, Server

__all__ = ["IsolationError", "Job", "probe", "run"]

_LOCAL = threading.local()


@frozen
class Job:
    """One code task to run: the notebook's code cells in order, and inputs by name.

    ``stub`` is what stood there before anything was written, which counts as nothing. ``library``: the code may ask
    netlearn, which knows the answers to most tasks.
    """

    sources: tuple[str, ...]
    function: str
    cases: tuple[Mapping[str, Any], ...]
    tables: tuple[tuple[str, str], ...] = ()  # loaded by the server before it forks
    stub: str = ""
    library: bool = False

    def request(self, limits: Limits) -> bytes:
        """Return what the child is told, and no more than that."""
        asked = {name: getattr(self, name) for name in ("sources", "function", "stub", "library", "cases")}
        return json.dumps({**asked, "answer": limits.answer}).encode()


def run(job: Job, limits: Limits, trust: bool = False) -> TaskOutcome:
    """Run a job in the sandbox. Where there is no isolation, refuse, or with ``trust`` run it without."""
    failure = ""
    for _ in range(2):  # a server that fails is replaced once
        sizes = len(job.cases), len(job.sources)
        try:
            tables = job.tables if job.library else ()
            return _server(job.library).run(job.request(limits), *sizes, limits, tables)
        except IsolationError as refusal:
            return run_trusting(job.request(limits), *sizes, limits) if trust else no_outcome(str(refusal))
        except SandboxError as error:
            failure = str(error)
            close(job.library)
    return no_outcome(f"the sandbox failed twice: {failure}")


def probe(limits: Limits | None = None) -> tuple[str, ...]:
    """Run a harmless function in the sandbox and return the measures in force. Raises IsolationError."""
    outcome = run(Job(("def f(): return 1",), "f", ({},)), limits or Limits())
    if outcome.returned != (("value", 1),):
        raise IsolationError(outcome.reason)
    return outcome.isolation


def _server(library: bool = False) -> Server:
    servers = vars(_LOCAL).setdefault("servers", {})
    if library not in servers:
        servers[library] = Server(library)
    return servers[library]  # type: ignore[no-any-return]


def close(library: bool = False) -> None:
    """End this thread's server; the next job starts another one."""
    if (server := vars(_LOCAL).get("servers", {}).pop(library, None)) is not None:
        server.close()
