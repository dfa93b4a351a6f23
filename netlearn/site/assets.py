"""The files the pages load: the widgets' script and style, the decision tables as data, fonts and Plotly."""

from pathlib import Path
from shutil import copyfile
from zlib import crc32

from sphinx.application import Sphinx

from netlearn.errors import NetlearnError
from netlearn.items.item import Json
from netlearn.items.plays import plays
from netlearn.widgets import assets
from netlearn.widgets.page_data import data_scripts
from netlearn.widgets.plays import play_data
from netlearn.widgets.quiz_data import page_pool

# In the order of the cascade: of two rules of equal weight the later one holds.
STYLES = (
    "book-prose.css",
    "book-wide.css",
    "book-top.css",
    "book-sides.css",
    "book.css",
    "chapter.css",
    "crisis.css",
    "due.css",
    "fonts.css",
    "front.css",
    "front-patients.css",
    "front-contents.css",
    "glossary.css",
    "handout.css",
    "reference.css",
    "search.css",
    "chapter-column.css",
    "chapter-notes.css",
    "chapter-patient.css",
    "chapter-questions.css",
    "chapter-practice.css",
    "chapter-then-now.css",
    "chapter-end.css",
    "tables.css",
    "trials.css",
    "cases.css",
    "tools.css",
)
# Scripts that are one file each.
_WHOLE = (
    "cases.js",
    "filter.js",
    "guess.js",
    "handout.js",
    "near.js",
    "page.js",
    "play.js",
    "sheet.js",
    "supply.js",
    "tools.js",
    "trials.js",
)
_STATIC = Path(__file__).parent / "static"
_FONTS = (
    Path("node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2"),
    Path("node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2"),
    Path("node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"),
)
_PLOTLY = Path("node_modules", "plotly.js-basic-dist-min", "plotly-basic.min.js")


def write_assets(app: Sphinx) -> None:
    """Write what every page may need into the built site's ``_static``."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for name, script_of in assets.SCRIPTS.items():
        write(static / name, script_of())
    write(static / "netlearn.css", assets.stylesheet() + "\n" + stylesheet())
    for script in _WHOLE:
        write(static / script, own(script))
    for play in plays().values():
        write(static / "data" / f"play-{play.slug}.js", assets.data_script(play_data(play)))
    write(static / "search.js", own("search-rank.js", "search.js"))
    write(static / "reading.js", own("reading-store.js", "reading.js"))
    write(static / "progress.js", own("reading-store.js", "progress.js"))
    write(static / "due.js", own("reading-store.js", "due.js"))
    for source, folder in ((_PLOTLY, "vendor"), *((font, "fonts") for font in _FONTS)):
        copy_package_file(Path(app.srcdir), source, static / folder)


def write_table(app: Sphinx, table: str) -> str:
    """Write a table in all its editions, or a widget's data, as a script for the pages that need it; return its name.

    The cards of its sources lie beside it in a second script, which a page asks for when the first one is looked at.
    """
    for name, text in data_scripts(table).items():
        write(Path(app.outdir) / "_static" / "data" / name, text)
    return f"data/{table}.js"


def write_pool(app: Sphinx, chapter: str, set: str = "") -> tuple[str, Json]:
    """Write a chapter's pool of questions, or that of one set, as a script; return its name, and the pool."""
    name, pool = f"data/{set or 'quiz'}-{chapter}.js", page_pool(chapter, set=set)
    write(Path(app.outdir) / "_static" / name, assets.data_script(pool))
    return name, pool


def write_cards(app: Sphinx, page: str, cards: Json) -> str:
    """Write the hover cards of a page as a script; return its name."""
    name = f"data/cards/{page}.js"
    write(Path(app.outdir) / "_static" / name, assets.data_script(cards))
    return name


def stamped(app: Sphinx, name: str) -> str:
    """Name a script with a stamp of what is in it, so that no browser keeps an old one."""
    return f"{name}?v={crc32((Path(app.outdir) / '_static' / name).read_bytes()):08x}"


def write(path: Path, text: str) -> None:
    """Write one file, and its folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def own(*names: str) -> str:
    """Return scripts or styles of the site as one text, each script with the words that only it says."""
    return "\n".join(assets.own_words(name) + (_STATIC / name).read_text(encoding="utf-8") for name in names)


def stylesheet() -> str:
    """Return the book's own styles, in the order of the cascade."""
    return own(*STYLES)


def copy_package_file(root: Path, file: Path, folder: Path) -> None:
    """Copy a file from where npm put it: Plotly, which a page loads when a figure is near, or a font."""
    source, target = root / file, folder / file.name
    if not source.is_file():
        raise NetlearnError(f"{file}: not installed; run `npm ci` (`make book` does)")
    if not target.is_file() or target.stat().st_size != source.stat().st_size:
        folder.mkdir(parents=True, exist_ok=True)
        copyfile(source, target)
