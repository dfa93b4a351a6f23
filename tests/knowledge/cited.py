"""Which facts and figures a rule, a dose or the crisis room stands on."""

from collections.abc import Iterator
from itertools import chain

from netlearn import evidence, knowledge
from netlearn.clinic.crisis.card import crisis_card
from netlearn.clinic.crisis.load import edition, moves, room, statements
from netlearn.clinic.crisis.load import editions as room_editions
from netlearn.clinic.practice import FOLDER, practice_card
from netlearn.decision import load, names
from netlearn.editions import edition_ids
from netlearn.models.parameters import parameters

MODELS = ("bioheat", "pharmacokinetics")


def in_tables() -> Iterator[str]:
    """What the clauses of every table cite, and the shares of its verdicts."""
    for table in (load(name, of) for of in edition_ids() for name in names(of)):
        for clause in table.clauses:
            yield from (*clause.facts, *clause.figures)
        yield from (verdict.share for verdict in table.verdicts.values() if verdict.share)


def in_the_crisis_room() -> Iterator[str]:
    """What the moves, the influences, the judgements and the debrief cite, and where the clock stops."""
    editions = [edition(name) for name in room_editions()]
    judged = chain.from_iterable((*e.aims, *e.orders, *e.judgements) for e in editions)
    for entry in (*moves().values(), *room().influences, *statements(), *judged):
        yield from entry.evidence
    yield knowledge.load("crisis/room.toml")["long_after"]
    for line in (line for step in crisis_card().steps for line in step.lines):
        yield from (*line.facts, *line.figures)


def on_practice_cards() -> Iterator[str]:
    """What the lines of every card "In practice" cite."""
    for file in knowledge.names(FOLDER):
        card = practice_card(file.partition("/")[2].removesuffix(".toml"))
        for line in (line for part in card.parts for line in part.lines):
            yield from (*line.facts, *line.figures)


def in_models() -> Iterator[str]:
    """The facts behind the parameters of the models."""
    for known in map(parameters, MODELS):
        yield from (known.about(name).fact for name in known if known.about(name).fact)


def cited() -> dict[str, evidence.Fact | evidence.Figure]:
    """Every fact and figure with a number that something stands on, by id."""
    known = {**evidence.facts(), **evidence.figures()}
    ids = dict.fromkeys((*in_tables(), *in_the_crisis_room(), *on_practice_cards(), *in_models()))
    return {id: known[id] for id in ids if known[id].value is not None}
