"""The same patient by two editions: the two answers of a table side by side, and what changed between them."""

from netlearn import evidence
from netlearn.checked import level
from netlearn.clinic.cases import Asked, case
from netlearn.decision import Decision, decide
from netlearn.decision.load import load, names
from netlearn.editions import edition_entry, edition_ids
from netlearn.errors import InputError
from netlearn.evidence import Update
from netlearn.markup import Html
from netlearn.naming import one_of
from netlearn.widgets.errata_cards import Card
from netlearn.widgets.static_html import title_of, tone_of
from netlearn.words import say

_CARD = Html(
    '<div class="nl-decision" data-verdict="{tone}"><div class="band">'
    '<span class="nl-icon i-{tone}" aria-hidden="true"></span>'
    "<div><strong>{title}</strong><small>Rules of {year}</small></div></div>"
    '<div class="inside"><p class="because">{because}</p>{cautions}</div></div>'
)
_SAID = Html('<p class="nl-said" hidden data-chapter-said></p>')


def then_and_now(patient: str, *tables: str) -> Card:
    """What the first and the newest edition answer of a patient, for each table, with what changed it.

    ``patient`` is a case of the library, such as "vera@3.3"; where no table is named, all that the case asks. One of
    several moments of a table is named after it: "targeted: everolimus".
    Raises InputError for a case that does not exist and for a table that it does not ask.

    >>> then_and_now("vera@3.3", "rfa")
    then_and_now('vera@3.3', 'rfa')
    """
    every = case(patient).asked
    asked = {each.table: each for each in every} | {f"{each.table}: {each.when}": each for each in every if each.when}
    for table in tables:
        if table not in asked:
            raise InputError("table", table, f"one that {patient} asks: {one_of(table, asked)}")
    plain = dict.fromkeys(each.table for each in every)
    rows = Html("").join(_row(asked[table], table) for table in tables or plain)
    call = f"then_and_now({', '.join(map(repr, (patient, *tables)))})"
    return Card(call, Html('<div class="nl nl-then-now">{}{}</div>').format(_SAID, rows))


def _row(asked: Asked, name: str) -> Html:
    there = [edition for edition in edition_ids() if asked.table in names(edition)]  # an edition may lack the table
    old, new = edition_ids()[0], there[-1]
    before = Html("") if old in there else _silence(old, "no_table")
    cards = before + Html("").join(_answer(edition, asked) for edition in dict.fromkeys((there[0], new)))
    moment = f": {asked.when}" if name != asked.table else ""
    changed = _changed(_decide(new, asked), asked) if len(there) > 1 or before else Html("")
    text = '<section class="nl-then-now-row"><h3>{}{}</h3><div class="pair">{}</div>{}</section>'
    return Html(text).format(load(asked.table, new).title, moment, cards, changed)


def _answer(edition: str, asked: Asked) -> Html:
    """The card of an edition, which may not know what is asked about, such as a drug that came later."""
    refused = asked.answers[edition].startswith("refused")
    return _silence(edition, "no_choice") if refused else _card(_decide(edition, asked))


def _decide(edition: str, asked: Asked) -> Decision:
    return decide(asked.table, edition, **asked.given[edition])


def _silence(edition: str, why: str) -> Html:
    entry = edition_entry(edition)
    told = {"title": entry.silence, "year": entry.label, "because": say("line", why)}
    return _CARD.format(tone="notstated", cautions=Html(""), **told)


def _card(answer: Decision) -> Html:
    table, result = load(answer.table, answer.edition), answer.to_json()
    named = [caution.title for caution in answer.cautions if caution.risk == "A"]
    cautions = Html('<p class="nl-then-now-risk"><span class="nl-icon i-risk-a" aria-hidden="true"></span> {}</p>')
    return _CARD.format(
        tone=tone_of(table, result),
        title=title_of(table, result),
        year=edition_entry(answer.edition).label,
        because=answer.because,
        cautions=cautions.format("; ".join(named)) if named else Html(""),
    )


def _changed(new: Decision, asked: Asked) -> Html:
    """What changed the answer, or that it reads the same; what the newer one rests on, and how sure that is."""
    said = "The answer has changed." if asked.differs else "The answer reads the same."
    why = Html(" ").join(map(_update, map(evidence.update, new.updates)))
    told = Html(" ").join((Html("<b>{}</b>").format(said), Html("{}").format(asked.why), why))
    return Html('<p class="nl-changed">{}</p>').format(told)


def _update(update: Update) -> Html:
    """A finding by its title, and how well it is checked."""
    checked = level(update.checked)
    text = '<a class="nl-ev" href="../book/{page}.md#{anchor}" data-ev="{id}">{title}</a> ({words}).'
    return Html(text).format(
        page=update.page, anchor=update.anchor, id=update.id, title=update.title, words=checked.words
    )
