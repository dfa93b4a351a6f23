"""``netlearn preview``."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

__all__ = ["preview_command", "times"]

_FOLDER = Path("_build", "preview")
_READ = ("netlearn", "chapters", "exercises", "book")
_SUFFIXES = {".py", ".toml", ".js", ".css", ".svg", ".html", ".ipynb", ".md", ".bib"}
_PAUSE = 0.5  # seconds between two looks


def preview_command(
    name: Annotated[str, typer.Argument(help="An item's slug, or a chapter such as 02-significance.")],
    watch: Annotated[bool, typer.Option("--watch", help="Do it again whenever something changes.")] = False,
    root: Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)] = Path(),
) -> None:
    """Show an item with its variants, or build one chapter alone, and name the page to open."""
    if watch:
        _watch(name, root)
    if (root / "chapters" / f"{name}.ipynb").is_file():
        from netlearn.preview.chapter import build  # only now: the other commands start without all this

        typer.echo(build(root, name, root / _FOLDER))
        return
    from netlearn.preview.item import find, show, write_page

    item = find(root / "exercises", name)
    show(item, Console())
    typer.echo(write_page(item, root / _FOLDER))


def _watch(name: str, root: Path) -> None:
    """Preview in a process of its own, for each reads the knowledge once, and again after a change; Ctrl-C ends it."""
    seen: dict[Path, int] = {}
    while True:
        if (now := times(root)) != seen:
            seen = now
            code = "from netlearn.cli import app; app()"
            subprocess.run([sys.executable, "-c", code, "preview", name, "--root", str(root)], check=False)
            typer.echo("Waiting for a change; Ctrl-C ends it.")
        time.sleep(_PAUSE)


def times(root: Path) -> dict[Path, int]:
    """When each source of the course was last changed."""
    paths = (path for folder in _READ for path in (root / folder).rglob("*") if path.suffix in _SUFFIXES)
    return {path: path.stat().st_mtime_ns for path in paths if path.is_file()}
