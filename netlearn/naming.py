"""Names that somebody gives: the one that is meant; or, of many, the three nearest and how to see all."""

import re
from collections.abc import Collection, Iterable

from netlearn.errors import InputError, quoted

__all__ = ["chapter_named", "known", "nearest", "one_of"]

LONGEST_LIST = 100  # characters of a list that a message names whole
NEAREST = 3


def known(field: str, given: str, names: Collection[str], see: str) -> str:
    """The name itself where it is one of ``names``; ``see`` is the command that lists them all.

    >>> known("table", "rfa", ["pai", "rfa"], "netlearn decide")
    'rfa'
    >>> known("table", "rfb", ["pai", "rfa"], "netlearn decide")
    Traceback (most recent call last):
    netlearn.errors.InputError: table: 'rfb' is not accepted; accepted: pai, rfa
    """
    if given not in names:
        raise InputError(field, given, one_of(given, names, see))
    return given


def one_of(given: object, names: Collection[str], see: str = "") -> str:
    """What is accepted, in words for a message: all names where they are few, else the nearest.

    ``see`` says how to see all, where there is a way.

    >>> one_of("rfb", [f"table-{n}" for n in range(20)] + ["rfa"], "netlearn decide")
    'one of 21 names, of which rfa, table-0, table-1 are nearest; netlearn decide lists all'
    """
    whole = ", ".join(names)
    if len(whole) <= LONGEST_LIST:
        return whole
    text = given if isinstance(given, str) else quoted(given)
    near = f"one of {len(names)} names, of which {', '.join(nearest(text, names))} are nearest"
    return f"{near}; {see} lists all" if see else near


def nearest(given: str, names: Iterable[str]) -> list[str]:
    """The three names that are nearest: those that begin with what is given, then that hold it, then that look like it.

    >>> nearest("map", ["grade", "type-from-the-map", "map-of-a-liver", "mop"])
    ['map-of-a-liver', 'type-from-the-map', 'mop']
    """
    from difflib import SequenceMatcher  # only now: a name is seldom wrong

    short = given[:LONGEST_LIST].lower()

    def distance(name: str) -> tuple[bool, bool, float]:
        return not name.startswith(short), short not in name, -SequenceMatcher(None, short, name).ratio()

    return sorted(names, key=distance)[:NEAREST]


def chapter_named(given: str, chapters: Collection[str], see: str = "netlearn preview") -> str:
    """The chapter of that name, number or slug, or the only one of which it is the beginning.

    >>> chapters = ["02-significance", "03-treatment", "03.1-surgery", "03.3-ablation"]
    >>> [chapter_named(given, chapters) for given in ("3.3", "3", "ablation", "sig")]
    ['03.3-ablation', '03-treatment', '03.3-ablation', '02-significance']
    >>> chapter_named("3.", chapters[2:])
    Traceback (most recent call last):
    netlearn.errors.InputError: chapter: '3.' is not accepted; accepted: 03.1-surgery, 03.3-ablation
    """
    for fits in (str.__eq__, str.startswith):
        found = [chapter for chapter in chapters if any(fits(form, given) for form in _forms(chapter))]
        if given and len(found) == 1:
            return found[0]
    raise InputError("chapter", given, one_of(given, chapters, see) or "a folder that holds chapters")


def _forms(chapter: str) -> tuple[str, ...]:
    """How people call a chapter: its name, and its number and slug without the leading zero."""
    number, _, slug = chapter.partition("-")
    short = re.sub(r"^0(?=\d)", "", number)
    return chapter, number, short, f"{short}-{slug}", slug
