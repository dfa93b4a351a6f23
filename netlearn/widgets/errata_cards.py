"""Cards for chapters, built from the knowledge alone: errata, and what has changed since the review."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from attrs import frozen

from netlearn import evidence, knowledge
from netlearn.checked import level, levels
from netlearn.errors import InputError
from netlearn.evidence import Erratum, Figure, Update
from netlearn.words import say

_LINK = re.compile(r"<a .*?</a>", re.DOTALL)


@frozen(repr=False)
class Card:
    """A piece of HTML that a notebook shows; ``call`` is how it was asked for."""

    call: str
    html: str

    def __repr__(self) -> str:
        """The call, so that the text form never changes by itself."""
        return self.call

    def _repr_html_(self) -> str:
        return self.html


def erratum_cards(*ids: str) -> Card:
    """Cards of errata: what the review says beside what the course says, and how it was found.

    Raises UnknownIdError for an id that is no erratum.

    >>> erratum_cards("E29", "E34")
    erratum_cards('E29', 'E34')
    """
    cards = "".join(_erratum(evidence.erratum(id)) for id in ids)
    return Card(f"erratum_cards({', '.join(map(repr, ids))})", f'<div class="nl">{cards}</div>')


def since(section: str) -> Card:
    """What was found after the review that bears on one of its sections, topic by topic.

    A solid mark was read, a hollow one is recalled or second-hand. Facts of practice are no
    findings and are left out. Raises InputError for a section that the review does not have.

    >>> since("2")
    since('2')
    """
    if section not in evidence.sections():
        raise InputError("section", section, ", ".join(evidence.sections()))
    found = [u for u in evidence.updates().values() if section in u.sections and not u.practice]
    items = "".join(map(_update, found))
    body = f'<ul class="nl-since">{items}</ul>{_key(found)}' if items else "<p>Nothing newer was found.</p>"
    return Card(f"since({section!r})", f'<div class="nl">{body}</div>')


def _icon(name: str) -> str:
    return f'<span class="nl-icon i-{name}" aria-hidden="true"></span>'


def _key(found: Iterable[Update]) -> str:
    """What the marks mean: the two usual ones, and any other that is there."""
    shown = {"abstract", "recalled", *(update.checked for update in found)}
    marks = [f"{_icon(level.mark)} {level.words}" for name, level in levels().items() if name in shown]
    return f'<p class="nl-since-key">{" &ensp;".join(marks)}</p>'


def _erratum(erratum: Erratum) -> str:
    sound = erratum.status == "ok"
    kind = " · ".join(
        filter(
            None,
            (erratum.id, "found sound" if sound else erratum.status, say("risk", erratum.risk) if erratum.risk else ""),
        )
    )
    icon = _icon("suitable" if sound else f"risk-{(erratum.risk or 'C').lower()}")
    head = f'{icon}<h3 id="card-{erratum.id}">{escape(erratum.title)}</h3><span class="nl-tag">{kind}</span>'
    right = "On a second look" if sound else "This course says"
    return (
        f'<section class="nl-erratum" aria-labelledby="card-{erratum.id}"><header>{head}</header>'
        f'<div class="pair"><div><h4>The review says</h4><p>{escape(erratum.says)}</p></div>'
        f"<div><h4>{right}</h4><p>{_with_figures(erratum.teach, erratum.figures)}</p></div></div>"
        f"<footer>{_with_figures(erratum.source, erratum.figures)} {_sources(erratum)}</footer></section>"
    )


def _update(update: Update) -> str:
    checked = level(update.checked)
    words = checked.words
    aloud = f' <span class="nl-quiet">{words[0].upper()}{words[1:]}.</span>' if checked.open else ""
    text = f"{_with_figures(update.statement, update.figures)} {_sources(update)}{aloud}"
    said = f'<span class="nl-sr">, {words}</span>'
    return f"<li>{_icon(checked.mark)}<span><b>{escape(update.title)}{said}.</b> {text}</span></li>"


def _sources(entry: Erratum | Update) -> str:
    """Links to the entry itself and to the works it rests on."""
    page = f"../book/{entry.page}.md#{entry.anchor}"
    links = [f'<a class="nl-ref" href="../book/references.md#ref-{key}">{_work(key)}</a>' for key in entry.cites]
    if isinstance(entry, Update):
        of = f'<span class="nl-sr"> of: {escape(entry.title)}</span>'
        links.append(f'<a class="nl-ev" href="{page}" data-ev="{entry.id}">details{of}</a>')
    return f'<span class="nl-quiet">{", ".join(links)}</span>' if links else ""


def _work(key: str) -> str:
    """The name of a work: as listed, or else from its key.

    >>> _work("mccully2024"), _work("condron2016")
    ('McCully 2024', 'Condron 2016')
    """
    if key in (listed := knowledge.load("works.toml")["short"]):
        return str(listed[key])
    name = re.match(r"([a-z]+)(\d{4})", key)
    return f"{name[1].capitalize()} {name[2]}" if name else key


def _with_figures(text: str, figures: Sequence[Figure]) -> str:
    """The text with the first mention of each figure's value linked to its place."""
    written = escape(text, quote=False)
    for figure in figures:
        written = _link_first(written, figure)
    return written


def _link_first(written: str, figure: Figure) -> str:
    value = re.escape(escape(figure.value.text(), quote=False)).replace("\\\N{NO-BREAK SPACE}", "[ \N{NO-BREAK SPACE}]")
    pattern = re.compile(rf"(?<![\w.–]){value}(?![\w–])(?!\.\d)")
    taken = [found.span() for found in _LINK.finditer(written)]
    for found in pattern.finditer(written):
        if not _inside(found.start(), taken):
            href = f"../book/{figure.page}.md#{figure.anchor}"
            link = f'<a class="nl-ev" href="{href}" data-ev="{figure.id}">{found[0]}</a>'
            return written[: found.start()] + link + written[found.end() :]
    return written


def _inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
