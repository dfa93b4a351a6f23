"""Items run in the reader's browser: importing and grading them loads nothing but pure Python."""

import subprocess
import sys

from tests.items.bank import ROOT

HEAVY = "numpy scipy plotly ipywidgets anywidget IPython typer rich cattrs nbformat nbclient socket ssl asyncio"
PROGRAM = f"""
import pathlib, sys
from netlearn.items.bank import load_tasks
from netlearn.items import generate, grade, load_items
from netlearn.items.tasks import cases
root = pathlib.Path({str(ROOT)!r})
for item in load_items(root).values():
    grade(generate(item, "0"), "dont-know")
for task in load_tasks(root).values():
    cases(task, "0")
print(*(name for name in {HEAVY.split()!r} if name in sys.modules))
"""


def test_loading_generating_and_grading_load_nothing_heavy() -> None:
    out = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True).stdout
    assert out.split() == []
