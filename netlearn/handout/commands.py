"""The ``netlearn exercises`` commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from netlearn.errors import NetlearnError

__all__ = ["app"]

app = typer.Typer(help="Make learners' notebooks, and keep what is published as it is.", no_args_is_help=True)

Root = Annotated[Path, typer.Option(help="The exercises with their answers.", file_okay=False, exists=True)]
_EXERCISES = Path("exercises")


@app.command("build")
def build_command(root: Root = _EXERCISES) -> None:
    """Write everybody's notebook of each chapter anew, where its sources have changed."""
    from netlearn.handout import copies  # only now: the other commands start without all this

    changed = _refusing(lambda: copies.build(root))
    typer.echo("\n".join(path.name for path in changed) or "nothing has changed")


@app.command("check")
def check_command(root: Root = _EXERCISES) -> None:
    """Fail where a notebook is not what its sources make, or where a published item was edited."""
    from netlearn.handout import copies
    from netlearn.items.published import check_published

    _refusing(lambda: check_published(root))
    _refusing(lambda: copies.check(root))
    typer.echo("the notebooks and all that is published are in order")


@app.command("publish")
def publish_command(root: Root = _EXERCISES) -> None:
    """Put newly published items and tasks on record; from then on they are superseded, never edited."""
    from netlearn.items.published import publish

    added = _refusing(lambda: publish(root))
    typer.echo("\n".join(added) or "nothing new")


@app.command("release")
def release_command(
    chapter: Annotated[str, typer.Argument(help="A chapter, such as 02-significance.")],
    learners: Annotated[Path, typer.Option(help="A file with one learner on each line.", dir_okay=False, exists=True)],
    secret: Annotated[Path, typer.Option(help="A file with the course's secret.", dir_okay=False, exists=True)],
    course: Annotated[str, typer.Option(help="The name of the course.")],
    out: Annotated[Path, typer.Option(help="Where to write; one folder for each learner.")] = Path("release"),
    root: Root = _EXERCISES,
) -> None:
    """Write each learner a notebook of their own, with the variants that `netlearn grade --secret` expects."""
    from netlearn.handout import copies

    names = [line.strip() for line in learners.read_text(encoding="utf-8").splitlines() if line.strip()]
    made = _refusing(lambda: copies.write_release(root, chapter, names, secret.read_bytes(), course, out))
    typer.echo(f"{len(made)} notebooks in {out}")


def _refusing(act: Callable[[], Any]) -> Any:
    """Act, and turn a refusal into one line and exit 2."""
    try:
        return act()
    except (NetlearnError, OSError) as error:
        typer.echo(f"netlearn: {error}", err=True)
        raise typer.Exit(2) from None
