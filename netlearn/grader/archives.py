"""Hand-ins inside a zip, read where they lie: nothing is unpacked, and no more is read than a file may have.

A member is named as a path below the zip, as if the zip were a folder.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

__all__ = ["archive_of", "is_archive", "member_bytes", "members"]

_DRIVE = re.compile(r"[A-Za-z]:")
_MOST = 20_000  # members of one zip that are looked at
_BAD = (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError)


def is_archive(path: Path) -> bool:
    """Say whether a path is a zip by its name, and a file."""
    return path.suffix.lower() == ".zip" and path.is_file() and not path.is_symlink()


def archive_of(path: Path) -> Path | None:
    """Return the zip that a path leads into, None where it leads into none."""
    return next((each for each in path.parents if is_archive(each)), None)


def members(archive: Path) -> Iterator[Path]:
    """Yield the files in a zip as paths below it; none where it cannot be read, or a name leads out of it."""
    try:
        with zipfile.ZipFile(archive) as opened:
            names = [each.filename for each in opened.infolist()[:_MOST] if not each.is_dir()]
    except _BAD:
        return
    for name in names:
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if parts and not name.startswith("/") and ".." not in parts and not _DRIVE.match(name):
            yield archive.joinpath(*parts)


def member_bytes(archive: Path, path: Path, largest: int) -> bytes:
    """Read a member. Raises ValueError that says why it cannot be read."""
    wanted = path.relative_to(archive).as_posix()
    try:
        with zipfile.ZipFile(archive) as opened:
            found = next(each for each in opened.infolist() if each.filename.replace("\\", "/") == wanted)
            if found.file_size > largest:
                raise ValueError(f"it has {found.file_size} bytes; at most {largest} are read")
            with opened.open(found) as file:
                data = file.read(largest + 1)
    except StopIteration:
        raise ValueError("it is no longer in the zip") from None
    except _BAD as error:
        raise ValueError(f"the zip cannot be read: {error}") from None
    if len(data) > largest:
        raise ValueError(f"it unpacks to more than {largest} bytes")
    return data
