"""A case taken from one edition of a table to another: kept, mapped where data say how, else not known, and said so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from netlearn.decision.derivation import asked_inputs
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.table import Table
from netlearn.editions import edition_entry, edition_ids
from netlearn.errors import InputError
from netlearn.words import in_sentence, say


@dataclass(frozen=True, slots=True)
class Carried:
    """What is known of the case in the other edition, and the sentences that say what became of the rest."""

    values: Mapping[str, Any]
    notes: tuple[str, ...] = ()


def carry(table: str, values: Mapping[str, Any], before: str, after: str) -> Carried:
    """Take a case over: what only the edition ``before`` asks is left out, what the other cannot be told is unknown.

    Declared are the names of an input in two editions (``renames``) and of which verdict another is a part (``was``).

    >>> carry("grade", {"mitoses_per_10hpf": 3}, "review-2012", "2026").values
    {'mitoses_per_2mm2': 3}
    >>> carry("resection", {"grade": "NET G2"}, "2026", "review-2012").values
    {'grade': 'not-G3'}
    >>> carry("resection", {"grade": "G3"}, "review-2012", "2026").notes
    ('2026 asks for the grade more precisely; it is set to “not known”.',)
    """
    old, new = load(table, before), load(table, after)
    found: dict[str, Any] = {}
    notes: list[str] = []
    for asked in asked_inputs(new):
        name = _name_in(old, new, asked.name)
        if name not in values:
            name = asked.name  # given in the words of the new edition already
        if values.get(name) is None:
            continue
        taken = _taken(asked, values[name], old, new)
        if taken is not None:
            found[asked.name] = taken
        notes += _notes(asked, name, values[name], taken, old, new)
    return Carried(found, tuple(notes))


def _is_newer(new: Table, old: Table) -> bool:
    return edition_ids().index(new.edition) > edition_ids().index(old.edition)


def _name_in(old: Table, new: Table, name: str) -> str:
    """What the old edition calls an input of the new one."""
    if _is_newer(new, old):
        return new.renames.get(name, name)
    return next((now for now, then in old.renames.items() if then == name), name)


def _taken(asked: Input, given: Any, old: Table, new: Table) -> Any:
    """The value in the new edition, None where it has none or several."""
    try:
        asked.parse(given)
    except InputError:
        parts = list(_parts(asked, given, old, new))
        return parts[0] if len(parts) == 1 else None
    return given


def _parts(asked: Input, given: Any, old: Table, new: Table) -> Iterator[str]:
    """What became of a verdict of the old edition: the one of which it was a part, or its parts."""
    if not asked.table:
        return
    if _is_newer(new, old):
        yield from (v.id for v in load(asked.table, new.edition).verdicts.values() if v.was == given)
    else:
        verdict = load(asked.table, old.edition).verdicts.get(given)
        yield from (verdict.was,) if verdict and verdict.was in asked.values else ()


def _notes(asked: Input, name: str, given: Any, taken: Any, old: Table, new: Table) -> Iterator[str]:
    edition, label = edition_entry(new.edition).label, in_sentence(asked.label)
    if taken is not None and name != asked.name:
        yield say("carry", "renamed", edition=edition, old=in_sentence(old.input(name).label), new=label)
    if taken is not None:
        return
    if list(_parts(asked, given, old, new)):
        yield say("carry", "finer", edition=edition, input=label)
    else:
        yield say("carry", "unknown", edition=edition, input=label, value=_shown(old, name, given))


def _shown(old: Table, name: str, given: Any) -> str:
    try:
        asked = next(each for each in asked_inputs(old) if each.name == name)
        return asked.show(asked.parse(given))
    except (InputError, StopIteration):
        return str(given)
