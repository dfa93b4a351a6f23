"""Side notes: ``<span role="note">(…)</span>`` in a paragraph stands in the margin, or opens in the line.

In bare Jupyter the brackets say that it is an aside; on the page its place says so, and they are dropped. A check box
opens a note on a narrow page: its label is the note's number.
"""

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from netlearn.markup import Html

_OPEN = re.compile(r'<span\b[^>]*role="note"')
_RISK = re.compile(r'data-risk="([ABC])"')
_MARK = Html(
    '<input type="checkbox" class="nl-note-box" id="nl-note-{n}">'
    '<label class="nl-note-mark" for="nl-note-{n}"{risk}><span class="nl-sr">Note </span>{n}</label>'
    '<span role="note" class="nl-note"{risk}><b class="nl-note-number" aria-hidden="true">{n}</b> '
)


class SideNotes(SphinxPostTransform):
    """Number the side notes of a page and give each its mark."""

    default_priority = 405

    def run(self, **kwargs: Any) -> None:
        """Write each note of one page."""
        for number, opening in enumerate(list(_openings(self.document)), start=1):
            _unbracket(opening)
            risk = _RISK.search(opening.astext())
            tagged = Html(' data-risk="{}"').format(risk[1]) if risk else Html("")
            mark = _MARK.format(n=number, risk=tagged)
            opening.replace_self(nodes.raw("", mark, format="html"))


def _openings(document: nodes.document) -> Iterator[nodes.raw]:
    return (node for node in document.findall(nodes.raw) if _OPEN.match(node.astext()))


def _unbracket(opening: nodes.raw) -> None:
    """Drop the brackets around a note, which say in plain text what its place says here."""
    inside = _until_closed(opening)
    if not inside or not (isinstance(inside[0], nodes.Text) and isinstance(inside[-1], nodes.Text)):
        return
    if inside[0].lstrip().startswith("(") and inside[-1].rstrip().endswith(")"):
        _replace(inside[0], lambda text: text.lstrip()[1:])
        _replace(_until_closed(opening)[-1], lambda text: text.rstrip()[:-1])


def _until_closed(opening: nodes.raw) -> list[nodes.Node]:
    """What stands between the tag that opens a note and the one that closes it."""
    children = opening.parent.children
    after = children[children.index(opening) + 1 :]
    closed = [n for n, node in enumerate(after) if isinstance(node, nodes.raw) and node.astext() == "</span>"]
    return after[: closed[0]] if closed else []


def _replace(node: Any, change: Any) -> None:
    node.parent.replace(node, nodes.Text(change(node.astext())))
