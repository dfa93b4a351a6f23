"""An answer to an item: one key and one form on the page, in a notebook, in a saved file and on record.

The key is ``chapter/slug@version#seed``, which says what was asked to the letter. ``quiz-file.js`` is the twin on the
page. What earlier versions of the course wrote is still read. Pure: times come from outside.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from netlearn.errors import InputError
from netlearn.items.item import Json

__all__ = [
    "SCHEMA",
    "Answer",
    "AnswerKey",
    "Joined",
    "as_json",
    "is_file",
    "latest",
    "of_file",
    "of_mapping",
    "to_file",
]

COURSE = "netlearn"
SCHEMA = 2
_KEY = re.compile(r"([\w.-]{1,100})/([a-z0-9-]{1,100})@([1-9][0-9]{0,8})#([\w.-]{1,64})", re.ASCII)
_ITEM = re.compile(r"([\w.-]{1,100})/([a-z0-9-]{1,100})@([1-9][0-9]{0,8})", re.ASCII)
_SLUG = re.compile(r"[a-z0-9-]{1,100}")
_SEED = re.compile(r"[\w.-]{1,64}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)  # these sort as they follow one another
_CONFIDENCE = ("sure", "unsure")
_UNKNOWN_SEED = "0"


@frozen(order=True)
class AnswerKey:
    """What was asked: the chapter, the item's slug and version, and the seed of the variant.

    Notebooks of earlier versions may leave out the version (0 here) or the seed ("" here).

    >>> str(AnswerKey("02-significance", "rfa-size", 1, "0"))
    '02-significance/rfa-size@1#0'
    """

    chapter: str
    slug: str
    version: int
    seed: str

    def __str__(self) -> str:
        return f"{self.item}#{self.seed}"

    @property
    def item(self) -> str:
        """The item that was asked, whichever its variant: the key without the seed.

        >>> AnswerKey("02-significance", "rfa-size", 1, "0").item
        '02-significance/rfa-size@1'
        """
        return f"{self.chapter}/{self.slug}@{self.version}"

    @classmethod
    def read(cls, text: str) -> "AnswerKey":
        """Read a key. Raises InputError for any other text.

        >>> AnswerKey.read("02-significance/rfa-size@1#0").slug
        'rfa-size'
        """
        if not (found := _KEY.fullmatch(text)):
            raise InputError("key", text[:80], "chapter/slug@version#seed")
        return cls(found[1], found[2], int(found[3]), found[4])


@frozen
class Answer:
    """An answer, how sure the learner was, and when it was given as far as that is known.

    ``at`` is a time in UTC, "" where it is not known; ``number`` grows within one notebook, 0 where there is none.
    """

    key: AnswerKey
    answer: Any
    confidence: str | None = None
    at: str = ""
    number: int = field(default=0, eq=False)

    def to_json(self) -> Json:
        """The answer as it stands under its key."""
        made: Json = {"answer": self.answer, "confidence": self.confidence}
        return made | ({"at": self.at} if self.at else {}) | ({"number": self.number} if self.number else {})


def as_json(answers: Iterable[Answer]) -> Json:
    """Answers by their keys.

    >>> as_json([Answer(AnswerKey("demo", "size", 1, "0"), "4 cm", "sure")])
    {'demo/size@1#0': {'answer': '4 cm', 'confidence': 'sure'}}
    """
    return {str(each.key): each.to_json() for each in answers}


def to_file(answers: Iterable[Answer]) -> Json:
    """Answers as a file of their own, such as the page saves."""
    return {"schema": SCHEMA, "course": COURSE, "answers": as_json(answers), "items": {}}


def is_file(data: Any) -> bool:
    """Whether JSON is a file of answers of this course, in whatever schema."""
    return isinstance(data, dict) and data.get("course") == COURSE and type(data.get("schema")) is int


def of_file(data: Any) -> tuple[Answer, ...]:
    """The answers in a file that the page saved, in schema 2 or 1; nothing that is not one is taken for one.

    >>> of_file({"schema": 2, "course": "netlearn", "answers": {"demo/size@1#0": {"answer": "4 cm"}}})[0].answer
    '4 cm'
    """
    if not is_file(data) or data["schema"] > SCHEMA:
        return ()
    if data["schema"] == SCHEMA:
        return of_mapping(data.get("answers"), "")
    records = data.get("items")
    return tuple(_of_records(records)) if isinstance(records, dict) else ()


def of_mapping(found: Any, chapter: str) -> tuple[Answer, ...]:
    """The answers of a mapping by keys, or by slugs as notebooks of ``chapter`` had them before there were keys.

    >>> of_mapping({"size": {"answer": "4 cm", "seed": "3", "version": 1, "number": 2}}, "demo")[0].key.seed
    '3'
    """
    pairs = found.items() if isinstance(found, dict) else ()
    read = (_answer(name, value, chapter) for name, value in pairs if isinstance(name, str) and isinstance(value, dict))
    return tuple(each for each in read if each)


def _answer(name: str, value: Mapping[str, Any], chapter: str) -> Answer | None:
    if _KEY.fullmatch(name):
        key = AnswerKey.read(name)
    elif chapter and _SLUG.fullmatch(name):
        key = AnswerKey(chapter, name, _version(value), _seed(value))
    else:
        return None
    sure, at, number = value.get("confidence"), value.get("at"), value.get("number")
    return Answer(
        key,
        value.get("answer"),
        sure if sure in _CONFIDENCE else None,
        at if isinstance(at, str) and _TIME.fullmatch(at) else "",
        number if type(number) is int and number > 0 else 0,
    )


def _version(value: Mapping[str, Any]) -> int:
    version = value.get("version")
    return version if type(version) is int and 0 < version < 10**9 else 0


def _seed(value: Mapping[str, Any]) -> str:
    """The seed; where there is one that cannot be one, that of nobody's own variant."""
    seed = value.get("seed", "")
    return seed if seed == "" or (isinstance(seed, str) and _SEED.fullmatch(seed)) else _UNKNOWN_SEED


