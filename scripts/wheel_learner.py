"""Build what learners of an assessed course install: netlearn without the exercises, which hold the answers.

What decides is in the wheel all the same: a code task's answers come from a function or a table of netlearn,
its oracle, and whoever has netlearn can ask it. Kept out are the items with their keys and the tasks with their models.

Run: make wheel-learner, or .venv/bin/python scripts/wheel_learner.py FOLDER. It ends with an error where a key got in.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
BANK = ROOT / "exercises"
#: What tells a file of the bank, whatever it is called: where it lies, or what only an item or a task says.
_PLACES = ("exercises/", "tests/", "tasks/")
#: The cases of the book: they say which of their answers is right, as their pages do, and are not part of any course.
_CASES = "netlearn/knowledge/plays/"
_KEYS = ((b"\nslug = ", b"\nobjective = "), (b'\noracle = "',), (b"\nright = true",), (b"\n[[option]]",))


def build(folder: Path) -> Path:
    """Build the wheel into a folder, from a copy of what belongs in it, and return it."""
    command = [sys.executable, "-m", "pip", "wheel", "-qq", "--disable-pip-version-check", "--no-deps"]
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(ROOT / "netlearn", Path(copy, "netlearn"), ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy2(ROOT / name, copy)
        subprocess.run([*command, "--no-build-isolation", "--wheel-dir", str(folder), copy], check=True)
    return max(folder.glob("netlearn-*.whl"), key=lambda path: path.stat().st_mtime)


def keys_in(wheel: Path) -> list[str]:
    """Return the files of a wheel that belong to the bank, or read like it."""
    with zipfile.ZipFile(wheel) as opened:
        return [name for name in opened.namelist() if name.startswith(_PLACES) or _is_key(name, opened.read(name))]


def _is_key(name: str, content: bytes) -> bool:
    """Whether a file is one of the bank's under another name, or one changed that still says what only those say."""
    text = b"\n" + content.replace(b"\r\n", b"\n")
    said = any(all(part in text for part in parts) for parts in _KEYS)
    is_own = name.endswith(".py") or name.startswith(_CASES)  # netlearn's own modules speak of these words
    return content in _bank() or (said and not is_own)


@cache
def _bank() -> frozenset[bytes]:
    return frozenset(path.read_bytes() for path in BANK.rglob("*") if path.is_file()) - {b""}


def main() -> None:
    """Build, look for keys, and say how the wheel is installed."""
    wheel = build(Path(sys.argv[1]))
    if found := keys_in(wheel):
        wheel.unlink()
        sys.exit(f"{wheel.name} was not kept, since answers got into it: {', '.join(found)}")
    print(
        f"{wheel}: no item's key and no task's model is in it. The library that decides is, and code tasks are "
        f"compared with it. Learners install it with: pip install '{wheel.name}[widgets]'"
    )


if __name__ == "__main__":
    main()
