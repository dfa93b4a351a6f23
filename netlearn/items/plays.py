"""Patients played through: a story in steps and a decision at each, from ``knowledge/plays``.

What is told are sentences of the case library, and words of the play between them. What is right is what the tables
answer of what a case knows: nothing is typed. :mod:`netlearn.items.play_steps` makes the question of a step.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.clinic.cases import Asked, Patient, case, cases
from netlearn.errors import InputError, KnowledgeError
from netlearn.items.play_answers import OwnAnswer, own_answers
from netlearn.naming import one_of

FOLDER = "plays"
LEAST = 3  # decisions of one play
Texts = tuple[str, ...]
# whether a step asks a table, rows of the board, and has a question with answers of its own
_ASKED = ([True, False, False], [True, False, True], [False, True, False], [False, True, True], [False, False, True])


@frozen
class PlayStep:
    """One step: what is told of a case, and what is asked: one of its questions, or which of some rows are open.

    ``says`` are words of the play before the sentences of the case that ``tells`` numbers from 1; ``asks`` names a
    table, with the moment after a colon where the case asks it several times; ``rows`` names tables of the board.
    ``answers`` are what the play says of answers in its own words; a step of neither has no others.
    """

    case: str
    says: str = ""
    tells: tuple[int, ...] = ()
    asks: str = ""
    rows: Texts = ()
    question: str = ""
    answers: tuple[OwnAnswer, ...] = ()

    @property
    def patient(self) -> Patient:
        """The case. Raises InputError where there is none."""
        return case(self.case)

    @property
    def told(self) -> Texts:
        """What is told at this step: the play's own sentences, then those of the case."""
        return (*self.says.strip().splitlines(), *(self.patient.sentences[number - 1] for number in self.tells))

    @property
    def asked(self) -> Asked:
        """The question of the case that is asked. Raises InputError where the case has none of that name."""
        first = {each.table: each for each in reversed(self.patient.asked)}
        moments = {f"{each.table}: {each.when}": each for each in self.patient.asked if each.when}
        named = {name.replace("\u00a0", " "): each for name, each in (first | moments).items()}
        if self.asks not in named:
            raise InputError("asks", self.asks, f"a question of {self.case}: {', '.join(named)}")
        return named[self.asks]


@frozen(eq=False)
class Play:
    """A patient played through. ``end`` is said before the debrief; ``untold`` lists what of a case stays untold."""

    slug: str
    title: str
    version: int
    steps: tuple[PlayStep, ...]
    end: str = ""
    untold: Mapping[str, tuple[int, ...]] = {}

    @property
    def chapter(self) -> str:
        """Under what its answers are kept, as those of a chapter are.

        >>> play("a-sound-heart-first").chapter
        'play-a-sound-heart-first'
        """
        return f"play-{self.slug}"

    @property
    def people(self) -> Texts:
        """Whom it is about, by the names of their files."""
        return tuple(dict.fromkeys(step.patient.person for step in self.steps))


@cache
def plays() -> Mapping[str, Play]:
    """Every play by its slug.

    >>> len(plays()) >= 10
    True
    """
    return {made.slug: made for file in knowledge.names(FOLDER) for made in [read_play(knowledge.load(file), file)]}


def play(slug: str) -> Play:
    """The play of that slug. Raises InputError when there is none."""
    if slug not in plays():
        raise InputError("play", slug, one_of(slug, plays()))
    return plays()[slug]


def read_play(raw: Mapping[str, Any], file: str) -> Play:
    """A play from its parsed TOML. Raises KnowledgeError where its slug is not its file's name or it names no case."""
    if f"{FOLDER}/{raw['slug']}.toml" != file:
        raise KnowledgeError(f"{file}: slug is {raw['slug']!r}; accepted: the name of the file")
    steps = tuple(_step(each, f"{file}: step {number}") for number, each in enumerate(raw["step"], 1))
    untold = {name: tuple(numbers) for name, numbers in raw.get("untold", {}).items()}
    return Play(raw["slug"], raw["title"], raw["version"], steps, raw.get("end", ""), untold)


def _step(raw: Mapping[str, Any], where: str) -> PlayStep:
    if raw["case"] not in cases():
        raise KnowledgeError(f"{where}: case is {raw['case']!r}; accepted: one of {', '.join(cases())}")
    last = len(case(raw["case"]).sentences)
    tells = tuple(raw.get("tells", ()))
    if not all(1 <= number <= last for number in tells):
        raise KnowledgeError(f"{where}: tells is {list(tells)}; accepted: sentences 1 to {last} of {raw['case']}")
    if [*map(bool, (raw.get("asks"), raw.get("rows"), raw.get("question") and raw.get("answer")))] not in _ASKED:
        raise KnowledgeError(f"{where}: accepted: either asks or rows, or a question with answers of its own")
    words = {name: raw[name] for name in ("says", "asks", "question") if name in raw}
    answers = own_answers(raw.get("answer", ()), where)
    return PlayStep(raw["case"], tells=tells, rows=tuple(raw.get("rows", ())), answers=answers, **words)


def told_before(steps: Iterable[PlayStep], last: PlayStep) -> str:
    """All that a play has told when a step asks, that step's own words included."""
    found: list[str] = []
    for step in steps:
        found += step.told
        if step is last:
            break
    return " ".join(found)
