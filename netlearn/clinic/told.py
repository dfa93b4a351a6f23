"""What is told of one patient, made ready for the tables of one edition.

What the edition does not know is set aside with a note and not refused: a patient's file serves every edition.
A name that no table of any edition knows is a slip of the pen, and is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import field, frozen

from netlearn.clinic.implied import implied
from netlearn.clinic.plan import plan, versions
from netlearn.clinic.plan_records import Case
from netlearn.decision import load, names
from netlearn.decision.case import keywords
from netlearn.decision.derivation import derivation_of
from netlearn.decision.inputs import Input
from netlearn.decision.table import Table
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.naming import one_of
from netlearn.words import say


@frozen
class Told:
    """What the tables of one edition can be told; what was set aside, and what follows, by name with a sentence."""

    known: Mapping[str, Any]
    set_aside: Mapping[str, str] = field(factory=dict)
    follows: Mapping[str, str] = field(factory=dict)


def told(case: Case, members: Sequence[Table]) -> Told:
    """What a case tells the tables of one edition.

    Raises InputError for a name that no table of any edition knows and for a value that none accepts.
    """
    if not isinstance(case, Mapping):
        raise InputError("case", case, "a mapping of inputs to what is known of them")
    known, notes = {key: value for key, value in case.items() if value is not None}, dict[str, str]()
    for key, value in tuple(known.items()):
        _refuse_slip(key, value, members)
        if note := _unasked(key, members) or _foreign(key, value, members):
            notes[key] = note
            older = _older(key, value, members)
            if older:
                known[key] = older
                notes[key] = say("told", "older", label=_label(key), value=value, older=older)
            else:
                del known[key]
    for key in tuple(known):
        if not any(key in accepted(table, known) for table in members):
            notes[key] = say("told", "derived", label=_label(key))
            del known[key]
    follows = {name: value for name, value in implied(known, members).items() if _fits(name, known, members)}
    return Told({**known, **follows}, notes, {name: _follows(name, value, members) for name, value in follows.items()})


def _fits(name: str, known: Case, members: Sequence[Table]) -> bool:
    """Whether some table can be told it, beside what is said."""
    return any(name in accepted(table, known) for table in members)


def _follows(name: str, value: Any, members: Sequence[Table]) -> str:
    asked = next(i for table in members for i in table.inputs if i.name == name)
    return say("told", "follows", label=asked.label, value=asked.show(value))


def accepted(table: Table, known: Case) -> tuple[str, ...]:
    """What a table can be told. Where the case gives a required verdict, that table's own inputs are not passed on."""
    given = tuple(i.name for i in table.inputs if i.table and i.name in known)
    return _accepted(table.name, table.edition, given)


@cache
def _accepted(name: str, edition: str, given: tuple[str, ...]) -> tuple[str, ...]:
    table = load(name, edition)
    derivation = derivation_of(table)
    found = [*(derivation.keywords if derivation else ()), *(i.name for i in table.inputs)]
    for required in table.inputs:
        if required.table and required.name not in given:
            found += keywords(load(required.table, edition))
    return tuple(dict.fromkeys(found))


@cache
def _keywords(name: str, edition: str) -> frozenset[str]:
    """Every name that a table can be told."""
    return frozenset(keywords(load(name, edition)))


@cache
def _everywhere() -> Mapping[str, tuple[Input, ...]]:
    """Every name that some table of some edition can be told, with the inputs of that name."""
    found: dict[str, list[Input]] = {}
    for name in dict.fromkeys(n for edition in edition_ids() for n in names(edition)):
        for table in versions(name):
            for key in keywords(table):
                found.setdefault(key, [])
            for asked in table.inputs:
                found[asked.name].append(asked)
    return {name: tuple(inputs) for name, inputs in found.items()}


def labels() -> Iterator[tuple[str, str]]:
    """Every name that some table can be told, with its label."""
    return ((name, _label(name)) for name in _everywhere())


def _label(key: str) -> str:
    return next((asked.label for asked in _everywhere()[key]), key.replace("_", " "))


def _refuse_slip(key: object, value: object, members: Sequence[Table]) -> None:
    if not isinstance(key, str) or key not in _everywhere():
        there = dict.fromkeys(key for table in members for key in keywords(table))
        raise InputError(key, value, f"an input of these tables: {one_of(key, there)}")  # type: ignore[arg-type]


def _unasked(key: str, members: Sequence[Table]) -> str:
    if any(key in _keywords(table.name, table.edition) for table in members):
        return ""
    return say("told", "unasked", label=_label(key))


def _foreign(key: str, value: Any, members: Sequence[Table]) -> str:
    """A note on a value that no input of that name takes in this edition, though one of another does."""
    own = [asked for table in members for asked in _inputs_of(table) if asked.name == key]
    if not own or plan().joint(key, value) or any(takes(asked, value) for asked in own):
        return ""
    if not any(takes(asked, value) for asked in _everywhere()[key]):
        raise _refused(own, key, value)
    return say("told", "foreign", label=_label(key), value=value)


def _refused(own: Sequence[Input], key: str, value: Any) -> InputError:
    """The refusal of the input itself; of several that name treatments, one with all their values."""
    asked_in_turn = any(key in each for each in plan().each.values())
    values = dict.fromkeys([*(v for asked in own for v in asked.values), *plan().together.get(key, {})])
    if asked_in_turn and values:
        return InputError(key, value, f"one of {', '.join(map(repr, values))}", label=_label(key))
    try:
        own[0].parse(value)
    except InputError as refused:
        return refused
    raise AssertionError(key)


def _inputs_of(table: Table) -> Iterator[Input]:
    """The inputs of a table and of those that it requires."""
    yield from table.inputs
    for asked in table.inputs:
        if asked.table:
            yield from _inputs_of(load(asked.table, table.edition))


def takes(asked: Input, value: Any) -> bool:
    """Whether an input accepts a value."""
    try:
        return asked.parse(value) is not None
    except InputError:
        return False


def _older(key: str, value: Any, members: Sequence[Table]) -> str:
    """The older edition's verdict of which a newer one is a part: NET G2 is not grade 3."""
    asked = next((i for table in members for i in _inputs_of(table) if i.name == key and i.table), None)
    newest = versions(asked.table)[-1] if asked else None
    verdict = newest.verdicts.get(value) if newest and isinstance(value, str) else None
    return verdict.was if asked and verdict and verdict.was in asked.values else ""
