"""The ``netlearn exercises`` commands."""

from pathlib import Path
from typing import Annotated

import typer

from netlearn.terminal import OneLineGroup

__all__ = ["app"]

_HELP = "Make learners' notebooks, and keep what is published as it is."
app = typer.Typer(cls=OneLineGroup, help=_HELP, no_args_is_help=True)

Root = Annotated[Path, typer.Option(help="The exercises with their answers.", file_okay=False, exists=True)]
_EXERCISES = Path("exercises")


@app.command("build")
def build_command(root: Root = _EXERCISES) -> None:
    """Write everybody's notebook of each chapter anew, where its sources have changed."""
    from netlearn.handout import copies  # only now: the other commands start without all this

    changed = copies.build(root)
    typer.echo("\n".join(path.name for path in changed) or "nothing has changed")


@app.command("check")
def check_command(root: Root = _EXERCISES) -> None:
    """Fail where a notebook is not what its sources make, or where a published item was edited."""
    from netlearn.handout import copies
    from netlearn.items.published import check_published

    check_published(root)
    copies.check(root)
    typer.echo("the notebooks and all that is published are in order")


@app.command("publish")
def publish_command(root: Root = _EXERCISES) -> None:
    """Put newly published items and tasks on record; from then on they are superseded, never edited."""
    from netlearn.items.published import publish

    added = publish(root)
    typer.echo("\n".join(added) or "nothing new")


@app.command("release")
def release_command(
    chapter: Annotated[str, typer.Argument(help="A chapter, such as 02-significance.")],
    learners: Annotated[Path, typer.Option(help="The class list: a learner a line.", dir_okay=False, exists=True)],
    secret: Annotated[Path, typer.Option(help="A file with the course's secret.", dir_okay=False, exists=True)],
    course: Annotated[str, typer.Option(help="The name of the course.")],
    out: Annotated[Path, typer.Option(help="Where to write; one folder for each learner.")] = Path("release"),
    root: Root = _EXERCISES,
    replace: Annotated[bool, typer.Option("--replace", help="Write over work that is there.")] = False,
) -> None:
    """Write each learner a notebook of their own, with the variants that `netlearn grade --secret` expects."""
    from netlearn.handout import copies
    from netlearn.handout.roster import read_roster

    names = [each.id for each in read_roster(learners)]
    key = secret.read_bytes()
    made, left = copies.write_release(root, chapter, names, key, course, out, replace=replace)
    for path in left:
        typer.echo(f"left alone, since it differs from what would be written: {path}")
    typer.echo(f"{len(made)} notebooks in {out}")
