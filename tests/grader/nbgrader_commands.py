"""nbgrader's commands, several in one process of their own: its import takes seconds, and it warns as it pleases.

As a script: reads [[folder, command, argument, ...], ...] from standard input.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def nbgrader(home: Path, *commands: Sequence[object]) -> str:
    """Run commands, each a folder and its arguments, by a user whose home is ``home``; return what was said."""
    bin = Path(sys.executable).parent  # nbgrader calls `alembic` by name
    environment = {"PATH": f"{bin}:{os.environ['PATH']}", "HOME": str(home), "PYTHONUTF8": "1"}
    lines = json.dumps([[str(part) for part in command] for command in commands])
    arguments = [sys.executable, __file__]
    done = subprocess.run(arguments, input=lines, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def main() -> None:
    from jupyter_core.application import NoStart
    from nbgrader.apps import NbGraderApp

    for folder, *arguments in json.load(sys.stdin):
        os.chdir(folder)
        app = NbGraderApp.instance()
        with contextlib.suppress(NoStart):  # so a command ends that another class carried out
            app.initialize(arguments)
            app.start()
        for each in (app, app.subapp):
            type(each).clear_instance()


if __name__ == "__main__":
    main()
