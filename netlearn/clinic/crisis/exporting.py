"""The room as plain data for the page, which walks the same graph with no Python."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from netlearn import evidence
from netlearn.clinic.crisis.graph import Graph, graph, judgements
from netlearn.clinic.crisis.load import TEACHING_DEVICE, kinds, moves, room
from netlearn.clinic.crisis.load import edition as load_edition
from netlearn.clinic.crisis.records import Cited, Edition, Judgement, Move
from netlearn.decision.cards import fact_card
from netlearn.decision.cautions import erratum_caution
from netlearn.decision.unary import Interval, parse_test

Row = tuple[Judgement, ...]


def export(edition: str) -> dict[str, Any]:
    """The graph of the room and what one edition says in it; JSON-able and deterministic.

    States that the page cannot tell apart are merged, so "what has been given" is not in it: the page lists the moves
    made. Lists are numbered from 0.

    - ``room``: title, scene, note, basis. ``clock``: minutes are counted up to this, which reads "over" one less.
    - ``edition``, ``position``, ``note``, ``always`` (errata that travel with everything said).
    - ``pressures``, ``loads``: the bands from the lowest up, with what the monitor shows. ``given``: labels by id.
    - ``actions``: id, label, group, dose ("none", "microgram", "unread"), routes, infusion (the action that this one
      becomes when its route is "infusion", or its dose a rate given IV or by no stated route).
    - ``moves``: id, label, actions, routes ("none" is no route stated; an empty list takes all), dose ("any", "stated",
      "unstated"), microgram (ranges for a stated dose as [low, low included?, high, high included?], null = no limit),
      gives, column. Every action is exactly one move; a rate counts as what it gives in an hour.
    - ``states``: [pressure, load, row]; the room starts in state 0. ``next[state][column of the move]`` is the state
      a minute later. ``rows[row][move]`` is the number of the judgement.
    - ``owed[row]``: the numbers of the aims that are owed there, the extra ones among them; an order is owed where its
      first aim is. Only what is owed before a move is met or broken by it, and what is owed at the end is counted.
    - ``judgements``: id, verdict, because, scored, basis ("teaching device" or ""), evidence, updates, errata.
    - ``aims``: id, label, because, moves (met by one of them judged right), unjudged (by one of them, whatever is
      said of it), extra (met it earns half a point where a point is missing; not met it is not missed), basis.
      ``orders``: id, label, because, first (an aim), then (moves); broken by one of them while the aim is not met,
      kept once it is met and the order not broken. Credit: a point per aim met and order kept, less one per scored
      step wrong or harmful, over all aims and orders that are owed.
    - ``cautions``, ``facts`` (hover cards) and ``updates`` by id.

    >>> room = export("2026")
    >>> wait = next(n for n, move in enumerate(room["moves"]) if move["id"] == "wait")
    >>> room["judgements"][room["rows"][room["states"][0][2]][wait]]["verdict"]
    'wrong'
    """
    by, walk = load_edition(edition), graph()
    rows = judgements(edition)
    blocks = merged(walk, rows)
    kept = [blocks.index(block) for block in range(max(blocks) + 1)]  # one state for each block
    said = list(dict.fromkeys(rows[state] for state in kept))
    return {
        "room": {"title": room().title, "scene": room().scene, "note": room().note, "basis": TEACHING_DEVICE},
        "clock": room().last_minute,
        "edition": by.edition,
        "position": by.position,
        "note": by.note,
        "always": list(by.always),
        **_bands(),
        "actions": [_picked(k, "id", "label", "group", "dose", "routes", "infusion") for k in kinds().values()],
        "moves": [_move(m, column) for m, column in zip(moves().values(), walk.column, strict=True)],
        "states": [_state(walk, state, said.index(rows[state])) for state in kept],
        "next": [[blocks[after] for after in walk.next[state]] for state in kept],
        "rows": [[by.judgements.index(judgement) for judgement in row] for row in said],
        "owed": [_owed(by, row, walk, rows) for row in said],
        "judgements": [_said(j, "verdict", "because", "scored", "basis") for j in by.judgements],
        "aims": [_said(aim, "label", "because", "moves", "unjudged", "extra", "basis") for aim in by.aims],
        "orders": [_said(order, "label", "because", "first", "then") for order in by.orders],
        **_sources(by),
    }


def merged(walk: Graph, rows: tuple[Row, ...]) -> list[int]:
    """The block of each state, numbered by first appearance.

    States share a block when they look alike, are judged alike and lead to the same blocks.
    """
    blocks = _numbered((s.pressure, s.load, row) for s, row in zip(walk.states, rows, strict=True))
    while True:
        finer = _numbered((blocks[s], *(blocks[after] for after in walk.next[s])) for s in range(len(blocks)))
        if finer == blocks:
            return blocks
        blocks = finer


def _numbered(keys: Iterable[Any]) -> list[int]:
    numbers: dict[Any, int] = {}
    fresh = count()
    return [numbers[key] if key in numbers else numbers.setdefault(key, next(fresh)) for key in keys]


def _bands() -> dict[str, Any]:
    shown = ("id", "label", "hypotension", "systolic", "diastolic", "heart_rate", "pulse")
    return {
        "pressures": [_picked(p, *shown) for p in room().pressures],
        "loads": [_picked(load, "id", "label", "flushing", "bronchospasm") for load in room().loads],
        "given": {given.id: given.label for given in room().given},
    }


def _owed(by: Edition, row: Row, walk: Graph, rows: tuple[Row, ...]) -> list[int]:
    """The aims owed in the states that are judged by this row: which cause was found can be read off the row."""
    given = walk.states[rows.index(row)].given
    return [number for number, aim in enumerate(by.aims) if aim.is_owed(given)]


def _state(walk: Graph, state: int, row: int) -> list[int]:
    at = walk.states[state]
    return [room().pressures.index(at.signs), room().loads.index(at.mediators), row]


def _move(move: Move, column: int) -> dict[str, Any]:
    ranges = parse_test(move.dose_microgram).choices if move.dose_microgram else ()
    return {
        **_picked(move, "id", "label", "actions", "routes", "dose"),
        "microgram": [_range(r) for r in ranges if isinstance(r, Interval)],
        "gives": move.gives,
        "column": column,
    }


def _range(cell: Interval) -> list[Any]:
    low, high = (None if end is None else int(end) for end in (cell.low, cell.high))
    return [low, cell.low_closed, high, cell.high_closed]


def _said(item: Cited, *names: str) -> dict[str, Any]:
    return _picked(item, "id", *names, "evidence", "updates", "errata")


def _picked(item: object, *names: str) -> dict[str, Any]:
    values = {name: getattr(item, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _sources(by: Edition) -> dict[str, Any]:
    """The cautions, cards and updates of everything that the edition says."""
    said: tuple[Cited, ...] = (*by.aims, *by.orders, *by.judgements)
    errata = dict.fromkeys([*by.always, *(id for item in said for id in item.errata)])
    cautions = [erratum_caution(id) for id in errata]
    updates = dict.fromkeys(id for item in said for id in item.updates)
    return {
        "cautions": {c.id: {"risk": c.risk, "title": c.title, "text": c.text} for c in cautions},
        "facts": {id: fact_card(id) for id in dict.fromkeys(id for item in said for id in item.evidence)},
        "updates": {id: _update(id) for id in updates},
    }


def _update(id: str) -> dict[str, str]:
    update = evidence.update(id)
    shown = {key: getattr(update, key) for key in ("title", "statement", "checked")}
    return {**shown, "href": f"book/{update.page}.html#{update.anchor}"}
