"""Where hand-ins lie: every notebook below a folder, what lies beside one, and bytes read with care."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from netlearn.grader import archives

__all__ = [
    "LARGEST", "UnreadableError", "beside", "bytes_of", "handed_in_at", "named_as_notebook", "named_otherwise",
    "notebooks", "saved_in", "text_of", "visible",
]  # fmt: skip

LARGEST = 10 * 2**20  # bytes; a learner's notebook with all its outputs has a few hundred thousand
#: A notebook's name, also where a browser or a system saved it as text.
_NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)
#: Folders that a system or Jupyter makes beside what somebody made; what lies there was thrown away or is a copy.
_LITTER = frozenset({".ipynb_checkpoints", "__MACOSX", ".Trashes", ".Trash-1000", ".git"})
_MOST_NAMES = 5
_STAMP = 100  # bytes of a time
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?( [A-Z]{3,4}| [+-]\d\d:?\d\d)?")


class UnreadableError(Exception):
    """The reason why a file is not a submission."""


def notebooks(folder: Path) -> Iterator[Path]:
    """Yield every notebook below a folder, in its zips too; a symbolic link is listed, but never followed."""
    if archives.is_archive(folder):
        yield from _packed(folder)
        return
    left = [folder]
    while left:
        here = left.pop()
        try:
            entries = list(os.scandir(here))
        except OSError:
            yield here  # it cannot be searched: on record as a submission that cannot be read
            continue
        left += [Path(entry) for entry in entries if _is_folder(entry)]
        yield from (Path(entry) for entry in entries if _is_notebook(entry))
        for archive in (Path(entry) for entry in entries if archives.is_archive(Path(entry))):
            yield from _packed(archive)


def _packed(archive: Path) -> Iterator[Path]:
    """Yield the notebooks in a zip; the zip itself where it holds none: it is somebody's, and a person has to look."""
    inside = [path for path in archives.members(archive) if named_as_notebook(path.name) and not _is_litter(path)]
    yield from inside or [archive]


def _is_litter(path: Path) -> bool:
    return path.name.startswith("._") or bool(_LITTER & set(path.parts))


def named_as_notebook(name: str) -> bool:
    """Say whether a name is that of a notebook, whatever ending it got on its way."""
    return bool(_NOTEBOOK.search(name))


def visible(folder: Path) -> list[Path]:
    """Return what a folder holds, but for what no learner made: hidden files, and what was packed with others."""
    try:
        there = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in there if not path.name.startswith(".") and path.name != "__MACOSX"]


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False) and entry.name not in _LITTER


def _is_notebook(entry: "os.DirEntry[str]") -> bool:
    """A notebook by its name; a link to a folder may stand for one."""
    if entry.is_dir(follow_symlinks=False) or entry.name.startswith("._"):  # what a Mac puts beside a file
        return False
    return bool(_NOTEBOOK.search(entry.name)) or (entry.is_symlink() and Path(entry).is_dir())


def named_otherwise(path: Path) -> str:
    """Return the ending that a notebook got on its way, "" where it has its own."""
    found = _NOTEBOOK.search(path.name)
    return found[1] or "" if found else ""


def saved_in(path: Path) -> tuple[Path, ...]:
    """Return the files directly in a folder that the page may have saved."""
    try:
        there = sorted(path.iterdir())
    except OSError:
        return ()
    named = (each for each in there if each.suffix.lower() == ".json" and not _NOTEBOOK.search(each.name))
    return tuple(each for each in named if not each.name.startswith(".") and not each.is_dir())


def beside(notebook: Path, root: Path) -> tuple[Path, ...]:
    """Return the files beside a notebook that may hold answers of its learner.

    Where many learners' notebooks lie in one folder, only the hidden file that has the notebook's name is its own.
    """
    own = notebook.with_name(f".{notebook.stem}.answers.json")
    found = [own] if own.is_file() else []
    parts = notebook.relative_to(root).parts
    if len(parts) > 1:
        folders = dict.fromkeys((notebook.parent, root / parts[0]))
        found += sorted(notebook.parent.glob(".netlearn-*.answers.json"))
        found += [each for folder in folders for each in saved_in(folder)]
    return tuple(found)


def handed_in_at(path: Path) -> str:
    """Return when a notebook was handed in, from the file that nbgrader puts beside it; "" where there is none."""
    try:
        found = bytes_of(path.parent / "timestamp.txt", _STAMP).decode("ascii").strip()
    except (UnreadableError, UnicodeDecodeError):
        return ""
    return found if _TIME.fullmatch(found) else ""


def bytes_of(path: Path, largest: int) -> bytes:
    """Read a file. Raises UnreadableError for one that is no regular file, too large, or a symbolic link."""
    if path.is_dir() and not path.is_symlink():
        raise UnreadableError(_no_notebook(path))
    if archive := archives.archive_of(path):
        return _unpacked(archive, path, largest)
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise UnreadableError("it is a symbolic link" if path.is_symlink() else f"{error.strerror}") from None
    with os.fdopen(file, "rb") as opened:
        facts = os.fstat(opened.fileno())
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableError("it is not a regular file")
        if facts.st_size > largest:
            raise UnreadableError(f"it has {facts.st_size} bytes; at most {largest} are read")
        return opened.read(largest)


def _unpacked(archive: Path, path: Path, largest: int) -> bytes:
    try:
        return archives.member_bytes(archive, path, largest)
    except ValueError as error:
        raise UnreadableError(str(error)) from None


def _no_notebook(folder: Path) -> str:
    try:
        os.scandir(folder).close()
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    except OSError as error:
        return f"{error.strerror}"
    shown = [text_of(name) for name in names[:_MOST_NAMES]] + (["…"] if len(names) > _MOST_NAMES else [])
    return f"there is no notebook in it; there are: {', '.join(shown)}" if names else "the folder is empty"


def text_of(name: str) -> str:
    """Write a file's name as text, bytes that are not UTF-8 as escapes; no two names become one.

    >>> print(text_of(os.fsdecode(b"caf\\xe9")), text_of(os.fsdecode(b"caf\\\\xe9")))
    caf\\xe9 caf\\\\xe9
    """
    return os.fsencode(name).replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")
