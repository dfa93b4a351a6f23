"""The grader's end of the warm server: start it, hand it a request, hear how it ended."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import netlearn
from netlearn.errors import NetlearnError
from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.measures import missing, refusal
from netlearn.grader.sandbox.outcome import TaskOutcome, judge

__all__ = ["IsolationError", "SandboxError", "Server"]

ROOT = str(Path(netlearn.__file__).resolve().parents[1])
#: Python apart from its surroundings: no environment, no folder of the user's, no bytecode written.
PYTHON = (sys.executable, "-I", "-B", "-X", "utf8")
_MAIN = """import sys
sys.path.append(sys.argv[1])
from netlearn.grader.sandbox.server import main
main(int(sys.argv[2]), bool(int(sys.argv[3])), int(sys.argv[4]))"""
_GRACE = 10.0  # seconds for the server to report after the time is up; and for the server to start


class IsolationError(NetlearnError):
    """This platform cannot keep a learner's code apart; names what is missing."""


class SandboxError(NetlearnError):
    """The sandbox itself failed; it says nothing about the submission."""


class Server:
    """A warm process that forks confined children, one at a time; with the ``library``, these may ask netlearn."""

    def __init__(self, library: bool = False) -> None:
        if not hasattr(socket, "send_fds") or not hasattr(os, "memfd_create"):
            raise IsolationError(f"no isolation on {sys.platform}: it needs Linux")
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [*PYTHON, "-c", _MAIN, ROOT, str(theirs.fileno()), str(int(library)), str(os.getpid())]
        options: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        self.process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], env={}, cwd="/", start_new_session=True, **options
        )
        theirs.close()
        self.close = weakref.finalize(self, _end, self._channel, self.process)
        self._heard(_GRACE * 3)  # a cold start from a slow disk

    def run(
        self, request: bytes, cases: int, sources: int, limits: Limits, tables: Sequence[tuple[str, str]] = ()
    ) -> TaskOutcome:
        """Run one request, of so many cases and cells, within the limits. Raises IsolationError or SandboxError."""
        started = time.monotonic()
        with _memory(request) as asked, _memory() as result, _memory() as output:
            files = [file.fileno() for file in (asked, result, output)]
            report = self._asked(files, limits, tables)
            report["wall"] = time.monotonic() - started
            if lacking := missing(report["isolation"]):
                raise IsolationError(refusal(lacking))
            answer, printed = (_all(file, limits.output) for file in (result, output))
            return judge(report, limits.to_json(), answer, printed, cases, sources)

    def _asked(self, files: list[int], limits: Limits, tables: Sequence[tuple[str, str]]) -> dict[str, Any]:
        try:
            message = {"limits": limits.to_json(), "tables": tables}
            socket.send_fds(self._channel, [json.dumps(message).encode()], files)
        except OSError as error:
            raise SandboxError(f"its server is gone: {error}") from None
        report = self._heard(limits.wall + _GRACE)
        if not report["isolation"]:
            raise SandboxError("the child did not come up")
        return report

    def _heard(self, seconds: float) -> dict[str, Any]:
        self._channel.settimeout(seconds)
        try:
            message = self._channel.recv(65_536)
        except OSError as error:
            raise SandboxError(f"its server does not answer: {error}") from None
        if not message:
            raise SandboxError("its server ended")
        return json.loads(message)  # type: ignore[no-any-return]


def _end(channel: socket.socket, process: "subprocess.Popen[bytes]") -> None:
    """Let the server go: it ends when its channel closes, and so does everything that it started."""
    channel.close()
    process.send_signal(signal.SIGKILL)
    process.wait()


def _memory(content: bytes = b"") -> BinaryIO:
    """Open a file that is in memory only, and has no name."""
    file = os.fdopen(os.memfd_create("netlearn"), "r+b", buffering=0)
    file.write(content)
    file.seek(0)
    return file


def _all(file: BinaryIO, most: int) -> bytes:
    file.seek(0)
    return file.read(most)
