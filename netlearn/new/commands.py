"""The ``netlearn new`` commands."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from netlearn.terminal import OneLineGroup

__all__ = ["app"]

app = typer.Typer(cls=OneLineGroup, help="Write the skeleton of something new.", no_args_is_help=True)

Root = Annotated[Path, typer.Option(help="The course's folder.", file_okay=False, exists=True)]
Chapter = Annotated[str, typer.Argument(help="A chapter: its number or name, such as 3.3 or ablation.")]
Slug = Annotated[str, typer.Argument(help="A name of lower-case words joined by hyphens.")]
Objective = Annotated[str, typer.Option(help="An objective of the chapter; its first when left out.")]


@app.command("chapter")
def chapter_command(
    name: Annotated[str, typer.Argument(help="Number and name, such as 03.4-embolisation.")],
    section: Annotated[str, typer.Option(help="The section of the review that it teaches, such as 3.4.")],
    title: Annotated[str, typer.Option(help="Its title.")],
    table: Annotated[str, typer.Option(help="The decision table that its explorer plays with.")] = "grade",
    root: Root = Path(),
) -> None:
    """Write a chapter's notebook, objectives and card, and list it in the contents."""
    from netlearn.new.chapter import new_chapter  # only now: the other commands start without all this

    _say(lambda: new_chapter(root, name, section, title, date.today().isoformat(), table))


@app.command("item")
def item_command(
    chapter: Chapter,
    slug: Slug,
    kind: Annotated[str, typer.Option(help="The kind of question, such as choice.")],
    objective: Objective = "",
    root: Root = Path(),
) -> None:
    """Write a question, as a copy of one of the same kind."""
    from netlearn.new.exercise import new_item

    _say(lambda: [new_item(root, chapter, slug, kind, objective)])


@app.command("task")
def task_command(chapter: Chapter, slug: Slug, objective: Objective = "", root: Root = Path()) -> None:
    """Write a code task, as a copy of another."""
    from netlearn.new.exercise import new_task

    _say(lambda: [new_task(root, chapter, slug, objective)])


@app.command("fact")
def fact_command(
    section: Annotated[str, typer.Argument(help="The section of the review, such as 3.3.")], root: Root = Path()
) -> None:
    """Add a fact with the next free id to its section."""
    from netlearn.new.entry import new_fact

    _say(lambda: [new_fact(root, section)])


@app.command("table")
def table_command(
    name: Slug,
    fact: Annotated[str, typer.Option(help="The fact that its first rule rests on, such as 3.3-29.")],
    edition: Annotated[str, typer.Option(help="The edition of the rules; the newest unless told.")] = "",
    root: Root = Path(),
) -> None:
    """Write a decision table with one rule and one silence."""
    from netlearn.new.entry import new_table

    _say(lambda: [new_table(root, name, edition, fact, f"{date.today():%Y-%m}")])


def _say(act: Callable[[], list[Any]]) -> None:
    """Act, and name the files that were written."""
    typer.echo("\n".join(map(str, act())))
    typer.echo("Now: netlearn check names each line that is still to be written.")
