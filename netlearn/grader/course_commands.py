"""What a course needs around grading: gradebook, nbgrader's course folder, and exports to learning systems."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from netlearn.errors import NetlearnError
from netlearn.terminal import text_of

__all__ = ["feedback_command", "gradebook_command", "moodle_command", "qti_command", "release_command"]

Course = Annotated[str, typer.Option(help="nbgrader's name of the course.")]


def gradebook_command(
    records: Annotated[Path, typer.Argument(help="The records.jsonl of a graded class.")],
    db: Annotated[str, typer.Option(help="The gradebook, as an SQLAlchemy URL.")] = "sqlite:///gradebook.db",
    course: Course = "netlearn",
) -> None:
    """Write scores into an nbgrader gradebook; writing again changes only what was graded anew."""
    from netlearn.grader.outputs.gradebook import write_gradebook  # only now: the other commands start without all this
    from netlearn.words import say

    written = write_gradebook(_records(records), db, course)
    for each in written.ungraded:
        typer.echo(f"without a grade, for a person to look at: {each}")
    for each in written.left_out:
        typer.echo(f"left out: {each}")
    typer.echo(f"{written.submissions} submissions are in the gradebook. {say('quiz', 'formative')}")


def feedback_command(
    records: Annotated[Path, typer.Argument(help="The records.jsonl of a graded class; its pages lie beside it.")],
    submitted: Annotated[Path, typer.Option(help="The folder that was graded.")] = Path("submitted"),
    to: Annotated[Path, typer.Option(help="nbgrader's folder of feedback; made when missing.")] = Path("feedback"),
) -> None:
    """Lay learners' pages of feedback out so that nbgrader release_feedback and fetch_feedback carry them."""
    from netlearn.grader.outputs.nbgrader_feedback import write_nbgrader_feedback

    count, left_out = write_nbgrader_feedback(_records(records), records.parent / "feedback", submitted, to)
    for each in left_out:
        typer.echo(f"left out: {each}")
    typer.echo(f"{count} pages in {to}; next: nbgrader release_feedback with the name of the assignment")


def release_command(
    notebooks: Annotated[list[Path], typer.Argument(help="Learners' notebooks, one for each chapter.")],
    to: Annotated[Path, typer.Option(help="nbgrader's course folder; made when missing.")] = Path("course"),
    course: Course = "netlearn",
    exercises: Annotated[Path, typer.Option(help="The exercises with their answers, for grading.")] = Path("exercises"),
) -> None:
    """Lay out a course folder from which nbgrader releases the notebooks, and into which it collects them."""
    from netlearn.grader.outputs.release import write_release

    chapters, left = write_release(to, notebooks, course, exercises)
    for path in left:
        typer.echo(f"left alone, since it differs from what would be written: {path}")
    typer.echo(f"{to}: {', '.join(chapters)}; next: cd {to}, then nbgrader release_assignment {chapters[0]}")


def qti_command(
    chapter: Annotated[str, typer.Argument(help="A chapter: its number or name, such as 3.3 or ablation.")],
    out: Annotated[Path, typer.Argument(help="The zip to write.")],
    exercises: Annotated[Path, typer.Option(help="The exercises with their answers.")] = Path("exercises"),
    variants: Annotated[int, typer.Option(min=1, help="Variants of each item; a learner is given one of them.")] = 4,
) -> None:
    """Write a chapter's choice and numeric items as QTI for a learning management system."""
    from netlearn.grader.outputs.qti import write_qti

    export = write_qti(exercises, chapter, out, variants)
    for item, reason in export.left_out:
        typer.echo(f"left out: {item}: {reason}")
    typer.echo(f"{out}: {len(export.items)} items with {export.questions} variants")


def moodle_command(
    chapter: Annotated[str, typer.Argument(help="A chapter: its number or name, such as 3.3 or ablation.")],
    out: Annotated[Path, typer.Argument(help="The XML to write, for the import into Moodle's question bank.")],
    exercises: Annotated[Path, typer.Option(help="The exercises with their answers.")] = Path("exercises"),
    variants: Annotated[int, typer.Option(min=1, help="Variants of each item, in a category of their own.")] = 4,
) -> None:
    """Write a chapter's items as Moodle XML: choice, numbers with a unit, one order, matching."""
    from netlearn.grader.outputs.moodle import write_moodle

    export = write_moodle(exercises, chapter, out, variants)
    for item, reason in export.left_out:
        typer.echo(f"left out: {item}: {reason}")
    typer.echo(f"{out}: {len(export.items)} items with {export.questions} variants")


def _records(path: Path) -> list[Any]:
    from netlearn.grader.record import Record

    found = []
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        try:
            found.append(Record.from_json(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NetlearnError(
                f"{path}: line {number} is no record; accepted: the records.jsonl that netlearn grade wrote"
            ) from None
    return found
