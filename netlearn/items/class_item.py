"""A board as a question for a class: the patient in hand becomes an item file of kind ``board``.

The page writes the same file (``widgets/static/board-class.js``): a test compares. The key is not in it: it is worked
out from the patient when the item is asked.
"""

import json
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from netlearn.clinic.assemblies import assembled
from netlearn.clinic.board import Board
from netlearn.clinic.plan_records import Case
from netlearn.editions import edition_entry
from netlearn.errors import InputError
from netlearn.words import say

OBJECTIVE = "assemble"  # of chapter 5
_OPEN = ("needs-an-answer", "not-stated")  # groups of which a question is not made by itself
_LEAST = 2  # tables that an item asks


def class_item(case: Case, edition: str, assembly: str = "pathway", id: str = "") -> str:
    """An item file that asks a class to put the treatments of this patient into their groups.

    ``id`` is the UUID of the item; a new one unless told. The file's name is its slug, ``class-board-`` and the first
    part of the UUID. It asks the tables of which this patient has an answer. Raises InputError as :func:`assembled`
    does, for a case that tells nothing, and for one that contradicts itself.

    >>> text = class_item({"grade": "NEC"}, "2026", "systemic", "1a2b3c4d-0000-4000-8000-000000000000")
    >>> [line for line in text.splitlines() if line.startswith(("slug", "grade"))]
    ['slug = "class-board-1a2b3c4d"', 'grade = "NEC"']
    """
    known = {name: value for name, value in case.items() if value is not None}
    board = assembled(assembly, known, edition)
    if not known:
        raise InputError("case", known, say("board_class", "nothing"))
    if board.contradictions:
        raise InputError("case", known, say("board_class", "contradicts", why=" ".join(board.contradictions)))
    return "\n".join([*_head(board, id or str(uuid.uuid4())), *_lines("known", known), ""])


def file_name(text: str) -> str:
    """The name under which an item file must lie: its slug.

    >>> file_name('slug = "class-board-1a2b3c4d"')
    'class-board-1a2b3c4d.toml'
    """
    line = next(line for line in text.splitlines() if line.startswith("slug = "))
    return f"{json.loads(line.partition(' = ')[2])}.toml"


def _head(board: Board, id: str) -> Iterator[str]:
    asked, others = _tables(board)
    also = say("board_class", "tables", names=", ".join(others)) if others else say("board_class", "all_tables")
    stem = say("board_class", "stem", edition=edition_entry(board.edition).label)
    yield from (f"# {say('board_class', key)}" for key in ("head", "place"))
    head = {"slug": f"class-board-{id[:8]}", "uuid": id, "version": 1, "status": "draft", "kind": "board"}
    yield from (f"{key} = {_written(value)}" for key, value in head.items())
    yield f"# {say('board_class', 'elsewhere')}"
    yield f"objective = {_written(OBJECTIVE)}"
    yield f"title = {_written(say('board_class', 'title'))}"
    yield f"edition = {_written(board.edition)}"
    yield f"# {also}"
    yield f"tables = {_written(asked)}"
    yield f"stems = {_written([stem])}"


def _tables(board: Board) -> tuple[list[str], list[str]]:
    """The tables of which the patient has an answer, and the others; all of them where those are too few."""
    every = list(dict.fromkeys(row.table for row in board.rows))
    answered = {row.table for row in board.rows if row.group not in _OPEN}
    asked = [table for table in every if table in answered or len(answered) < _LEAST]
    return sorted(asked), sorted(set(every) - set(asked))


def _lines(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"[{name}]")
    yield from (f"{key} = {_written(value)}" for key, value in values.items())


def _written(value: Any) -> str:
    """A value as TOML; a text and a list of texts are written as in JSON."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, bool | str | list):
        return json.dumps(value, ensure_ascii=False)
    return str(int(value)) if value == int(value) else str(float(value))
