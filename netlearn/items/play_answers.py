"""What a play says of the answers of a step in words of its own, beside what its tables say.

An answer of a table gets other words here, is counted as right as well, or is marked as one that could harm; an answer
that no table has is added. A step that asks no table and no rows is asked in answers of its own alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from netlearn.errors import InputError
from netlearn.items.common import NOT_STATED, dont_know
from netlearn.items.item import Json
from netlearn.items.variant import Variant
from netlearn.prose import filled

_SOURCES = ("facts", "figures", "updates")


@frozen
class OwnAnswer:
    """One answer: ``text`` and ``says`` replace what the table says, where they are given.

    ``adds`` is said after what the table says; ``right`` counts it as right too, ``harmful`` marks a wrong one.
    """

    id: str
    text: str = ""
    says: str = ""
    adds: str = ""
    right: bool = False
    harmful: bool = False
    evidence: tuple[str, ...] = ()


def own_answers(rows: Sequence[Mapping[str, Any]], where: str) -> tuple[OwnAnswer, ...]:
    """The own answers of a step. Raises KnowledgeError where a number in their words is not cited."""
    return tuple(_own_answer(filled(row, where)) for row in rows)


def _own_answer(row: Mapping[str, Any]) -> OwnAnswer:
    evidence = tuple(dict.fromkeys(id for name in _SOURCES for id in row.get(name, ())))
    words = {name: value for name, value in row.items() if name not in (*_SOURCES, "basis")}
    return OwnAnswer(**words, evidence=evidence)


def of_own_answers(own: Sequence[OwnAnswer], edition: str) -> Variant:
    """The question of a step that no table answers: each answer is written, and says what it rests on."""
    parts = {"options": [*(_added(each) for each in own), dont_know()], "key": [o.id for o in own if o.right]}
    return Variant("choice", "", "one of the options", edition, parts=parts)


def with_own(made: Variant, own: Sequence[OwnAnswer]) -> Variant:
    """The question of a table with the step's own words; raises InputError for new words without a text."""
    if not own:
        return made
    named = {each.id: each for each in own}
    options = [_changed(each, named.pop(each["id"], None)) for each in made["options"]]
    right = [each.id for each in own if each.right and each.id not in made["key"]]
    parts = {**made.parts, "options": list(_placed(options, list(named.values()))), "key": [*made["key"], *right]}
    return evolve(made, parts=parts)


def _changed(option: Json, own: OwnAnswer | None) -> Json:
    if own is None:
        return option
    said = own.says or option["feedback"]
    made: Json = {**option, "text": own.text or option["text"], "feedback": f"{said} {own.adds}".strip()}
    made["evidence"] = list(dict.fromkeys([*option["evidence"], *own.evidence]))
    return {**made, "dangerous": True} if own.harmful else made


def _added(own: OwnAnswer) -> Json:
    if not (own.text and own.says):
        raise InputError("answer", own.id, "an answer of the table, or a new one with its text and what is said of it")
    made: Json = {"id": own.id, "text": own.text, "feedback": own.says, "evidence": list(own.evidence)}
    return {**made, "dangerous": True} if own.harmful else made


def _placed(options: Sequence[Json], added: Sequence[OwnAnswer]) -> Iterator[Json]:
    """Yield the options, the added ones before the silence and "I don't know"."""
    last = [each for each in options if each["id"] in (NOT_STATED, dont_know()["id"])]
    yield from (each for each in options if each not in last)
    yield from map(_added, added)
    yield from last
