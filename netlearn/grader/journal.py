"""The journal: every record on disk before the next is waited for, so that a killed run goes on where it was.

One JSON line for each record, after a first line that says what the grades depend on. Lines are only ever added.
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

__all__ = ["Journal", "locked", "opened", "read"]

Key = tuple[str, str]


class Journal:
    """An open journal; ``records`` by path and digest of the file, as they were written and last said."""

    def __init__(self, file: BufferedRandom, digest: str) -> None:
        self._file = file
        self.records: dict[Key, Record] = {}
        head, *lines = self._whole_lines() or [b""]
        if not head:
            self._append({"netlearn": "grades", "version": 1, "settings": digest})
        elif json.loads(head).get("settings") != digest:
            raise NetlearnError(
                f"{file.name}: it was begun with other exercises, limits or secret; "
                "accepted: the same ones, another folder for the results, or --again"
            )
        for line in lines:
            self._remember(Record.from_json(json.loads(line)))

    def _whole_lines(self) -> list[bytes]:
        """Read the lines; what a killed run left half-written is cut off."""
        data = self._file.read()
        whole = data[: data.rfind(b"\n") + 1]
        self._file.seek(len(whole))
        self._file.truncate()
        return whole.splitlines()

    def _remember(self, record: Record) -> None:
        self.records[key_of(record)] = record

    def _append(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def add(self, record: Record) -> bool:
        """Write a record down; one that is there already is not written twice. Says whether it was written."""
        if key_of(record) in self.records:
            return False
        self._append(record.to_json())
        self._remember(record)
        return True


def key_of(record: Record) -> Key:
    """Return what makes a submission one and the same: its place, and what the file held."""
    return record.path, record.digest


@contextlib.contextmanager
def opened(path: Path, digest: str) -> Iterator[Journal]:
    """Open the journal, for one run at a time. Raises NetlearnError where another run has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        _lock(file)
        file.seek(0)
        yield Journal(file, digest)


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


def read(path: Path) -> list[Record]:
    """Return the records of a journal, whatever they were graded by; the last one of each path."""
    with path.open("rb") as file:
        _, *lines = file.read().split(b"\n")[:-1] or [b""]
    records = (Record.from_json(json.loads(line)) for line in lines)
    return list({record.path: record for record in records}.values())
