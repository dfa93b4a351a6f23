"""What a clause claims beyond its logic: a source for each number, and a finding that its conditions bear out."""

from netlearn import evidence
from netlearn.decision.table import Clause, Rule, Table
from netlearn.decision.unary import plain


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
