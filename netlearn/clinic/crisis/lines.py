"""Reading a plain line, "octreotide 300 microgram IV": what is done, the dose with its unit, the route.

What is not understood is refused: nothing is guessed from a line that an order could not carry.
"""

from collections.abc import Sequence

from netlearn.clinic.crisis.actions import Action, named
from netlearn.clinic.crisis.load import kinds, routes
from netlearn.errors import InputError
from netlearn.naming import one_of
from netlearn.words import say

Words = Sequence[str]


def read_line(line: str) -> Action:
    """The action of a line. The route stands at the end, or right after the name.

    Raises InputError naming ``action``, ``dose`` or ``route``, the value and what is accepted.

    >>> str(read_line("octreotide 300 microgram IV")), read_line("Noradrenaline").move.id
    ('octreotide 300\\xa0microgram IV', 'catecholamine')
    >>> read_line("octreotide 300 IV")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.InputError: dose: '300' is not accepted; accepted: a mass with its unit ...
    """
    words = line.split()
    count = next((n for n in range(len(words), 0, -1) if named(" ".join(words[:n]))), 0)
    if not count:
        raise _refused(line)
    name, rest = named(" ".join(words[:count])), words[count:]
    if rest and kinds()[name].dose == "none":
        raise _refused(line)
    dose, route = _dose_and_route(rest)
    if dose and kinds()[name].dose == "unread" and not any(sign.isdigit() for sign in dose):
        raise _refused(line)  # a dose that is kept as text has at least a number in it
    return Action(name, dose or None, route or None)


def _dose_and_route(words: Words) -> tuple[str, str]:
    """The words of the dose and those of the route, "" for none; the longest spelling of a route counts."""
    for n in range(len(words)):
        if _is_route(words[n:]):
            return " ".join(words[:n]), " ".join(words[n:])
    for n in range(len(words), 0, -1):
        if _is_route(words[:n]):
            return " ".join(words[n:]), " ".join(words[:n])
    return " ".join(words), ""


def _is_route(words: Words) -> bool:
    return " ".join(words).lower() in routes()


def _refused(line: str) -> InputError:
    return InputError("action", line, f"{say('crisis', 'a_line')}; or {one_of(line, kinds())}")
