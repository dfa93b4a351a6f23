"""Answers as one line of text: what "Copy my answers" copies, and what stands in the last cell of a notebook.

The line has no quote, no space and no backslash, so that it survives whatever it is pasted through, and a check sum,
so that half a line is not taken for a whole one. ``pack`` of ``quiz-file.js`` is the twin.
"""

import base64
import json
import re
import zlib
from collections.abc import Iterable

from netlearn.items.answers import Answer, of_file, to_file
from netlearn.plain_json import strict_json

__all__ = ["CUT", "pack", "unpack"]

_MARK = "netlearn-answers-2:"
_LINE = re.compile(rf"{_MARK}([A-Za-z0-9_-]*)(?::([0-9a-f]{{8}})(?![A-Za-z0-9_-]))?")
CUT = "the answers pasted into it are cut or changed and were not read: copy and paste them again"


def pack(answers: Iterable[Answer]) -> str:
    """Write answers as one line.

    >>> pack([])
    'netlearn-answers-2:eyJzY2hlbWEiOjIsImNvdXJzZSI6Im5ldGxlYXJuIiwiYW5zd2VycyI6e30sIml0ZW1zIjp7fX0:7407e2f9'
    """
    data = json.dumps(to_file(answers), ensure_ascii=False, separators=(",", ":")).encode()
    text = base64.urlsafe_b64encode(data).decode().rstrip("=")
    return f"{_MARK}{text}:{zlib.crc32(data):08x}"


def unpack(text: str) -> tuple[tuple[Answer, ...], bool]:
    """Read every such line in a text; say whether one of them was cut or changed.

    >>> unpack(f"answers = '{pack([])}'"), unpack("answers = 'netlearn-answers-2:eyJzY2hl'")
    (((), False), ((), True))
    """
    found: list[Answer] = []
    broken = False
    for line in _LINE.finditer(text):
        try:
            found += _read(line[1], line[2])
        except ValueError:
            broken = True
    return tuple(found), broken


def _read(text: str, check: str | None) -> tuple[Answer, ...]:
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if check != f"{zlib.crc32(data):08x}":
        raise ValueError("its check sum is another one")
    return of_file(strict_json(data))
