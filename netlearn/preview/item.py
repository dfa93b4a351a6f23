"""An item as its readers meet it: all variants on the terminal, and a page that answers with the page's own scripts."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from netlearn.items import pool
from netlearn.items.grading import grade, right_answer
from netlearn.items.item import Item
from netlearn.items.kinds import kinds
from netlearn.items.variant import Variant
from netlearn.markup import Html
from netlearn.widgets import assets
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import SEEDS, quiz_data, tables

_PAGE = Html("""<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css">
{scripts}<script defer src="_static/{slug}.js"></script>
<style>body {{ margin: 0 auto; max-width: 50rem; padding: 16px; background: var(--nl-paper) }}</style></head>
<body><main><h1>{title}</h1>{quiz}</main></body></html>
""")
_SCRIPT = Html('<script defer src="_static/{}"></script>\n')


def show(item: Item, console: Console) -> None:
    """Print each variant: what is asked, its right answer and what that is told."""
    console.print(Text(f"{item.key}  {item.kind}, {item.status}, objective {item.objective}", "bold"))
    for variant in pool(item, SEEDS):
        console.print(Panel(Group(*_variant(variant)), title=f"variant {variant.seed}", title_align="left"))


def _variant(variant: Variant) -> Iterator[RenderableType]:
    kind, answer = kinds()[variant.kind], right_answer(variant)
    yield Text(variant.stem)
    if listed := [*variant.given, *([] if kind.is_running else kind.offered(variant))]:
        yield Text("\n".join(f"- {text}" for text in listed))
    if kind.is_running:
        yield Text("".join(kind.offered(variant)), "italic")
    yield Text(f"Right: {kind.words(variant, answer)}", "green")
    told = grade(variant, answer)
    yield from (Text(text) for text in told.feedback)
    if sources := [*told.evidence, *told.errata]:
        yield Text(f"Evidence: {', '.join(sources)}", "dim")


def write_page(item: Item, folder: Path) -> Path:
    """Write the item as it stands on its chapter's page, with the page's own scripts, and return the file."""
    data = quiz_data(item.chapter, [item])
    pool_of_page = {"table": f"quiz:{item.chapter}", "edition": "", **data}
    scripts = ("netlearn.js", "answers.js", "quiz.js", *data["scripts"])
    files = {
        "_static/netlearn.css": assets.stylesheet(),
        **{f"_static/{name}": assets.SCRIPTS[name]() for name in scripts},
        f"_static/{item.slug}.js": assets.data_script(*tables(data), pool_of_page),
        f"{item.slug}.html": _PAGE.format(
            title=item.title, slug=item.slug, scripts=_SCRIPT.each(scripts), quiz=quiz_html(data)
        ),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / f"{item.slug}.html"
