"""What a clause claims beyond its logic: a source for each number, and a finding that its conditions bear out."""

from collections.abc import Iterator
from fractions import Fraction

from netlearn import evidence
from netlearn.decision.table import Clause, Rule, Table
from netlearn.decision.unary import Interval, UnaryTest, plain
from netlearn.value import Value

Cut = tuple[Fraction, bool]  # a number, and whether it belongs to those below


def unsourced(clause: Clause) -> tuple[str, ...]:
    """The numbers of a clause's condition, and of what its finding states, that no cited fact or figure has as a bound.

    None where the clause says that they are inferred.

    >>> from netlearn.decision import load
    >>> unsourced(load("grade").rules[0])
    ()
    """
    if clause.inferred:
        return ()
    cited = [evidence.fact(f).value for f in clause.facts] + [evidence.figure(f).value for f in clause.figures]
    bounds = {end for value in cited if value for end in value.bounds()}
    stated = clause.finding_of or {} if isinstance(clause, Rule) else {}
    numbers = dict.fromkeys(n for test in (*clause.when.values(), *stated.values()) for n in test.literals)
    return tuple(plain(n) for n in numbers if n not in bounds)


def misplaced(clause: Clause) -> tuple[str, ...]:
    """The tests of a condition whose end holds, or leaves out, the very number where the cited value does the opposite.

    "At most 3" and "over 3" part the numbers alike, and a range holds its ends. A single value says nothing of it.

    >>> from netlearn.decision import load
    >>> misplaced(load("grade").rules[0])
    ()
    """
    cited = [evidence.fact(f).value for f in clause.facts] + [evidence.figure(f).value for f in clause.figures]
    allowed = {cut for value in cited if value for cut in _cuts(value)}
    known = {number for number, _ in allowed}
    return tuple(
        dict.fromkeys(
            test.text
            for test in clause.when.values()
            for number, below in _ends(test)
            if number in known and (number, below) not in allowed
        )
    )


def _cuts(value: Value) -> Iterator[Cut]:
    """Where a value parts the numbers: at which one, and whether that one belongs to those below."""
    if value.low is not None and value.low == value.high:
        yield from ((value.low, below) for below in (True, False))
        return
    if value.low is not None:
        yield value.low, value.bound == ">"
    if value.high is not None:
        yield value.high, value.bound != "<"


def _ends(test: UnaryTest) -> Iterator[Cut]:
    for part in test.choices:
        if isinstance(part, Interval) and part.low != part.high:
            if part.low is not None:
                yield part.low, not part.low_closed
            if part.high is not None:
                yield part.high, part.high_closed


def contradicted(table: Table, rule: Rule) -> tuple[str, ...]:
    """The inputs of which a rule's finding states something that is not so wherever the rule holds.

    >>> from netlearn.decision import load
    >>> table = load("embolisation")
    >>> [contradicted(table, rule) for rule in table.rules if rule.id == "bleeding"]
    [()]
    """
    return tuple(name for name in rule.finding_of or {} if not _borne_out(table, rule, name))


def _borne_out(table: Table, rule: Rule, name: str) -> bool:
    asked, stated, held = table.input(name), (rule.finding_of or {})[name], rule.when.get(name)
    cells = asked.split([stated, held] if held else [stated])
    return all(stated.accepts(v) for v in map(asked.witness, cells) if held is None or held.accepts(v))
