"""How well a number or a finding is checked: the levels, from best to worst, with their mark and their words.

Read from ``knowledge/words.toml``; cards, pages, figures and scripts take them from there, and the schema is tested
against it.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from netlearn.words import section

__all__ = ["Level", "level", "levels"]


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


@cache
def levels() -> Mapping[str, Level]:
    """Every level by its name in the knowledge, the best first.

    >>> list(levels())
    ['as-printed', 'abstract', 'second-hand', 'recalled']
    """
    return MappingProxyType({name: Level(**said) for name, said in section("checked").items()})


def level(checked: str) -> Level:
    """Return one level by its name in the knowledge.

    >>> level("recalled").short
    'recalled'
    """
    return levels()[checked]
