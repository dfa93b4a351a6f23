"""Nothing that a run started is left when the run ends, whatever ends it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grader.classroom import hand_in

pytestmark = pytest.mark.usefixtures("isolation")
STUBBORN = """
import ctypes, signal, time
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
def double(x):
    time.sleep(999)
"""
RUN = """
import signal
import sys
from pathlib import Path
from netlearn.grader import Limits
from netlearn.grader.journal import opened
from netlearn.grader.run import grade_class, local
from tests.grader.classroom import settings
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who started the tests may ignore it, and hand that on
    made = settings(Path(sys.argv[1]), limits=Limits(wall=600, cpu=600))  # far beyond the deadline: none ends by itself
    with opened(Path(sys.argv[2]), made.digest()) as journal:
        grade_class(made, journal, local(2))
"""
DEADLINE = 60  # seconds, on the busiest machine


def children(of: int) -> set[int]:
    """All that a process has started, and what these have."""
    below: dict[int, set[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        below.setdefault(parent, set()).add(int(path.parent.name))
    found, left = set[int](), {of}
    while left:
        new = below.get(left.pop(), set()) - found
        found |= new
        left |= new
    return found


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(true) -> bool:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def run(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run in a group of its own whose two workers wait for two learners' code that will not end."""
    for name in ("ann", "bob"):
        hand_in(tmp_path / "in", name, STUBBORN)
    script = tmp_path / "run.py"
    script.write_text(RUN)
    root = Path(__file__).parents[2]
    command = [sys.executable, str(script), str(tmp_path / "in"), str(tmp_path / "j")]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, start_new_session=True, env=environment, **quiet) as process:
        yield process
        process.kill()


def sleeping(run: int) -> set[int]:
    """The learners' processes: the third below the run."""
    return {p for p in children(run) if Path(f"/proc/{p}/stat").exists() and not children(p) and depth(p, run) >= 3}


def depth(process: int, run: int) -> int:
    steps = 0
    while process not in (run, 0, 1):
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return 0
        steps += 1
    return steps


@pytest.mark.parametrize("ending", ["kill -9", "Ctrl-C", "kill"])
def test_no_process_outlives_a_run(ending: str, run: "subprocess.Popen[bytes]"):
    assert wait_until(lambda: len(sleeping(run.pid)) == 2)
    started = children(run.pid)
    if ending == "Ctrl-C":
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the whole group
    else:
        run.send_signal(signal.SIGKILL if ending == "kill -9" else signal.SIGTERM)

    assert len(started) >= 7  # two workers, servers and children; and a tracker
    assert wait_until(lambda: not any(map(is_running, started)))
