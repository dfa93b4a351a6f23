"""Find the browsers that the tests drive, and write the path of each to .venv/ENGINE-path.

Without a Chromium the tests cannot run: one is installed where none is found.
In order: the one that NETLEARN_CHROMIUM names, the system's, Playwright's own, Debian's package (as root).
Firefox and WebKit are Debian's own builds. With --all, or where CI=true, they too are installed; else only looked for.
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
OTHERS = {"firefox": ("firefox-esr",), "webkit": ("webkit2gtk-driver", "xvfb")}  # packages of Debian
MINI_BROWSER = "*/webkit*gtk-*/MiniBrowser"  # of the GTK that the driver was built for


def main() -> int:
    """Write and print the path of each browser; tell whether there is a Chromium that starts."""
    everything = "--all" in sys.argv or os.environ.get("CI") == "true"
    for engine, packages in OTHERS.items():
        if everything and not find(engine):
            install(*packages)
        note(engine, find(engine))
    for path in candidates():
        if starts(path):
            note("chromium", path)
            return 0
        print(f"{path} does not start", file=sys.stderr)
    print(HELP, file=sys.stderr)
    return 1


def note(engine: str, path: str) -> None:
    """Write and print a path; what is no longer there is forgotten."""
    file = Path(sys.prefix, f"{engine}-path")
    file.unlink(missing_ok=True)
    if path:
        file.write_text(path + "\n", encoding="utf-8")
    print(f"{engine}: {path or 'not here; `make browsers` installs it on Debian, as root'}")


def find(engine: str) -> str:
    """Return the path of Debian's Firefox or WebKit, "" where it, or what drives it, is not here."""
    if engine == "firefox":
        return shutil.which("firefox-esr") or ""
    driven = shutil.which("WebKitWebDriver") and shutil.which("Xvfb")
    return str(next(Path("/usr/lib").glob(MINI_BROWSER), "")) if driven else ""


def candidates() -> Iterator[str]:
    """Yield Chromiums in order of preference; later ones are installed only when asked for."""
    if named := os.environ.get("NETLEARN_CHROMIUM"):
        yield named
        return
    yield from system()
    yield from playwrights()
    yield from debians()


def system() -> Iterator[str]:
    """Yield the Chromiums on PATH."""
    yield from filter(None, map(shutil.which, NAMES))


def playwrights() -> Iterator[str]:
    """Yield Playwright's own, installed first if need be."""
    if run(sys.executable, "-m", "playwright", "install", "chromium"):
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def debians() -> Iterator[str]:
    """Yield Debian's packages of Chromium."""
    for package in DEBIAN:
        if install(package):
            yield from system()


def install(*packages: str) -> bool:
    """Install packages of Debian, which only root may; tell whether that was done."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"{' and '.join(packages)}: only root can install this, and only on Debian or a system like it.")
        return False
    # where the lists cannot be fetched, those that are here may do
    return run("apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages) or (
        run("apt-get", "-qq", "update") and run("apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages)
    )


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
