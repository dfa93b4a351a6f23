"""Find a Chromium for the browser tests, or install one, and write its path to .venv/chromium-path.

In order: the one that NETLEARN_CHROMIUM names, the system's, Playwright's own, Debian's package (as root).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The headless shell is the same engine without the windows: the tests take a quarter less time in it.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = NAMES[:2]  # packages of the same names; older systems have no headless shell
HELP = """No Chromium was found, and none could be installed. Three ways to provide one:
  1. name one you have:       NETLEARN_CHROMIUM=/path/to/chromium make test
  2. install the system's:    apt-get install chromium (or your system's package)
  3. let Playwright get one:  .venv/bin/playwright install chromium
"""


def main() -> int:
    """Write and print the path of the first browser that starts."""
    for path in candidates():
        if starts(path):
            Path(sys.prefix, "chromium-path").write_text(path + "\n", encoding="utf-8")
            print(f"Chromium: {path}")
            return 0
        print(f"{path} does not start", file=sys.stderr)
    print(HELP, file=sys.stderr)
    return 1


def candidates() -> Iterator[str]:
    """Yield paths in order of preference; later ones are installed only when asked for."""
    if named := os.environ.get("NETLEARN_CHROMIUM"):
        yield named
        return
    yield from system()
    yield from playwrights()
    yield from debians()


def system() -> Iterator[str]:
    """Yield the browsers on PATH."""
    yield from filter(None, map(shutil.which, NAMES))


def playwrights() -> Iterator[str]:
    """Yield Playwright's own, installed first if need be."""
    if run(sys.executable, "-m", "playwright", "install", "chromium"):
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def debians() -> Iterator[str]:
    """Yield Debian's package, which only root may install."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "-qq", "update")
        for package in DEBIAN:
            if run("apt-get", "-qq", "install", "-y", "--no-install-recommends", package):
                yield from system()


def run(*command: str) -> bool:
    """Run a command in full view and tell whether it succeeded."""
    print("+", *command, flush=True)
    return subprocess.run(command, check=False).returncode == 0


def starts(path: str) -> bool:
    """Tell whether the browser runs at all; one that lacks a library does not."""
    try:
        subprocess.run([path, "--version"], capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
