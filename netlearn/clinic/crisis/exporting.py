"""The room as plain data for the page, which plays the same machine by the same rules with no Python."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import fields_dict

from netlearn import words
from netlearn.clinic.crisis.judging import presses
from netlearn.clinic.crisis.load import TEACHING_DEVICE, editions, kinds, moves, room, routes, statements
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.records import STANDINGS, Cited, Edition, Move, When
from netlearn.clinic.crisis.scenes import CAUSES, Scene, scenes
from netlearn.decision.cards import chip, fact_card, update_card
from netlearn.decision.cautions import erratum_caution
from netlearn.decision.unary import Interval, parse_test
from netlearn.units import SPELT

ROOM = "crisis-room"
_JUDGED = ("moves", "verdict", "when", "because", "basis", "prompt_until", "when_late", "first_of")
_AIM = ("label", "because", "moves", "unjudged", "owed", "extra")
_MASS = "microgram"


def export() -> dict[str, Any]:
    """The rules of the room and what every edition says in it; JSON-able and deterministic. What is empty is left out.

    - ``words``, ``standings`` (the gravest first), ``note``, ``basis``. ``clock``: minutes are counted up to this.
      ``untreated_credit``: the most credit where another cause is not treated.
    - ``pressures``, ``loads``: the bands from the lowest up. ``given``, ``influences``: as in ``room.toml``.
    - ``actions``, ``moves``: as in ``actions.toml``; ``microgram`` are the ranges of a stated dose, each
      [low, low included?, high, high included?], null = no limit. Every action is exactly one move.
      ``routes``: the route that each spelling means; ``masses``: each unit of mass in microgram; ``times``: what a
      mass may be given per, and how much of that in an hour.
    - ``scenes``: as in ``scenes.toml``; ``looks`` is what is seen where one looks.
    - ``editions``: aims, orders and judgements; one whose verdict costs no credit is ``unscored``;
      an aim that vasopressors alone meet ``presses``.
    - ``statements``: what every debrief says. ``updates``: the ids that are no facts or figures.
      ``cautions`` and ``chips`` by id; what a chip opens is in ``cards()``.

    >>> export()["table"], [each["edition"] for each in export()["editions"]]
    ('crisis-room', ['review-2012', '2026'])
    """
    said = [_edition(load_edition(name)) for name in editions()]
    return {
        "table": ROOM,
        "edition": "",
        "words": {**words.section("crisis"), **words.section("written")},
        "standings": list(STANDINGS),
        "note": room().note,
        "basis": TEACHING_DEVICE,
        "clock": room().last_minute,
        "untreated_credit": str(room().untreated_credit),
        **{name: [_plain(each) for each in getattr(room(), name)] for name in ("pressures", "loads", "given")},
        "influences": [_picked(each, "on", "by", "when") for each in room().influences],
        "routes": dict(routes()),
        "masses": _masses(),
        "times": _times(),
        "actions": [_plain(kind) for kind in kinds().values()],
        "moves": [_move(move) for move in moves().values()],
        "causes": list(CAUSES),
        "scenes": [_scene(scene) for scene in scenes().values()],
        "editions": said,
        "statements": [_picked(each, "kind", "because") for each in statements()],
        "cautions": {id: _caution(id) for id in _all("errata")},
        "chips": {id: chip(card) for id, card in _cards()},
        "updates": _all("updates"),
    }


def cards() -> dict[str, Any]:
    """The cards of every source behind the room, for the second script.

    >>> cards()["table"]
    'cards:crisis-room'
    """
    return {"table": f"cards:{ROOM}", "edition": "", "facts": dict(_cards())}


def _edition(by: Edition) -> dict[str, Any]:
    judgements = []
    for said in by.judgements:
        unscored = {} if said.scored else {"unscored": True}
        judgements.append({**_said(said, *_JUDGED), **unscored})
    return {
        **_picked(by, "edition", "position", "note", "always"),
        "aims": [{**_said(aim, *_AIM), **({"presses": True} if presses(aim) else {})} for aim in by.aims],
        "orders": [_said(order, "label", "because", "first", "then") for order in by.orders],
        "judgements": judgements,
    }


def _scene(scene: Scene) -> dict[str, Any]:
    told = (
        "id",
        "title",
        "opening",
        "known",
        "pressure",
        "load",
        "systolic_shift",
        "diastolic_shift",
        "pulse_shift",
        "given",
        "cause",
        "without",
        "stop",
        "call",
        "uncalled",
        "truth",
        "note",
    )
    shown = {**_picked(scene, *told), "looks": {cause: scene.seen(cause) for cause in CAUSES}}
    sources = [*scene.evidence, *scene.updates]
    return {**shown, "sources": sources} if sources else shown


def _move(move: Move) -> dict[str, Any]:
    ranges = parse_test(move.dose_microgram).choices if move.dose_microgram else ()
    limits = [_range(each) for each in ranges if isinstance(each, Interval)]
    shown = _picked(move, "id", "label", "actions", "routes", "dose", "gives", "reply")
    return {**shown, "microgram": limits} if limits else shown


def _range(cell: Interval) -> list[Any]:
    low, high = (None if end is None else int(end) for end in (cell.low, cell.high))
    return [low, cell.low_closed, high, cell.high_closed]


def _masses() -> dict[str, str]:
    """Each spelling of a unit of mass, and how many microgram it is."""
    known = {spelling: unit.size for spelling, unit in SPELT.items() if unit.dimension == "mass"}
    return {spelling: str(Fraction(size) / Fraction(known[_MASS])) for spelling, size in known.items()}


def _times() -> dict[str, str]:
    """Each way to say what a mass is given per, and how much of that is given in an hour."""
    rates = {spelling: unit.size for spelling, unit in SPELT.items() if unit.dimension == "mass per time"}
    said = {spelling.removeprefix(_MASS): size for spelling, size in rates.items() if spelling.startswith(_MASS)}
    return {per: str(Fraction(size) / Fraction(said["/h"])) for per, size in said.items() if per[0] in "/ "}


def _said(item: Cited, *names: str) -> dict[str, Any]:
    sources = [*item.evidence, *item.updates]
    cited = {"sources": sources} if sources else {}
    return {**_picked(item, "id", *names, "errata"), **cited}


def _picked(item: Any, *names: str) -> dict[str, Any]:
    """Some fields of a record as plain data; what is empty is left out."""
    held = {name: getattr(item, name) for name in names}
    return {name: _value(value) for name, value in held.items() if value not in ("", (), None, When())}


def _plain(item: Any) -> dict[str, Any]:
    return _picked(item, *fields_dict(type(item)))


def _value(value: Any) -> Any:
    if isinstance(value, When):
        return _plain(value)
    return list(value) if isinstance(value, tuple) else value


def _all(field: str) -> list[str]:
    """The ids that anything in the room cites under a field, each once."""
    by = [load_edition(name) for name in editions()]
    entries: list[Cited] = [*statements(), *scenes().values()]
    entries += [entry for each in by for entry in (*each.aims, *each.orders, *each.judgements)]
    always = [id for each in by for id in each.always] if field == "errata" else []
    return list(dict.fromkeys([*always, *(id for entry in entries for id in getattr(entry, field))]))


def _cards() -> Iterator[tuple[str, dict[str, str]]]:
    yield from ((id, fact_card(id)) for id in _all("evidence"))
    yield from ((id, update_card(id)) for id in _all("updates"))


def _caution(id: str) -> dict[str, str]:
    found = erratum_caution(id)
    return {"risk": found.risk, "title": found.title, "text": found.text}
