"""Which unknown is worth asking, and what has moved between two boards: small sums over answers and groups."""

from collections.abc import Mapping, Sequence

__all__ = ["moved", "worth_asking"]


def worth_asking(answers: Mapping[str, Sequence[str]]) -> list[str]:
    """Name the unknowns that could change the plan, in alphabetical order.

    ``answers`` holds for each unknown what the board would answer for each value that it may take; that nothing is
    stated is an answer like another.

    >>> worth_asking({"mitoses": ["NET G3", "NET G3"], "receptors": ["option", "criteria-not-met"]})
    ['receptors']
    >>> worth_asking({"site": ["option", "not-stated"]})
    ['site']
    """
    return sorted(name for name, each in answers.items() if len(set(each)) > 1)


def moved(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Name the treatments that stand in another group than before, in alphabetical order; new and dropped ones too.

    >>> moved({"embolisation": "criteria-not-met", "prrt": "option"}, {"embolisation": "option", "prrt": "option"})
    ['embolisation']
    """
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
