"""A chapter's fixed shape: its known headings become styled sections, its first lines a title block."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from netlearn.checked import level
from netlearn.markup import Html
from netlearn.site import theme

# The classes of a section by its heading.
_CLASSES = {
    "Key points": ["nl-block", "nl-keypoints"],
    "Your guess first": ["nl-guess-section"],
    "In practice": ["nl-in-practice"],
    "Where the source is wrong": ["nl-wrong"],
    "Read next": ["nl-next"],
    "Practice": ["nl-practice-section"],
}
_FOLDED = frozenset({"After this chapter you can", "Sources"})
# What the signs of a chapter mean, in its own words; the links lie as the notebooks do.
_LEGEND = Html(
    '<p class="nl-legend">E with a number: <a href="../book/errata.md">an error</a> found in the review of '
    '<a href="../book/references.md#ref-macedo2013">2013</a> behind this course. '
    '<span class="nl-icon i-{mark}" aria-hidden="true"></span> Hollow mark: {second}, or {recalled}; '
    '<a href="../book/verification.md">still to be checked</a>.</p>'
)
_INVENTED = " (invented)"  # as in "Vera, 59 (invented)"


class ChapterSections(SphinxPostTransform):
    """Give a chapter's sections their classes and its title block, after titles and contents are collected."""

    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Style one page; pages that are no chapter are left as they are."""
        metadata = theme.chapter_metadata(self.app, self.env.docname)
        if not metadata:
            return
        for section in list(self.document.findall(nodes.section)):
            style_section(section)
        top = next(iter(self.document.findall(nodes.section)))
        add_title_block(top, metadata)


def style_section(section: nodes.section) -> None:
    """Give one section the classes that its heading calls for."""
    heading = section.next_node(nodes.title)
    text = heading.astext() if heading else ""
    if text.endswith(_INVENTED):
        _make_patient(section, heading, text.removesuffix(_INVENTED))
    if text in _FOLDED:
        _fold(section)
    section["classes"] += _CLASSES.get(text, [])


def _fold(section: nodes.section) -> None:
    """Close a section under its heading until it is wanted; without script it opens as well."""
    title, *rest = section.children
    opening = Html('<details class="nl nl-fold"><summary>{}</summary>').format(title.astext())

    section["classes"].append("nl-folded")
    section.children = []
    section += [nodes.raw("", opening, format="html"), *rest, nodes.raw("", "</details>", format="html")]


def _make_patient(section: nodes.section, heading: nodes.title, name: str) -> None:
    """The patient of a chapter: the name, that it is invented, and what has to be decided, its last paragraph."""
    heading.clear()
    heading += nodes.Text(name)
    section["classes"].append("nl-patient")
    section.insert(0, nodes.paragraph("", "Invented patient", classes=["nl-invented"]))
    *_, question = section.findall(nodes.paragraph)
    question["classes"].append("nl-to-decide")


def add_title_block(top: nodes.section, metadata: dict[str, Any]) -> None:
    """Put the section number above the title, and the lead and the chapter's particulars below it."""
    top["classes"].append("nl-chapter")
    lead = next((child for child in top.children if isinstance(child, nodes.paragraph)), None)
    if lead is not None:
        lead["classes"].append("nl-lead")
    place = top.index(lead) + 1 if lead is not None else 1
    signs = legend() if metadata.get("standard") == 2 else Html("")
    top.insert(place, nodes.raw("", particulars(metadata) + signs, format="html"))
    top.insert(0, nodes.paragraph("", f"Section {metadata['section']}", classes=["nl-kicker"]))


def particulars(metadata: dict[str, Any]) -> Html:
    """Write edition, date and reading time as a list of terms."""
    rows = {
        "Edition": theme.edition_words(metadata["edition"]),
        "Last reviewed": theme.date_words(metadata["reviewed"]),
        "Time": f"{metadata['minutes']}\N{NO-BREAK SPACE}minutes",
    }
    terms = Html("").join(Html("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in rows.items())
    return Html('<dl class="nl-particulars">{}</dl>').format(terms)


def legend() -> Html:
    """What an E number and a hollow mark mean, on one line."""
    quoted, recalled = level("second-hand"), level("recalled")
    return _LEGEND.format(mark=recalled.mark, second=quoted.words.split(" and ")[0], recalled=recalled.short)
