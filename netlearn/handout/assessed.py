"""Questions without their keys, packed into the notebook that asks them: all that a learner's machine holds of them.

An assessed notebook shows no answer, says nothing of what is right, and takes as many attempts as its course allows.
It needs no exercises beside netlearn: `make wheel-learner` builds what its learners install.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Mapping

from netlearn.errors import NetlearnError
from netlearn.items import pool
from netlearn.items.item import Item, Json
from netlearn.items.keyless import blank
from netlearn.items.kinds import kinds
from netlearn.widgets.quiz_data import unit_sizes

__all__ = ["blank_pool", "pack_questions", "unpack_questions"]

COURSE = "netlearn"


def blank_pool(chapter: str, items: Iterable[Item], seeds: Mapping[str, str], attempts: int) -> Json:
    """Return the quiz as a page needs it, one variant of each item, without keys."""
    asked = [(item, pool(item, [seeds[item.slug]])) for item in items]
    made = [variant for _, variants in asked for variant in variants]
    entries = [
        {
            "id": f"{chapter}/{item.key}",
            "title": item.title,
            "variants": [blank(each) for each in variants],
            "answers": [],
        }
        for item, variants in asked
    ]
    units = unit_sizes(name for each in made for name in kinds()[each.kind].dimensions(each))
    head = {"course": COURSE, "chapter": chapter, "facts": {}, "tables": [], "scripts": [], "paged": len(entries) > 1}
    return {**head, "items": entries, "units": units, "assessed": attempts}


def pack_questions(questions: Json) -> str:
    """Write questions as a line of letters for the source of a cell."""
    data = json.dumps(questions, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return base64.urlsafe_b64encode(zlib.compress(data, 9)).decode()


def unpack_questions(text: str) -> Json:
    """Read what `pack_questions` wrote. Raises NetlearnError for a line that was cut or changed."""
    try:
        found = json.loads(zlib.decompress(base64.urlsafe_b64decode(text.encode())))
        return dict(found) if found["items"] and found["assessed"] > 0 else _cut()
    except (ValueError, TypeError, KeyError, zlib.error):
        return _cut()


def _cut() -> Json:
    raise NetlearnError("questions: the line is cut or changed; accepted: the notebook as it was handed out")
