"""``netlearn check``."""

from pathlib import Path
from typing import Annotated

import typer

from netlearn.errors import NetlearnError

__all__ = ["check_command"]


def check_command(
    files: Annotated[list[Path] | None, typer.Argument(help="Report on these files only.")] = None,
    root: Annotated[Path, typer.Option(help="The course's folder.")] = Path(),
) -> None:
    """Check all knowledge, exercises and chapters. One line for each fault and exit 1; exit 0 when there is none."""
    from netlearn import checks, knowledge  # only now: the other commands start without all this
    from netlearn.checks.course import KNOWLEDGE, knowledge_folder
    from netlearn.checks.course import files as every_file

    for path in files or ():
        _accept(path.is_file(), f"{path}: there is no such file")
    folder = (root / KNOWLEDGE).resolve()
    _accept(folder.is_dir(), f"{root}: is no course's folder; accepted: one that holds {KNOWLEDGE}")
    if folder != knowledge_folder().resolve():
        knowledge.read_from(folder)
    found = [fault for fault in checks.every_fault() if not files or _concerns(fault.file, files)]
    for fault in found:
        typer.echo(str(fault))
    if found:
        raise typer.Exit(1)
    typer.echo(f"{len(files or every_file())} files, no fault")


def _concerns(file: str, asked: list[Path]) -> bool:
    """Whether a fault's file, named from the knowledge's, the exercises' or the course's folder, is one of those."""
    return any(f"/{path.resolve().as_posix()}".endswith(f"/{file}") for path in asked)


def _accept(good: bool, otherwise: str) -> None:
    if not good:
        raise NetlearnError(otherwise)
