"""The ``netlearn exercises`` commands."""

from pathlib import Path
from typing import Annotated

import typer

from netlearn.errors import NetlearnError
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
    secret: Annotated[Path, typer.Option(help="A file with the course's secret.", dir_okay=False, exists=True)],
    course: Annotated[str, typer.Option(help="The name of the course.")],
    out: Annotated[Path, typer.Option(help="Where to write; one folder for each learner.")] = Path("release"),
    root: Root = _EXERCISES,
    learners: Annotated[
        Path | None, typer.Option(help="The class list: a learner a line.", dir_okay=False, exists=True)
    ] = None,
    late: Annotated[list[str] | None, typer.Option(help="One learner more, by id; the others' are left alone.")] = None,
    assessed: Annotated[bool, typer.Option("--assessed", help="No key, no verdict, a number of attempts.")] = False,
    attempts: Annotated[
        int, typer.Option(min=1, help="How often a question may be answered where it is assessed.")
    ] = 1,
    hand_in: Annotated[str, typer.Option(help="A sentence in each notebook: how this class hands in.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Write over work that is there.")] = False,
) -> None:
    """Write each learner a notebook of their own, with the variants that `netlearn grade --secret` expects."""
    from netlearn.handout import copies
    from netlearn.handout.roster import read_roster

    names = list(late or ([each.id for each in read_roster(learners)] if learners else ()))
    if not names:
        raise NetlearnError("--learners: there is none; accepted: a class list with a learner, or --late ID")
    asked = copies.Handout(attempts if assessed else 0, hand_in)
    made, left = copies.write_release(root, chapter, names, secret.read_bytes(), course, out, asked, replace=replace)
    for item in copies.left_out(root, chapter) if assessed else ():
        typer.echo(f"left out, since it cannot be asked without its key: {item}")
    for path in left:
        typer.echo(f"left alone, since it differs from what would be written: {path}")
    typer.echo(f"{len(made)} notebooks in {out}")