def _of_records(records: Mapping[str, Any]) -> Iterable[Answer]:
    """Schema 1: of each item the first and the last answer, where an answer that was shown counts as one."""
    for name, record in records.items():
        if _ITEM.fullmatch(name) and isinstance(record, dict):
            said = [record.get(which) for which in ("first", "last")]
            given = [each for each in said if isinstance(each, dict) and each.get("result") != "shown"]
            for each in given[-1:]:
                yield from of_mapping({f"{name}#{_seed(each) or _UNKNOWN_SEED}": each}, "")


@frozen
class Joined:
    """The newest answer to each item, by its slug; where each was read; and what could not be told."""

    answers: Mapping[str, Answer]
    places: Mapping[str, str]
    notes: tuple[str, ...]


def latest(places: Iterable[tuple[str, Iterable[Answer]]]) -> Joined:
    """Join the answers of one chapter from several named places: of each item the newest one counts.

    Times decide, and numbers where a time is missing. Where neither does, what has a number counts, or else the later
    place, and a note says that two places disagree.

    >>> size = AnswerKey("demo", "size", 1, "0")
    >>> latest([("the notebook", [Answer(size, "4 cm")]), ("the last cell", [Answer(size, "5 cm")])]).notes
    ('size: the notebook and the last cell disagree, and which is newer is not known; the last cell counts',)
    """
    found: dict[str, tuple[str, Answer]] = {}
    notes: list[str] = []
    for place, new in ((place, answer) for place, answers in places for answer in answers):
        there, old = found.get(new.key.slug, ("", new))
        if not there or _counts(new, old):
            found[new.key.slug] = (place, new)
        if there not in ("", place) and not _same(new, old) and _order(new, old) is None:
            doubt = f"{there} and {place} disagree, and which is newer is not known; {found[new.key.slug][0]} counts"
            notes.append(f"{new.key.slug}: {doubt}")
    answers = {slug: answer for slug, (_, answer) in found.items()}
    return Joined(answers, {slug: place for slug, (place, _) in found.items()}, tuple(dict.fromkeys(notes)))


def _counts(new: Answer, old: Answer) -> bool:
    """Whether an answer takes the place of one that was found before it."""
    order = _order(new, old)
    if order is None:
        return not _same(new, old) and bool(new.number) >= bool(old.number)
    return order > 0 or (order == 0 and not _same(new, old))


def _same(new: Answer, old: Answer) -> bool:
    return (new.key, new.answer, new.confidence) == (old.key, old.answer, old.confidence)


def _order(new: Answer, old: Answer) -> int | None:
    """Positive for a newer answer, negative for an older one, None where nothing tells."""
    if new.at and old.at:
        pair = (new.at, new.number), (old.at, old.number)
    elif new.number and old.number:
        pair = ("", new.number), ("", old.number)
    else:
        return None
    return (pair[0] > pair[1]) - (pair[0] < pair[1])
