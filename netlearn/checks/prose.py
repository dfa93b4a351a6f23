"""No number stands unchecked in a text of a data file: it names a cited fact or figure, or is listed as plain.

Numbers that are no clinical claims are listed with their reasons: names, units and dates in ``knowledge/plain.toml``,
for every file; the rest in the ``plain`` table of the entry in whose texts they stand. Three need no listing: the words
for a value of a closed list say its number ("every 28 days" for ``every-28-days``), the story of a case says what the
case gives as data, and an invented patient has an age.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from netlearn import evidence, knowledge, prose
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.texts import NUMBER, Text, texts
from netlearn.editions import edition_ids
from netlearn.errors import NetlearnError
from netlearn.items.reading import read_toml

NAMES = "plain.toml"
FILES = ("assemblies.toml", "doses.toml", "patient_sheet.toml", "stories.toml", "vignettes.toml")
FOLDERS = ("cases", "crisis", "practice", "trials")  # and a folder of tables for each edition
EXERCISES = ("*/objectives.toml", "*/items/*.toml", "*/tasks/*/task.toml")
_IN_WORDS = re.compile(
    r"(?<![\w-])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred|thousand|half) (?:%|per cent|[cm]m|(?:centi|milli)metres?|milligrams?|mg|micrograms?|GBq)(?!\w)",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(rf"{NUMBER.pattern}|{_IN_WORDS.pattern}", re.IGNORECASE)
_TWICE = re.compile(r"\b(about|over|under|up to|at most|at least|more than|less than)\s+\1\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:wo)?man of \d+(?: years)?(?![\w.–])")
_CODE = re.compile(r"`[^`]*`")
_SLOT = re.compile(r"\{([A-Za-z_]\w*)\}")  # a loader refuses the slots that nobody fills


def faults() -> Iterator[Fault]:
    """Yield every number in a text of the knowledge and the exercises that names no cited source and is not plain."""
    for name in (*FILES, *(name for folder in folders() for name in knowledge.names(folder))):
        yield from faults_in(name, _of_knowledge, name)
    for path in (path for pattern in EXERCISES for path in sorted((course() / "exercises").glob(pattern))):
        file = str(path.relative_to(course()))
        yield from faults_in(file, lambda path=path, file=file: in_file(file, read_toml(path, course()).raw))


def folders() -> tuple[str, ...]:
    """The folders whose files hold texts."""
    return (*FOLDERS, *(f"tables/{edition}" for edition in edition_ids()))


def _of_knowledge(name: str) -> Iterator[Fault]:
    yield from in_file(name, knowledge.load(name))


def in_file(file: str, raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the faults of one file, whose decimals were read as fractions or as text.

    >>> raw = {"rules": {"small": {"facts": ["5-06"], "because": "At most 9 cm."}}}
    >>> print(*in_file("tables/2026/rfa.toml", raw))
    tables/2026/rfa.toml: rules.small: because: 9 is no placeholder of a cited fact or figure, and not listed as plain
    """
    for text in texts(file, raw):
        yield from _in_text(text)
    yield from _lists(file, (), raw)


def _in_text(text: Text) -> Iterator[Fault]:
    try:
        filled = prose.fill(text.text, text.cited, slots=_SLOT.findall(text.text))
    except NetlearnError as wrong:
        yield text.fault(str(wrong))
    else:
        for words in _TWICE.findall(filled):
            yield text.fault(f"says {words!r} twice: the value that is printed says it too")
    words = _CODE.sub("", text.text) if text.file.endswith("/task.toml") else text.text
    for number in numbers(prose.PLACEHOLDER.sub("", words), text.plain):
        if number not in _own(text):
            yield text.fault(f"{number} is no placeholder of a cited fact or figure, and not listed as plain")


def _own(text: Text) -> Collection[str]:
    """The numbers of the value that a text puts into words, and in a case's story those of its data."""
    *_, field = text.path
    return {*NUMBER.findall(field), *(text.given if field != "why" else ())}


def numbers(text: str, plain: Collection[str]) -> list[str]:
    """The numbers in a text that are not part of a name listed as plain.

    >>> numbers("NET G3, a Ki-67 index of 30 %, and a man of 61 years", [])
    ['30']
    """
    if not _MAY_HOLD.search(text):  # most texts hold none, and the names that are plain are many
        return []
    left = without_names(_AGE.sub("", text), plain)
    return [*NUMBER.findall(left), *_IN_WORDS.findall(left)]


def without_names(text: str, plain: Collection[str]) -> str:
    """A text without the names that are listed as plain, for every file or for its own entry.

    >>> without_names("NET G3, a Ki-67 index of 30 %", [])
    ', a  index of 30 %'
    """
    left = " ".join(text.split())
    named = {*_names(), *(" ".join(name.split()) for name in plain)}
    for name in sorted((name for name in named if name in left), key=len, reverse=True):
        left = _whole(name).sub("", left)
    return left


@cache
def _names() -> frozenset[str]:
    """What is listed as plain for every file, and the ids of errata."""
    return frozenset(" ".join(name.split()) for name in (*knowledge.load(NAMES)["names"], *evidence.errata()))


@cache
def _whole(name: str) -> re.Pattern[str]:
    """A name where it stands whole: the 20 of "20 %" is not that of "120 %", "20–30 %" or "20.5 %"."""
    return re.compile(rf"(?<![\w–−])(?<!\d[.,]){re.escape(' '.join(name.split()))}(?![\w–]|[.,]\d)")


def _lists(file: str, path: tuple[str, ...], part: Any) -> Iterator[Fault]:
    """Yield what is wrong with the lists of plain numbers: no number, no reason, or no text that holds it."""
    if isinstance(part, list):
        for number, each in enumerate(part, start=1):
            yield from _lists(file, (*path, str(number)), each)
    elif isinstance(part, Mapping):
        listed = part.get(prose.PLAIN, {})
        told = [" ".join(text.text.split()) for text in texts(file, part)] if listed else []
        for name, why in listed.items():
            if not why or not any(_whole(name).search(text) for text in told):
                says = (
                    f"{name!r} is {why!r}; accepted: a number that a text here holds, and why it is no clinical claim"
                )
                yield Fault(file, ".".join(path), prose.PLAIN, says)
        for key, each in part.items():
            yield from _lists(file, (*path, key), each)
