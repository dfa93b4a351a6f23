"""Reading what a learner handed in as data: whatever the files hold, the result is a `Submission` that says so.

Nothing in a file is executed, imported, unpickled or even parsed as Python here; that is the sandbox's work.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from netlearn.grader import archives, files
from netlearn.grader.files import LARGEST, UnreadableError
from netlearn.grader.layouts import learner_of, newest, other_work
from netlearn.handout import reading
from netlearn.handout.reading import Code, Place
from netlearn.items.answers import SCHEMA, Answer, Joined, is_file, latest, of_file, of_mapping
from netlearn.plain_json import notebook_json, strict_json

__all__ = ["LARGEST", "Submission", "find", "fingerprint", "read"]

_KINDS = {
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"%pdf": "a PDF",
    b"pk\x03\x04": "a zip or an office file",
}
_LOST = "the record below its questions is gone and no answers were found elsewhere: were there any?"
_UNREAD = "could not be read, so its answers do not count"


@frozen
class Submission:
    """What was handed in: the newest answer to each item by its slug, and cells by task; or why it cannot be read."""

    learner: str
    path: str
    digest: str = ""
    chapter: str = ""
    answers: Mapping[str, Answer] = field(factory=dict)
    code: Mapping[str, Code] = field(factory=dict)
    notes: tuple[str, ...] = ()
    at: str = ""  # when it was handed in, as nbgrader wrote beside it
    look: tuple[str, ...] = ()  # of the notes, those that a person must look at
    notebook: Mapping[str, Any] = field(factory=dict, repr=False)
    unreadable: str = ""


def find(root: Path) -> tuple[Path, ...]:
    """Return every submission below a folder or in a zip, in order.

    That is each notebook; each chapter of a file of answers that the page saved, as ``file/chapter``, where the same
    learner handed in no notebook of that chapter; and what lies directly below and is no notebook: each folder that
    holds neither, and each file that somebody handed in all the same.
    """
    below: dict[Path, list[Path]] = {folder: [] for folder in files.visible(root) if _is_folder(folder)}
    found = [*_of_saved(files.saved_in(root), ()), *other_work(files.visible(root))]
    for path in files.notebooks(root):
        parts = path.relative_to(root).parts
        (below.setdefault(root / parts[0], []) if len(parts) > 1 else found).append(path)
    for folder in newest(below):
        found += _of_learner(folder, below[folder])
    return tuple(sorted(set(found), key=os.fsencode))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _of_learner(folder: Path, notebooks: list[Path]) -> list[Path]:
    """Return what a folder hands in: itself where there is nothing else, unless it holds the results of grading."""
    found = [*notebooks, *_of_saved(files.saved_in(folder), notebooks)]
    return found or ([] if (folder / "journal.jsonl").exists() else [folder])


def _of_saved(saved: Iterable[Path], notebooks: Iterable[Path]) -> list[Path]:
    """Return the page's files by chapter, but for the chapters of which there is a notebook."""
    there = {path: {answer.key.chapter for answer in _answers(path, LARGEST)[0]} for path in saved}
    if not any(there.values()):
        return []
    covered = {_chapter(path) for path in notebooks}
    return [path / chapter for path, chapters in there.items() for chapter in sorted(chapters - covered)]


def _chapter(path: Path) -> str:
    try:
        return reading.chapter_of(_notebook(files.bytes_of(path, LARGEST)))
    except UnreadableError:
        return ""


def read(path: Path, root: Path, largest: int = LARGEST) -> Submission:
    """Read one submission below ``root``. Never raises for what the files hold.

    The learner is the folder directly below ``root``, or the file's name where there is none.
    """
    head: dict[str, Any] = {"learner": learner_of(path, root), "path": files.text_of(path.relative_to(root).as_posix())}
    head["at"] = files.handed_in_at(path)
    digest = ""
    try:
        data = _gathered(path, root, largest)
        digest = _digest(data)
        if path.parent in data:
            return _saved(Submission(**head, digest=digest, chapter=path.name), path.parent, largest)
        return _joined(Submission(**head, digest=digest, **_contents(_notebook(data[path]), path)), path, root, largest)
    except UnreadableError as reason:
        return Submission(**head, digest=digest, unreadable=str(reason))


def fingerprint(path: Path, root: Path, largest: int = LARGEST) -> tuple[str, str]:
    """Return a submission's place and the digest of all that it holds, "" for one that is not read."""
    place = files.text_of(path.relative_to(root).as_posix())
    try:
        return place, _digest(_gathered(path, root, largest))
    except UnreadableError:
        return place, ""


def _gathered(path: Path, root: Path, largest: int) -> dict[Path, bytes]:
    """Read the file, and those beside it that may count; the first has to be there."""
    if path.parent.is_file() and not archives.is_archive(path.parent):  # a chapter of a file that the page saved
        return {path.parent: files.bytes_of(path.parent, largest)}
    found = {path: files.bytes_of(path, largest)}
    for each in files.beside(path, root):
        try:
            found[each] = files.bytes_of(each, largest)
        except UnreadableError:
            found[each] = b""
    return found


