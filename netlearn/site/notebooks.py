"""Executing the chapters, several at a time: each has to give the outputs that are committed in it.

Outputs are written in one canonical form, so that nothing changes in the file when no answer changed. What was found
in order and has not changed since is not executed again: `netlearn.site.fingerprints`.
"""

import asyncio
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from netlearn.errors import NetlearnError
from netlearn.site import fingerprints
from netlearn.site.fingerprints import fingerprint

_DROPPED = "application/vnd.jupyter.widget-view+json"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_TIMEOUT = 120  # seconds a cell may take


class StaleOutputsError(NetlearnError):
    """A committed notebook does not show what its code gives; names each notebook and its first such cell."""


def find(root: Path) -> list[Path]:
    """Return the chapters under ``root``, in reading order."""
    return sorted(root.glob("chapters/*.ipynb"))


def run(
    root: Path, *, every: bool = False, write: bool = False, done: Callable[[Path], None] = lambda _: None
) -> list[Path]:
    """Execute the chapters under ``root`` that may have changed, or every one, and return those.

    ``done`` is called with each path as it is finished. With ``write`` their outputs are written; without, nothing is,
    and a StaleOutputsError says which chapters would be written otherwise. Raises NetlearnError for a cell that fails,
    once every chapter has had its turn.
    """
    known = {} if every else fingerprints.load(root)
    paths = [path for path in find(root) if known.get(path.name) != fingerprint(path)]
    made = asyncio.run(_execute_all(paths, done)) if paths else {}
    texts = {path: text for path, text in made.items() if isinstance(text, str)}
    if write:
        _write(texts)
    _remember(root, known, [path for path, text in texts.items() if path.read_text(encoding="utf-8") == text])
    for failure in made.values():
        if isinstance(failure, BaseException):
            raise failure
    if said := [line for path, text in texts.items() if (line := _difference(path, text))]:
        raise StaleOutputsError("\n".join([*said, "Run `make notebooks`, read what changed, and commit it."]))
    return paths


def _write(texts: Mapping[Path, str]) -> None:
    """Write what differs: an untouched file keeps its time."""
    for path, text in texts.items():
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _difference(path: Path, text: str) -> str:
    """Say where a notebook differs from what executing it made; nothing where it does not."""
    if path.read_text(encoding="utf-8") == text:
        return ""
    made: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    pairs = zip(_code(read(path)), _code(made), strict=True)
    for number, (committed, now) in enumerate(pairs, start=1):
        if committed.outputs != now.outputs:
            return f"{path.name}: code cell {number} gives another output than the one committed"
    return f"{path.name}: its outputs are right, but it is not written in the one form of notebooks"


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _remember(root: Path, known: Mapping[str, str], good: Sequence[Path]) -> None:
    there = {path.name for path in find(root)}
    now = {name: digest for name, digest in known.items() if name in there}
    fingerprints.save(root, now | {path.name: fingerprint(path) for path in good})


def read(path: Path) -> NotebookNode:
    """Read a notebook; one that is not valid is an error that names the file."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise NetlearnError(f"{path}: not a notebook: {error}") from None
    return notebook


async def _execute_all(paths: Sequence[Path], done: Callable[[Path], None]) -> dict[Path, str | BaseException]:
    """Run one kernel, a process of its own, per processor at a time; return each notebook's text, or its failure."""
    room = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(path: Path) -> str:
        async with room:
            text = await execute(path)
            done(path)
            return text

    results = await asyncio.gather(*(one(path) for path in paths), return_exceptions=True)
    return dict(zip(paths, results, strict=True))


async def execute(path: Path) -> str:
    """Execute one notebook in its own folder; return it in canonical form."""
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
    # What a kernel itself says, such as a traceback of its own while it stops, is no fault of a chapter: it is kept
    # from the terminal, and told only where the kernel died of it.
    with tempfile.TemporaryFile() as said:
        try:
            await client.async_execute(stderr=said)
        except CellExecutionError as error:
            raise NetlearnError(f"{path.name}: a cell failed: {error.ename}: {error.evalue}") from None
        except DeadKernelError:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().rpartition("\n")[2]
            raise NetlearnError(f"{path.name}: its kernel died: {last or 'it said nothing'}") from None
    return canonical(notebook)


def canonical(notebook: NotebookNode) -> str:
    """Write a notebook in its one form: counted from the top, no times, versions or widget state."""
    ours = notebook.metadata.get("netlearn", {})
    metadata = {"kernelspec": _KERNEL, "language_info": {"name": "python"}, "netlearn": ours}
    for number, cell in enumerate(
        _code(notebook), start=1
    ):  # without a number nbval takes the cell for one that was never run
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
