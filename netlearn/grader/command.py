"""``netlearn grade``: grade a folder of notebooks."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netlearn.errors import InputError, NetlearnError

if TYPE_CHECKING:
    from netlearn.grader.grade_run import Regraded
    from netlearn.grader.grading import Settings
    from netlearn.grader.record import Record

__all__ = ["grade_command"]

Submissions = Annotated[
    Path, typer.Argument(help="A folder of notebooks, or of one folder for each learner; or a zip of it.")
]
Out = Annotated[Path, typer.Option(help="The spreadsheet to write; everything else goes into a folder beside it.")]
_LONGEST = 3600.0  # seconds that one task may take


def grade_command(
    submissions: Submissions,
    out: Out = Path("grades.csv"),
    exercises: Annotated[Path, typer.Option(help="The exercises with their answers.")] = Path("exercises"),
    roster: Annotated[Path | None, typer.Option(help="The class list: says who is missing.")] = None,
    workers: Annotated[int, typer.Option(help="Processes; 0 for one for each processor.")] = 0,
    seconds: Annotated[float, typer.Option(help="The time that one code task may take.")] = 10,
    secret: Annotated[Path | None, typer.Option(help="A file with the course's secret, which makes the seeds.")] = None,
    still_open: Annotated[list[str] | None, typer.Option("--open", help="An item still open: no feedback yet.")] = None,
    book: Annotated[str, typer.Option(help="The course's address, to which feedback links its evidence.")] = "",
    trust: Annotated[bool, typer.Option("--trust", help="Run code even where nothing keeps it apart.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Grade all anew; the journal of before is kept.")] = False,
    regrade: Annotated[bool, typer.Option("--again", help="Grade stored answers again; run no code.")] = False,
    dask: Annotated[str, typer.Option(help="The address of a Dask scheduler to grade on.")] = "",
) -> None:
    """Grade a class's notebooks, each learner's code kept apart; a run that was stopped goes on where it was.

    Exit 1 where nobody, or fewer than half, could be graded as themselves.
    """
    _check_values(out, workers, seconds, restart and regrade)

    from netlearn.grader import grade_run, summing_up  # only now: the other commands start without all this
    from netlearn.handout.roster import read_roster
    from netlearn.words import say

    enrolled = read_roster(roster) if roster else ()
    settings = grade_run.settings_for(submissions, exercises, seconds, secret, trust)
    grade_run.check_open(settings.bank, still_open or [])
    folder = out.with_suffix("")
    if regrade:
        records = _graded_again(grade_run.grade_again(folder, settings))
    else:
        records = grade_run.grade_folder(folder, settings, workers, dask, restart)
    if enrolled:
        found = summing_up.attributed(records, enrolled)
        records = found.records
        _say("handed in nothing", [f"{each.id} {each.name}".strip() for each in found.missing])
        _say("not on the class list", found.strangers)
    grade_run.write_all(out, folder, records, settings.bank, still_open or [], book)
    _say("for a person to look at", summing_up.to_look_at(records))
    typer.echo(summing_up.summary(records))
    typer.echo(say("quiz", "formative"))
    typer.echo(f"written: {out}, and in {folder} the answers, the records, the item statistics and feedback for each")
    if summing_up.is_doubtful(records):
        _warn(records, settings)
        raise typer.Exit(1)


def _check_values(out: Path, workers: int, seconds: float, both: bool) -> None:
    """Refuse at once what cannot be meant, before anything is read."""
    if not out.suffix:
        raise NetlearnError(f"out: '{out}' has no suffix; accepted: a file such as grades.csv")
    if out.is_dir() or out.name.startswith("."):
        raise InputError("--out", str(out), "a file such as grades.csv")
    if workers < 0:
        raise InputError("--workers", workers, "0 for one for each processor, or a number from 1")
    if not (math.isfinite(seconds) and 0 < seconds <= _LONGEST):
        raise InputError("--seconds", seconds, f"more than 0 and at most {_LONGEST:g}")
    if both:
        raise NetlearnError("--restart and --again: only one of them can be meant; accepted: --again runs no code")


def _graded_again(done: "Regraded") -> "Sequence[Record]":
    for learner, _, before, now in done.changes:
        typer.echo(_clean(f"{learner}: {before:g} -> {now:g}"))
    _say("no longer in the folder, and left out", done.removed)
    _say("not graded yet; run without --again", done.ungraded)
    return done.records


def _say(heading: str, lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(f"{heading}: {_clean(line)}")


def _clean(text: str) -> str:
    from netlearn.grader.outputs import harmless

    return harmless.text(" ".join(text.splitlines()))


def _warn(records: "Sequence[Record]", settings: "Settings") -> None:
    hint = "" if settings.secret else " Were the notebooks released with a secret? Then --secret is missing."
    typer.echo(
        f"MOST OF THIS CLASS WAS NOT GRADED AS ITSELF ({len(records)} hand-ins): do not use these marks "
        f"before the reasons above are cleared.{hint}",
        err=True,
    )
