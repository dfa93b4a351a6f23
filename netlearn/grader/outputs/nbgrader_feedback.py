"""Learners' pages of feedback where nbgrader looks for them, so that its own commands carry each to its learner.

``nbgrader release_feedback`` needs beside a page the two files that ``nbgrader submit`` wrote: by them
``nbgrader fetch_feedback`` finds a page, and nobody else does. Whoever handed a notebook in gets its page.
"""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from netlearn.errors import NetlearnError
from netlearn.grader import files
from netlearn.grader.files import UnreadableError
from netlearn.grader.outputs.feedback import file_name
from netlearn.grader.record import Record

__all__ = ["write_nbgrader_feedback"]

_BESIDE = ("timestamp.txt", "submission_secret.txt")
_DEPTH = 3  # learner/assignment/notebook


def write_nbgrader_feedback(
    records: Sequence[Record], pages: Path, submitted: Path, out: Path
) -> tuple[int, tuple[str, ...]]:
    """Lay each record's page from the folder ``pages`` out below ``out``, nbgrader's folder of feedback.

    ``submitted`` is the folder that was graded, as ``nbgrader collect`` leaves it. Return the number of pages, and
    a line for each that was left out, with the reason.
    """
    left_out: list[str] = []
    for record in records:
        place = PurePosixPath(record.path)
        try:
            beside = _beside(place, submitted)
            page = files.bytes_of(pages / file_name(record), files.LARGEST)
        except UnreadableError as reason:
            left_out.append(f"{record.path}: {reason}")
            continue
        folder = out / place.parent
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in {**beside, f"{place.stem}.html": page}.items():
            (folder / name).write_bytes(data)
    if records and len(left_out) == len(records):
        raise NetlearnError(f"{submitted}: {left_out[0]}; accepted: the folder that nbgrader collect filled")
    return len(records) - len(left_out), tuple(left_out)


def _beside(place: PurePosixPath, submitted: Path) -> dict[str, bytes]:
    """Return what nbgrader put beside a notebook. Raises UnreadableError where there is none."""
    if len(place.parts) != _DEPTH:
        raise UnreadableError("it does not lie as nbgrader collects: learner/assignment/notebook")
    found = {}
    for name in _BESIDE:
        try:
            found[name] = files.bytes_of(submitted / place.parent / name, files.LARGEST)
        except UnreadableError as reason:
            raise UnreadableError(f"{name}, which nbgrader submit writes beside it: {reason}") from None
    return found
