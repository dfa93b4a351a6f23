"""One chapter built alone, with the book's own settings: where links to other pages lead nowhere."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

from netlearn.errors import NetlearnError

_NEEDED = ("CITATION.cff", "book", "exercises", "netlearn", "node_modules")
# What is being written has faults still: they are for `netlearn check`, not for looking at the page.
_UNCHECKED = ("\n  config:\n", "\n  config:\n    netlearn_check: false\n")
_BUILD = "from jupyter_book.cli.main import main; main()"
# The other pages are not there; whether a link leads somewhere is for `netlearn check`.
_EXPECTED = ("leads to no page of the book", "cross-reference target not found", "Unknown source document")


def build(root: Path, name: str, folder: Path) -> Path:
    """Build a chapter into ``folder`` and return its page; it is executed where its outputs may be old.

    Raises NetlearnError with what is wrong in the chapter.
    """
    source = folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    for each in _NEEDED:
        (source / each).symlink_to((root / each).resolve())
    files = {
        "_config.yml": (root / "_config.yml").read_text(encoding="utf-8").replace(*_UNCHECKED),
        "_toc.yml": f"format: jb-book\nroot: chapters/{name}\n",
        f"chapters/{name}.ipynb": executed(root, name, folder),
    }
    for file, text in files.items():
        (source / file).parent.mkdir(exist_ok=True)
        (source / file).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", _BUILD, "build", ".", "--path-output", str(folder.resolve()), "--quiet"]
    done = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8", check=False)
    warned = [
        line for line in done.stderr.splitlines() if "WARNING" in line and not any(each in line for each in _EXPECTED)
    ]
    page = folder / "_build" / "html" / "chapters" / f"{name}.html"
    if done.returncode or warned or not page.is_file():
        raise NetlearnError("\n".join(warned or [f"chapters/{name}.ipynb: cannot be built; {done.stderr[-500:]}"]))
    return page


def executed(root: Path, name: str, folder: Path) -> str:
    """The chapter's notebook as text, executed where its outputs may be old; the file itself is left alone."""
    from netlearn.site import fingerprints, notebooks

    path, kept = root / "chapters" / f"{name}.ipynb", folder / f"{name}.ipynb"
    now = fingerprints.fingerprint(path)
    if fingerprints.load(root).get(path.name) == now:
        return path.read_text(encoding="utf-8")
    known = fingerprints.load(folder)
    if known.get(path.name) != now or not kept.is_file():
        kept.write_text(asyncio.run(notebooks.execute(path)), encoding="utf-8")
        fingerprints.save(folder, known | {path.name: now})
    return kept.read_text(encoding="utf-8")
