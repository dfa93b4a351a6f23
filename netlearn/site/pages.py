"""The reference pages, filled from the knowledge: evidence, errata, updates, glossary and references.

Each page's Markdown holds its title, its lead and one directive; the directive writes the rest,
one section of the page for each group of entries.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from attrs import frozen
from docutils import nodes
from jinja2 import Environment
from sphinx.util.docutils import SphinxDirective

from netlearn import evidence, glossary, links, words
from netlearn.markup import Html
from netlearn.site import status
from netlearn.site.references import references
from netlearn.site.template import environment
from netlearn.value import keep_together


@frozen
class Group:
    """One section of a reference page: a title, an anchor and the entries under it."""

    title: str
    anchor: str
    entries: list[Any]


class KnowledgeDirective(SphinxDirective):
    """Write the groups of one kind of entry, each as a section of the page."""

    template: ClassVar[str]

    def groups(self) -> Iterator[Group]:
        """Yield the groups of the page in order."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the filter box and one section for each group."""
        groups = [group for group in self.groups() if group.entries]
        count = sum(len(group.entries) for group in groups)
        box = nodes.raw("", self.render("filter.html", count=count), format="html")
        return [box, *(self.section(group) for group in groups)]

    def section(self, group: Group) -> nodes.section:
        """Return one group as a section with its entries as HTML."""
        section = nodes.section(ids=[group.anchor], classes=["nl-group"])
        section += nodes.title(text=group.title)
        section += nodes.raw("", self.render(self.template, entries=group.entries), format="html")
        return section

    def render(self, template: str, **context: Any) -> str:
        """Fill one of the HTML templates."""
        works = references(Path(self.env.srcdir) / "book" / "references.bib")
        return knowledge_environment().get_template(template).render(works=works, **context)


class EvidenceList(KnowledgeDirective):
    """Every fact of the review, by section."""

    template = "facts.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each section of the review."""
        for section, title in evidence.sections().items():
            name = title if section == "abs" else f"{section} {title}"
            entries = [fact for fact in evidence.facts().values() if fact.section == section]
            yield Group(name, f"section-{section.replace('.', '-')}", entries)


class ErrataList(KnowledgeDirective):
    """Every erratum, the most dangerous first."""

    template = "errata.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each risk."""
        for name, title in words.section("risk_group").items():
            risk = "" if name == "sound" else name
            entries = [erratum for erratum in evidence.errata().values() if erratum.risk == risk]
            yield Group(title, f"risk-{risk.lower() or 'none'}", entries)


class UpdatesList(KnowledgeDirective):
    """Every update, by topic."""

    template = "updates.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each topic."""
        for topic in evidence.topics().values():
            yield Group(topic.title, f"topic-{topic.topic}", list(topic.updates))


class GlossaryList(KnowledgeDirective):
    """Every term, in the order of the alphabet."""

    template = "glossary.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each part of the alphabet."""
        for first, last in (("a", "c"), ("d", "h"), ("i", "m"), ("n", "r"), ("s", "z")):
            entries = [term for term in glossary.terms().values() if first <= term.sort_key[0] <= last]
            yield Group(f"{first.upper()} to {last.upper()}", f"terms-{first}", entries)


class ReferencesList(KnowledgeDirective):
    """Every work of the bibliography, by first letter of its first author."""

    template = "references.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each quarter of the alphabet."""
        works = references(Path(self.env.srcdir) / "book" / "references.bib")
        for first, last in (("a", "f"), ("g", "l"), ("m", "r"), ("s", "z")):
            entries = [work for work in works.values() if first <= work.initial <= last]
            yield Group(f"{first.upper()} to {last.upper()}", f"works-{first}", entries)


@cache
def knowledge_environment() -> Environment:
    """Return the templates of this module, with the functions they may call."""
    functions: Mapping[str, Any] = {
        "checked_words": evidence.checked_words,
        "icons": status.icons(),
        "short_words": status.short_words(),
        "risk_words": status.risk_words,
        "fact": evidence.fact,
        "erratum": evidence.erratum,
        "linked": linked,
        "figure": evidence.figure,
        "update": evidence.update,
        "kept": keep_together,
        "term": glossary.term,
    }
    found = environment().overlay()
    found.globals = {**found.globals, **functions}
    return found


def linked(markdown: str) -> Html:
    """Write a definition as HTML: its links to the reference pages become evidence links.

    >>> print(linked("It begins [> 20 %](evidence.md#ev-1-18)."))
    It begins <a class="nl-ev" href="evidence.html#ev-1-18" data-ev="1-18">&gt; 20 %</a>.
    """
    made, rest = Html(""), markdown
    for text, href in links.markdown_links(markdown):
        before, _, rest = rest.partition(f"[{text}]({href})")
        made += before
        made += _evidence_link(text, href)
    return made + rest


def _evidence_link(text: str, href: str) -> Html:
    entry = links.check_link(text, href)
    if entry is None:
        raise links.LinkError(f"[{text}]({href}): a definition may link to facts, errata, updates and terms only")
    link = Html('<a class="nl-ev" href="{}.html#{}" data-ev="{}">{}</a>')
    return link.format(entry.page, entry.anchor, links.card_id(entry), text)
