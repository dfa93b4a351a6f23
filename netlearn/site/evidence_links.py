"""The Sphinx side of :mod:`netlearn.links`: Markdown links become the page's evidence links."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from netlearn import evidence, links
from netlearn.checked import level
from netlearn.markup import Html
from netlearn.site.references import references
from netlearn.widgets import address

BOOK = "book/"
_SETS = re.compile(r"(?:case|set)=")
_LOGGER = logging.getLogger(__name__)
_SOURCE_HREF = re.compile(r'href="([^":#]+)\.(md|ipynb)((?:#[^"]*)?)"')


class evidence_link(nodes.Inline, nodes.TextElement):  # type: ignore[misc]  # docutils has no types
    """A link to an entry of the knowledge or to a term, or to a reference when ``entry`` is empty."""


class EvidenceLinks(SphinxPostTransform):
    """Turn links to the evidence into :class:`evidence_link`; a wrong one is a warning, so an error."""

    default_priority = 8  # before MyST looks for the anchors among the headings, at 9

    def run(self, **kwargs: Any) -> None:
        """Replace every such link of one page, and each that sets a widget."""
        for link in list(self.document.findall(pending_xref)):
            if setting := _setting(link):
                self._set(link, *setting)
                continue
            anchor = link.get("reftargetid")
            if link.get("refdomain") == "doc" and anchor and links.parse_target(f"{link['reftarget']}#{anchor}"):
                self._replace(link, f"{link['reftarget']}#{anchor}")

    def _set(self, link: pending_xref, page: str, anchor: str) -> None:
        """A link that sets a widget of this page, or of another, with the address that the widget reads."""
        try:
            address.check_link(link.astext(), f"#{anchor}")
        except address.AddressError as error:
            _LOGGER.warning(str(error), location=link, type="netlearn", subtype="link")
        uri = self.app.builder.get_relative_uri(self.env.docname, page) if page else ""
        found = nodes.reference(
            "",
            "",
            *link[0].children,
            refuri=f"{uri}#{quote(unquote(anchor), safe='=&.,')}",
            internal=True,
            classes=["nl-set"],
        )
        link.replace_self(found)

    def _replace(self, link: pending_xref, target: str) -> None:
        page, anchor = target.split("#")
        try:
            entry = check(self.app, link.astext(), target)
        except links.LinkError as error:
            _LOGGER.warning(str(error), location=link, type="netlearn", subtype="link")
            entry = ""
        uri = self.app.builder.get_relative_uri(self.env.docname, page)
        link.replace_self(evidence_link("", "", *link[0].children, uri=f"{uri}#{anchor}", entry=entry))


def _setting(link: pending_xref) -> tuple[str, str] | None:
    """The page, empty for this one, and the anchor of a link that sets a widget."""
    own = link.get("refdomain") != "doc"
    page, anchor = ("", link.get("reftarget")) if own else (link["reftarget"], link.get("reftargetid"))
    return (page, anchor) if anchor and _SETS.match(anchor) else None


def check(app: Sphinx, text: str, target: str) -> str:
    """Check a link and return the id of its entry, empty for a reference; a LinkError when it is wrong."""
    entry = links.check_link(text, target)
    if entry is not None:
        return links.card_id(entry)
    key = target.rpartition("#ref-")[2]
    if key not in references(Path(app.srcdir) / "book" / "references.bib"):
        raise links.LinkError(f"[{text}]({target}): there is no work {key!r} in book/references.bib")
    return ""


def visit_html(self: Any, node: evidence_link) -> None:
    """Open the link."""
    entry = node["entry"]
    kind = "nl-term" if entry.startswith("term-") else "nl-ev" if entry else "nl-ref"
    if kind == "nl-ev" and not any(letter.isdigit() for letter in node.astext()):
        kind += " nl-claim"  # in a chapter of the second standard unmarked until the pointer or the focus is there
    card = {"data-ev": entry} if entry else {}
    self.body.append(self.starttag(node, "a", "", href=node["uri"], CLASS=kind, **card))


def depart_html(self: Any, node: evidence_link) -> None:
    """Close the link; what was not read at its source has its hollow mark."""
    self.body.append(f"</a>{_doubt(node['entry'])}")


def _doubt(entry: str) -> Html:
    known = evidence.facts().get(entry) or evidence.figures().get(entry) or evidence.updates().get(entry)
    if known is None or not level(known.checked).open:
        return Html("")
    said = level(known.checked)
    return Html('\u2060<span class="nl-icon nl-doubt i-{}" title="{}"></span><span class="nl-sr"> ({})</span>').format(
        said.mark, said.short, said.short
    )


def rewrite_sources(app: Sphinx, page: str, body: str) -> str:
    """Point links inside raw HTML, which name the source files as they lie, to the built pages."""

    def built(found: re.Match[str]) -> str:
        name = _join(page, found[1])
        if name not in app.env.found_docs:
            _LOGGER.warning(f"{page}: {found[0]} leads to no page of the book", type="netlearn", subtype="link")
        return f'href="{found[1]}.html{found[3]}"'

    return _SOURCE_HREF.sub(built, body)


def _join(page: str, relative: str) -> str:
    """Resolve a relative path against a page's folder.

    >>> _join("chapters/02-significance", "../book/evidence")
    'book/evidence'
    """
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / relative).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def entries_on(body: str) -> Iterator[str]:
    """Yield the ids of the evidence links on a page, in order, each once.

    >>> list(entries_on('<a data-ev="2-20">x</a> <a data-ev="E29">y</a> <a data-ev="2-20">z</a>'))
    ['2-20', 'E29']
    """
    return iter(dict.fromkeys(re.findall(r'data-ev="([^"]+)"', body)))
