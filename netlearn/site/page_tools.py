"""What stands at the end of every page: open it live, report an error, cite this page, and the keys."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml
from attrs import frozen
from sphinx.application import Sphinx

from netlearn.checks.chapters import chapters
from netlearn.errors import KnowledgeError
from netlearn.site import cases_page, theme

CITATION = "CITATION.cff"
CHAPTERS = "chapters/"
_WEB = ("https://", "http://")
_SCHEMES = ("mailto:", *_WEB)
_FACT = "{fact}"  # filled in by the page's script: what was looked at last
_PLACES = ("{page}", "{edition}", "{version}", _FACT)


@frozen
class PageCitation:
    """How a page is cited: as a sentence, and for BibTeX."""

    text: str
    bibtex: str


def fill_context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Give a page of the course its citation and the address of a report; the search page has neither."""
    known = page in app.env.found_docs
    context["citation"] = _cite(app, page, context) if known else None
    context["report"] = _report(app, page, context) if known else ""
    there = cases_page.PAGE in app.env.found_docs  # a preview has no other page
    context["play"] = cases_page.after(theme.chapter_metadata(app, page).get("section", "")) if there else None
    context["live"] = live_address(app.config.netlearn_binder, page)


def live_address(binder: str, page: str) -> str:
    """The address that opens a chapter in JupyterLab on a BinderHub; "" for other pages and where none is configured.

    ``binder`` is the address of the course there. Raises KnowledgeError.

    >>> live_address("https://hub.example.org/v2/gh/team/course/main", "chapters/02-significance")
    'https://hub.example.org/v2/gh/team/course/main?urlpath=lab/tree/chapters/02-significance.ipynb'
    """
    if binder and not binder.startswith(_WEB):
        raise KnowledgeError(f"_config.yml: netlearn_binder is {binder!r}; accepted: {', '.join(_WEB)} …, or nothing")
    chapter = page.startswith(CHAPTERS)
    return f"{binder.rstrip('/')}?urlpath={quote(f'lab/tree/{page}.ipynb')}" if binder and chapter else ""


def report_address(template: str, page: str, edition: str, version: str) -> str:
    """The address of a report, with ``{fact}`` still open; "" where none is configured. Raises KnowledgeError.

    >>> report_address("mailto:a@example.org?subject={page}%20{fact}", "book/due", "review 2012", "0.1.0")
    'mailto:a@example.org?subject=book%2Fdue%20{fact}'
    """
    if template and not template.startswith(_SCHEMES):
        raise KnowledgeError(
            f"_config.yml: netlearn_report is {template!r}; accepted: {', '.join(_SCHEMES)} …, or nothing"
        )
    for place, value in zip(_PLACES, (page, edition, version), strict=False):
        template = template.replace(place, quote(value, safe=""))
    return template


def citation(about: dict[str, Any], title: str, edition: str, month: str, name: str, address: str) -> PageCitation:
    """How one page is cited; ``about`` is what CITATION.cff says, ``month`` such as "2026-11", ``address`` may be "".

    >>> about = {"title": "A course", "version": "0.1.0", "authors": [{"name": "The authors"}]}
    >>> citation(about, "Ablation", "review 2012", "2026-11", "03.3-ablation", "").text
    'The authors. “Ablation”. In: A course, version 0.1.0. Edition review 2012, last reviewed November 2026.'
    """
    authors = [_author(each) for each in about["authors"]]
    said = f"edition {edition}, last reviewed {theme.date_words(month)}"
    place = f" {address}" if address else ""
    course = f"In: {about['title']}, version {about['version']}"
    text = f"{', '.join(authors)}. “{title}”. {course}. {said[0].upper()}{said[1:]}.{place}"
    fields = {
        "author": " and ".join(f"{{{author}}}" for author in authors),
        "title": title,
        "howpublished": f"In: {about['title']}",
        "year": month[:4],
        "month": theme.date_words(month)[:3].lower(),
        "note": f"Version {about['version']}; {said}",
        "url": address,
    }
    lines = [f"  {key} = {_braced(key, value)}," for key, value in fields.items() if value]
    return PageCitation(text, "\n".join((f"@misc{{netlearn-{name.replace('.', '-')},", *lines, "}")))


def _braced(key: str, value: str) -> str:
    return value if key == "month" else f"{{{value}}}"


def _author(author: dict[str, str]) -> str:
    return author.get("name") or f"{author['given-names']} {author['family-names']}"


def _cite(app: Sphinx, page: str, context: dict[str, Any]) -> PageCitation:
    root = Path(app.srcdir)
    month = theme.chapter_metadata(app, page).get("reviewed") or _newest(root)
    base = str(app.config.netlearn_address).rstrip("/")
    address = f"{base}/{page}.html" if base else ""
    title = app.env.titles[page].astext()
    return citation(_about(root), title, context["page_edition"], month, page.rpartition("/")[2], address)


def _report(app: Sphinx, page: str, context: dict[str, Any]) -> str:
    return report_address(app.config.netlearn_report, page, context["page_edition"], context["course_version"])


@cache
def _about(root: Path) -> dict[str, Any]:
    """What CITATION.cff says of the course."""
    found: dict[str, Any] = yaml.safe_load((root / CITATION).read_text(encoding="utf-8"))
    return found


@cache
def _newest(root: Path) -> str:
    """The month in which a chapter was reviewed last: the date of every page that has none of its own."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in chapters(root))
    return max(str(notebook["metadata"]["netlearn"]["reviewed"]) for notebook in read)
