"""The command ``netlearn board``: every treatment for one patient, told in a TOML file."""

import json
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from netlearn.clinic.assemblies import pathway
from netlearn.clinic.board import Board
from netlearn.clinic.board_text import DISCLAIMER, HEAD, cells, notes, title
from netlearn.clinic.plan import plan
from netlearn.editions import default_edition, edition_ids
from netlearn.errors import NetlearnError
from netlearn.terminal import text_of

BOTH = "both"


def board_command(
    file: Annotated[Path, typer.Option(help="The patient: a TOML file with a line for each thing known.")],
    edition: Annotated[str, typer.Option(help=f"An edition of the rules, or {BOTH}.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the board as JSON; a list of two for both.")] = False,
) -> None:
    """Every treatment for one patient, in groups: netlearn board --file patient.toml

    The file says what is known, one line each, such as: ki67_percent = 12.
    What is left out is unknown; the board says which answers it leaves open.
    """
    case, editions = _read(file), edition_ids() if edition == BOTH else (edition or default_edition(),)
    boards = [pathway(case, each) for each in editions]
    if as_json:
        plain = [board.to_json() for board in boards]
        typer.echo(json.dumps(plain if edition == BOTH else plain[0], indent=1, ensure_ascii=False))
        return
    for board in boards:
        _print(board)
    typer.echo(DISCLAIMER)


def _read(file: Path) -> dict[str, Any]:
    """What a file says of a patient; decimals exactly as they are written."""
    try:
        return tomllib.loads(text_of(file), parse_float=Fraction)
    except tomllib.TOMLDecodeError as error:
        raise NetlearnError(f"{file}: not valid TOML: {error}") from None


def _print(board: Board) -> None:
    console = Console()
    for note in notes(board):
        console.print(escape(note), highlight=False)
    grid = Grid(*HEAD, title=title(board), box=box.SIMPLE, title_style="bold", pad_edge=False)
    for group, rows in board.groups.items():
        if rows:
            grid.add_row(f"[bold]{escape(plan().labels[group])}[/bold]")
        for row in rows:
            grid.add_row(*map(escape, cells(row)))
        if rows:
            grid.add_section()
    console.print(grid, highlight=False)
