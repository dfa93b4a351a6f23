"""How well a number or a finding is checked: the levels, from best to worst, with their mark and their words.

The one list of them: cards, pages and figures read it here, and a test holds the schema and the scripts to it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

__all__ = ["LEVELS", "Level", "level"]


@frozen
class Level:
    """One level: its icon, two words for a table and a sentence for a card."""

    mark: str
    short: str
    words: str

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at the source: its mark is hollow and its sentence is said aloud.

        >>> level("second-hand").open
        True
        """
        return self.mark == "recalled"


LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "as-printed": Level("printed", "as printed", "as printed in the review"),
        "abstract": Level("checked", "abstract or page read", "checked against the abstract, label or page"),
        "second-hand": Level("recalled", "second-hand", "second-hand, read where it is quoted and not in the source"),
        "recalled": Level("recalled", "recalled", "recalled, not yet checked against the paper"),
    }
)


def level(checked: str) -> Level:
    """Return one level by its name in the knowledge.

    >>> level("recalled").short
    'recalled'
    """
    return LEVELS[checked]
