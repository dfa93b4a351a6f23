"""The commands: ``netlearn check``, ``prove``, ``decide``, ``diff``, ``notebooks``."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table as Grid

from netlearn import knowledge
from netlearn.board_command import board_command
from netlearn.checks.command import check_command
from netlearn.decision import Decision, Proof, decide, load, names, prove
from netlearn.decision.case import keywords
from netlearn.decision.dmn import write_dmn
from netlearn.decision.inputs import Input
from netlearn.diff.commands import diff_command
from netlearn.editions import default_edition, edition_ids, read_editions
from netlearn.errors import InputError, NetlearnError
from netlearn.grader.command import grade_command
from netlearn.grader.course_commands import (
    feedback_command,
    gradebook_command,
    moodle_command,
    qti_command,
    release_command,
)
from netlearn.handout.commands import app as exercises
from netlearn.naming import known
from netlearn.new.commands import app as new
from netlearn.preview.command import preview_command
from netlearn.site.commands import app as notebooks
from netlearn.terminal import OneLineGroup

app = typer.Typer(
    cls=OneLineGroup, no_args_is_help=True, add_completion=False, help="The netlearn course from the command line."
)
app.add_typer(notebooks, name="notebooks")
app.add_typer(exercises, name="exercises")
app.add_typer(new, name="new")
app.command("board")(board_command)
app.command("check")(check_command)
app.command("diff")(diff_command)
app.command("grade")(grade_command)
app.command("gradebook")(gradebook_command)
app.command("moodle")(moodle_command)
app.command("nbgrader-feedback")(feedback_command)
app.command("nbgrader-release")(release_command)
app.command("preview")(preview_command)
app.command("qti")(qti_command)


def _edition_help() -> str:
    """Which editions there are, from the package's own list; nothing is kept, so other knowledge may still be named."""
    try:
        listed = read_editions(knowledge.root())
    except NetlearnError as wrong:  # said by the command, not by its help
        return f"The edition of the rules. {wrong}"
    words = (f"{one.id} (unless told)" if one.default else one.id for one in listed)
    return f"The edition of the rules: {' or '.join(words)}."


Edition = Annotated[str, typer.Option(help=_edition_help(), show_default=False)]


@app.command("prove")
def prove_command(
    table: Annotated[str, typer.Argument(help="A table; all of them when left out.")] = "",
    edition: Annotated[str, typer.Option(help="An edition; all of them when left out.")] = "",
) -> None:
    """Prove tables: every region decided, declared silent or declared in conflict. Exit 1 if one is not."""
    editions = (edition,) if edition else edition_ids()
    if table:
        there = sorted({name for e in editions for name in names(e)})
        known("table", table, there, f"netlearn decide --edition {editions[-1]}")
    proofs = [prove(t, e) for e in editions for t in names(e) if table in ("", t)]
    grid = Grid("table", "edition", "rules", "regions", "boundaries", "silences", "conflicts", "proof")
    for p in proofs:
        counts = (p.rules, p.regions, len(p.boundaries), len(p.declared_silences), len(p.declared_conflicts))
        grid.add_row(p.table, p.edition, *map(str, counts), "holds" if p.ok else "FAILS")
    Console().print(grid)
    for p in proofs:
        _print_defects(p)
    raise typer.Exit(0 if all(p.ok for p in proofs) else 1)


def _print_defects(proof: Proof) -> None:
    for kind in ("gaps", "conflicts", "false_silences", "unreachable", "unsourced", "contradicted"):
        for defect in getattr(proof, kind):
            typer.echo(f"{proof.table} {proof.edition}: {kind}: {defect}")


@app.command("decide", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def decide_command(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="The table to decide by. Left out, all are listed.")] = "",
    edition: Edition = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON.")] = False,
    inputs: Annotated[bool, typer.Option("--inputs", help="List what the table asks, and decide nothing.")] = False,
) -> None:
    """Decide a case: netlearn decide grade --ki67-percent 20.1

    Each input is an option of its own name; what is left out is unknown.
    A liver map is written --lesions-by-segment VI=dominant,II=small
    """
    edition = edition or default_edition()
    if not table or inputs:
        typer.echo("\n".join(_asked(table, edition) if table else _tables(edition)))
        return
    known("table", table, names(edition), f"netlearn decide --edition {edition}")
    given = _given(table, edition, context.args)
    decision = decide(table, edition, **given)
    if as_json:
        typer.echo(json.dumps(decision.to_json(), indent=1, ensure_ascii=False))
    else:
        _print_decision(decision)


def _tables(edition: str) -> list[str]:
    """Each table with its question."""
    return [f"{name}: {load(name, edition).question}" for name in names(edition)]


def _asked(table: str, edition: str) -> list[str]:
    """Each input as its option, with what it accepts."""
    known("table", table, names(edition), f"netlearn decide --edition {edition}")
    return [f"{_option(i.name)}: {i.label}: {_accepted(i)}" for i in load(table, edition).inputs]


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _accepted(asked: Input) -> str:
    return "yes, no or unknown" if asked.kind == "boolean" else asked.accepted


def _given(table: str, edition: str, args: list[str]) -> dict[str, Any]:
    if len(args) % 2 or not all(a.startswith("--") for a in args[::2]):
        raise NetlearnError(f"{' '.join(args)!r} is not accepted; accepted: pairs such as --ki67-percent 20.1")
    pairs: dict[str, str] = {}
    asked = keywords(load(table, edition))
    for option, text in zip(args[::2], args[1::2], strict=True):
        name = option.removeprefix("--").replace("-", "_")
        if name in pairs:
            raise InputError(name, f"{pairs[name]}, {text}", "one value, given once")
        known("option", _option(name), list(map(_option, asked)), f"netlearn decide {table} --inputs")
        pairs[name] = text
    return {name: _value(text) for name, text in pairs.items()}


def _value(text: str) -> Any:
    """Text as an input means it: yes and no, else the text itself."""
    words = {"yes": True, "true": True, "no": False, "false": False, "unknown": None}
    return words.get(text.lower(), text)


def _print_decision(decision: Decision) -> None:
    answer = decision.verdict or " or ".join(decision.possible) or "no rule of this edition covers the case"
    typer.echo(f"{decision.table}, {decision.edition}: {decision.status}: {answer}")
    typer.echo(decision.because)
    if decision.evidence:
        typer.echo(f"Evidence: {', '.join(decision.evidence)}")
    for caution in decision.cautions:
        typer.echo(f"Caution (risk {caution.risk}), {caution.id}: {caution.title}. {caution.text}")
    for flip in decision.flips():
        to = flip.verdict or (f"{flip.status}: {' or '.join(flip.possible)}" if flip.possible else flip.status)
        typer.echo(f"{flip.input} {flip.to} -> {to}")
    typer.echo("Education, not medical advice.")


@app.command("dmn")
def dmn_command(folder: Annotated[Path, typer.Argument(help="Where to write; made when missing.")]) -> None:
    """Write every table of every edition as DMN 1.3: netlearn dmn OUT"""
    typer.echo(f"{len(write_dmn(folder))} files in {folder}")
