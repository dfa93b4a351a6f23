"""The hover cards of a page: what each of its evidence links shows."""

from collections.abc import Iterable
from typing import Any

from netlearn import evidence, glossary
from netlearn.decision.cards import erratum_card, fact_card, update_card
from netlearn.evidence import Erratum
from netlearn.glossary import Term
from netlearn.site.status import risk_words, status_words


def card(id: str) -> dict[str, str]:
    """Return the card of a fact, figure, erratum, update or term.

    >>> card("E01")["value"]
    'E01'
    """
    if id in evidence.errata():
        return _erratum_card(evidence.erratum(id))
    if id in evidence.updates():
        return update_card(id)
    if id.startswith("term-"):
        return _term_card(glossary.term(id.removeprefix("term-")))
    return fact_card(id)


def _erratum_card(erratum: Erratum) -> dict[str, str]:
    source = f"Errata; {status_words(erratum.status)}" + (f"; {risk_words(erratum.risk)}" if erratum.risk else "")
    return erratum_card(erratum.id) | {"source": source}


def _term_card(term: Term) -> dict[str, str]:
    return {
        "label": term.term,
        "value": term.term,
        "claim": term.plain,
        "population": "",
        "source": "Glossary",
        "checked": "",
        "href": f"book/{term.page}.html#{term.anchor}",
    }


def page_cards(ids: Iterable[str]) -> dict[str, Any]:
    """Return a page's cards as the data of a script, which the page asks for when its reader first does something.

    >>> page_cards(["E01"])["facts"]["E01"]["value"]
    'E01'
    """
    return {"table": "cards:page", "edition": "", "facts": {id: card(id) for id in ids}}
