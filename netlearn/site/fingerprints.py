"""What the outputs of a chapter depend on, as one number: kept in ``_build``, so that a second build need not execute.

Nothing of it is committed: a fresh clone has none, and executes every chapter.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

__all__ = ["FILE", "fingerprint", "load", "package_digest", "save"]

FILE = Path("_build/fingerprints.json")
PACKAGE = Path(__file__).parents[1]
_SUFFIXES = frozenset({".py", ".toml", ".js", ".css", ".svg", ".html"})
#: Scripts and styles act in the browser: no output holds them.
_SHOWN = frozenset({".css", ".js"})
#: The site, the commands, hand-ins and grading are built on top of the outputs and cannot change them.
_APART = ("site", "cli.py", "checks", "grader", "diff", "exercises", "handout", "new", "preview")


def fingerprint(path: Path, package: Path = PACKAGE) -> str:
    """Hash a notebook, outputs too, with all that they depend on: ``netlearn``, its knowledge and the exercises."""
    digest = hashlib.sha256(package_digest(package, _APART, _SUFFIXES - _SHOWN))
    digest.update(package_digest(package.parent / "exercises"))
    digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def package_digest(
    package: Path = PACKAGE, apart: tuple[str, ...] = (), suffixes: Collection[str] = _SUFFIXES
) -> bytes:
    """Hash every source file of ``package`` but those directly in, or named, one of ``apart``."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.suffix in suffixes and inside.parts[0] not in apart:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


def load(root: Path) -> dict[str, str]:
    """Return the fingerprints of the chapters found in order, by file name; a file that cannot be read is none."""
    try:
        found = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def save(root: Path, known: Mapping[str, str]) -> None:
    """Write the fingerprints of the chapters that are in order."""
    place = root / FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(dict(known), indent=1, sort_keys=True) + "\n", encoding="utf-8")
