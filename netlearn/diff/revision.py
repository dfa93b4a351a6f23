"""The knowledge as a git revision holds it, unpacked into a temporary folder; the work tree is never touched."""

import shutil
import subprocess
import tarfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from netlearn import knowledge
from netlearn.errors import NetlearnError

KNOWLEDGE = "netlearn/knowledge"
LISTS = ("editions.toml",)
WORDS = "words.toml"


@contextmanager
def knowledge_at(root: Path, revision: str) -> Iterator[Path]:
    """The folder of the knowledge at a revision of the repository in ``root``, for as long as it is needed.

    Raises NetlearnError when ``root`` is no repository, or the revision does not exist or holds no knowledge.
    """
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    archive = git(root, "archive", "--format=tar", commit.decode().strip(), KNOWLEDGE)
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        _complete(Path(folder, KNOWLEDGE))
        yield Path(folder, KNOWLEDGE)


def _complete(folder: Path) -> None:
    """Lend an older revision the lists that it did not yet keep as data: they name its rules and hold none."""
    for name in LISTS:
        if not (folder / name).exists():
            shutil.copy(knowledge.root() / name, folder)
    if (folder / WORDS).exists() and _sections(knowledge.root()) - _sections(folder):
        shutil.copy(knowledge.root() / WORDS, folder)  # today's code says words that the revision had not


def _sections(folder: Any) -> set[str]:
    return set(tomllib.loads((folder / WORDS).read_text(encoding="utf-8")))


def git(root: Path, *arguments: str) -> bytes:
    """What git answers; it is only ever asked to read."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except FileNotFoundError:
        raise NetlearnError("git is not installed; the knowledge cannot be compared with a revision") from None
    except subprocess.CalledProcessError as failed:
        said = failed.stderr.decode(errors="replace").strip() or "there is no such revision"
        raise NetlearnError(f"git {arguments[0]} {arguments[-1]}: {said}") from None
    return done.stdout
