"""Numbers, regions and verdicts in words."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from netlearn.decision import Decision
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.unary import Interval, plain
from netlearn.units import SPELT
from netlearn.value import decimal_text, keep_together
from netlearn.words import listed, say

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ANY = "anything"
_PRESCRIBED = ("microgram", "GBq")
OTHER_LABORATORIES = {"mg/dl": "micromol/l"}  # what a unit is in where British laboratories print it
_HOURS = 3 * 24  # what is longer is told in days
_MASSES = ((1_000_000, "g"), (1_000, "mg"), (1, "microgram"))


def capital(text: str) -> str:
    """A text with a capital at its start.

    >>> capital("the liver")
    'The liver'
    """
    return text[:1].upper() + text[1:]


def with_article(text: str) -> str:
    """A text whose indefinite articles fit the words after them.

    >>> with_article("a atypical carcinoid and a lesion")
    'an atypical carcinoid and a lesion'
    """
    return re.sub(r"\b([Aa]) (?=[aei])", r"\1n ", text)


def sound(parts: Sequence[Sequence[str]]) -> str:
    """What is sound in a patient, from subjects and their verbs; subjects of one verb share it.

    >>> sound([("clotting", "are normal"), ("kidney function", "are normal"), ("the portal vein", "are open")])
    'clotting and kidney function are normal, and the portal vein is open'
    """
    subjects: dict[str, list[str]] = {}
    for subject, verb in parts:
        subjects.setdefault(verb, []).append(subject)
    said = [f"{listed(each)} {_verb(verb, each)}" for verb, each in sorted(subjects.items())]
    return ", and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _verb(verb: str, subjects: Sequence[str]) -> str:
    one = len(subjects) == 1 and not subjects[0].endswith("s")
    return re.sub("^are ", "is ", verb) if one else verb


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
    if asked.unit == "hours" and value > _HOURS and value % 24 == 0:
        return keep_together(f"{_decimal(value / 24)} days")
    if asked.unit:
        unit = asked.unit.removesuffix("s") if value == 1 else asked.unit
        return keep_together(f"{_decimal(value)} {unit}")
    counts = asked.kind == "integer" and value.denominator == 1 and 0 < value <= 10 and _counted(asked)
    return NUMBERS[int(value)] if counts else _decimal(value)


def in_both_units(asked: Input, value: Fraction) -> str:
    """A number as a story gives it: with the unit of other laboratories beside the table's, where there is one.

    >>> from netlearn.decision import load
    >>> in_both_units(load("sirt", "2026").input("bilirubin_mg_per_dl"), Fraction(2))
    '34\\xa0micromol/l (2\\xa0mg/dl)'
    """
    said, other = amount(asked, value), OTHER_LABORATORIES.get(asked.unit or "")
    if other is None:
        return said
    size = value * SPELT[asked.unit or ""].size / SPELT[other].size
    return keep_together(f"{round(size)} {other} ({said})")


def _decimal(value: Fraction) -> str:
    return decimal_text(value) if "/" not in plain(value) else plain(value)


def _whole_grams(asked: Input, high: Fraction | None) -> bool:
    """Whether a limit of a dose is so far up that nobody writes it."""
    return asked.unit == "microgram" and high is not None and high >= _MASSES[0][0]


def _counted(asked: Input) -> bool:
    """Whether a number counts things, such as lesions or stools."""
    return not asked.unit and "score" not in asked.name


def range_words(asked: Input, cell: Interval) -> str:
    """A region of a number in words, as far as the input's own limits do not say it already.

    >>> from netlearn.decision import load
    >>> range_words(load("rfa").input("largest_diameter_cm"), Interval(Fraction(3), False, Fraction(5), True))
    'more than 3\\xa0cm but at most 5\\xa0cm'
    """
    domain = asked.domain or cell
    low = None if cell.low == domain.low else cell.low
    high = None if cell.high == domain.high or (low is not None and _whole_grams(asked, cell.high)) else cell.high
    if low is not None and low == high:
        return amount(asked, low) if asked.unit in _PRESCRIBED else f"exactly {amount(asked, low)}"
    if low is None and high is None:
        return ANY
    if low is not None and high is not None and cell.low_closed and cell.high_closed:
        first, last = amount(asked, low).split("\u00a0"), amount(asked, high)
        return f"from {first[0] if last.endswith(first[-1]) else amount(asked, low)} to {last}"
    parts = []
    if low is not None:
        parts.append(f"{'at least' if cell.low_closed else 'more than'} {amount(asked, low)}")
    if high is not None:
        less = "fewer than" if _counted(asked) else "less than"
        parts.append(f"{'at most' if cell.high_closed else less} {amount(asked, high)}")
    return " but ".join(parts)


_VERBS = (
    "were|had|lay|gave|caused|left|measured|held|showed|controlled|worked|secreted|grew|reached|did not|fitted"
    "|is|are|lies|gives|causes|shows|does not|do not|lie|reach|has|have"
)


def together(clauses: Sequence[str], verb: str = " were") -> str:
    """Clauses after "if" as one enumeration; a beginning that the clause before has too is not said again.

    >>> together(["the tumour were grade 3", "the tumour were well differentiated"])
    'the tumour were grade 3 and well differentiated'
    """
    clauses = [_joined(text, clauses[n - 1] if n else "") for n, text in enumerate(clauses)]
    heads = [text[: text.find(f"{verb} ") + len(verb)] for text in clauses]
    shared = [n > 0 and heads[n] == heads[n - 1] and heads[n].endswith(verb) for n in range(len(clauses))]
    cut = zip(clauses, heads, shared, strict=True)
    return listed([text.removeprefix(f"{head} ") if same else text for text, head, same in cut])


def _joined(text: str, before: str) -> str:
    """A clause without its subject where the one before has the same: "the primary lay there and gave no symptoms"."""
    mine, other = (re.match(rf"(the \w+) ({_VERBS}) ", each) for each in (text, before))
    same = mine and other and mine[1] == other[1] and mine[2] != other[2]
    return text.removeprefix(f"{mine[1]} ") if mine and same else text


def verdict_words(table: str, edition: str, decision: Decision) -> str:
    """A decision's outcome in a sentence: "type I", "type I or type III, and nothing says which prevails"."""
    labels = [_lower(load(table, edition).verdicts[v].label) for v in _verdicts(decision)]
    if not labels:
        return say("kind_liver", "no_rule")
    return labels[0] if len(labels) == 1 else say("kind_liver", "no_prevailing", verdicts=listed(labels, "or"))


def _verdicts(decision: Decision) -> Iterable[str]:
    return (decision.verdict,) if decision.verdict else decision.possible


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
