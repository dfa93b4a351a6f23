"""Small random tables, and the plainest possible way of deciding by them: trying every combination."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import strategies as st

from netlearn.decision.load import build
from netlearn.decision.table import Clause, Table

INPUTS: dict[str, tuple[Any, list[str], list[Any]]] = {
    # name: specification, tests, a value in every region those tests make
    "flag": ("boolean", ["true", "false"], [False, True]),
    "site": (["a", "b", "c"], ['"a"', '"b","c"', 'not("b")'], ["a", "b", "c"]),
    "size": (
        {"number": "[0..10]"},
        ["<= 3", "> 3", "[3..5[", "> 5", "5"],
        [Fraction(x, 2) for x in range(21)],
    ),
    "count": ({"integer": "[1..6]"}, ["<= 2", "> 2", "[2..4]", "6"], [Fraction(x) for x in range(1, 7)]),
}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    names = draw(st.lists(st.sampled_from(sorted(INPUTS)), min_size=1, max_size=3, unique=True))
    whens = st.dictionaries(st.sampled_from(names), st.integers(0, 4), max_size=2).map(
        lambda picks: {n: INPUTS[n][1][k % len(INPUTS[n][1])] for n, k in picks.items()}
    )
    count = draw(st.integers(1, 5))
    rules = {}
    for n in range(count):
        lower = [f"r{k}" for k in range(n + 1, count)]  # precedence points down, so it has no cycle
        over = draw(st.lists(st.sampled_from(lower), unique=True)) if lower else []
        verdict = draw(st.sampled_from(["yes", "no", "maybe"]))
        rules[f"r{n}"] = {"when": draw(whens), "verdict": verdict, "over": over, "because": f"Reason {n}."}
    impossible = {f"x{n}": {"when": w, "because": "cannot be"} for n, w in enumerate(draw(st.lists(whens, max_size=1)))}
    cautions = {f"c{n}": {"when": w, "title": f"Caution {n}"} for n, w in enumerate(draw(st.lists(whens, max_size=3)))}
    head = {"table": "random", "edition": "review-2012", "title": "t", "question": "q"}
    inputs = {name: INPUTS[name][0] for name in names}
    verdicts: dict[str, dict[str, str]] = {"yes": {}, "no": {}, "maybe": {}}
    clauses = {"rules": rules, "cautions": cautions, "impossible": impossible}
    return build({**head, "inputs": inputs, "verdicts": verdicts, **clauses}, "random")


def completions(table: Table, given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every complete case that agrees with what is given."""
    values = [[given[i.name]] if given.get(i.name) is not None else INPUTS[i.name][2] for i in table.inputs]
    for case in product(*values):
        yield dict(zip((i.name for i in table.inputs), case, strict=True))


def holds(clause: Clause, case: Mapping[str, Any]) -> bool:
    """Whether every test of a clause accepts what the case says."""
    return all(test.accepts(case[name]) for name, test in clause.when.items())


def plain_outcome(table: Table, case: Mapping[str, Any]) -> tuple[str, tuple[str, ...]] | None:
    """What one complete case is told, by reading the rules one after the other; None when it is impossible."""

    if any(holds(c, case) for c in table.impossible):
        return None
    left: list[Any] = []
    for rule in table.rules:  # in file order, which is the order of precedence here
        if holds(rule, case) and not any(rule.id in stronger.over for stronger in left):
            left.append(rule)
    verdicts = tuple(sorted({rule.verdict for rule in left}))
    status = {0: "not-stated", 1: "decided"}.get(len(verdicts), "conflict")
    return status, verdicts
