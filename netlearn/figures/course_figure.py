"""A figure of the course: one finding, drawn wide and narrow, with words, a caption and a table."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from netlearn.evidence import Fact, Figure
from netlearn.figures.template import light
from netlearn.markup import Html

__all__ = ["CourseFigure", "Link"]

_ERRATUM = re.compile(r"\bE\d\d\b")
_CONFIG = {"displayModeBar": False, "responsive": True}
_ROOM_FOR_TITLE = 84  # px: on the page the title is text above the drawing, in JupyterLab it is inside


@frozen
class Link:
    """A number in a table or caption that leads to its place on the evidence, errata or updates page."""

    text: str
    source: Fact | Figure

    def __html__(self) -> Html:
        """Write the link as an evidence link, to the source file as it lies; the site points it to the page."""
        href = f"../book/{self.source.page}.md#{self.source.anchor}"
        return Html('<a class="nl-ev" href="{}" data-ev="{}">{}</a>').format(href, self.source.id, self.text)


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
        return Html(
            '<net-figure><figure class="nl nl-figure" id="{name}" aria-labelledby="{name}-title">'
            '<p class="t" id="{name}-title">{title}</p><p class="st">{subtitle}</p>'
            '<div class="plot" role="img" aria-label="{alt}"></div>'
            "<figcaption>{caption}</figcaption>"
            "<details open><summary>The figure in words and numbers</summary>{table}</details>"
            '<script type="application/json">{drawings}</script>'
            "</figure></net-figure>"
        ).format(
            name=name,
            title=self.title,
            subtitle=self.subtitle,
            alt=self.alt,
            caption=_caption(self.caption),
            table=_table(self.table),
            drawings=_script_json({"wide": self.wide, "narrow": self.narrow}),
        )


def _caption(text: str) -> Html:
    """Write a caption whose errata, such as E28, lead to their entries."""
    link = r'<a class="nl-ev" href="../book/errata.md#erratum-\g<0>" data-ev="\g<0>">\g<0></a>'
    return Html(_ERRATUM.sub(link, str(Html.escape(text))))


def _table(rows: Sequence[Sequence[str | Link]]) -> Html:
    head = Html('<th scope="col">{}</th>').each(rows[0])
    body = Html("").join(map(_body_row, rows[1:]))
    return Html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)


def _body_row(row: Sequence[str | Link]) -> Html:
    return Html('<tr><th scope="row">{}</th>{}</tr>').format(row[0], Html("<td>{}</td>").each(row[1:]))


def _script_json(value: object) -> Html:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Html(text.replace("</", "<\\/").replace("<!--", "<\\u0021--"))
