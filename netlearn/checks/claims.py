"""A number in the words of a fact, an erratum, an update or a term is one of its own figures, or is listed as plain.

Its own are the values of the entry, of its figures and of the facts and errata that it names, the numbers in what
these say of their quantity and of whom they studied, and the years of the works cited. A number with a unit beside it
is one of theirs in that unit.
What is no figure of the course stands in ``knowledge/plain_claims.toml``, by entry, with the reason: a second time.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.prose import without_names
from netlearn.glossary import FILE as GLOSSARY

PLAIN = "plain_claims.toml"
KINDS = {"evidence": "fact", "errata": "erratum", "updates": "update"}
TEXTS = ("claim", "title", "says", "source", "teach", "statement")
_NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*)(?!\d)"
    r"(?: ?(%|°C|[cm]m|mg|g|microgram|[GM]Bq|Gy|(?:minute|hour|day|week|month|year|patient)s?)(?![\w³²/]))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")  # whose number is checked where links are
Row = Mapping[str, Any]
Number = tuple[Fraction, str]  # and its unit, where one stands beside it


def faults() -> Iterator[Fault]:
    """Yield each number in the words of an entry that is none of its own, and each one listed that no text holds."""
    rows = {row["id"]: row for _, row in _rows()}
    listed = {id: words for id, words in knowledge.load(PLAIN).items() if isinstance(words, Mapping)}
    for name, row in _rows():
        yield from faults_in(name, _of_entry, name, row, rows, listed)
    for term in knowledge.load(GLOSSARY)["term"]:
        texts = {"definition": _LINK.sub("", term["definition"])}
        yield from faults_in(GLOSSARY, _of_texts, GLOSSARY, term["id"], texts, frozenset(), listed)
    known = {*rows, *(term["id"] for term in knowledge.load(GLOSSARY)["term"])}
    for id in knowledge.load(PLAIN):
        if id not in known or id not in listed:
            yield Fault(PLAIN, id, "", "accepted: the id of an entry, with words that it holds and why")


def _rows() -> Iterator[tuple[str, Row]]:
    for folder, kind in KINDS.items():
        for name in knowledge.names(folder):
            yield from ((name, row) for row in knowledge.load(name, Decimal).get(kind, ()))


def _of_entry(name: str, row: Row, rows: Mapping[str, Row], listed: Mapping[str, Row]) -> Iterator[Fault]:
    texts = {field: row[field] for field in TEXTS if field in row}
    yield from _of_texts(name, row["id"], texts, own(row, rows), listed)


def _of_texts(
    file: str, id: str, texts: Mapping[str, str], own: frozenset[Number], listed: Mapping[str, Row]
) -> Iterator[Fault]:
    plain: Mapping[str, str] = listed.get(id, {})
    for field, text in ((field, text) for field, text in texts.items() if _NUMBER.search(text)):
        for words, number in stated(without_names(text, plain)):
            if number not in own:
                yield Fault(file, id, field, f"{words} is no figure of this entry, and not listed in {PLAIN}")
    whole = " ".join(" ".join(texts.values()).split())
    for words, why in plain.items():
        if not (isinstance(why, str) and why) or words not in whole:
            yield Fault(PLAIN, id, words, f"is {why!r}; accepted: words that the entry holds, and why")


def own(row: Row, rows: Mapping[str, Row]) -> frozenset[Number]:
    """The numbers that the words of an entry may state.

    >>> sorted(own({"low": Decimal("3"), "high": Decimal("5"), "unit": "cm", "quantity": "size"}, {}))
    [(Fraction(3, 1), ''), (Fraction(3, 1), 'cm'), (Fraction(5, 1), ''), (Fraction(5, 1), 'cm')]
    """
    named = [rows[id] for field in ("facts", "errata") for id in row.get(field, ()) if id in rows]
    parts = [part for each in (row, *named) for part in (each, *each.get("figure", ()))]
    return frozenset(number for part in parts for number in _of_part(part))


def _of_part(part: Row) -> Iterator[Number]:
    unit = _unit(str(part.get("unit", "")).partition(" ")[0])
    ends = [part[end] for end in ("low", "high") if end in part]
    for value in (*ends, *part.get("interval", ())):
        yield from ((abs(Fraction(value)), one) for one in {unit, ""})
    about = " ".join(str(part.get(field, "")) for field in ("quantity", "population", "unit", "interval_kind"))
    yield from ((number, one) for _, (number, unit) in stated(about) for one in {unit, ""})
    yield from ((Fraction(year), "") for key in part.get("cites", ()) for year in _YEAR.findall(key))


def stated(text: str) -> Iterator[tuple[str, Number]]:
    """The numbers of a text, each as it stands there; of a range only the end has the unit beside it.

    >>> [words for words, _ in stated("10–20 % of 35 618 patients")]
    ['10', '20 %', '35 618 patients']
    """
    for found in _NUMBER.finditer(" ".join(text.split())):
        digits = found[1].replace(" ", "")
        number = Fraction(digits.replace(",", "")) if digits.count(".") < 2 else Fraction(-1)
        yield found[0], (number, _unit(found[2] or ""))


def _unit(written: str) -> str:
    """A unit in one spelling: a week is weeks."""
    return f"{written}s" if written in ("minute", "hour", "day", "week", "month", "year", "patient") else written
