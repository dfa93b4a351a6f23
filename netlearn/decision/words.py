"""Conditions, regions and outcomes in words for people: ``> 3 to 5 cm``, ``any but lung``, ``Not stated``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from netlearn.decision.inputs import Input
from netlearn.decision.load import load, names
from netlearn.decision.proof import Region
from netlearn.decision.restrict import Outcome
from netlearn.decision.table import Clause, Table, Verdict
from netlearn.decision.unary import Interval, UnaryTest, Value, parse_test
from netlearn.editions import edition_ids
from netlearn.value import decimal_text, keep_together
from netlearn.words import say

_TONES = {"not-stated": "notstated", "impossible": "error"}
_SIGNS = {"<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_SPAN = re.compile(r"([\[\]])\s*(-?[\d.]*\d)\s*\.\.\s*(-?[\d.]*\d)\s*([\[\]])")
_SIGN = re.compile(r"(<=|>=|<|>) ?(?=-?\d)")
_UNIT = re.compile(r"(\d) (?=%|[a-zµ])")
_FEW = 2  # exceptions that are shorter to name than what is left


@dataclass(frozen=True, slots=True)
class Shown:
    """An outcome as a page or a terminal shows it: ``tone`` picks its colour and shape, ``label`` says it."""

    tone: str
    label: str


def printed(text: str) -> str:
    """A condition with the signs that print has, as ``words.js`` writes them.

    >>> [printed(text).replace("\\xa0", " ") for text in ("size <= 3 cm", "size ]3..5] cm", "count [3..5]", "[3..6[")]
    ['size ≤ 3 cm', 'size over 3, up to 5 cm', 'count 3–5', 'from 3 to under 6']
    """
    text = _SPAN.sub(lambda found: _span(*found.groups()), text)
    text = _SIGN.sub(lambda found: f"{_SIGNS[found[1]]}\u00a0", text)
    return _UNIT.sub("\\1\u00a0", text)


def _span(opening: str, low: str, high: str, closing: str) -> str:
    if opening == "[":
        return f"{low}–{high}" if closing == "]" else say("span", "from_under", low=low, high=high)
    return say("span", "over_to" if closing == "]" else "over_under", low=low, high=high)


def accepted_words(asked: Input, test: UnaryTest) -> str:
    """What a test accepts, with its unit.

    >>> size = Input("size", "number", unit="cm")
    >>> accepted_words(size, parse_test("]3..5]")).replace("\\xa0", " ")
    '> 3 to 5 cm'
    >>> accepted_words(Input("site", "choice", values=("gut", "lung", "other")), parse_test('not("lung")'))
    'gut or other'
    """
    if not asked.numeric:
        return values_words(asked, [value for value in asked.values if test.accepts(value)])
    ranges = [c for c in test.choices if isinstance(c, Interval)]
    return ("not " if test.negated else "") + ranges_words(asked, ranges)


def ranges_words(asked: Input, ranges: Iterable[Interval]) -> str:
    """Ranges of a numeric input, joined by "or", with the unit after the last."""
    found = list(ranges)
    unit = asked.unit
    if all(r.low == r.high == 1 for r in found) and unit.endswith("s"):  # units are written in the plural
        unit = unit.removesuffix("s")
    text = " or ".join(interval_words(r) for r in found)
    return keep_together(f"{text} {unit}".strip())


def interval_words(interval: Interval) -> str:
    """One range in words.

    >>> [interval_words(parse_test(t).choices[0]) for t in ("[3..20]", "]3..5]", "[3..6[", "<= 3", "20")]
    ['3 to 20', '> 3 to 5', '3 to < 6', '≤ 3', '20']
    """
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return decimal_text(low)
    if low is None and high is None:
        return "any"
    if low is None and high is not None:
        return f"{'≤' if interval.high_closed else '<'} {decimal_text(high)}"
    assert low is not None
    if high is None:
        return f"{'≥' if interval.low_closed else '>'} {decimal_text(low)}"
    opening, closing = "" if interval.low_closed else "> ", "" if interval.high_closed else "< "
    return f"{opening}{decimal_text(low)} to {closing}{decimal_text(high)}"


def values_words(asked: Input, accepted: Sequence[Value]) -> str:
    """Values of a choice, by their labels; the exceptions where they are far fewer.

    >>> days = Input("day", "choice", values=("Mon", "Tue", "Wed", "Thu", "Fri"))
    >>> values_words(days, ["Mon", "Tue", "Wed", "Fri"]), values_words(days, ["Mon", "Tue"])
    ('any but Thu', 'Mon or Tue')
    """
    left_out = [value for value in asked.values if value not in accepted]
    if left_out and len(left_out) <= _FEW and len(accepted) > len(left_out) + 1:
        return "any but " + " or ".join(map(asked.show, left_out))
    return " or ".join(map(asked.show, accepted))


def conditions(table: Table, clause: Clause) -> tuple[tuple[str, str], ...]:
    """The conditions of a clause as pairs of an input's label and what it must be."""
    asked = {name: table.input(name) for name in clause.when}
    return tuple((asked[name].label, accepted_words(asked[name], test)) for name, test in clause.when.items())


