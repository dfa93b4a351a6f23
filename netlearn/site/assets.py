"""The files the pages load: the widgets' script and style, the decision tables as data, and Plotly."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

from sphinx.application import Sphinx

from netlearn.decision.export import export
from netlearn.decision.load import EDITIONS, names
from netlearn.errors import NetlearnError
from netlearn.widgets import assets

_STATIC = Path(__file__).parent / "static"
_PLOTLY = Path("node_modules", "plotly.js-basic-dist-min", "plotly-basic.min.js")


def write_assets(app: Sphinx) -> None:
    """Write every asset into the built site's ``_static``."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for name, text in texts():
        path = static / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    copy_plotly(Path(app.srcdir), static)


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and text of each asset that we write ourselves."""
    yield "netlearn.js", assets.page_script()
    yield "netlearn.css", assets.stylesheet() + "\n" + stylesheet()
    yield "filter.js", (_STATIC / "filter.js").read_text(encoding="utf-8")
    for table, exported in exported_tables().items():
        yield f"data/{table}.js", assets.data_script(*exported)


def exported_tables() -> dict[str, list[dict[str, Any]]]:
    """Return every table's export, edition by edition, by the table's name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for edition in EDITIONS:
        for table in names(edition):
            found.setdefault(table, []).append(export(table, edition))
    return found


def stylesheet() -> str:
    """Return the book's own styles, in the order of their names."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(_STATIC.glob("*.css")))


def copy_plotly(root: Path, static: Path) -> None:
    """Copy Plotly from where npm put it; the site loads it only on pages with a figure, and only when it is near."""
    source, target = root / _PLOTLY, static / "vendor" / _PLOTLY.name
    if not source.is_file():
        raise NetlearnError(f"{_PLOTLY}: not installed; run `npm ci` (`make book` does)")
    if not target.is_file() or target.stat().st_size != source.stat().st_size:
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, target)
