"""``netlearn grade``: grade a folder of notebooks."""

from pathlib import Path
from typing import Annotated

import typer

from netlearn.errors import NetlearnError

__all__ = ["grade_command"]

Submissions = Annotated[Path, typer.Argument(help="A folder of notebooks, or of one folder for each learner.")]
Out = Annotated[Path, typer.Option(help="The spreadsheet to write; everything else goes into a folder beside it.")]


def grade_command(
    submissions: Submissions,
    out: Out = Path("grades.csv"),
    exercises: Annotated[Path, typer.Option(help="The exercises with their answers.")] = Path("exercises"),
    workers: Annotated[int, typer.Option(help="Processes; 0 for one for each processor.")] = 0,
    seconds: Annotated[float, typer.Option(help="The time that one code task may take.")] = 10,
    secret: Annotated[Path | None, typer.Option(help="A file with the course's secret, which makes the seeds.")] = None,
    still_open: Annotated[list[str] | None, typer.Option("--open", help="An item still open: no feedback yet.")] = None,
    trust: Annotated[bool, typer.Option("--trust", help="Run code even where nothing keeps it apart.")] = False,
    regrade: Annotated[bool, typer.Option("--again", help="Grade stored answers again; run no code.")] = False,
    dask: Annotated[str, typer.Option(help="The address of a Dask scheduler to grade on.")] = "",
) -> None:
    """Grade a class's notebooks, each learner's code kept apart; a run that was stopped goes on where it was."""
    from netlearn.grader import grade_run  # only now: the other commands start without all this

    if not out.suffix:
        raise NetlearnError(f"out: '{out}' has no suffix; accepted: a file such as grades.csv")
    settings = grade_run.settings_for(submissions, exercises, seconds, secret, trust)
    grade_run.check_open(settings.bank, still_open or [])
    folder = out.with_suffix("")
    changes: list[grade_run.Change] = []
    if regrade:
        records, changes = grade_run.grade_again(folder, settings)
    else:
        records = grade_run.grade_folder(folder, settings, workers, dask)
    grade_run.write_all(out, folder, records, settings.bank, still_open or [])
    for learner, _, before, now in changes:
        typer.echo(f"{learner}: {before:g} -> {now:g}")
    typer.echo(grade_run.summary(records))
