"""How systems and people arrange a class's hand-ins: whose a place is, and where the learners' folders begin.

nbgrader's exchange names a folder ``learner+assignment+time``; a zip and an unpacked zip may add a folder.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from netlearn.grader import archives, files

__all__ = ["class_folder", "learner_of", "newest", "other_work"]

_EXCHANGE = re.compile(r"^(.+?)\+(.+?)\+(\d{4}-\d\d-\d\d[ T_].*)$")
_WORK = (".html", ".htm", ".py", ".pdf", ".docx", ".odt", ".rtf", ".doc")
_CANVAS = re.compile(r"_\d+_\d+_")


def class_folder(root: Path) -> Path:
    """Return the folder that holds the learners: a zip of a class, or the one folder that it was packed in.

    A folder is passed through where it is alone and holds several with notebooks, none of which is a chapter's.
    """
    if archives.is_archive(root):
        return root
    below = [path for path in files.visible(root) if path.is_dir() or archives.is_archive(path) or _is_work(path)]
    if len(below) != 1 or _is_work(below[0]):
        return root
    (only,) = below
    if archives.is_archive(only):
        return only
    inner = [path for path in files.visible(only) if path.is_dir()]
    holding = [path for path in inner if any(files.notebooks(path))]
    own = any(path.parent == only for path in files.notebooks(only))
    return root if own or len(holding) < 2 or any(_is_chapter(path) for path in holding) else only


def _is_chapter(folder: Path) -> bool:
    return any(path.stem == folder.name for path in files.notebooks(folder))


def _is_work(path: Path) -> bool:
    return bool(files.named_as_notebook(path.name)) or path in other_work([path])


def learner_of(path: Path, root: Path) -> str:
    """Return whose a hand-in is by its place: the folder directly below ``root``, or the file's name."""
    parts = path.relative_to(root).parts
    first = root / parts[0] if parts else root
    if len(parts) > 1 and not (first.is_file() and not archives.is_archive(first)):
        name = first.stem if archives.is_archive(first) else parts[0]
        return files.text_of(found[1] if (found := _EXCHANGE.match(name)) else name)
    name = first.name.removesuffix(files.named_otherwise(first))
    return files.text_of(name if first.is_dir() else Path(name).stem)


def newest(folders: Iterable[Path]) -> set[Path]:
    """Return the folders but for those of an exchange that the same learner handed in anew."""
    latest: dict[tuple[str, str], Path] = {}
    kept = set[Path]()
    for folder in sorted(folders):  # of one learner and assignment the names end in the time
        if found := _EXCHANGE.match(folder.name):
            latest[found[1], found[2]] = folder
        else:
            kept.add(folder)
    return kept | set(latest.values())


def other_work(paths: Iterable[Path]) -> list[Path]:
    """Return the files that somebody handed in and that are no notebook; a text only where a system named it."""
    return [
        path
        for path in paths
        if path.suffix.lower() in _WORK or (path.suffix.lower() == ".txt" and _CANVAS.search(path.name))
    ]
