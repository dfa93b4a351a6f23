"""The words and icons for how well something is checked and how much an erratum matters."""

from collections.abc import Mapping

from netlearn.checked import levels
from netlearn.words import say


def risk_words(risk: str) -> str:
    """Say what an erratum's risk letter means.

    >>> risk_words("A")
    'could harm a patient'
    """
    return say("risk_in_full", risk)


def status_words(status: str) -> str:
    """Say what an erratum's status means.

    >>> status_words("ok")
    'checked: no error found'
    """
    return say("erratum_status", status)


def icons() -> Mapping[str, str]:
    """The mark of each level of checking."""
    return {name: level.mark for name, level in levels().items()}


def short_words() -> Mapping[str, str]:
    """Two words for each level of checking."""
    return {name: level.short for name, level in levels().items()}
