"""The ``netlearn notebooks`` commands."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from netlearn.errors import NetlearnError

app = typer.Typer(help="Execute the chapters.", no_args_is_help=True)

Root = Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)]


@app.callback()
def main() -> None:
    """Execute the chapters."""


@app.command()
def run(
    root: Root = Path(),
    every: Annotated[bool, typer.Option("--all", help="Execute the fresh ones too.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Execute nothing; fail when a chapter is stale.")] = False,
) -> None:
    """Execute the chapters whose code, knowledge or cells have changed since they were last executed."""
    # only now: nbclient takes 30 MB and half a second, and the workers of other commands would load it too
    from netlearn.site import notebooks

    console = Console(stderr=True)
    try:
        with _progress(console) as progress:
            task = progress.add_task("chapters", total=len(notebooks.find(root)))
            executed = notebooks.run(root, every=every, check=check, done=lambda path: progress.advance(task))
    except NetlearnError as error:
        console.print(f"[red]{error}")
        raise typer.Exit(1) from None
    console.print(f"{len(executed)} of {len(notebooks.find(root))} chapters executed; the others were fresh.")


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    )
