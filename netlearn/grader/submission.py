"""Reading a submitted notebook as data: whatever the file holds, the result is a `Submission` that says so.

Nothing in the file is executed, imported, unpickled or even parsed as Python here; that is the sandbox's work.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from netlearn.handout.reading import Code, answers_in, chapter_of, code_in
from netlearn.plain_json import strict_json

__all__ = ["Submission", "find", "fingerprint", "read"]

LARGEST = 10 * 2**20  # bytes; a learner's notebook with all its outputs has a few hundred thousand


@frozen
class Submission:
    """What a notebook holds: answers by item and cells by task; or why it cannot be read."""

    learner: str
    path: str
    digest: str = ""
    chapter: str = ""
    answers: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    code: Mapping[str, Code] = field(factory=dict)
    unreadable: str = ""


class _Unreadable(Exception):
    """The reason why a file is not a submission."""


def find(root: Path) -> tuple[Path, ...]:
    """Return every notebook below a folder, in order; a symbolic link is listed, but never followed."""
    return tuple(sorted(_walk(root), key=os.fsencode))


def _walk(root: Path) -> Iterator[Path]:
    left = [root]
    while left:
        folder = left.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            yield folder  # it cannot be searched: on record as a submission that cannot be read
            continue
        left += [Path(entry) for entry in entries if _is_folder(entry)]
        yield from (Path(entry) for entry in entries if _is_notebook(entry))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False) and entry.name != ".ipynb_checkpoints"


def _is_notebook(entry: "os.DirEntry[str]") -> bool:
    """A notebook by its name; a link to a folder may stand for one."""
    if entry.is_dir(follow_symlinks=False):
        return False
    return entry.name.lower().endswith(".ipynb") or (entry.is_symlink() and Path(entry).is_dir())


def read(path: Path, root: Path, largest: int = LARGEST) -> Submission:
    """Read one notebook below ``root``. Never raises for what the file holds.

    The learner is the folder directly below ``root``, or the file's name where there is none.
    """
    below = path.relative_to(root)
    name = _text(below.parts[0] if len(below.parts) > 1 else below.stem)
    head: dict[str, Any] = {"learner": name, "path": _text(below.as_posix())}
    digest = ""
    try:
        data = _bytes(path, largest)
        digest = hashlib.sha256(data).hexdigest()
        return Submission(**head, digest=digest, **_contents(_notebook(data)))
    except _Unreadable as reason:
        return Submission(**head, digest=digest, unreadable=str(reason))


def fingerprint(path: Path, root: Path, largest: int = LARGEST) -> tuple[str, str]:
    """Return a notebook's place and the digest of what it holds, "" for one that is not read."""
    place = _text(path.relative_to(root).as_posix())
    try:
        return place, hashlib.sha256(_bytes(path, largest)).hexdigest()
    except _Unreadable:
        return place, ""


def _text(name: str) -> str:
    """Write a file's name as text, bytes that are not UTF-8 as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _bytes(path: Path, largest: int) -> bytes:
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise _Unreadable("it is a symbolic link" if path.is_symlink() else f"{error.strerror}") from None
    with os.fdopen(file, "rb") as opened:
        facts = os.fstat(opened.fileno())
        if not stat.S_ISREG(facts.st_mode):
            raise _Unreadable("it is not a regular file")
        if facts.st_size > largest:
            raise _Unreadable(f"it has {facts.st_size} bytes; at most {largest} are read")
        return opened.read(largest)


def _notebook(data: bytes) -> Mapping[str, Any]:
    if not data.strip():
        raise _Unreadable("the file is empty")
    try:
        notebook = strict_json(data.decode("utf-8-sig"))
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError among them
        raise _Unreadable(f"it is not JSON that can be read: {str(error)[:200]}") from None
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4 or not isinstance(notebook.get("cells"), list):
        raise _Unreadable("it is not a notebook of format 4")
    return notebook


def _contents(notebook: Mapping[str, Any]) -> dict[str, Any]:
    if not (chapter := chapter_of(notebook)):
        raise _Unreadable("its metadata names no chapter: it was not made from a learner's notebook")
    return {"chapter": chapter, "answers": answers_in(notebook), "code": code_in(notebook)}
