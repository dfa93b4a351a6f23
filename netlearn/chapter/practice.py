"""The card "In practice" of a chapter, on screen and on one sheet of paper."""

from collections.abc import Iterable, Mapping

from netlearn import evidence
from netlearn.checked import level
from netlearn.clinic import practice
from netlearn.clinic.card_lines import CardLine, CardStep
from netlearn.clinic.practice import PracticeCard
from netlearn.markup import Html
from netlearn.widgets.errata_cards import Card

_SHEET = Html(
    '<div class="nl nl-prac" data-nl-sheet>'
    '<p class="nl-prac-head"><b>{title}</b> <span class="nl-prac-status">{status}</span></p>'
    '<div class="nl-prac-grid">{parts}</div>'
    '<p class="nl-prac-sources">Sources: {sources}</p>'
    '<p class="nl-prac-foot">{meant}Changed {updated}. The local protocol and the team come first. '
    '<a href="../book/what-to-ring-for.md">For the patient</a></p>'
    '<p class="nl-prac-local">{blanks}</p></div>'
)
_BLANKS = (  # filled in by hand
    "Emergency team", "Doctor on duty", "The centre, at night", "Local protocol", "Fever from",
    "Limits: pressure, pulse", "Limits: urine, potassium", "Checked by", "Date",
)  # fmt: skip
_TONES = {"not": "unsuitable", "red": "risk-a"}


def in_practice(section: str) -> Card:
    """The card "In practice" of a section. Raises InputError where it has none.

    >>> in_practice("3.3")
    in_practice('3.3')
    """
    return Card(f"in_practice({section!r})", sheet(practice.practice_card(section)))


def sheet(card: PracticeCard) -> Html:
    """A card as HTML: who signed it stands in its head, on screen and on paper."""
    numbers = _numbers(card)
    return _SHEET.format(
        title=card.title,
        status=card.status,
        updated=card.updated,
        meant=f"{card.meant} " if card.meant else "",
        blanks=blanks(_BLANKS),
        parts=Html("").join(_part(part, numbers) for part in card.parts),
        sources="; ".join(f"{number} {id}" for id, number in numbers.items()),
    )


def blanks(names: Iterable[str]) -> Html:
    """What is filled in by hand on paper, each by its name."""
    return Html(" ").join(Html("{}: <span></span>").format(name) for name in names)


def _numbers(card: PracticeCard) -> Mapping[str, int]:
    """The sources of a card in their order, each with its number: a line has no room for their names."""
    ids = dict.fromkeys(id for part in card.parts for line in part.lines for id in line.sources)
    return {id: number for number, id in enumerate(ids, start=1)}


def _part(part: CardStep, numbers: Mapping[str, int]) -> Html:
    tone = _TONES.get(part.id, "")
    icon = Html('<span class="nl-icon i-{}" aria-hidden="true"></span> ').format(tone) if tone else Html("")
    lines = Html("").join(_line(line, numbers) for line in part.lines)
    text = '<div data-part="{id}"><h3>{icon}{title}</h3><ul>{lines}</ul></div>'
    return Html(text).format(id=part.id, icon=icon, title=part.title, lines=lines)


def _line(line: CardLine, numbers: Mapping[str, int]) -> Html:
    year = Html('<span class="yr">{}</span> ').format(year_of(line.edition)) if line.edition else Html("")
    sources = Html(", ").join(_source(id, numbers[id]) for id in line.sources)
    return Html("<li>{}{} <small>{}</small></li>").format(year, line.text, sources or line.basis)


def _source(id: str, number: int) -> Html:
    """A link to a source by its number, as the notebooks lie; what was not read itself is said."""
    known = evidence.facts().get(id) or evidence.errata().get(id) or evidence.update(id)
    checked = getattr(known, "checked", "")
    doubt = f" {level(checked).short}" if checked and level(checked).open else ""
    href = f"../book/{known.page}.md#{known.anchor}"
    return Html('<a href="{}" title="{}" aria-label="Source {}: {}">{}</a>{}').format(
        href, id, number, id, number, doubt
    )


def year_of(edition: str) -> str:
    """An edition by its year alone.

    >>> year_of("review-2012")
    '2012'
    """
    return edition.rpartition("-")[2]
