"""What can be asked of a table: every rule, every silence, every conflict, and both sides of every threshold.

A target is a text: ``rule:small``, ``silent:many-one-lobe``, ``conflict:diffuse-in-one-lobe``,
``threshold:largest_diameter_cm:3:above``.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from netlearn.decision.diagram import Diagram, compiled, compiled_to_draw
from netlearn.decision.load import load
from netlearn.decision.restrict import outcome_of
from netlearn.decision.table import Table
from netlearn.decision.unary import plain
from netlearn.errors import InputError
from netlearn.items.sampling import Ends, Sampler
from netlearn.items.values import beside
from netlearn.naming import one_of

SIDES = ("below", "at", "above")


@cache
def targets(table: str, edition: str) -> tuple[str, ...]:
    """Everything that can be asked of a table, in the order of its clauses, thresholds last.

    >>> targets("grade", "review-2012")[:4]
    ('rule:high-ki67', 'rule:many-mitoses', 'rule:neither', 'threshold:ki67_percent:20:at')
    """
    asked, diagram = load(table, edition), compiled(table, edition)
    clauses = [f"rule:{r.id}" for r in asked.rules]
    clauses += [f"silent:{s.id}" for s in asked.silent]
    clauses += [f"conflict:{c.id}" for c in asked.conflicts]
    return (*clauses, *_thresholds(asked, diagram))


def _thresholds(table: Table, diagram: Diagram) -> Iterator[str]:
    for number, asked in enumerate(diagram.inputs):
        if not asked.numeric or asked.domain is None:
            continue
        ends = {end for test in table.tests_on(asked.name) for end in test.literals if end in asked.domain}
        for end in sorted(ends):
            for side in SIDES:
                if _partner(diagram, table.name, number, end, side) is not None:
                    yield f"threshold:{asked.name}:{plain(end)}:{side}"


def _partner(diagram: Diagram, table: str, number: int, end: Fraction, side: str) -> tuple[Fraction, int, int] | None:
    """The number on that side of a threshold, its cell, and the cell across; None where the sides are one region."""
    asked, cells = diagram.inputs[number], diagram.cells[number]
    low, high = beside(table, asked, end)
    value = {"below": low, "at": end, "above": high}[side]
    across = {"below": (end,), "at": (high, low), "above": (end,)}[side]
    if asked.domain is None or value not in asked.domain:
        return None
    here = asked.locate(value, cells)
    there = [asked.locate(other, cells) for other in across if other in asked.domain]
    other = next((cell for cell in there if cell != here), None)
    return None if other is None else (value, here, other)


def sampler(table: str, edition: str, target: str) -> tuple[tuple[Sampler, ...], tuple[int, Fraction] | None]:
    """What draws a case for a target, the best first, and for a threshold the input's number and its value.

    Raises InputError for a target that the table does not have.
    """
    if target not in targets(table, edition):
        there = one_of(target, targets(table, edition))
        raise InputError("target", target, f"a target of {table!r} in {edition!r}: {there}")
    return _sampler(table, edition, target)


@cache
def _sampler(table: str, edition: str, target: str) -> tuple[tuple[Sampler, ...], tuple[int, Fraction] | None]:
    diagram = compiled_to_draw(table, edition)
    kind, _, rest = target.partition(":")
    if kind != "threshold":
        return (Sampler(table, diagram, lambda ends: _asks(kind, rest, ends)),), None
    name, text, side = rest.split(":")
    number = [asked.name for asked in diagram.inputs].index(name)
    found = _partner(diagram, table, number, Fraction(text), side)
    assert found is not None
    value, here, there = found
    sides = ({number: here}, {number: there})
    made = [Sampler(table, diagram, goal, sides) for goal in (_apart, _different)]
    made.append(Sampler(table, diagram, _possible, sides[:1]))
    return tuple(each for each in made if each.alive(each.root)), (number, value)


def _asks(kind: str, id: str, ends: Ends) -> bool:
    """Whether a case ends in the clause asked for, and in an answer that the clause gives."""
    end = ends[0]
    if kind == "rule":
        return end.status == "decided" and id in end.rules
    if kind == "silent":
        return end.status == "not-stated" and id in end.silent
    return end.status == "conflict" and id in end.conflicts


def _possible(ends: Ends) -> bool:
    return not any(end.impossible for end in ends)


def _apart(ends: Ends) -> bool:
    """Two sides of a threshold that are answered differently."""
    return _possible(ends) and len({outcome_of(end) for end in ends}) > 1


def _different(ends: Ends) -> bool:
    """Two sides that are answered alike, but with other reasons or cautions."""
    return _possible(ends) and len(set(ends)) > 1
