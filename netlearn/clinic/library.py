"""How the patients of the case library are sorted, from ``knowledge/library.toml``: what they are about, how hard."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from netlearn import knowledge
from netlearn.clinic.cases import NO_TABLE, Patient
from netlearn.editions import edition_ids

FILE = "library.toml"
LEVELS = ("plain", "differs", "open")  # from the easiest
_OPEN = ("silent", "conflict", "undetermined")


@frozen
class CaseTopic:
    """What patients are about: those of whom one of its tables is asked."""

    id: str
    title: str
    tables: tuple[str, ...]


@frozen
class Difficulty:
    """How hard a patient is, in words."""

    id: str
    title: str
    hint: str


@cache
def topics() -> tuple[CaseTopic, ...]:
    """Every topic, in the order of the file.

    >>> topics()[0].tables
    ('grade', 'liver-involvement')
    """
    return tuple(CaseTopic(raw["id"], raw["title"], tuple(raw["tables"])) for raw in knowledge.load(FILE)["topic"])


@cache
def levels() -> Mapping[str, Difficulty]:
    """How hard a patient may be, from the easiest."""
    raw = knowledge.load(FILE)["difficulty"]
    return {id: Difficulty(id, raw[id]["title"], raw[id]["hint"]) for id in LEVELS}


@cache
def plays_after() -> Mapping[str, str]:
    """Which play follows a chapter, by the section of the review.

    >>> plays_after()["3.5"]
    'a-joined-duct'
    """
    found: Mapping[str, str] = knowledge.load(FILE)["after"]
    return found


def tables_of(patient: Patient) -> tuple[str, ...]:
    """The tables that are asked about a patient, each once, in the order of the questions."""
    return tuple(dict.fromkeys(asked.table for asked in patient.asked))


def topics_of(patient: Patient) -> tuple[CaseTopic, ...]:
    """What a patient is about.

    >>> from netlearn.clinic.cases import case
    >>> [topic.id for topic in topics_of(case("vera@3.3"))]
    ['ablation']
    """
    return tuple(topic for topic in topics() if set(topic.tables).intersection(tables_of(patient)))


def level_of(patient: Patient) -> Difficulty:
    """How hard a patient is, as the file says or else as the answers tell.

    >>> from netlearn.clinic.cases import case
    >>> level_of(case("carcinoid-heart-first")).id, level_of(case("tomas@2")).id
    ('open', 'open')
    """
    by_hand: Mapping[str, str] = knowledge.load(FILE)["by_hand"]
    return levels()[by_hand.get(patient.slug) or _level(patient)]


def _level(patient: Patient) -> str:
    newest = [asked.answers[edition_ids()[-1]] for asked in patient.asked]
    if any(answer.partition(":")[0] in _OPEN for answer in newest):
        return "open"
    return "differs" if NO_TABLE in newest or any(asked.differs for asked in patient.asked) else "plain"
