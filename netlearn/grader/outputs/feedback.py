"""A page for each submission: what was right, what was not, and why. Every text of others is escaped."""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from attrs import frozen

from netlearn import evidence
from netlearn.grader.outputs import harmless
from netlearn.grader.outputs.writing import write_text
from netlearn.grader.record import NOT_FOUND, Record, Result
from netlearn.items.answers import AnswerKey
from netlearn.markup import Html
from netlearn.words import say, section

__all__ = ["file_name", "page", "write_feedback"]

Title = Callable[[str, str], str]
Shown = Callable[[AnswerKey, object], tuple[tuple[str, ...], str]]
_PAGE = re.compile(r"-[0-9a-f]{8}\.html$")  # how each page's name ends

_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-family:Charter,Cambria,Georgia,serif}section{border-top:1px solid #8a7f76;"
    "padding:.6rem 0}h2{font-size:1.05rem;margin:.2rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
    ".danger{font-weight:700}"
)


def file_name(record: Record) -> str:
    """Return a name for a record's page that is safe anywhere and belongs to one path only.

    >>> file_name(Record("änn/..", "änn/../x.ipynb", "", "graded"))
    'nn-6496df73.html'
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "-", record.learner).strip("-")[:60]
    return f"{plain}-{hashlib.sha256(record.path.encode(errors='backslashreplace')).hexdigest()[:8]}.html"


def _nothing_shown(key: AnswerKey, answer: object) -> tuple[tuple[str, ...], str]:
    return (), ""


def page(
    record: Record, title: Title, still_open: Collection[str] = (), shown_by: Shown = _nothing_shown, book: str = ""
) -> str:
    """Return the page. Of an item in ``still_open`` it says only whether an answer was handed in.

    ``shown_by`` gives question and answer in words; ``book`` is where the course is, for links to the evidence.
    """
    draw = _Drawing(record, title, still_open, shown_by, book.rstrip("/"))
    shown = [result for result in record.results if result.slug not in still_open]
    total = f"{_number(sum((result.score for result in shown), Fraction(0)))} of {len(shown)}"
    return Html(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{heading}</title>'
        '<meta name="viewport" content="width=device-width"><style>{style}</style></head><body>'
        "<h1>{heading}</h1><p>{path}</p>{status}<p>Score: {total}{open}.</p><p>{formative}</p>"
        "{notes}{parts}<p>Education, not medical advice.</p></body></html>\n"
    ).format(
        heading=f"Feedback for {record.learner}",
        style=Html(_STYLE),
        path=record.path,
        status=_status(record),
        total=total,
        open=" (items still open are not counted)" if len(shown) < len(record.results) else "",
        formative=say("quiz", "formative"),
        notes=_list(record.notes),
        parts=Html("").join(map(draw.section, record.results)),
    )


def _status(record: Record) -> Html:
    if record.status == "graded":
        return Html("")
    return Html("<p><strong>{}</strong>: {}</p>").format(record.status, record.reason)


@frozen
class _Drawing:
    """What the sections of one page are drawn from."""

    record: Record
    title: Title
    still_open: Collection[str]
    shown_by: Shown
    book: str

    def section(self, result: Result) -> Html:
        """One question: what was asked, what was answered, whether that is right, and why."""
        heading = Html("<h2>{}</h2>").format(self.title(self.record.chapter, result.slug))
        if result.slug in self.still_open:
            said = "Not answered yet" if result.result == "unanswered" else "Handed in"
            return Html("<section>{}<p>{}; this item is still open.</p></section>").format(heading, said)
        parts = (self._asked(result), _verdict(result), _list(result.feedback), self._evidence(result), _errata(result))
        more = Html("").join([*parts, _key(result), _printed(self.record, result)])
        return Html("<section>{}{}</section>").format(heading, more)

    def _asked(self, result: Result) -> Html:
        given = next((each.answer for each in self.record.given.answers if each.key.slug == result.slug), None)
        question, answer = self.shown_by(result.key, given)
        own = Html("<p>Your answer: <strong>{}</strong></p>").format(answer) if answer else Html("")
        return Html("<p>{}</p>").each(question) + own

    def _evidence(self, result: Result) -> Html:
        if not result.evidence:
            return Html("")
        listed = Html(", ").join(map(self._link, result.evidence))
        return Html("<p>{}: {}</p>").format(say("quiz", "evidence"), listed)

    def _link(self, id: str) -> Html:
        entry = next((found[id] for found in _known() if id in found), None)
        if not self.book or entry is None:
            return Html("{}").format(id)
        return Html('<a href="{}/book/{}.html#{}">{}</a>').format(self.book, entry.page, entry.anchor, id)


def _known() -> tuple[Mapping[str, Any], ...]:
    return evidence.facts(), evidence.figures(), evidence.updates(), evidence.errata()


def _verdict(result: Result) -> Html:
    danger = Html('<p class="danger">{}</p>').format(say("quiz", "harm")) if result.dangerous else ""
    words = "Not found" if result.result == NOT_FOUND else section("quiz_record").get(result.result, result.result)
    return Html("<p><b>{}: {} of 1</b></p>{}").format(words, _number(result.score), danger)


def _list(texts: Collection[str]) -> Html:
    items = Html("<li>{}</li>").each(texts)
    return Html("<ul>{}</ul>").format(items) if texts else Html("")


def _key(result: Result) -> Html:
    return Html("<p><small>Answer {}</small></p>").format(result.key)


def _errata(result: Result) -> Html:
    return _list([f"{id}, an erratum: {evidence.erratum(id).title}" for id in result.errata])


def _printed(record: Record, result: Result) -> Html:
    printed = next((run.output for run in record.given.runs if run.slug == result.slug), "")
    shown = Html("<details><summary>What the code printed</summary><pre>{}</pre></details>")
    return shown.format(printed) if printed else Html("")


def _number(score: Fraction) -> str:
    """Write a score as people read it.

    >>> _number(Fraction(7, 3)), _number(Fraction(2))
    ('2 1/3', '2')
    """
    whole, rest = divmod(score, 1)
    if not rest:
        return str(whole)
    return f"{whole} {rest}" if whole else str(rest)


def write_feedback(
    folder: Path,
    records: Collection[Record],
    title: Title,
    still_open: Collection[str] = (),
    shown_by: Shown = _nothing_shown,
    book: str = "",
) -> None:
    """Write the pages of all records into a folder; a page of a hand-in that is no longer there goes."""
    written = {file_name(record): record for record in records}
    for name, record in written.items():
        write_text(folder / name, harmless.text(page(record, title, still_open, shown_by, book)))
    for old in folder.glob("*.html"):
        if old.name not in written and _PAGE.search(old.name):
            old.unlink()
