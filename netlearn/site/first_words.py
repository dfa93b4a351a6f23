"""The first use of each word of the glossary in a chapter leads to its entry, though its author did not think of it.

What an author links is linked there alone. Headings, promises, sources and what widgets show have no such link.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from netlearn.checks.chapter.questions import PROMISES
from netlearn.glossary import terms
from netlearn.site.evidence_links import evidence_link

SOURCES = "Sources"
TERM = "term-"  # what the id of a term begins with
_NO_PROSE = (nodes.title, nodes.reference, evidence_link, nodes.literal, nodes.raw, nodes.FixedTextElement)


class FirstWords(SphinxPostTransform):
    """Link the first use of each term of one chapter."""

    default_priority = 410  # once links are links, and side notes notes

    def run(self, **kwargs: Any) -> None:
        """Walk the prose of the page once."""
        if not self.env.docname.startswith("chapters/"):
            return
        entries = {link["entry"] for link in self.document.findall(evidence_link)}
        linked = {entry.removeprefix(TERM) for entry in entries if entry.startswith(TERM)}
        uri = self.app.builder.get_relative_uri(self.env.docname, "book/glossary")
        for text in list(_prose(self.document)):
            made = list(_linked(text.astext(), linked, uri))
            if len(made) > 1:
                text.parent.replace(text, made)


@cache
def names() -> Mapping[str, str]:
    """Each name of the terms whose words have no other sense, and whose it is.

    >>> names()["ENETS"], names()["debulking"], "stage" in names()
    ('enets', 'cytoreduction', False)
    """
    return {
        name[0].lower() + name[1:] if name[1:].islower() else name: term.slug
        for term in terms().values()
        if not term.everyday
        for name in term.names
    }


@cache
def _any() -> re.Pattern[str]:
    """Any of the names, the longest where several begin at one place; plural and first of a sentence too."""
    longest = sorted(names(), key=len, reverse=True)
    either = "|".join(f"[{n[0]}{n[0].upper()}]{re.escape(n[1:])}" if n.islower() else re.escape(n) for n in longest)
    return re.compile(rf"(?<![\w-])(?:{either})s?(?![\w-])")


def uses(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a text names a term, and which.

    >>> [(found[0], slug) for found, slug in uses("Depots in carcinoid syndrome, by ENETS; staged.")]
    [('Depots', 'depot'), ('carcinoid syndrome', 'carcinoid-syndrome'), ('ENETS', 'enets')]
    """
    for found in _any().finditer(text):
        word = found[0]
        small = word[0].lower() + word[1:]
        spelt = (word, small, word.removesuffix("s"), small.removesuffix("s"))
        yield found, next(names()[each] for each in spelt if each in names())


def _prose(document: nodes.document) -> Iterator[nodes.Text]:
    """The texts of paragraphs that are no link, code or tag, and do not promise what is learnt."""
    for text in document.findall(nodes.Text):
        above = list(_ancestors(text))
        kept = any(isinstance(each, nodes.paragraph) for each in above)
        if kept and not any(isinstance(each, _NO_PROSE) or _promises(each) for each in above):
            yield text


def _promises(section: nodes.Element) -> bool:
    return isinstance(section, nodes.section) and section[0].astext().startswith((PROMISES, SOURCES))


def _ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    while node.parent is not None:
        node = node.parent
        yield node


def _linked(text: str, linked: set[str], uri: str) -> Iterator[nodes.Node]:
    """A text in pieces, with the terms that are not linked yet as links; ``linked`` grows by them."""
    end = 0
    for found, slug in uses(text):
        if slug in linked:
            continue
        linked.add(slug)
        yield nodes.Text(text[end : found.start()])
        entry = f"{TERM}{slug}"
        yield evidence_link("", "", nodes.Text(found[0]), uri=f"{uri}#{entry}", entry=entry)
        end = found.end()
    yield nodes.Text(text[end:])
