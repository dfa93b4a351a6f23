"""Writing what others read so that it is there whole or as it was: beside its place first, and then renamed."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

__all__ = ["replacing", "write_text"]


@contextlib.contextmanager
def replacing(path: Path, encoding: str = "utf-8", *, lasting: bool = True) -> Iterator[IO[str]]:
    """Open a file to write, which takes the place of ``path`` when all is written; lines end as they are given.

    What is ``lasting`` is on the disk before it does so, even where the machine fails at this moment.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("w", encoding=encoding, newline="") as file:
            yield file
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a page in the place of what was there: it follows from the records, and can be written anew."""
    with replacing(path, lasting=False) as file:
        file.write(text)