def _digest(data: Mapping[Path, bytes]) -> str:
    first, *more = (hashlib.sha256(each).hexdigest() for each in data.values())
    return hashlib.sha256("".join([first, *more]).encode()).hexdigest() if more else first


def _notebook(data: bytes) -> Mapping[str, Any]:
    if not data.strip():
        raise UnreadableError("the file is empty")
    if kind := next((kind for start, kind in _KINDS.items() if data.lstrip()[:200].lower().startswith(start)), ""):
        raise UnreadableError(f"it is {kind} and no notebook; accepted: the file that ends in .ipynb")
    try:
        notebook = notebook_json(data.decode("utf-8-sig"))
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError among them
        raise UnreadableError(f"it is not JSON that can be read: {str(error)[:200]}") from None
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4 or not isinstance(notebook.get("cells"), list):
        raise UnreadableError("it is not a notebook of format 4")
    return notebook


def _contents(notebook: Mapping[str, Any], path: Path) -> dict[str, Any]:
    if not (chapter := reading.chapter_of(notebook)):
        raise UnreadableError("its metadata names no chapter: it was not made from a learner's notebook")
    ending = files.named_otherwise(path)
    notes = (f"it was handed in with the ending {ending}",) if ending else ()
    return {"chapter": chapter, "code": reading.code_in(notebook), "notebook": notebook, "notes": notes}


def _saved(submission: Submission, path: Path, largest: int) -> Submission:
    """Return a chapter of a file that the page saved: answers without code."""
    _, answers = reading.of_chapter(("", _answers(path, largest)[0]), submission.chapter)
    note = f"its answers were read from {files.text_of(path.name)}, which the page saved"
    return evolve(submission, answers=latest([("", answers)]).answers, notes=(note,))


def _joined(submission: Submission, path: Path, root: Path, largest: int) -> Submission:
    """Add the answers, from wherever they are: of each item the newest counts."""
    (record, pasted), notes = reading.places_in(submission.notebook)
    around = [_place(each, submission, largest) for each in files.beside(path, root)]
    unread = [f"{place} {_UNREAD}" for (place, _), good in around if not good]
    others = [reading.of_chapter(place, submission.chapter) for place, _ in around] + [pasted]
    fitting = [_own(place, submission.notebook) for place in others]
    joined = latest([record, *fitting])
    lost = (_LOST,) if not joined.answers and reading.lost_record(submission.notebook) else ()
    strange = [note for pair in zip(others, fitting, strict=True) if (note := _strange(*pair))]
    notes = (*submission.notes, *notes, *lost, *unread, *strange, *joined.notes, *_where(joined))
    return evolve(submission, answers=joined.answers, notes=notes, look=(*lost, *unread))


def _own(place: Place, notebook: Mapping[str, Any]) -> Place:
    """Return a place with the answers to the notebook's own variants alone, where it was made for one learner."""
    about = reading.about(notebook)
    listed = about.get("items")
    if "learner" not in about or not isinstance(listed, list):
        return place
    seeds = {(item[0], item[2]) for item in listed if isinstance(item, list) and len(item) == 3 and _texts(item)}
    return place[0], tuple(answer for answer in place[1] if (answer.key.slug, answer.key.seed) in seeds)


def _texts(item: list[Any]) -> bool:
    return isinstance(item[0], str) and isinstance(item[2], str)


def _strange(found: Place, fitting: Place) -> str:
    if not (number := len(found[1]) - len(fitting[1])):
        return ""
    return f"{number} answers in {found[0]} are to other variants than the notebook's, and do not count"


def _where(joined: Joined) -> Iterator[str]:
    """Say which answers were read elsewhere than in the notebook's record."""
    for place in dict.fromkeys(joined.places.values()):
        if place != reading.RECORD:
            slugs = [slug for slug, there in joined.places.items() if there == place]
            yield f"{len(slugs)} of its answers were read from {place}: {', '.join(sorted(slugs))}"


def _place(path: Path, submission: Submission, largest: int) -> tuple[Place, bool]:
    answers, good = _answers(path, largest, submission)
    return (files.text_of(path.name), answers), good


def _answers(path: Path, largest: int, submission: Submission | None = None) -> tuple[tuple[Answer, ...], bool]:
    """Return the answers in a file of the page's or beside a notebook, and whether it could be read.

    A file beside a notebook counts only where it is of the same release; any other JSON has no answers.
    """
    try:
        found = strict_json(files.bytes_of(path, largest).decode("utf-8-sig"))
    except (UnreadableError, ValueError):
        return (), "answers" not in path.name
    if is_file(found):
        return of_file(found), found["schema"] <= SCHEMA
    if submission is None or not path.name.startswith(".") or not isinstance(found, dict):
        return (), True
    release = reading.about(submission.notebook).get("release", "")
    own = found.get("release", release) == release
    return (of_mapping(found.get("answers"), submission.chapter) if own else ()), True
