"""Tables whose inputs are worked out from something a person would rather give.

The liver table asks "all in one lobe?", but a reader marks segments on a map. A derivation says
how one becomes the other. The table names the module of ``clinic`` that holds it in a function ``derivation``,
so this package knows no anatomy.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from netlearn.decision.inputs import Input
from netlearn.decision.table import Clause, Table
from netlearn.decision.unary import Value

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the inputs of a table come from others.

    ``keywords``: what a caller of ``decide`` may give. ``accept``: from those to the table's inputs.
    ``asks``: the inputs of the page, each with finitely many values. ``from_page``: from a complete set of
    these to the keywords. ``variants``: every single change of the keywords, as (input, words, value, keywords).
    ``told_by``: an input of the table -> the keyword that would tell it, where they are not the same.
    ``whole``: keywords that, once given, leave nothing of theirs to ask: a dose is a mass or an activity, not both.
    ``unsaid``: an input of the page that, left out, is read as this value wherever, with it, one of these rules holds;
    it tells the page what ``accept`` does with what is left out.
    """

    keywords: tuple[str, ...]
    accept: Callable[[Given], Mapping[str, Value | None]]
    asks: Callable[[], tuple[Input, ...]]
    from_page: Callable[[Mapping[str, Value]], Given]
    variants: Callable[[Given], Iterable[tuple[str, str, Value, Given]]]
    told_by: Mapping[str, str]
    whole: tuple[str, ...] = ()
    unsaid: Mapping[str, tuple[Value, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What the page asks, made when a page is: a decision does without."""
        return self.asks()


def derivation_of(table: Table) -> Derivation | None:
    """The derivation that a table names, if it names one."""
    return _derivation(table.derivation) if table.derivation else None


def asked_inputs(table: Table) -> tuple[Input, ...]:
    """What a page asks for a table: the inputs of its derivation, or its own where it has none."""
    derivation = derivation_of(table)
    return derivation.inputs if derivation else table.inputs


def measures(table: Table, clause: Clause) -> list[str]:
    """The amounts that the condition of a clause is about, as a table calls them and as a caller would give them."""
    names = [name for name in clause.when if table.input(name).numeric]
    derivation = derivation_of(table)
    told = derivation.told_by if derivation else {}
    return list(dict.fromkeys([*names, *(told.get(name, name) for name in names)]))


@cache
def _derivation(module: str) -> Derivation:
    found: Derivation = import_module(module).derivation()
    return found
