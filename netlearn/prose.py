"""Numbers in the sentences of data files: each names a cited fact or figure, and is filled in where the file is read.

``{3.3-29}`` stands for the value of fact 3.3-29 with its unit, ``{netter-2.hazard-ratio}`` for that of a figure.
After a colon: ``low`` or ``high`` for one end of a range, ``number`` for the number without its unit, or both.
The sign of a one-sided value is never printed, for the sentence itself says "over" or "at most".
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from netlearn import knowledge
from netlearn.errors import KnowledgeError, NetlearnError
from netlearn.value import Value, read_value

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORMS = (["low"], ["high"], ["number"], ["low", "number"], ["high", "number"])
PLAIN = "plain"  # the field of an entry that lists the numbers of its texts that are no clinical claims, with reasons
_SOURCES = ("facts", "figures", "updates", "errata", "evidence", "fact", "share")


def fill(text: str, cited: Collection[str], slots: Collection[str] = ()) -> str:
    """A text with every number filled in; ``slots`` are placeholders that somebody else fills, and are left.

    Raises KnowledgeError for what is neither cited nor a figure of a cited update or erratum, and for an unknown form;
    UnknownIdError for an id that does not exist.

    >>> fill("over {3.3-29} it is unsuitable", ["3.3-29"])
    'over 5\\xa0cm it is unsuitable'
    >>> fill("{3.4-32:low:number} to {3.4-32:high} apart", ["3.4-32"])
    '4 to 6\\xa0weeks apart'
    >>> fill("up to {3.3-29}", ["3.3-28"])
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: {3.3-29} is not cited here; cited: 3.3-28
    """
    for placeholder in PLACEHOLDER.findall(text):
        if placeholder not in slots and not _is_cited(placeholder, cited):
            beside = f"; slots: {', '.join(sorted(slots))}" if slots else ""
            known = ", ".join(sorted(cited)) or "nothing"
            raise KnowledgeError(f"{{{placeholder}}} is not cited here; cited: {known}{beside}")
    return PLACEHOLDER.sub(lambda found: found[0] if found[1] in slots else _number(found[1]), text)


def filled(entry: Any, where: str, inherited: Collection[str] = (), slots: Collection[str] = ()) -> Any:
    """An entry of a data file with every text in it filled; each part may cite for itself what the whole does not.

    ``where`` is the file, for the error: KnowledgeError names it with the place in the entry.

    >>> filled({"facts": ["3.3-29"], "because": "Over {3.3-29}."}, "rfa.toml: large")["because"]
    'Over 5\\xa0cm.'
    """
    if isinstance(entry, str):  # most texts of a table hold no number, and a first decision reads them all
        return _filled_text(entry, where, inherited, slots) if "{" in entry else entry
    if isinstance(entry, Mapping):
        known = inherited if entry.keys().isdisjoint(_SOURCES) else {*inherited, *cited(entry)}
        return {key: filled(part, f"{where}.{key}", known, slots) for key, part in entry.items() if key != PLAIN}
    if isinstance(entry, list):
        return [filled(part, where, inherited, slots) for part in entry]
    return entry


def cited(entry: Mapping[str, Any]) -> Iterator[str]:
    """The ids that an entry itself names as its sources.

    >>> list(cited({"facts": ["3.3-29"], "updates": ["kose-2020"], "because": "…"}))
    ['3.3-29', 'kose-2020']
    """
    for key in _SOURCES:
        ids = entry.get(key, ())
        listed = ids if isinstance(ids, list | tuple) else (ids,)
        yield from (id for id in listed if isinstance(id, str))


def _filled_text(text: str, where: str, known: Collection[str], slots: Collection[str]) -> str:
    try:
        return fill(text, known, slots)
    except NetlearnError as wrong:
        raise KnowledgeError(f"{where}: {wrong}") from None


def _is_cited(placeholder: str, cited: Collection[str]) -> bool:
    id = placeholder.partition(":")[0]
    return id in cited or id.rpartition(".")[0] in cited  # a figure by the erratum or update that owns it


def _number(placeholder: str) -> str:
    id, *form = placeholder.split(":")
    return _shown(_value(id), form, placeholder)


@cache
def _value(id: str) -> Value:
    row = _row(id)
    value = _of_record(id) if not row else read_value(row) if "quantity" in row else None
    if value is None:
        raise KnowledgeError(f"{{{id}}} has no number to print")
    return value


def _of_record(id: str) -> Value | None:
    """The value of what could not be cut out of its file; the evidence says what is wrong with an id."""
    from netlearn import evidence  # only now: most processes never need it

    return (evidence.facts().get(id) or evidence.figure(id)).value


def _row(id: str) -> Mapping[str, Any]:
    """The entry of a fact or figure as its file has it."""
    owner, _, name = id.rpartition(".")  # an owner's id may hold a dot itself: practice-3.4-5
    return (
        knowledge.entry("fact", id, "evidence")
        or knowledge.figure("update", owner, name, "updates")
        or knowledge.figure("erratum", owner, name, "errata")
    )


def _shown(value: Value, form: list[str], placeholder: str) -> str:
    """The value as it stands in a sentence, in the form asked for."""
    if form and form not in FORMS:
        accepted = ", ".join(":".join(words) for words in FORMS)
        raise KnowledgeError(f"{{{placeholder}}} asks for an unknown form; accepted after the id: {accepted}")
    ends = {"low": value.low, "high": value.high}
    if form and form[0] in ends:
        if ends[form[0]] is None:
            raise KnowledgeError(f"{{{placeholder}}} asks for an end that the value does not have")
        value = replace(value, low=ends[form[0]], high=ends[form[0]])
    value = replace(value, bound="", approximate=value.approximate and not form)
    return replace(value, unit="").text() if "number" in form else value.text()
