"""Numbers, regions and verdicts in words."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from netlearn.decision import Decision
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.unary import Interval, plain
from netlearn.value import decimal_text, keep_together

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MASSES = ((1_000_000, "g"), (1_000, "mg"), (1, "microgram"))


def capital(text: str) -> str:
    """A text with a capital at its start.

    >>> capital("the liver")
    'The liver'
    """
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as an enumeration.

    >>> listed(["fever", "pain", "leucocytosis"]), listed(["type I", "type III"], "or")
    ('fever, pain and leucocytosis', 'type I or type III')
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def amount(asked: Input, value: Fraction) -> str:
    """A number with its unit, as a clinician writes it.

    >>> from netlearn.decision import load
    >>> amount(load("dose-check").input("dose_microgram"), Fraction(150_000))
    '150\\xa0mg'
    >>> amount(load("rfa").input("lesion_count"), Fraction(4))
    'four'
    """
    if asked.unit == "microgram":
        size, unit = next(pair for pair in _MASSES if value >= pair[0] or pair[0] == 1)
        return keep_together(f"{_decimal(value / size)} {unit}")
    if asked.unit:
        unit = asked.unit.removesuffix("s") if value == 1 else asked.unit
        return keep_together(f"{_decimal(value)} {unit}")
    counts = asked.kind == "integer" and value.denominator == 1 and 0 < value <= 10 and "score" not in asked.name
    return _NUMBERS[int(value)] if counts else _decimal(value)


def _decimal(value: Fraction) -> str:
    return decimal_text(value) if "/" not in plain(value) else plain(value)


def range_words(asked: Input, cell: Interval) -> str:
    """A region of a number in words, as far as the input's own limits do not say it already.

    >>> from netlearn.decision import load
    >>> range_words(load("rfa").input("largest_diameter_cm"), Interval(Fraction(3), False, Fraction(5), True))
    'more than 3\\xa0cm but at most 5\\xa0cm'
    """
    domain = asked.domain or cell
    low = None if cell.low == domain.low else cell.low
    high = None if cell.high == domain.high else cell.high
    if low is not None and low == high:
        return f"exactly {amount(asked, low)}"
    if low is None and high is None:
        return "anything"
    if low is not None and high is not None and cell.low_closed and cell.high_closed:
        first, last = amount(asked, low).split("\u00a0"), amount(asked, high)
        return f"from {first[0] if last.endswith(first[-1]) else amount(asked, low)} to {last}"
    parts = []
    if low is not None:
        parts.append(f"{'at least' if cell.low_closed else 'more than'} {amount(asked, low)}")
    if high is not None:
        parts.append(f"{'at most' if cell.high_closed else 'less than'} {amount(asked, high)}")
    return " but ".join(parts)


def together(clauses: Sequence[str]) -> str:
    """Clauses after "if" as one enumeration; a beginning that the clause before has too is not said again.

    >>> together(["the tumour were grade 3", "the tumour were well differentiated"])
    'the tumour were grade 3 and well differentiated'
    """
    heads = [" ".join(text.split(" ")[:3]) for text in clauses]
    shared = [n > 0 and heads[n] == heads[n - 1] and heads[n].endswith(" were") for n in range(len(clauses))]
    cut = zip(clauses, heads, shared, strict=True)
    return listed([text.removeprefix(f"{head} ") if same else text for text, head, same in cut])


def verdict_words(table: str, edition: str, decision: Decision) -> str:
    """A decision's outcome in a sentence: "type I", "type I or type III, and nothing says which prevails"."""
    labels = [_lower(load(table, edition).verdicts[v].label) for v in _verdicts(decision)]
    if not labels:
        return "not covered by any rule"
    return labels[0] if len(labels) == 1 else f"{listed(labels, 'or')}, and nothing says which prevails"


def _verdicts(decision: Decision) -> Iterable[str]:
    return (decision.verdict,) if decision.verdict else decision.possible


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
