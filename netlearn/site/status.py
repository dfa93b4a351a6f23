"""The words and icons for how well something is checked and how much an erratum matters."""

from collections.abc import Mapping

from netlearn.checked import LEVELS

_RISKS = {"A": "could harm a patient", "B": "misleading number or arm", "C": "wording, gap or citation"}
_STATUSES = {
    "confirmed": "confirmed: the review is wrong",
    "likely": "likely: the review is probably wrong",
    "internal": "internal: the review contradicts itself",
    "ambiguous": "ambiguous: the review can be read in two ways",
    "outdated": "outdated since the review",
    "ok": "checked: no error found",
    "unverified": "not verified",
}
ICONS: Mapping[str, str] = {name: level.mark for name, level in LEVELS.items()}
SHORT_WORDS: Mapping[str, str] = {name: level.short for name, level in LEVELS.items()}


def risk_words(risk: str) -> str:
    """Say what an erratum's risk letter means.

    >>> risk_words("A")
    'could harm a patient'
    """
    return _RISKS[risk]


def status_words(status: str) -> str:
    """Say what an erratum's status means.

    >>> status_words("ok")
    'checked: no error found'
    """
    return _STATUSES[status]
