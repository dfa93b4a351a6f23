"""The ``netlearn notebooks`` commands."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from netlearn.errors import NetlearnError
from netlearn.terminal import OneLineGroup

app = typer.Typer(cls=OneLineGroup, help="Execute the chapters.", no_args_is_help=True)

Root = Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)]


Every = Annotated[bool, typer.Option("--all", help="Execute those too that have not changed since they were in order.")]


@app.command("run")
def run_command(root: Root = Path(), every: Every = False) -> None:
    """Execute the chapters that may have changed, and write their outputs."""
    _run(root, every, write=True)


@app.command("check")
def check_command(root: Root = Path(), every: Every = False) -> None:
    """Execute the chapters that may have changed; fail where a committed output is not what comes of it."""
    _run(root, every, write=False)


def _run(root: Path, every: bool, write: bool) -> None:
    # only now: nbclient takes 30 MB and half a second, and the workers of other commands would load it too
    from netlearn.site import notebooks

    console = Console(stderr=True)
    try:
        with _progress(console) as progress:
            task = progress.add_task("chapters", total=len(notebooks.find(root)))
            executed = notebooks.run(root, every=every, write=write, done=lambda path: progress.advance(task))
    except NetlearnError as error:
        console.print(f"[red]{escape(str(error))}", soft_wrap=True)
        raise typer.Exit(1) from None
    console.print(f"{len(executed)} of {len(notebooks.find(root))} chapters executed; the others were in order.")


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    )
