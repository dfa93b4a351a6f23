"""Links to the evidence, errata, updates, glossary, trials and references: found, checked and written for the page.

A link is checked where the book is built and again in a test over the sources: the anchor exists, and every
number in the link's text is a bound of the value it points to, in that value's unit.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from attrs import frozen

from netlearn import evidence, glossary, trials
from netlearn.errors import NetlearnError
from netlearn.evidence import Erratum, Fact, Figure, Update
from netlearn.glossary import Term
from netlearn.trials import Trial
from netlearn.value import Value

Entry = Fact | Figure | Erratum | Update | Term | Trial

_PAGES = ("evidence", "errata", "updates", "glossary", "references", "trials(?=[^#]*#trial-)")  # the wall has sections
_TARGET = re.compile(rf"(?:^|/)({'|'.join(_PAGES)})(?:\.md|\.html)?#(.+)$")
_MARKDOWN_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
_REPEATED = re.compile(r'<data value="([^"]+)">(.*?)</data>', re.DOTALL)
_NUMBER = re.compile(r"(?:(?<![^\s(])−)?(?<![\w.])\d+(?: \d{3})*(?:\.\d+)?(?!\w)")
_UNIT = re.compile(r"\d ?(%|cm|mm|°C|mg|g|microgram|(?:minute|hour|day|week|month|year|decade)s?)(?!\w)")
_SIGNS = {">": ">", "≥": ">=", "<": "<", "≤": "<="}


class LinkError(NetlearnError):
    """A link to the evidence is wrong: the message names its text, its target and what is accepted."""


@frozen
class Target:
    """Where a link to one of these pages leads."""

    page: str
    anchor: str


def parse_target(href: str) -> Target | None:
    """Read a link's target; None when it is not an anchor on one of these pages.

    >>> parse_target("../book/evidence.md#ev-2-20")
    Target(page='evidence', anchor='ev-2-20')
    """
    found = _TARGET.search(href)
    return Target(found[1], found[2]) if found else None


@cache
def anchors() -> Mapping[tuple[str, str], Entry]:
    """Map (page, anchor) to the fact, figure, erratum, update, term or trial that stands there."""
    every: tuple[Mapping[str, Entry], ...] = (
        evidence.facts(),
        evidence.errata(),
        evidence.updates(),
        evidence.figures(),
        glossary.terms(),
        trials.trials(),
    )
    return MappingProxyType({(e.page, e.anchor): e for entries in every for e in entries.values()})


def find(target: Target) -> Entry:
    """Return what a link leads to; a LinkError when nothing stands there."""
    entry = anchors().get((target.page, target.anchor))
    if entry is None:
        raise LinkError(f"{target.page}.md#{target.anchor}: there is no such entry in the knowledge")
    return entry


def check_link(text: str, href: str) -> Entry | None:
    """Check one link and return what it leads to; None for a link that is not to the evidence.

    >>> check_link("60–70\\xa0%", "../book/evidence.md#ev-2-20").id
    '2-20'
    >>> check_link("60–75\\xa0%", "../book/evidence.md#ev-2-20")
    Traceback (most recent call last):
    netlearn.links.LinkError: [60–75 %](evidence.md#ev-2-20): 75 is not a bound of 60–70 %
    """
    target = parse_target(href)
    if target is None or target.page == "references":
        return None
    entry = find(target)
    values = _values(entry)
    plain = _without_names(text, entry)
    for problem in _problems(plain, values):
        shown = " or ".join(value.text() for value in values) or "anything: it has no value"
        raise LinkError(f"[{text}]({target.page}.md#{target.anchor}): {problem} {shown}".replace("\xa0", " "))
    return entry


def card_id(entry: Entry) -> str:
    """Return the id by which a link's card is known; a trial and an update may share one, so a trial has its anchor.

    >>> card_id(trials.trial("netter-1")), card_id(evidence.update("netter-1"))
    ('trial-netter-1', 'netter-1')
    """
    return entry.anchor if isinstance(entry, Trial) else entry.id


def check_value(text: str, id: str) -> Fact | Figure:
    """Check a number that is repeated without a link, and return its fact or figure.

    >>> check_value("70 %", "2-20").id
    '2-20'
    >>> check_value("75 %", "2-20")
    Traceback (most recent call last):
    netlearn.links.LinkError: 2-20: 75 is not a bound of 60–70 %
    """
    try:
        entry = evidence.facts().get(id) or evidence.figure(id)
    except NetlearnError:
        raise LinkError(f"{id}: there is no such fact or figure") from None
    for problem in _problems(text, _values(entry)):
        shown = entry.value.text() if entry.value else "anything: it has no value"
        raise LinkError(f"{id}: {problem} {shown}".replace("\xa0", " "))
    return entry


def _without_names(text: str, entry: Entry) -> str:
    """Drop the entry's id, names, title or claim, so that the 67 of "Ki-67" is no number of the link's."""
    own = (getattr(entry, name, entry.id) for name in ("id", "title", "claim", "name"))
    names = entry.names if isinstance(entry, Term) else tuple(own)
    text = " ".join(text.split())
    for name in names:
        text = text.replace(" ".join(name.split()).removesuffix("."), "")
    return text


def _values(entry: Entry) -> tuple[Value, ...]:
    """Return the values a link may print: the entry's own, or those of its figures or results; a term has none."""
    if isinstance(entry, Term):
        return ()
    if isinstance(entry, Trial):
        return tuple(number.value for result in entry.results for number in result.numbers if number.value)
    found = [figure.value for figure in entry.figures] if isinstance(entry, Erratum | Update) else [entry.value]
    return tuple(value for value in found if value is not None)


def _problems(text: str, values: tuple[Value, ...]) -> Iterator[str]:
    bare = _without_units(text, values)
    bounds = {bound for value in values for bound in value.bounds()}
    for number in numbers(bare):
        if number not in bounds:
            yield f"{float(number):g} is not a bound of"
    for sign, bound in _SIGNS.items():
        if sign in bare and all(value.bound != bound for value in values):
            yield f"“{sign}” is not the limit of"
    for unit in _UNIT.findall(bare):
        if unit not in {value.unit.split(" ")[0] for value in values}:
            yield f"“{unit}” is not the unit of"


def _without_units(text: str, values: tuple[Value, ...]) -> str:
    """Drop the values' units, so that the 10 of "mitoses per 10 HPF" is no number of the link's."""
    bare = " ".join(text.split())
    for unit in sorted({value.unit for value in values if value.unit}, key=len, reverse=True):
        bare = re.sub(rf" ?{re.escape(unit)}", "", bare)
        if unit.endswith("s"):  # units are written in the plural; the singular stands after a 1
            bare = re.sub(rf"(?<=1) {re.escape(unit.removesuffix('s'))}(?!\w)", "", bare)
    return bare


def numbers(text: str) -> list[Fraction]:
    """Return the numbers written in figures in a text; what only begins or ends like one, as E15, is none.

    >>> [str(n) for n in numbers("about 1.09 to 35 618, E15")]
    ['109/100', '35618']
    """
    return [Fraction(found[0].replace(" ", "").replace("−", "-")) for found in _NUMBER.finditer(" ".join(text.split()))]


def repeated_values(source: str) -> Iterator[tuple[str, str]]:
    """Yield the text and the id of each number that a Markdown source repeats without a link.

    >>> list(repeated_values('Again <data value="2-20">60–70 %</data> of them.'))
    [('60–70 %', '2-20')]
    """
    return ((found[2], found[1]) for found in _REPEATED.finditer(source))


def markdown_links(source: str) -> Iterator[tuple[str, str]]:
    """Yield the text and target of every link in a Markdown source.

    >>> list(markdown_links("Type III in [60–70 %](../book/evidence.md#ev-2-20)."))
    [('60–70 %', '../book/evidence.md#ev-2-20')]
    """
    return ((found[1], found[2]) for found in _MARKDOWN_LINK.finditer(source))
