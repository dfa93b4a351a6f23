"""A figure of the course: one finding, drawn wide and narrow, with words, a caption and a table."""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from attrs import frozen

from netlearn.evidence import Fact, Figure
from netlearn.figures.template import light

__all__ = ["CourseFigure", "Link"]

_ERRATUM = re.compile(r"\bE\d\d\b")
_CONFIG = {"displayModeBar": False, "responsive": True}
_ROOM_FOR_TITLE = 84  # px: on the page the title is text above the drawing, in JupyterLab it is inside


@frozen
class Link:
    """A number in a table or caption that leads to its place on the evidence, errata or updates page."""

    text: str
    source: Fact | Figure

    def html(self) -> str:
        """Write the link as an evidence link, to the source file as it lies; the site points it to the page."""
        href = f"../book/{self.source.page}.md#{self.source.anchor}"
        return f'<a class="nl-ev" href="{href}" data-ev="{escape(self.source.id)}">{escape(self.text)}</a>'


@frozen
class CourseFigure:
    """One figure. ``wide`` (from 560 px) and ``narrow`` are Plotly drawings: ``{"data": […], "layout": {…}}``.

    ``alt`` names every value in words; ``table`` is a header and rows, all of one length. Shown in a
    notebook it is the page's ``<net-figure>``, a Plotly drawing in the light theme, or one line of text.
    """

    name: str
    title: str
    subtitle: str
    wide: Mapping[str, Any]
    narrow: Mapping[str, Any]
    alt: str
    caption: str
    table: tuple[tuple[str | Link, ...], ...]

    def __repr__(self) -> str:
        """Write the finding and the values in words."""
        return f"{self.title}. {self.alt}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """Offer the three forms a notebook may show; the same figure gives the same bytes."""
        return {
            "text/html": self.html(),
            "application/vnd.plotly.v1+json": self.for_lab(),
            "text/plain": repr(self),
        }

    def for_lab(self) -> dict[str, Any]:
        """Return the wide drawing in the light theme, with title and subtitle inside."""
        drawing = light(self.wide)
        layout = drawing["layout"]
        layout["title"] = {"text": self.title, "subtitle": {"text": self.subtitle}}
        layout["margin"]["t"] += _ROOM_FOR_TITLE
        layout["height"] += _ROOM_FOR_TITLE
        return {"data": drawing["data"], "layout": layout, "config": _CONFIG}

    def html(self) -> str:
        """Return the element that the page's script draws; without a script, title, caption and table show."""
        name = f"figure-{self.name}"
        return (
            f'<net-figure><figure class="nl nl-figure" id="{name}" aria-labelledby="{name}-title">'
            f'<p class="t" id="{name}-title">{escape(self.title)}</p><p class="st">{escape(self.subtitle)}</p>'
            f'<div class="plot" role="img" aria-label="{escape(self.alt)}"></div>'
            f"<figcaption>{_caption(self.caption)}</figcaption>"
            f"<details open><summary>The figure in words and numbers</summary>{_table(self.table)}</details>"
            f'<script type="application/json">{_script_json({"wide": self.wide, "narrow": self.narrow})}</script>'
            "</figure></net-figure>"
        )


def _caption(text: str) -> str:
    """Write a caption whose errata, such as E28, lead to their entries."""
    link = r'<a class="nl-ev" href="../book/errata.md#erratum-\g<0>" data-ev="\g<0>">\g<0></a>'
    return _ERRATUM.sub(link, escape(text))


def _table(rows: Sequence[Sequence[str | Link]]) -> str:
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in rows[0])
    body = "".join(f"<tr>{_body_row(row)}</tr>" for row in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _body_row(row: Sequence[str | Link]) -> str:
    return f'<th scope="row">{_cell(row[0])}</th>' + "".join(f"<td>{_cell(cell)}</td>" for cell in row[1:])


def _cell(cell: str | Link) -> str:
    return cell.html() if isinstance(cell, Link) else escape(cell)


def _script_json(value: object) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("</", "<\\/").replace("<!--", "<\\u0021--")
