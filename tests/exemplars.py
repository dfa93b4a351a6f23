"""Exemplars: the fewest that between them show every component, for what cannot differ from one to the next."""

from collections.abc import Hashable, Mapping, Set


def fewest(shown: Mapping[str, Set[Hashable]]) -> tuple[str, ...]:
    """Names that between them show all that any shows; the next is always the one that shows most more.

    >>> fewest({"one": {"map"}, "two": {"map", "quiz"}, "three": {"bench"}, "four": {"quiz", "bench"}})
    ('two', 'three')
    """
    rest, chosen = dict(shown), []
    while any(rest.values()):
        best = max(rest, key=lambda name: len(rest[name]))
        seen = rest.pop(best)
        chosen.append(best)
        rest = {name: more - seen for name, more in rest.items()}
    return tuple(chosen)
