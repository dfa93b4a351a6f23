"""What follows from what is said of a patient, because anything else would contradict it.

A completion that contradicts what is given is no completion: where the contradictions of ``assemblies.toml`` leave an
unknown input one value, it has that value, in every table.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from netlearn.clinic.plan import plan
from netlearn.clinic.plan_records import Contradiction
from netlearn.decision.inputs import Input
from netlearn.decision.load import load, with_required
from netlearn.decision.table import Table
from netlearn.decision.unary import Interval, UnaryTest, Value
from netlearn.errors import InputError

Asked = Mapping[str, Input]


def implied(known: Mapping[str, Any], members: Sequence[Table], since: Iterable[str] = ()) -> dict[str, Any]:
    """The values that follow for inputs of these tables; ``since`` limits it to what follows from those inputs.

    >>> from netlearn.clinic.assemblies import tables
    >>> implied({"resectable": False}, tables("pathway", "2026"))["resection_candidate"]
    False
    """
    board = tuple((t.name, t.edition) for t in members)
    asked = _asked(board)
    values = {name: _parsed(board, name, value) for name, value in known.items() if name in asked}
    found: dict[str, Any] = {}
    todo = list(since or values)
    while todo:
        for name in _touching(todo.pop(), values):
            left = _left(asked[name], list(_barring(name, values))) if name in asked else None
            if left is not None:
                values[name] = found[name] = left
                todo.append(name)
    return found


def contradicted(known: Mapping[str, Any], members: Sequence[Table], by: Iterable[str]) -> bool:
    """Whether some of what is said, these inputs among it, contradicts itself.

    >>> from netlearn.clinic.assemblies import tables
    >>> contradicted({"progressive": True, "months_stable": 6}, tables("pathway", "2026"), ["months_stable"])
    True
    """
    board = tuple((t.name, t.edition) for t in members)
    asked = _asked(board)
    clauses = {each.because: each for name in by for each in _clauses().get(name, ())}

    def holds(name: str, test: UnaryTest) -> bool:
        value = _parsed(board, name, known.get(name)) if name in asked else None
        return value is not None and test.accepts(value)

    return any(all(holds(name, test) for name, test in each.when.items()) for each in clauses.values())


@cache
def linked(name: str, members: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The inputs that stand with one in some contradiction of which these tables ask every input.

    >>> "resection_candidate" in linked("resectable", (("rfa", "2026"), ("transplant", "2026")))
    True
    """
    asked = _asked(members).keys()
    clauses = [each for each in _clauses().get(name, ()) if each.when.keys() <= asked]
    return frozenset(other for each in clauses for other in each.when) - {name}


def _touching(name: str, values: Mapping[str, Any]) -> list[str]:
    """The unknown inputs that stand in a contradiction with a known one."""
    clauses = _clauses().get(name, ())
    return list(dict.fromkeys(other for each in clauses for other in each.when if values.get(other) is None))


def _barring(name: str, values: Mapping[str, Any]) -> Iterable[UnaryTest]:
    """The tests that an unknown input must not pass, as all else of a contradiction is said."""
    for each in _clauses().get(name, ()):
        others = ((n, t) for n, t in each.when.items() if n != name)
        if all(values.get(n) is not None and t.accepts(values[n]) for n, t in others):
            yield each.when[name]


def _left(asked: Input, barring: list[UnaryTest]) -> Value | None:
    """The one value that no test bars, where there is one."""
    if not barring:
        return None
    cells = [c for c in asked.split(barring) if not any(t.accepts(asked.witness(c)) for t in barring)]
    if len(cells) != 1 or (isinstance(cells[0], Interval) and cells[0].low != cells[0].high):
        return None
    return asked.witness(cells[0])


@lru_cache(maxsize=4096, typed=True)  # read again with every answer that is tried; typed, as True is not 1
def _parsed(board: tuple[tuple[str, str], ...], name: str, value: Any) -> Value | None:
    try:
        return _asked(board)[name].parse(value)
    except InputError:  # of another table's input of that name, or refused by all of them soon
        return None


@cache
def _asked(members: tuple[tuple[str, str], ...]) -> Asked:
    read = [each for table, edition in members for each in with_required(load(table, edition))]
    return {i.name: i for each in reversed(read) for i in each.inputs}


@cache
def _clauses() -> Mapping[str, tuple[Contradiction, ...]]:
    """The contradictions by the inputs of which they speak."""
    names = dict.fromkeys(name for each in plan().contradictions for name in each.when)
    return {name: tuple(each for each in plan().contradictions if name in each.when) for name in names}
