"""Executing the chapters: only those whose knowledge, code or own cells have changed, several at a time.

Each notebook carries a fingerprint of what its outputs depend on. A fresh one is left alone; a stale one is
executed and written in one canonical form, so that nothing changes in the file when no answer changed.
"""

import asyncio
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from netlearn.errors import NetlearnError

PACKAGE = Path(__file__).parents[1]
_SUFFIXES = {".py", ".toml", ".js", ".css", ".svg", ".html"}
# The site and the commands are built on top of the outputs and cannot change them.
_APART = ("site", "cli.py", "grader", "diff", "exercises", "handout")
_DROPPED = "application/vnd.jupyter.widget-view+json"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_TIMEOUT = 120  # seconds a cell may take


class StaleNotebookError(NetlearnError):
    """A committed notebook does not match the code and knowledge it shows; names the notebooks."""


def find(root: Path) -> list[Path]:
    """Return the chapters under ``root``, in reading order."""
    return sorted(root.glob("chapters/*.ipynb"))


def run(
    root: Path, *, every: bool = False, check: bool = False, done: Callable[[Path], None] = lambda _: None
) -> list[Path]:
    """Execute the stale notebooks under ``root``, or every one, and return those that were executed.

    ``done`` is called with each path as it is finished. With ``check`` nothing is executed: a
    StaleNotebookError names what would have been.
    """
    paths = [path for path in find(root) if every or is_stale(path)]
    if check and paths:
        names = ", ".join(path.name for path in paths)
        raise StaleNotebookError(f"{names}: outputs older than code or knowledge; run `netlearn notebooks run`")
    if paths:
        asyncio.run(_execute_all(paths, done))
    return paths


def is_stale(path: Path) -> bool:
    """Tell whether a notebook's outputs may differ from what its cells would answer now."""
    notebook = read(path)
    return bool(notebook.metadata.get("netlearn", {}).get("fingerprint") != fingerprint(notebook))


def read(path: Path) -> NotebookNode:
    """Read a notebook; one that is not valid is an error that names the file."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise NetlearnError(f"{path}: not a notebook: {error}") from None
    return notebook


def fingerprint(notebook: NotebookNode, package: Path = PACKAGE) -> str:
    """Hash all that a notebook's outputs depend on: ``netlearn``, its knowledge, the exercises and its own cells."""
    digest = hashlib.sha256(package_digest(package, _APART))
    digest.update(package_digest(package.parent / "exercises"))
    for cell in notebook.cells:
        digest.update(json.dumps([cell.cell_type, cell.source, cell.metadata], sort_keys=True).encode())
    return digest.hexdigest()


@cache
def package_digest(package: Path = PACKAGE, apart: tuple[str, ...] = ()) -> bytes:
    """Hash every source file of ``package`` but those directly in, or named, one of ``apart``."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.suffix in _SUFFIXES and inside.parts[0] not in apart:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


async def _execute_all(paths: Sequence[Path], done: Callable[[Path], None]) -> None:
    """Run one kernel per processor at a time; a failure is raised once every notebook has had its turn."""
    room = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(path: Path) -> None:
        async with room:
            await execute(path)
            done(path)

    results = await asyncio.gather(*(one(path) for path in paths), return_exceptions=True)
    for failure in filter(None, results):
        raise failure


async def execute(path: Path) -> None:
    """Execute one notebook in its own folder and write it back in canonical form."""
    notebook = read(path)
    client = NotebookClient(
        notebook,
        timeout=_TIMEOUT,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],  # else each kernel warns about the transport of its own machine
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=True,  # `interactive_output` fails without; canonical() drops the state again
        record_timing=False,
    )
    try:
        await client.async_execute()
    except CellExecutionError as error:
        raise NetlearnError(f"{path.name}: a cell failed: {error.ename}: {error.evalue}") from None
    text = canonical(notebook)
    if path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def canonical(notebook: NotebookNode) -> str:
    """Write a notebook in its one form: counted from the top, no times, versions or widget state; fingerprinted."""
    ours: dict[str, Any] = {**notebook.metadata.get("netlearn", {}), "fingerprint": fingerprint(notebook)}
    metadata = {"kernelspec": _KERNEL, "language_info": {"name": "python"}, "netlearn": ours}
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, cell in enumerate(code, start=1):  # without a number nbval takes the cell for one that was never run
        cell.execution_count = number
        cell.outputs = [plain_output(output, number) for output in cell.outputs]
    notebook.metadata = nbformat.from_dict(metadata)  # type: ignore[no-untyped-call]
    return str(nbformat.writes(notebook, version=4)) + "\n"  # type: ignore[no-untyped-call]


def plain_output(output: NotebookNode, number: int) -> NotebookNode:
    """Drop from an output what differs from run to run; ``number`` is its cell's place among the code cells."""
    if "execution_count" in output:
        output.execution_count = number
    if "data" in output:
        output.data.pop(_DROPPED, None)
        output.metadata = {}
    return output
