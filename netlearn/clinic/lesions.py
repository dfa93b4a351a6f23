"""A map of the liver as data: read here from whatever tells it, written here for the page.

Everywhere in Python it is what ``decide`` takes, ``lesions_by_segment`` and ``diffuse_multifocal``: see :func:`told`.
On the page the segments stand side by side with ``diffuse_multifocal``, as the page's table asks them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from netlearn.errors import InputError, quoted

SEGMENTS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
STATES = ("small", "dominant", "lesion", "multiple")  # "lesion" and "multiple" say nothing of size
PAGE_STATES = ("none", "small", "dominant")
MAP, STATED = "lesions_by_segment", "diffuse_multifocal"

Lesions = Mapping[str, str]


def told(lesions: Lesions, diffuse: bool | None) -> dict[str, Any]:
    """A map with what is stated of it, as ``decide`` takes it; None is unknown.

    >>> told({"VI": "dominant"}, None)
    {'lesions_by_segment': {'VI': 'dominant'}, 'diffuse_multifocal': None}
    """
    return {MAP: dict(lesions), STATED: diffuse}


def read_map(given: object, states: Iterable[str] = STATES, *, may_be_empty: bool = False) -> Lesions:
    """The lesions by segment, in the segments' order; segments said to hold "none" are left out.

    Text is understood too: ``VI=dominant, II=small``. Raises InputError for a segment or a state that does not exist,
    for a segment told twice, and for a map without a lesion unless it ``may_be_empty``.

    >>> read_map("VI=dominant, II=small")
    {'II': 'small', 'VI': 'dominant'}
    """
    named = [state for state in states if state != "none"]
    accepted = f"a mapping of segments {', '.join(SEGMENTS)} to {', '.join(named)}, with at least one lesion"
    told_of = _read_text(given, accepted) if isinstance(given, str) else given
    if not isinstance(told_of, Mapping):
        raise InputError(MAP, given, accepted)
    for segment, state in told_of.items():
        known = isinstance(segment, str) and isinstance(state, str)
        if not known or segment not in SEGMENTS or state not in (*named, "none"):
            raise InputError(f"{MAP}[{quoted(segment)}]", state, accepted)
    lesions = {s: told_of[s] for s in SEGMENTS if told_of.get(s, "none") != "none"}
    if not lesions and not may_be_empty:
        raise InputError(MAP, dict(told_of), "a map with at least one lesion: mark a segment")
    return lesions


def _read_text(text: str, accepted: str) -> dict[str, str]:
    """Pairs such as ``VI=dominant, II=small``; of a segment told twice no value is the right one."""
    found: dict[str, str] = {}
    for part in text.split(","):
        segment, sign, state = (word.strip() for word in part.partition("="))
        if not sign:
            raise InputError(MAP, text, f"pairs such as VI=dominant,II=small: {accepted}")
        if segment in found:
            raise InputError(f"{MAP}[{quoted(segment)}]", f"{found[segment]}, {state}", "each segment told once")
        found[segment] = state
    return found


def from_page(values: Mapping[str, Any]) -> dict[str, Any]:
    """What ``decide`` takes, from what the page says: a state by segment, and ``diffuse_multifocal``.

    >>> from_page({"VI": "small", "diffuse_multifocal": True})
    {'lesions_by_segment': {'VI': 'small'}, 'diffuse_multifocal': True}
    """
    return told({name: state for name, state in values.items() if name != STATED}, values.get(STATED))


def to_page(liver: Mapping[str, Any]) -> dict[str, Any]:
    """What the page says of a liver that :func:`told` wrote.

    >>> to_page(told({"VI": "small"}, True))
    {'VI': 'small', 'diffuse_multifocal': True}
    """
    return {**liver[MAP], STATED: liver[STATED]}
