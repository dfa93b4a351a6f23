"""Cards for chapters, built from the knowledge alone: errata, and what has changed since the review."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from netlearn import evidence, knowledge
from netlearn.checked import level, levels
from netlearn.errors import InputError
from netlearn.evidence import Erratum, Figure, Update
from netlearn.markup import Html
from netlearn.words import say


@frozen(repr=False)
class Card:
    """A piece of HTML that a notebook shows; ``call`` is how it was asked for."""

    call: str
    html: Html

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
    cards = Html("").join(_erratum(evidence.erratum(id)) for id in ids)
    return Card(f"erratum_cards({', '.join(map(repr, ids))})", Html('<div class="nl">{}</div>').format(cards))


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
    return Card(f"since({section!r})", Html('<div class="nl">{}</div>').format(updates_list(found)))


def updates_list(found: Sequence[Update]) -> Html:
    """Findings as a list, each with how well it is checked, and below it what the marks mean."""
    listed = Html('<ul class="nl-since">{}</ul>{}').format(Html("").join(map(_update, found)), _key(found))
    return listed if found else Html("<p>Nothing newer was found.</p>")


def _icon(name: str) -> Html:
    return Html('<span class="nl-icon i-{}" aria-hidden="true"></span>').format(name)


def _key(found: Iterable[Update]) -> Html:
    """What the marks mean: the two usual ones, and any other that is there."""
    shown = {"abstract", "recalled", *(update.checked for update in found)}
    marks = [_icon(level.mark) + f" {level.words}" for name, level in levels().items() if name in shown]
    return Html('<p class="nl-since-key">{}</p>').format(Html(" &ensp;").join(marks))


def _erratum(erratum: Erratum) -> Html:
    sound = erratum.status == "ok"
    kind = (erratum.id, "found sound" if sound else erratum.status, say("risk", erratum.risk) if erratum.risk else "")
    return Html(
        '<section class="nl-erratum" aria-labelledby="card-{id}"><header>{icon}<h3 id="card-{id}">{title}</h3>'
        '<span class="nl-tag">{kind}</span></header>{body}<footer>{found}</footer></section>'
    ).format(
        id=erratum.id,
        icon=erratum_icon(erratum),
        title=erratum.title,
        kind=" · ".join(filter(None, kind)),
        body=erratum_body(erratum),
        found=erratum_found(erratum),
    )


def erratum_icon(erratum: Erratum) -> Html:
    """The mark of an erratum: how grave it is, or that a second look found the review sound."""
    return _icon("suitable" if erratum.status == "ok" else f"risk-{(erratum.risk or 'C').lower()}")


def erratum_body(erratum: Erratum, heading: str = "h4") -> Html:
    """What the review says beside what the course says, each under a heading."""
    return Html(
        '<div class="pair"><div><{heading}>The review says</{heading}><p>{says}</p></div>'
        "<div><{heading}>{right}</{heading}><p>{teach}</p></div></div>"
    ).format(
        heading=heading,
        says=erratum.says,
        right="On a second look" if erratum.status == "ok" else "This course says",
        teach=_with_figures(erratum.teach, erratum.figures),
    )


def erratum_taught(erratum: Erratum) -> Html:
    """What the course says instead, alone."""
    return Html('<div class="pair"><div><p>{}</p></div></div>').format(_with_figures(erratum.teach, erratum.figures))


def erratum_found(erratum: Erratum) -> Html:
    """How an erratum was found, with the works behind it."""
    return Html("{} {}").format(_with_figures(erratum.source, erratum.figures), _sources(erratum))


def _update(update: Update) -> Html:
    """One finding: what is not checked says so at its end; what is says it to those who do not see the mark."""
    checked = level(update.checked)
    words = checked.words
    said = Html(' <span class="nl-quiet">{}{}.</span>').format(words[0].upper(), words[1:])
    seen = Html('<span class="nl-sr">, checked</span>')
    return Html("<li>{}<span><b>{}{}.</b> {} {}{}</span></li>").format(
        _icon(checked.mark),
        _link(update, update.title),
        "" if checked.open else seen,
        _with_figures(update.statement, update.figures),
        _sources(update),
        said if checked.open else "",
    )


def _sources(entry: Erratum | Update) -> Html:
    """Links to the works that an entry rests on."""
    work = Html('<a class="nl-ref" href="../book/references.md#ref-{}">{}</a>')
    links = [work.format(key, _work(key)) for key in entry.cites]
    return Html('<span class="nl-quiet">{}</span>').format(Html(", ").join(links)) if links else Html("")


def _link(entry: Figure | Update, words: str) -> Html:
    place = Html('<a class="nl-ev" href="../book/{}.md#{}" data-ev="{}">{}</a>')
    return place.format(entry.page, entry.anchor, entry.id, words)


def _work(key: str) -> str:
    """The name of a work: as listed, or else from its key.

    >>> _work("mccully2024"), _work("condron2016")
    ('McCully 2024', 'Condron 2016')
    """
    if key in (listed := knowledge.load("works.toml")["short"]):
        return str(listed[key])
    name = re.match(r"([a-z]+)(\d{4})", key)
    return f"{name[1].capitalize()} {name[2]}" if name else key


def _with_figures(text: str, figures: Sequence[Figure]) -> Html:
    """The text with the first mention of each figure's value linked to its place."""
    spans: dict[tuple[int, int], Figure] = {}
    for figure in figures:
        if span := _first_mention(text, figure, spans):
            spans[span] = figure
    made, end = Html(""), 0
    for (start, stop), figure in sorted(spans.items(), key=lambda each: each[0]):
        made += Html("{}{}").format(text[end:start], _link(figure, text[start:stop]))
        end = stop
    return made + text[end:]


def _first_mention(text: str, figure: Figure, taken: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a figure's value stands first, as a whole number and not within what is a link already."""
    value = re.escape(figure.value.text()).replace("\\\N{NO-BREAK SPACE}", "[ \N{NO-BREAK SPACE}]")
    mentions = re.finditer(rf"(?<![\w.–]){value}(?![\w–])(?!\.\d)", text)
    free = (found.span() for found in mentions if not any(a < found.end() and found.start() < b for a, b in taken))
    return next(free, None)