def joined(pairs: Iterable[tuple[str, str]]) -> str:
    """Conditions as one line.

    >>> joined([("Size", "≤ 3"), ("Site", "lung")]), joined([])
    ('Size ≤ 3; Site: lung', 'in every case')
    """
    return "; ".join(f"{label}{'' if words[0] in '<>≤≥' else ':'} {words}" for label, words in pairs) or "in every case"


def region_words(inputs: Mapping[str, Input], region: Region) -> str:
    """A region in words; ``inputs`` are those by which it was found."""
    return joined((inputs[name].label, _described(inputs[name], text)) for name, text in region.when.items())


def witness_words(inputs: Mapping[str, Input], region: Region) -> str:
    """The witness of a region, as far as the region depends on it."""
    return joined((inputs[name].label, value_words(inputs[name], region.witness[name])) for name in region.when)


def value_words(asked: Input, value: Value) -> str:
    """One value with its unit.

    >>> value_words(Input("dose", "number", unit="microgram"), Fraction(60000)).replace("\\xa0", " ")
    '60 000 microgram'
    """
    if isinstance(value, Fraction):
        return ranges_words(asked, [Interval(value, True, value, True)])
    return asked.show(value)


def _described(asked: Input, text: str) -> str:
    """What ``Input.describe`` wrote about several cells, in words; neighbouring ranges become one."""
    if not asked.numeric:
        labels = {asked.show(value): value for value in asked.values}
        return values_words(asked, [labels[part] for part in text.removeprefix("= ").split(" or = ")])
    parts = (parse_test(part.removeprefix("= ")).choices[0] for part in text.split(" or ") if part != "-")
    return ranges_words(asked, _merged(part for part in parts if isinstance(part, Interval)))


def _merged(ranges: Iterable[Interval]) -> list[Interval]:
    """Ranges in order, with those that touch joined into one."""
    found: list[Interval] = []
    for part in ranges:
        last = found[-1] if found else None
        touching = last is not None and last.high == part.low and (last.high_closed or part.low_closed)
        if last is not None and last.high is not None and touching:
            found[-1] = replace(last, high=part.high, high_closed=part.high_closed)
        else:
            found.append(part)
    return found


def outcome_shown(outcome: Outcome, *verdicts: Mapping[str, Verdict]) -> Shown:
    """An outcome's tone and words; the first of ``verdicts`` that knows one of its verdicts names it.

    >>> outcome_shown(Outcome("not-stated", ()), {})
    Shown(tone='notstated', label='Not stated')
    """
    known = {id: verdict for one in reversed(verdicts) for id, verdict in one.items()}
    named = [known[id].label if id in known else id for id in outcome.verdicts]
    if outcome.status == "undetermined" and len(named) == 1:
        named.append(say("board", "not_stated"))  # one verdict is open only where some completion has none
    labels = " or ".join(named)
    if outcome.status == "decided":
        only = known.get(outcome.verdicts[0])
        return Shown(only.tone if only else "plain", labels)
    title = say("outcome", outcome.status)
    return Shown(_TONES.get(outcome.status, outcome.status), f"{title}: {labels}" if labels else title)


def inputs_of(table: str, *editions: str) -> dict[str, Input]:
    """Every input by which editions of a table are compared, those of the tables it requires included.

    Of inputs that share a name the last edition's stands.

    >>> "mitoses_per_2mm2" in inputs_of("resection", "review-2012", "2026")
    True
    """
    found: dict[str, Input] = {}
    for edition in editions or edition_ids():
        if table in names(edition):
            own = load(table, edition).inputs
            for required in (i.table for i in own if i.table):
                found |= inputs_of(required, edition)
            found |= {i.name: i for i in own}
    return found
