"""A small page with a board or a selector on it, opened from the file system."""

from functools import cache
from pathlib import Path

from netlearn.clinic.cases import case
from netlearn.widgets import OperationPlan, TherapySelector, TumourBoard, assets
from netlearn.widgets.page_data import data_scripts

PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Board</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/netlearn.js"></script>
<script defer src="_static/liver.js"></script>
<script defer src="_static/board.js"></script><script defer src="_static/data/{name}.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main><h1>Page</h1>
{widget}</main></body></html>"""
WHOSE = {"board": "vera@3.3", "operation": "vera@3.1", "selector": "vera@4"}
KINDS = {"board": TumourBoard, "operation": OperationPlan, "selector": TherapySelector}


@cache
def shown(name: str) -> TumourBoard:
    """The widget on the page, made only where a test asks: each process that collects tests imports this file."""
    made: TumourBoard = KINDS[name](case(WHOSE[name]).known)
    return made


def write_site(root: Path, name: str) -> Path:
    """Write the page of one of the two and what it loads; where the page lies."""
    files = {
        "index.html": PAGE.format(name=name, widget=shown(name)._html()),
        "_static/netlearn.js": assets.page_script(),
        "_static/liver.js": assets.liver_script(),
        "_static/board.js": assets.board_script(),
        "_static/netlearn.css": assets.stylesheet(),
        **{f"_static/data/{file}": text for file, text in data_scripts(name).items()},
    }
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root / "index.html"
