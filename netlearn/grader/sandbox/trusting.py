"""Running code that its reader trusts, where there is no isolation: a process of its own and a clock, no more."""

import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from netlearn.grader.sandbox.limits import Limits
from netlearn.grader.sandbox.measures import TRUSTED
from netlearn.grader.sandbox.outcome import TaskOutcome, judge
from netlearn.grader.sandbox.warm import PYTHON, ROOT

__all__ = ["run_trusting"]

_MAIN = """import json, sys
sys.path.append(sys.argv[1])
from netlearn.grader.sandbox.child import trusted
trusted(sys.argv[2], json.loads(sys.argv[3]))"""


def run_trusting(request: bytes, cases: int, sources: int, limits: Limits) -> TaskOutcome:
    """Run one request; the outcome says that nothing kept it apart."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "request").write_bytes(request)
        for name in ("result", "output"):
            Path(folder, name).touch()
        late, status = _run(folder, limits)
        report = {"late": late, "exit": status, "cpu": 0.0, "memory": 0, "isolation": [TRUSTED]}
        report["wall"] = time.monotonic() - started
        answer, printed = (_start_of(Path(folder, name), limits.output) for name in ("result", "output"))
        return judge(report, limits.to_json(), answer, printed, cases, sources)


def _run(folder: str, limits: Limits) -> tuple[bool, int]:
    command = [*PYTHON, "-c", _MAIN, ROOT, folder, json.dumps(limits.to_json())]
    with Path(folder, "output").open("wb") as output:
        options: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output, "cwd": folder}
        system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        process = subprocess.Popen(command, start_new_session=True, env=system, **options)
        try:
            return False, process.wait(limits.wall)
        except subprocess.TimeoutExpired:
            return True, 0
        finally:
            _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError):
        process.kill()
    process.wait()


def _start_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)
