"""The grade of a tumour from what a pathology report holds; what the report leaves out stays unknown."""

from collections.abc import Mapping
from typing import Any

from netlearn.decision import Decision, decide


def of_report(report: Mapping[str, Any], edition: str | None = None) -> Decision:
    """The grade by one edition, from the inputs of its table that a report names.

    Raises InputError for an input that the table does not have.

    >>> of_report({"ki67_percent": 25}).verdict, of_report({"ki67_percent": 20}).verdict
    ('G3', None)
    """
    return decide("grade", edition, **report)
