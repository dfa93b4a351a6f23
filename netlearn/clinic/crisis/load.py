"""The crisis room from ``knowledge/crisis``: its actions, its behaviour and its editions, each read once."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from netlearn import evidence, knowledge
from netlearn.clinic.crisis.reading import RecordReader
from netlearn.clinic.crisis.records import (
    FAULTS,
    MEETS,
    NOTHING_STATED,
    VERDICTS,
    Aim,
    Edition,
    Given,
    Influence,
    Judgement,
    Kind,
    Load,
    Move,
    Order,
    Pressure,
    Room,
    Statement,
    When,
)
from netlearn.editions import default_edition, edition_ids
from netlearn.errors import InputError, KnowledgeError

TEACHING_DEVICE = "teaching device"
VASOPRESSOR = "vasopressor"  # the entry of `given` whose moves no edition may reward leaving out
FOUND, TREATED = "cause-found", "cause-treated"  # the entries of `given` that say what came of another cause
_HEAD = ("edition", "position", "note", "always", "reviewed", "sign_off", "aim", "order", "judgement")


@cache
def kinds() -> Mapping[str, Kind]:
    """Every action a learner may take, by id."""
    return read_kinds(knowledge.load("crisis/actions.toml"), "crisis/actions.toml")


@cache
def routes() -> Mapping[str, str]:
    """Every spelling of a route, in lower case, and the route it means."""
    return read_routes(knowledge.load("crisis/actions.toml"), "crisis/actions.toml")


@cache
def moves() -> Mapping[str, Move]:
    """Every move of the machine, by id."""
    return read_moves(knowledge.load("crisis/actions.toml"), kinds(), room(), "crisis/actions.toml")


@cache
def room() -> Room:
    """How the room behaves.

    >>> room().last_minute
    11
    """
    return read_room(knowledge.load("crisis/room.toml"), "crisis/room.toml")


def editions() -> tuple[str, ...]:
    """The editions that judge what is done in the room, the oldest first: those with a file here.

    >>> editions()
    ('review-2012', '2026')
    """
    there = knowledge.names("crisis")
    return tuple(id for id in edition_ids() if f"crisis/{id}.toml" in there)


def edition(name: str | None = None) -> Edition:
    """One edition's judgements. Raises InputError for an edition that does not exist or does not judge the room.

    >>> edition("review-2012").position
    'the 2012 position'
    """
    name = default_edition() if name is None else name
    if not isinstance(name, str) or name not in editions():
        raise InputError("edition", name, f"an edition that judges the crisis room: {', '.join(map(repr, editions()))}")
    return _edition(name)


@cache
def _edition(name: str) -> Edition:
    file = f"crisis/{name}.toml"
    return read_edition(knowledge.load(file), moves(), room(), file)


@cache
def statements() -> tuple[Statement, ...]:
    """The sentences of every debrief."""
    return read_statements(knowledge.load("crisis/debrief.toml"), "crisis/debrief.toml")


def gives(move: Move, wanted: str, of: Room | None = None) -> bool:
    """Whether a move gives something, by itself or in its place.

    >>> gives(moves()["adrenaline"], VASOPRESSOR), gives(moves()["plasma"], VASOPRESSOR)
    (True, False)
    """
    entries = {entry.id: entry for entry in (of or room()).given}
    return bool(move.gives) and wanted in (move.gives, *entries[move.gives].also)


def read_statements(raw: Mapping[str, Any], file: str) -> tuple[Statement, ...]:
    """The sentences of a parsed file, checked."""
    reader = RecordReader(file)
    made = reader.records(Statement, raw, "statement")
    for statement in made:
        reader.member(f"{statement.id}.kind", statement.kind, ("agree", "changed"))
        if not statement.because:
            reader.refuse(f"{statement.id}.because", statement.because, ": a text")
    return made


def read_routes(raw: Mapping[str, Any], file: str) -> Mapping[str, str]:
    """The spellings of routes of a parsed file, checked."""
    reader = RecordReader(file)
    table = reader.table(raw, "routes")
    spelt = {route: (route, *reader.texts(table, route, f"routes.{route}")) for route in table}
    return MappingProxyType({spelling.lower(): route for route, all in spelt.items() for spelling in all})


def read_kinds(raw: Mapping[str, Any], file: str) -> Mapping[str, Kind]:
    """The actions of a parsed file, checked."""
    reader = RecordReader(file)
    reader.only(raw, ("routes", "action", "move"))
    made = {kind.id: kind for kind in reader.records(Kind, raw, "action")}
    for kind in made.values():
        reader.member(f"{kind.id}.dose", kind.dose, ("none", "microgram", "unread"))
        for route in kind.routes:
            reader.member(f"{kind.id}.routes", route, reader.table(raw, "routes"))
        if kind.infusion:
            reader.member(f"{kind.id}.infusion", kind.infusion, made)
    return MappingProxyType(made)


def read_moves(raw: Mapping[str, Any], known: Mapping[str, Kind], room: Room, file: str) -> Mapping[str, Move]:
    """The moves of a parsed file, checked."""
    reader = RecordReader(file)
    made = reader.records(Move, raw, "move")
    for move in made:
        reader.member(f"{move.id}.dose", move.dose, ("any", "stated", "unstated"))
        for action in move.actions:
            reader.member(f"{move.id}.actions", action, known)
        for route in move.routes:
            reader.member(f"{move.id}.routes", route, (*reader.table(raw, "routes"), NOTHING_STATED))
        if move.gives:
            reader.member(f"{move.id}.gives", move.gives, [g.id for g in room.given])
        if move.refused and (move.gives or not move.reply):
            reader.refuse(f"{move.id}.refused", move.refused, ": false, or a move that gives nothing and has a reply")
        _read_test(reader, move)
    return MappingProxyType({move.id: move for move in made})


def _read_test(reader: RecordReader, move: Move) -> None:
    try:
        _ = move.literals
    except KnowledgeError as error:
        reader.refuse(f"{move.id}.dose_microgram", move.dose_microgram, f": a unary test ({error})")


def read_room(raw: Mapping[str, Any], file: str) -> Room:
    """The room of a parsed file, checked: what no source gives must be marked as a teaching device."""
    reader = RecordReader(file)
    reader.only(raw, ("note", "long_after", "untreated_parts", "pressure", "load", "given", "influence"))
    made = Room(
        note=reader.text(raw, "note"),
        last_minute=_last_minute(reader, raw),
        untreated_credit=_part(reader, raw, "untreated_parts"),
        pressures=reader.records(Pressure, raw, "pressure"),
        loads=reader.records(Load, raw, "load"),
        given=reader.records(Given, raw, "given"),
        influences=reader.records(Influence, raw, "influence"),
    )
    _check_room(reader, made)
    _check_given(reader, made)
    return made


def _check_given(reader: RecordReader, made: Room) -> None:
    ids = [entry.id for entry in made.given]
    for entry in made.given:
        for named in (*entry.also, *([entry.treats] if entry.treats else [])):
            reader.member(f"{entry.id}.also", named, ids)


def _last_minute(reader: RecordReader, raw: Mapping[str, Any]) -> int:
    """One more than the minutes after which the sources call a crisis long."""
    value = evidence.figure(reader.text(raw, "long_after")).value
    if value.low is None or value.unit != "minutes":
        reader.refuse("long_after", raw["long_after"], ": a figure with a lower bound in minutes")
    return int(value.low) + 1


def _part(reader: RecordReader, raw: Mapping[str, Any], key: str) -> Fraction:
    """One of so many parts."""
    value = raw.get(key)
    if type(value) is not int or value < 2:
        reader.refuse(key, value, ": a whole number from 2 on")
    return Fraction(1, value)


def _check_room(reader: RecordReader, made: Room) -> None:
    invented: tuple[Pressure | Load | Influence, ...] = (*made.pressures, *made.loads, *made.influences)
    for item in invented:
        reader.member(f"{item.id}.basis", item.basis, (TEACHING_DEVICE,))
    bands = {"pressure": [p.id for p in made.pressures], "load": [load.id for load in made.loads]}
    for influence in made.influences:
        reader.member(f"{influence.id}.on", influence.on, bands)
        _check_when(reader, influence.id, influence.when, made)


def _check_when(reader: RecordReader, id: str, when: When, room: Room) -> None:
    for load in when.load:
        reader.member(f"{id}.when.load", load, [known.id for known in room.loads])
    for field, words in (("given", when.given), ("not_given", when.not_given)):
        for word in words:
            reader.member(f"{id}.when.{field}", word, [known.id for known in room.given])


def read_edition(raw: Mapping[str, Any], known: Mapping[str, Move], room: Room, file: str) -> Edition:
    """The edition of a parsed file, checked: ids, verdicts, and that withholding a vasopressor never pays."""
    reader = RecordReader(file)
    reader.only(raw, _HEAD)
    reader.member("edition", reader.text(raw, "edition"), [file.rpartition("/")[2].removesuffix(".toml")])
    judgements = reader.records(Judgement, raw, "judgement")
    aims, orders = reader.records(Aim, raw, "aim"), reader.records(Order, raw, "order")
    for id, basis in [(aim.id, aim.basis) for aim in aims] + [(said.id, said.basis) for said in judgements]:
        reader.member(f"{id}.basis", basis, ("", TEACHING_DEVICE))
    for judgement in judgements:
        _check_judgement(reader, judgement, known, room)
        reader.member(f"{judgement.id}.first_of", judgement.first_of, ("", *(aim.id for aim in aims)))
    for aim in aims:
        _check_given_moves(reader, f"{aim.id}.moves", aim.moves, known)
        _check_given_moves(reader, f"{aim.id}.unjudged", aim.unjudged, known)
        _check_when(reader, f"{aim.id}.owed", aim.owed, room)
    for order in orders:
        reader.member(f"{order.id}.first", order.first, [aim.id for aim in aims])
        _check_given_moves(reader, f"{order.id}.then", order.then, known)
    return Edition(
        edition=reader.text(raw, "edition"),
        position=reader.text(raw, "position"),
        note=reader.text(raw, "note"),
        always=reader.texts(raw, "always"),
        aims=aims,
        orders=orders,
        judgements=judgements,
        reviewed=reader.text(raw, "reviewed"),
        sign_off=reader.text(raw, "sign_off"),
        by_move={id: tuple(j for j in judgements if id in j.moves) for id in known},
    )


def _check_moves(reader: RecordReader, where: str, named: tuple[str, ...], known: Mapping[str, Move]) -> None:
    for move in named:
        reader.member(where, move, known)


def _check_given_moves(reader: RecordReader, where: str, named: tuple[str, ...], known: Mapping[str, Move]) -> None:
    """What is asked back was not given: it meets no aim and breaks no order."""
    _check_moves(reader, where, named, {id: move for id, move in known.items() if not move.refused})


def _check_judgement(reader: RecordReader, judgement: Judgement, known: Mapping[str, Move], room: Room) -> None:
    reader.member(f"{judgement.id}.verdict", judgement.verdict, VERDICTS)
    if not judgement.because:
        reader.refuse(f"{judgement.id}.because", judgement.because, ": a text")
    if judgement.verdict in MEETS and (judgement.verdict == "right") is bool(judgement.basis):
        accepted = ': "right" where a source says it, "good-practice" where only the room does'
        reader.refuse(f"{judgement.id}.verdict", judgement.verdict, accepted)
    if (judgement.prompt_until is not None) is not bool(judgement.when_late):
        reader.refuse(f"{judgement.id}.when_late", judgement.when_late, ": a text where there is prompt_until")
    _check_moves(reader, f"{judgement.id}.moves", judgement.moves, known)
    _check_when(reader, judgement.id, judgement.when, room)
    presses = any(gives(known[move], VASOPRESSOR, room) for move in judgement.moves)
    if presses and judgement.is_fault:
        why = f": false, for a vasopressor judged {' or '.join(FAULTS)} would reward holding it back (E02)"
        reader.refuse(f"{judgement.id}.scored", judgement.scored, why)
