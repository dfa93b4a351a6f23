"""The folds at the end of a chapter, from the knowledge: errata on one line, the section claim by claim, updates."""

from collections.abc import Iterable, Sequence

from netlearn import evidence
from netlearn.checked import level
from netlearn.errors import InputError
from netlearn.evidence import Erratum, Fact
from netlearn.markup import Html
from netlearn.widgets.errata_cards import Card, erratum_found, erratum_icon, erratum_taught, updates_list

CLAIM_BY_CLAIM = "The section claim by claim"
SINCE = "Since the review"
_FOLD = Html('<details class="nl nl-fold"><summary>{}</summary>{}</details>')
_ORDER = "ABC"


def errata_lines(section: str, *also: str) -> Card:
    """Each erratum that touches a section, or that ``also`` names, on one line; what could harm stands open.

    Raises InputError for a section that the review does not have, and UnknownIdError for an id that is no erratum.

    >>> errata_lines("3.3")
    errata_lines('3.3')
    """
    touching = [id for fact in _facts(section) for id in fact.errata]
    found = sorted(map(evidence.erratum, dict.fromkeys([*touching, *also])), key=_gravity)
    lines = Html("").join(map(_line, found))
    return _card("errata_lines", (section, *also), Html('<div class="nl nl-errata-lines">{}</div>').format(lines))


def claims(section: str, *also: str) -> Card:
    """The fold with every claim of a section, and of the sections or facts that ``also`` names.

    Raises InputError for a section, and UnknownIdError for a fact, that does not exist.

    >>> claims("3.3", "5-06")
    claims('3.3', '5-06')
    """
    found = [fact for each in (section, *also) for fact in _named(each)]
    items = Html("").join(map(_claim, found))
    body = Html('<ol class="nl-claims">{}</ol>').format(items)
    return _card("claims", (section, *also), _FOLD.format(f"{CLAIM_BY_CLAIM} ({len(found)})", body))


def since_fold(section: str) -> Card:
    """The fold with what was found after the review, or is known from practice, that bears on a section.

    Raises InputError for a section that the review does not have.

    >>> since_fold("3.3")
    since_fold('3.3')
    """
    _facts(section)
    found = [update for update in evidence.updates().values() if section in update.sections]
    return _card("since_fold", (section,), _FOLD.format(f"{SINCE} ({len(found)})", updates_list(found)))


def _card(name: str, arguments: Sequence[str], html: Html) -> Card:
    return Card(f"{name}({', '.join(map(repr, arguments))})", html)


def _facts(section: str) -> Iterable[Fact]:
    if section not in evidence.sections():
        raise InputError("section", section, ", ".join(evidence.sections()))
    return (fact for fact in evidence.facts().values() if fact.section == section)


def _named(each: str) -> Iterable[Fact]:
    return _facts(each) if each in evidence.sections() else (evidence.fact(each),)


def _gravity(erratum: Erratum) -> tuple[int, str]:
    return _ORDER.index(erratum.risk) if erratum.risk else len(_ORDER), erratum.id


def _line(erratum: Erratum) -> Html:
    """One erratum: its line, below it what to teach, and in a fold what was printed; open where it could harm."""
    opened = Html(" open") if erratum.risk == "A" else Html("")
    text = (
        '<details class="nl-erratum-line" id="line-{id}" data-risk="{risk}"{opened}><summary>{icon} <b>{id}</b> '
        '{title}</summary><div class="nl-erratum">{body}<details class="nl-found"><summary>What was printed, and how '
        "it was found</summary><p>{printed}</p><p>{found}</p></details></div></details>"
    )
    return Html(text).format(
        id=erratum.id,
        risk=erratum.risk,
        opened=opened,
        icon=erratum_icon(erratum),
        title=erratum.title,
        body=erratum_taught(erratum),
        printed=erratum.says,
        found=erratum_found(erratum),
    )


def _claim(fact: Fact) -> Html:
    """One claim with its link, how well it is checked, and the errata that touch it."""
    mark = level(fact.checked)
    errata = Html("").join(
        Html(' <a href="../book/errata.md#{}">{}</a>').format(evidence.erratum(id).anchor, id) for id in fact.errata
    )
    text = (
        '<li><span class="nl-icon i-{mark}" aria-hidden="true"></span> {claim} '
        '<a class="nl-ref" href="../book/{page}.md#{anchor}">{id}</a><span class="nl-sr">, {words}</span>{errata}</li>'
    )
    return Html(text).format(
        mark=mark.mark,
        words=mark.words,
        claim=fact.claim,
        page=fact.page,
        anchor=fact.anchor,
        id=fact.id,
        errata=errata,
    )
