"""What the theme is told: our templates, the scripts and styles a page keeps, its edition and its class."""

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config



_HERE = Path(__file__).parent
_TOP_LINKS = (
    ("book/evidence", "Evidence"),
    ("book/errata", "Errata"),
    ("book/updates", "Since the review"),
)
_EDITION = "review-2012, with 2026"
# The theme's own script would drop the keyboard's focus after each click in the top bar.
_UNWANTED = ("sphinx-book-theme.js", "sphinx-thebe", "thebe", "copybutton", "togglebutton")


def use_templates(app: Sphinx, config: Config) -> None:
    """Look for templates in ``netlearn/site/templates`` before the theme's own."""
    config.templates_path.insert(0, str(_HERE / "templates"))


def fill_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Give a page its class, edition and top bar, and drop the scripts and styles it has no use for."""
    chapter = chapter_metadata(app, page)
    context["page_class"] = "nl-page-" + page_kind(app, page)
    context["page_edition"] = edition_words(chapter.get("edition", _EDITION))
    context["page_reviewed"] = date_words(chapter.get("reviewed", ""))
    context["course_version"] = version("netlearn")
    context["top_links"] = [link for link in _TOP_LINKS if link[0] in app.env.found_docs]
    for kind in ("script_files", "css_files"):
        context[kind][:] = [file for file in context[kind] if not is_unwanted(file)]


def page_kind(app: Sphinx, page: str) -> str:
    """Tell a page's kind, which its styles hang on: front, chapter, reference or, for the search, other."""
    if page == app.config.root_doc:
        return "front"
    if chapter_metadata(app, page):
        return "chapter"
    return "reference" if page in app.env.found_docs else "other"


def is_unwanted(file: object) -> bool:
    """Tell whether a script or style is one the course does without.

    >>> is_unwanted("_static/scripts/sphinx-book-theme.js"), is_unwanted("_static/doctools.js")
    (True, False)
    """
    name = str(getattr(file, "filename", file) or getattr(file, "attributes", {}).get("body", ""))
    return any(word in name for word in _UNWANTED)


def edition_words(edition: str) -> str:
    """Write an edition for a reader.

    >>> edition_words("review-2012, with 2026")
    'review 2012, with 2026'
    """
    return edition.replace("review-", "review ")


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
