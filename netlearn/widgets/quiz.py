"""The graded self-check of a chapter: one element that names its items, readable without JavaScript."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from netlearn.items import grade
from netlearn.items.bank import chosen
from netlearn.items.item import Json
from netlearn.items.kinds import kinds
from netlearn.items.variant import Grade, Variant
from netlearn.widgets import assets
from netlearn.widgets.course_widget import call
from netlearn.widgets.quiz_data import SEEDS, Seeds, quiz_data, tables


def quiz_html(data: Json) -> str:
    """The element ``<net-quiz>`` of a quiz's data, with its questions and folded answers inside as plain HTML.

    The pool of variants is not in it: the page gets that as a data script of the chapter.
    """
    inside = "".join(_question(n, entry, data["facts"]) for n, entry in enumerate(data["items"], 1))
    slugs = " ".join(entry["variants"][0]["item"] for entry in data["items"])
    attributes = f'chapter="{escape(data["chapter"])}" items="{slugs}" tables="{" ".join(data["tables"])}"'
    paged = " paged" if data.get("paged") else ""
    return f'<net-quiz {attributes}{paged}><div class="nl nl-q">{inside}</div></net-quiz>'


def _question(number: int, entry: Json, facts: Json) -> str:
    """One question in its first variant, and its answer folded away."""
    variant, answer = Variant.from_json(entry["variants"][0]), entry["answers"][0]
    said = grade(variant, answer)
    reasons = "".join(f"<p>{escape(text)}</p>" for text in said.feedback)
    sources = [*said.evidence, *said.errata]
    words = escape(kinds()[variant.kind].words(variant, answer))
    shown = f"<p><b>{words}</b></p>{reasons}{_evidence(sources, facts)}"
    return (
        f'<section class="nl-q-item"><p><b>{number}.</b> {escape(variant.stem)}</p>{_listed(variant.given)}'
        f"{_offered(variant)}<details><summary>The answer</summary>{shown}</details></section>"
    )


def _listed(texts: Sequence[str], kind: str = "ul") -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<{kind}>{items}</{kind}>" if items else ""


def _offered(variant: Variant) -> str:
    """What there is to choose from, where there is something."""
    kind = kinds()[variant.kind]
    texts = kind.offered(variant)
    return f"<blockquote>{escape(''.join(texts))}</blockquote>" if kind.is_running else _listed(texts)


def _evidence(ids: Sequence[str], facts: Json) -> str:
    """Links to the evidence, as the sources lie; the book points them to its pages."""
    links = [
        f'<a class="nl-ev" href="../{facts[id]["href"].replace(".html#", ".md#")}" data-ev="{id}">'
        f"{escape(facts[id]['value'] or facts[id]['label'])}</a>"
        for id in ids
        if id in facts
    ]
    return f"<p>Evidence: {'; '.join(links)}</p>" if links else ""


class Quiz(anywidget.AnyWidget):
    """The quiz of some items of a chapter, in the order given; where none is named, of all, shown one at a time.

    ``answers`` maps an item's slug to what was answered last: ``{"answer": …, "confidence": …, "seed": …}``;
    ``kept`` is what the page would keep in the browser, as text. ``root`` is the folder ``exercises``, the checkout's
    where it is left out; ``seeds`` are those of the variants; ``paged`` shows named items one at a time too.
    Raises InputError for a slug that the chapter has no item of, and KnowledgeError for an item that cannot be read.
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode("quiz").tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    kept = traitlets.Unicode("").tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)

    def __init__(
        self, chapter: str, *slugs: str, root: Path | None = None, seeds: Seeds = SEEDS, paged: bool = False
    ) -> None:
        self._call = call("Quiz", *map(repr, (chapter, *slugs)))
        self._pool = {**quiz_data(chapter, chosen(chapter, slugs, root), seeds), "paged": paged or not slugs}
        super().__init__(_data=[self._pool, *tables(self._pool)])

    @property
    def grades(self) -> dict[str, Grade]:
        """The grade of each answer, by the item's slug; what belongs to no variant of this quiz is left out."""
        variants = {(each["item"], each["seed"]): each for entry in self._pool["items"] for each in entry["variants"]}
        said = {slug: response for slug, response in self.answers.items() if isinstance(response, dict)}
        asked = {slug: variants.get((slug, str(response.get("seed")))) for slug, response in said.items()}
        return {slug: grade(Variant.from_json(each), said[slug].get("answer")) for slug, each in asked.items() if each}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": quiz_html(self._pool), "text/plain": repr(self)}, metadata

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        return self._call
