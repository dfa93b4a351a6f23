"""The sandbox's server comes up: where it did not, tests were skipped as if the machine forbade isolation."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_server_imports_what_learners_use_in_a_bare_process():
    code = "import sys; sys.path.append(sys.argv[1]); from netlearn.grader.sandbox import server; server._warm_up()"
    done = subprocess.run([sys.executable, "-I", "-B", "-c", code, str(ROOT)], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
