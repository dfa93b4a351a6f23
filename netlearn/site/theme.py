"""What the theme is told: our templates, a page's class, edition and top bar."""

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from netlearn.editions import edition_entry, edition_ids, editions_read
from netlearn.site import crisis_card
from netlearn.site.template import TEMPLATES, environment

_TOP_LINKS = (
    ("book/evidence", "Evidence"),
    ("book/errata", "Errata"),
    ("book/updates", "Since the review"),
)
# The theme's own script would drop the keyboard's focus after each click in the top bar.
_UNWANTED = ["sphinx-book-theme.js"]
_OPTIONS = "DOCUMENTATION_OPTIONS."
# Only the page of results has a use for these; each would keep a page's text waiting, and its widgets with it.
_FOR_RESULTS = ["documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js"]


def use_templates(app: Sphinx, config: Config) -> None:
    """Look for templates in ``netlearn/site/templates`` before the theme's own."""
    config.templates_path.insert(0, str(TEMPLATES))


def fill_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Give a page its class, edition and top bar, and drop the theme's own script."""
    chapter = chapter_metadata(app, page)
    context["page_class"] = "nl-page-" + page_kind(app, page) + (" nl-second" if chapter.get("standard") == 2 else "")
    context["page_edition"] = edition_words(chapter.get("edition") or editions_read())
    context["page_reviewed"] = date_words(chapter.get("reviewed", ""))
    context["course_version"] = version("netlearn")
    context["crisis_card"] = crisis_card.dialog(app, page)
    context["top_links"] = [link for link in _TOP_LINKS if link[0] in app.env.found_docs]
    results = context["finds_results"] = page == "search"
    context["script_files"][:] = [file for file in context["script_files"] if _is_wanted(file, results)]


def _is_wanted(script: Any, finds_results: bool) -> bool:
    """Tell whether a page keeps one of Sphinx's or the theme's scripts: a file, or a line that sets an option."""
    if _OPTIONS in script.attributes.get("body", ""):
        return finds_results
    return Path(str(script.filename)).name not in (_UNWANTED if finds_results else _UNWANTED + _FOR_RESULTS)


def write_root(app: Sphinx) -> None:
    """Write ``index.html`` beside ``book/``, which leads to the front page at once."""
    config = app.config
    html = environment().get_template("root.html").render(
        title=config.html_title,
        front=f"{config.root_doc}.html",
        edition=edition_words(editions_read()),
        footer=config.html_theme_options["extra_footer"],
    )  # fmt: skip
    (Path(app.outdir) / "index.html").write_text(html, encoding="utf-8")


def page_kind(app: Sphinx, page: str) -> str:
    """Tell a page's kind, which its styles hang on: front, chapter, reference or, for the search, other."""
    if chapter_metadata(app, page):  # also where a preview has it as its only page
        return "chapter"
    if page == app.config.root_doc:
        return "front"
    return "reference" if page in app.env.found_docs else "other"


def edition_words(edition: str) -> str:
    """Write an edition for a reader.

    >>> edition_words("review-2012, with 2026")
    'review 2012, with 2026'
    """
    for id in edition_ids():
        edition = edition.replace(id, edition_entry(id).title)
    return edition


def date_words(month: str) -> str:
    """Write a month for a reader; an empty one stays empty.

    >>> date_words("2026-11")
    'November 2026'
    """
    names = "January February March April May June July August September October November December"
    return f"{names.split()[int(month[5:7]) - 1]} {month[:4]}" if month else ""


def chapter_metadata(app: Sphinx, page: str) -> dict[str, Any]:
    """Return what a chapter's notebook says of itself, or nothing for any other page."""
    if page not in app.env.found_docs:
        return {}
    path = Path(app.env.doc2path(page))
    return _notebook_metadata(path, path.stat().st_mtime_ns) if path.suffix == ".ipynb" else {}


@cache
def _notebook_metadata(path: Path, changed: int) -> dict[str, Any]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    metadata: dict[str, Any] = notebook["metadata"].get("netlearn", {})
    return metadata
