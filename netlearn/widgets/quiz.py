"""The graded self-check of a chapter: one element that names its items, readable without JavaScript."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from netlearn.items import grade
from netlearn.items.bank import chosen, of_set
from netlearn.items.item import GUESS, PRACTICE, Json
from netlearn.items.kinds import kinds
from netlearn.items.variant import Grade, Variant
from netlearn.markup import Html
from netlearn.widgets import assets
from netlearn.widgets.course_widget import call
from netlearn.widgets.quiz_data import SEEDS, Seeds, quiz_data, tables
from netlearn.words import say

_NOTHING = Html("")


def quiz_html(data: Json) -> Html:
    """The element ``<net-quiz>`` of a quiz's data, with its questions and folded answers inside as plain HTML.

    The pool of variants is not in it: the page gets that as a data script of the chapter.
    """
    how = Html("").join(f" {each}" for each in ("paged", GUESS) if data.get(each))
    quiz = Html('<net-quiz chapter="{}" items="{}" tables="{}"{}><div class="nl nl-q">{}</div></net-quiz>').format(
        data["chapter"],
        " ".join(entry["variants"][0]["item"] for entry in data["items"]),
        " ".join(data["tables"]),
        how,
        Html("").join(question_html(n, entry, data["facts"]) for n, entry in enumerate(data["items"], 1)),
    )
    return _folded(quiz, len(data["items"])) if data.get(PRACTICE) else quiz


def _folded(quiz: Html, count: int) -> Html:
    """The practice at the end of a chapter, closed until it is wanted."""
    fold = '<details class="nl nl-fold nl-practice"><summary>Practise: {} questions</summary>{}</details>'
    return Html(fold).format(count, quiz)


def question_html(number: int, entry: Json, facts: Json, after: Html = _NOTHING) -> Html:
    """One question in its first variant, and its answer folded away, with what else is said ``after`` it."""
    variant, answer = Variant.from_json(entry["variants"][0]), entry["answers"][0]
    said = grade(variant, answer)
    return Html(
        '<section class="nl-q-item"><p><b>{}.</b> {}</p>{}{}'
        "<details><summary>{}</summary><p><b>{}</b></p>{}{}{}{}{}</details></section>"
    ).format(
        number,
        variant.stem,
        _listed(variant.given),
        _offered(variant),
        say("quiz", "answer"),
        kinds()[variant.kind].words(variant, answer),
        _listed(kinds()[variant.kind].reasons(variant)),
        Html("<p>{}</p>").each(said.feedback),
        _evidence(said.evidence, facts),
        _errata(said.errata, facts),
        after,
    )


def _listed(texts: Sequence[str]) -> Html:
    return Html("<ul>{}</ul>").format(Html("<li>{}</li>").each(texts)) if texts else Html("")


def _offered(variant: Variant) -> Html:
    """What there is to choose from, where there is something."""
    kind = kinds()[variant.kind]
    texts = kind.offered(variant)
    return Html("<blockquote>{}</blockquote>").format("".join(texts)) if kind.is_running else _listed(texts)


def _evidence(ids: Sequence[str], facts: Json) -> Html:
    """Links to the evidence, in a line; one with a value is linked there, and what it counts stands before it."""
    named = Html("; ").join(_named(id, facts[id]) for id in ids if id in facts)
    return Html("<p>{}: {}</p>").format(say("quiz", "evidence"), named) if named else named


def _named(id: str, fact: Json) -> Html:
    if not fact["value"]:
        return _link(id, fact, fact["label"].removesuffix("."))
    return Html("{}: {}").format(fact["label"], _link(id, fact, fact["value"]))


def _errata(ids: Sequence[str], facts: Json) -> Html:
    """Links to the errata, one below the other."""
    item = Html("<li>{}: {}</li>")
    links = ((id, _link(id, facts[id], facts[id]["label"])) for id in ids)
    items = Html("").join(item.format(say("quiz", "erratum", id=id), link) for id, link in links)
    return Html('<ul aria-label="{}">{}</ul>').format(say("quiz", "errata"), items) if ids else items


def _link(id: str, fact: Json, words: str) -> Html:
    """A link as the sources lie; the book points it to its pages."""
    href = fact["href"].replace(".html#", ".md#")
    return Html('<a class="nl-ev" href="../{}" data-ev="{}">{}</a>').format(href, id, words)


def _pool(chapter: str, slugs: Sequence[str], set: str, root: Path | None, seeds: Seeds, paged: bool) -> Json:
    """The questions from the bank, and how they are shown."""
    items = of_set(chapter, set, root) if set else chosen(chapter, slugs, root)
    how = {GUESS: set == GUESS, PRACTICE: set == PRACTICE, "paged": len(items) > 1 and (paged or not slugs)}
    return {**quiz_data(chapter, items, seeds), **{key: True for key, holds in how.items() if holds}}


class Quiz(anywidget.AnyWidget):
    """The quiz of some items of a chapter, in the order given; where none is named, of all, shown one at a time.

    ``answers`` maps an item's slug to what was answered last: ``{"answer": …, "confidence": …, "seed": …}``;
    ``kept`` is what the page would keep in the browser, as text. ``root`` is the folder ``exercises``, the checkout's
    where it is left out; ``seeds`` are those of the variants; ``paged`` shows named items one at a time too.
    ``pool`` brings the questions along, instead of the bank.
    ``set`` asks the items of one set of the chapter, one at a time: "guess" covers its answer and keeps no score,
    "practice", folded, is all that stand in no set.
    Raises InputError for a slug or set that the chapter has no item of, and KnowledgeError for an item that cannot be
    read.
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode("quiz").tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    kept = traitlets.Unicode("").tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        chapter: str,
        *slugs: str,
        set: str = "",
        root: Path | None = None,
        seeds: Seeds = SEEDS,
        paged: bool = False,
        pool: Json | None = None,
    ) -> None:
        self._call = call("Quiz", *map(repr, (chapter, *slugs)), *([f"set={set!r}"] if set else []))
        self._pool = pool or _pool(chapter, slugs, set, root, seeds, paged)
        super().__init__(_data=[self._pool, *tables(self._pool)])

    @property
    def grades(self) -> dict[str, Grade]:
        """The grade of each answer, by the item's slug; what belongs to no variant of this quiz is left out."""
        variants = {(each["item"], each["seed"]): each for entry in self._pool["items"] for each in entry["variants"]}
        said = {slug: response for slug, response in self.answers.items() if isinstance(response, dict)}
        asked = {slug: variants.get((slug, str(response.get("seed")))) for slug, response in said.items()}
        return {slug: grade(Variant.from_json(each), said[slug].get("answer")) for slug, each in asked.items() if each}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = self._live(**kwargs)
        return {**data, "text/html": str(quiz_html(self._pool))}, metadata

    def _live(self, **kwargs: Any) -> Any:
        """What a kernel shows: no page with the answers in it, which an assessed quiz has not got."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": repr(self)}, metadata

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        return self._call
