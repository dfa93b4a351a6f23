"""Build what learners of an assessed course install: netlearn without the exercises, which hold the answers.

Run: make wheel-learner, or .venv/bin/python scripts/wheel_learner.py FOLDER. It ends with an error where a key got in.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: What tells a file of the bank: where it lies, or what only an item or a task says.
_PLACES = ("exercises/", "tests/", "tasks/")
_KEYS = (b"\nright = true", b"\n[[option]]", b"\nreimplements = ")


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
        names = opened.namelist()
        data = [name for name in names if name.endswith((".toml", ".json", ".ipynb"))]
        placed = [name for name in names if name.startswith(_PLACES)]
        return placed + [name for name in data if any(key in opened.read(name) for key in _KEYS)]


def main() -> None:
    """Build, look for keys, and say how the wheel is installed."""
    wheel = build(Path(sys.argv[1]))
    if found := keys_in(wheel):
        wheel.unlink()
        sys.exit(f"{wheel.name} was not kept, since answers got into it: {', '.join(found)}")
    print(f"{wheel}: no key is in it. Learners install it with: pip install '{wheel.name}[widgets]'")


if __name__ == "__main__":
    main()
