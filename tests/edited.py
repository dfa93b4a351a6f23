"""The chapters that are being edited: those with a changed or new file, as git sees it."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PLACE = re.compile(r'^.{2} (?:.* -> )?"?(?:chapters|exercises)/([\w.-]+?)(?:\.ipynb"?$|/)', re.MULTILINE)


def edited(status: str) -> frozenset[str]:
    """The chapters in what `git status --porcelain` says.

    >>> sorted(edited(" M chapters/02-significance.ipynb\\n?? exercises/03.3-ablation/items/new.toml\\n M Makefile\\n"))
    ['02-significance', '03.3-ablation']
    """
    return frozenset(_PLACE.findall(status))


def edited_now() -> frozenset[str]:
    """The chapters being edited in this checkout."""
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    return edited(subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout)
