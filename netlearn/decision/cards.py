"""Evidence as the page shows it: the card of a fact, figure, erratum or update, and the short name on its chip."""

import re
from typing import Any

from netlearn import evidence

SHORT = 38  # letters on a chip; the card says all of it


def fact_card(id: str) -> dict[str, str]:
    """A fact or figure as the hover card shows it.

    >>> fact_card("2-20")["value"]
    '60–70\\xa0%'
    """
    found = evidence.facts().get(id)
    if found is not None:
        cites = f"; cites [{', '.join(found.citations)}]" if found.citations else ""
        value, claim, checked = found.value, found.claim, found.checked
        source = f"Review, {'abstract' if found.section == 'abs' else 'section ' + found.section}{cites}"
        return _card(found, claim, source, value.text() if value else "", checked, found.quantity)
    figure = evidence.figure(id)
    source = f"{'Erratum' if figure.page == 'errata' else 'Update'} {figure.owner}"
    text = figure.value.text() if figure.value else ""
    return _card(figure, figure.quantity, source, text, figure.checked, figure.quantity)


def erratum_card(id: str) -> dict[str, str]:
    """An erratum as the hover card shows it.

    >>> erratum_card("E01")["href"]
    'book/errata.html#erratum-E01'
    """
    found = evidence.erratum(id)
    return _card(found, found.teach, f"Erratum {id}", id, "", found.title) | {"risk": found.risk}


def update_card(id: str) -> dict[str, str]:
    """A finding since the review as the hover card shows it.

    >>> update_card("netter-2")["href"]
    'book/updates.html#update-netter-2'
    """
    found = evidence.update(id)
    return _card(found, found.statement, "Since the review", "", found.checked, found.title)


def chip(card: dict[str, str]) -> list[str]:
    """What the chip of a card says before it is opened: its name, shortened, and how well it was checked.

    >>> chip(fact_card("2-20"))
    ['share of type III', 'as-printed']
    """
    name = re.sub(r"\.$", "", card["label"])
    if len(name) > SHORT:
        name = re.sub(r"[\s,;:(]+\S*$", "", name[: SHORT - 2]) + "…"
    return [name, card["checked"]]


def _card(item: Any, claim: str, source: str, value: str, checked: str, label: str) -> dict[str, str]:
    return {
        "label": label or claim,
        "value": value,
        "claim": claim,
        "population": getattr(item, "population", ""),
        "source": source,
        "checked": checked,
        "href": f"book/{item.page}.html#{item.anchor}",
    }
