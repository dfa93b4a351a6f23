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
    name: Annotated[
        str, typer.Argument(help="An item's slug, or a chapter: its number or name. Left out, all are listed.")
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", help="Do it again whenever something changes.")] = False,
    root: Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)] = Path(),
) -> None:
    """Show an item with its variants, or build one chapter alone, and name the page to open."""
    from netlearn.preview.names import every_name, meant  # only now: the other commands start without all this

    if not name:
        typer.echo(every_name(root))
        return
    if watch:
        _watch(name, root)
    found = meant(root, name)
    if isinstance(found, str):
        from netlearn.preview.chapter import build

        typer.echo(build(root, found, root / _FOLDER))
        return
    from netlearn.preview.item import show, write_page

    show(found, Console())
    typer.echo(write_page(found, root / _FOLDER))


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
