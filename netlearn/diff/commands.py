"""The ``netlearn diff`` command."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from netlearn.diff.changes import changes
from netlearn.diff.report import print_changes
from netlearn.diff.revision import KNOWLEDGE, git, knowledge_at
from netlearn.diff.snapshot import snapshots


def diff_command(
    revision: Annotated[str, typer.Argument(help="A git revision to compare with.")] = "HEAD",
    root: Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)] = Path(),
) -> None:
    """Say what the knowledge in the work tree changes against a git revision: answers, facts, what cites them, cases.

    Exit 0 when nothing changed, 1 when something did, 2 when it cannot be told. Nothing is written.
    """
    console = Console(soft_wrap=True)
    top = Path(git(root, "rev-parse", "--show-toplevel").decode().strip())
    with knowledge_at(top, revision) as then:
        before, after = snapshots(then, top / KNOWLEDGE)
    found = changes(before, after)
    if not found:
        console.print(f"The knowledge is as in {revision}.")
        raise typer.Exit(0)
    print_changes(console, found, before, after, top)
    raise typer.Exit(1)
