"""The journal: every record on disk before the next is waited for, so that a killed run goes on where it was.

One JSON line for each record, after a first line that says what the grades depend on. Lines are only ever added; one
that cannot be read stops with a sentence, since nobody's record is dropped without a word.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from io import BufferedRandom
from pathlib import Path
from typing import Any

from netlearn.errors import NetlearnError
from netlearn.grader.record import Record
from netlearn.items.seeds import seed_for

__all__ = ["Journal", "key_of", "locked", "mark_of", "opened", "read", "set_aside"]

Key = tuple[str, str]
_MOST = 10_000  # journals that are kept beside the one in use
_OTHER = (
    "it was begun with other exercises, limits or secret; accepted: the same ones; --restart, which grades all anew; "
)
_MEND = "accepted: a copy of the file from before, or --restart, which grades all anew and keeps this file"


def mark_of(secret: bytes | None) -> str:
    """Return what a journal keeps of the secret that it was graded with: enough to know it again, and no more."""
    return seed_for(secret, "", "the secret itself", 1) if secret else ""


class Journal:
    """An open journal; ``records`` by path and digest of the file, as they were written and last said."""

    def __init__(self, file: BufferedRandom, digest: str, secret: bytes | None = None) -> None:
        self._file = file
        self.records: dict[Key, Record] = {}
        if data := self._whole():
            head, records = _parsed(Path(file.name), data)
            if head["settings"] != digest:
                raise NetlearnError(f"{file.name}: {_OTHER}--again, which runs no code; or another --out")
            self.records = {key_of(record): record for record in records}
        else:
            self._append({"netlearn": "grades", "version": 1, "settings": digest, "secret": mark_of(secret)})

    def _whole(self) -> bytes:
        """Read the lines; what a killed run left half-written is cut off, and will be graded again."""
        data = self._file.read()
        whole = data[: data.rfind(b"\n") + 1]
        self._file.seek(len(whole))
        self._file.truncate()
        return whole

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def add(self, record: Record) -> bool:
        """Write a record down; one that is there already is not written twice. Says whether it was written."""
        if key_of(record) in self.records:
            return False
        self._append(record.to_json())
        self.records[key_of(record)] = record
        return True


def key_of(record: Record) -> Key:
    """Return what makes a submission one and the same: its place, and what the file held."""
    return record.path, record.digest


def _parsed(path: Path, data: bytes) -> tuple[dict[str, Any], list[Record]]:
    """Read whole lines. Raises NetlearnError that names the line which cannot be read."""
    first, *lines = data.split(b"\n")[:-1]
    head = _line(path, 1, first)
    if head.get("netlearn") != "grades" or not isinstance(head.get("settings"), str):
        raise NetlearnError(f"{path}: line 1 is not the head of a journal; {_MEND}")
    return head, [_record(path, number, line) for number, line in enumerate(lines, start=2)]


def _line(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NetlearnError(f"{path}: line {number} is damaged: it is no JSON; {_MEND}")
    return found


def _record(path: Path, number: int, line: bytes) -> Record:
    found = _line(path, number, line)
    try:
        return Record.from_json(found)
    except KeyError as missing:
        raise NetlearnError(f"{path}: line {number} is damaged: {missing} is missing; {_MEND}") from None
    except (ValueError, TypeError, AttributeError):
        raise NetlearnError(f"{path}: line {number} is damaged: it is no record; {_MEND}") from None


@contextlib.contextmanager
def opened(path: Path, digest: str, secret: bytes | None = None) -> Iterator[Journal]:
    """Open the journal, for one run at a time. Raises NetlearnError where another run has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        _lock(file)
        file.seek(0)
        yield Journal(file, digest, secret)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs from a journal that is there already. Raises NetlearnError where one has it."""
    with path.open("rb") as file:
        _lock(file)
        yield


def _lock(file: Any) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: two runs on one folder are the user's to avoid
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise NetlearnError(f"{file.name}: another run is writing to it; accepted: one run at a time") from None


def read(path: Path) -> tuple[dict[Key, Record], str | None]:
    """Return a journal's records by path and digest, whatever they were graded by, and the mark of its secret.

    The mark is None in a journal from before there was one.
    """
    data = path.read_bytes()
    if not (whole := data[: data.rfind(b"\n") + 1]):
        raise NetlearnError(f"{path}: it is empty; {_MEND}")
    head, records = _parsed(path, whole)
    return {key_of(record): record for record in records}, head.get("secret")


def set_aside(journal: Path) -> Path:
    """Return the next free name beside a journal, for a copy that is kept."""
    names = (journal.with_suffix(f".{number}.jsonl") for number in range(1, _MOST))
    return next(name for name in names if not name.exists())
