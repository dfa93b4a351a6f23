"""What the rules of an answer ask for, in clauses: "the tumour is well differentiated"."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from netlearn.decision.inputs import Input
from netlearn.decision.table import Rule, Table
from netlearn.decision.unary import Interval, UnaryTest, Value
from netlearn.items.indicative import indicative
from netlearn.items.nearest import only_integer
from netlearn.items.phrases import key_of, phrases
from netlearn.items.wording import ANY, amount, range_words, together
from netlearn.words import listed

MOST = 2  # conditions that one sentence names
NAMED = 2  # values of one input that a condition names


def lacking(rules: Sequence[Rule], given: Mapping[str, Value]) -> Mapping[str, UnaryTest]:
    """What the nearest of some rules asks for and a patient lacks; where that is nothing, what is not told."""
    every = [(_lacking(rule, given), rule) for rule in rules]
    if not every:
        return {}
    found, rule = min(every, key=lambda each: (not each[0], len(each[0])))
    return found or {name: test for name, test in rule.when.items() if name not in given}


def missing(rules: Sequence[Rule], given: Mapping[str, Value]) -> Mapping[str, UnaryTest]:
    """The same, as far as it is what every one of the rules asks for.

    >>> from netlearn.decision import load
    >>> rules = [each for each in load("rfa").rules if each.verdict == "suitable"]
    >>> list(missing(rules, {"largest_diameter_cm": Fraction(6), "lesion_count": Fraction(2)}))
    ['largest_diameter_cm']
    """
    nearest = lacking(rules, given)
    return {n: t for n, t in nearest.items() if n in given and all(rule.when.get(n) == t for rule in rules)}


def _lacking(rule: Rule, given: Mapping[str, Value]) -> Mapping[str, UnaryTest]:
    return {n: t for n, t in rule.when.items() if n in given and not t.accepts(given[n])}


def condition(table: Table, name: str, test: UnaryTest, value: Value | None = None) -> str:
    """One test as a clause, with the patient's own number in brackets; "" where there are no words for it.

    >>> from netlearn.decision import load
    >>> from netlearn.decision.unary import parse_test
    >>> condition(load("rfa"), "largest_diameter_cm", parse_test("<= 3"), Fraction(6))
    'the largest lesion measures at most 3\\xa0cm (here 6\\xa0cm)'
    >>> condition(load("rfa"), "lobes_involved", parse_test('"left","right"'))
    'only the left or right lobe is involved'
    """
    asked, words = table.input(name), phrases(table.name, name)
    if not asked.numeric:
        held = [each for each in asked.values if test.accepts(each)]
        said = [words.now.get(key_of(each)) or indicative(words.would.get(key_of(each), "")) for each in held]
        return _either(said) if len(said) <= NAMED and all(said) else ""
    region = _region(asked, test)
    if region is None:
        return ""
    here = f" (here {amount(asked, value)})" if isinstance(value, Fraction) else ""
    if only := words.would.get(only_integer(asked, region)):
        return indicative(only)
    text = range_words(asked, region)
    return "" if text == ANY else (words.now.get("") or indicative(words.would[""])).replace("{range}", text) + here


def together_are(clauses: Sequence[str]) -> str:
    """The first conditions as one clause."""
    return together(clauses[:MOST], " is")


def _region(asked: Input, test: UnaryTest) -> Interval | None:
    """The numbers that a test accepts, where they are one interval."""
    first = test.choices[0]
    if test.negated or len(test.choices) > 1 or not isinstance(first, Interval):
        return None
    domain = asked.domain
    if domain is None:
        return first
    low = (domain.low, domain.low_closed) if first.low is None else (first.low, first.low_closed)
    high = (domain.high, domain.high_closed) if first.high is None else (first.high, first.high_closed)
    return Interval(*low, *high)


def _either(clauses: Sequence[str]) -> str:
    """Clauses of one input of which any may hold: what they begin and end with alike is said once."""
    if len(clauses) < 2:
        return "".join(clauses)
    words = [each.split(" ") for each in clauses]
    start, end = _shared(words), _shared([each[::-1] for each in words])
    end = end if len({len(each) for each in words}) == 1 else 0
    if not start:
        return ""
    middle = [" ".join(each[start : len(each) - end]) for each in words]
    return " ".join([*words[0][:start], listed(middle, "or"), *words[0][len(words[0]) - end :]])


def _shared(words: Sequence[Sequence[str]]) -> int:
    return next((n for n, each in enumerate(zip(*words, strict=False)) if len(set(each)) > 1), min(map(len, words)))
