"""What the check of a written order needs on a page: the table of doses over its own inputs, and the words of an order.

The explorer of `dose-check` offers a few amounts, each worked out beforehand. Where an amount is typed, the page works
out the table's inputs itself, as :mod:`netlearn.clinic.doses` does, and a test compares the two.
"""

from itertools import chain
from typing import Any

from netlearn.clinic.doses import ACUTE, LISTS, UNITS, derivation, label, vocabulary
from netlearn.decision.export import evidence_cards, export_own
from netlearn.decision.load import editions_of
from netlearn.words import listed

ORDER = "order-check"
TABLE = "dose-check"
RATES = ("microgram/h", "mg/h")

Data = dict[str, Any]


def order_data() -> list[Data]:
    """The table of each edition, and what an order may say, right and wrong.

    >>> [each["table"] for each in order_data()]
    ['order-check', 'order-check', 'order-words']
    """
    tables = ({**export_own(TABLE, edition), "table": ORDER} for edition in editions_of(TABLE))
    return [*tables, {"table": "order-words", "edition": "", **_words()}]


def order_cards() -> Data:
    """The cards of the sources behind the table."""
    return {**evidence_cards(TABLE, *editions_of(TABLE)), "table": f"cards:{ORDER}"}


def _words() -> Data:
    titles = {asked.name: asked.label for asked in derivation().inputs}
    words = vocabulary()
    inputs = [
        {
            "name": name,
            "label": titles[name],
            "kind": "choice",
            "values": list(words.words[name]),
            "labels": [label(name, word) for word in words.words[name]],
        }
        for name in LISTS
    ]
    return {
        "inputs": inputs,
        "units": [*chain(*UNITS.values()), *RATES],
        "measured": dict(words.measured_in),
        "measures": {measure: listed(units, "or") for measure, units in UNITS.items()},
        "told_by": dict(derivation().told_by),
        "acute": list(ACUTE),
    }
