"""The hover cards of a page: what each of its evidence links shows, as JSON beside the text."""

import json
from collections.abc import Iterable
from typing import Any

from netlearn import evidence, glossary
from netlearn.decision.export import erratum_card, fact_card
from netlearn.evidence import Erratum, Update
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
        return _update_card(evidence.update(id))
    if id.startswith("term-"):
        return _term_card(glossary.term(id.removeprefix("term-")))
    return fact_card(id)


def _erratum_card(erratum: Erratum) -> dict[str, str]:
    source = f"Errata; {status_words(erratum.status)}" + (f"; {risk_words(erratum.risk)}" if erratum.risk else "")
    return erratum_card(erratum.id) | {"source": source}


def _update_card(update: Update) -> dict[str, str]:
    return _card(update, update.title, "", update.statement, "Since the review", update.checked)


def _term_card(term: Term) -> dict[str, str]:
    return _card(term, term.term, term.term, term.plain, "Glossary", "")


def _card(entry: Update | Term, label: str, value: str, claim: str, source: str, checked: str) -> dict[str, str]:
    return {
        "label": label,
        "value": value,
        "claim": claim,
        "population": "",
        "source": source,
        "checked": checked,
        "href": f"book/{entry.page}.html#{entry.anchor}",
    }


def cards_script(ids: Iterable[str]) -> str:
    """Return the element that holds a page's cards; empty when it has none."""
    cards: dict[str, Any] = {id: card(id) for id in ids}
    if not cards:
        return ""
    data = json.dumps(cards, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/json" id="nl-cards">{data}</script>'
