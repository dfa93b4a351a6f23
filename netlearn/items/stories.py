"""Sentences that tell several inputs at once, from ``knowledge/stories.toml``: as a referral tells them together."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.decision import Decision
from netlearn.decision.unary import UnaryTest
from netlearn.errors import KnowledgeError
from netlearn.items.phrases import TOPICS, Texts, conditions, holds

FILE = "stories.toml"
_SLOT = re.compile(r"\{(\w+)\}")


@frozen
class Sentence:
    """Wordings of one sentence of a topic, for the tables named (all where none is), where the tests hold.

    What the tests of ``when`` pin, the sentence tells; those of ``given`` only say of whom it may be told.
    """

    topic: str
    says: Texts
    tables: Texts = ()
    when: Mapping[str, UnaryTest] = {}
    edition: Texts = ()
    given: Mapping[str, UnaryTest] = {}


@frozen
class Piece:
    """One filling of a slot of several inputs, where the tests hold; a quiet one does not tell what they pin."""

    says: Texts
    when: Mapping[str, UnaryTest] = {}
    quiet: bool = False


@cache
def sentences(table: str, edition: str) -> tuple[Sentence, ...]:
    """The sentences that may tell a patient of a table of an edition.

    >>> {each.topic for each in sentences("postembolisation", "2026")} <= set(TOPICS)
    True
    """
    mine = (each for each in every_sentence() if table in (each.tables or (table,)))
    return tuple(each for each in mine if edition in (each.edition or (edition,)))


@cache
def every_sentence() -> tuple[Sentence, ...]:
    """The sentences of all tables, in the order of the file. Raises KnowledgeError for a topic that there is not."""
    return tuple(_sentence(raw) for raw in knowledge.load(FILE)["sentence"])


def _sentence(raw: Mapping[str, Any]) -> Sentence:
    if raw["topic"] not in TOPICS:
        said = f"{FILE}: sentence.topic: {raw['topic']!r} is not accepted"
        raise KnowledgeError(f"{said}; accepted: {', '.join(TOPICS)}")
    when, given = (conditions(raw.get(name, {}), FILE) for name in ("when", "given"))
    tables, edition = (tuple(raw.get(name, ())) for name in ("tables", "edition"))
    return Sentence(raw["topic"], tuple(raw["says"]), tables, when, edition, given)


@cache
def pieces() -> Mapping[str, tuple[Piece, ...]]:
    """The slots that are made of several inputs: of each, the first piece whose tests hold is taken."""
    raw = knowledge.load(FILE)["slot"]
    return {
        name: tuple(
            Piece(tuple(p["says"]), conditions(p.get("when", {}), FILE), p.get("quiet", False)) for p in raw[name]
        )
        for name in raw
    }


@cache
def lists() -> Mapping[str, Mapping[str, str]]:
    """How a topic tells what a patient has and lacks: "both", "has" and "lacks", with slots of these names."""
    found: Mapping[str, Mapping[str, str]] = knowledge.load(FILE)["list"]
    return found


@cache
def lasting() -> frozenset[str]:
    """The inputs that say who the patient is and which the tumour: of a wrong answer it is said whose it is."""
    return frozenset(knowledge.load(FILE)["lasting"]["inputs"])


@frozen
class PlainWords:
    """Words of reasons, and what a feedback says for them in a patient of whom the tests hold."""

    of: str
    says: str
    when: Mapping[str, UnaryTest] = {}


@cache
def plain_words() -> tuple[PlainWords, ...]:
    """Words that tell how a source was read, or leave open what is known of the patient."""
    rows = knowledge.load(FILE)["plainly"]
    return tuple(PlainWords(each["of"], each["says"], conditions(each.get("when", {}), FILE)) for each in rows)


@frozen
class Reminder:
    """Which sentence of a caution an answer says, and whether it bars any change that would leave the danger.

    ``tones`` are those of the answers with which it is said, all where none is: how to treat is not said where not to.
    """

    sentence: int = 0
    bars: bool = True
    tones: Texts = ()


@cache
def reminders() -> Mapping[str, Reminder]:
    """The cautions of which the reasons of an answer remind, by id."""
    rows = knowledge.load(FILE)["remind"]
    return {
        each["caution"]: Reminder(each.get("sentence", 0), each.get("bars", True), tuple(each.get("tones", ())))
        for each in rows
    }


@frozen
class NextStep:
    """What to do where a silence leaves a patient without a rule; "" where its own reason says it.

    ``acts`` are the answers of the table that are the same act, and so right as well; ``safe`` those that come to the
    same act for a reason that does not hold.
    """

    says: str
    acts: Texts = ()
    safe: Texts = ()


@cache
def steps() -> Mapping[tuple[str, str], NextStep]:
    """What to do at the silences of the tables; of ("", "") where nothing is written."""
    rows = knowledge.load(FILE)["next"]
    found = {
        (each["table"], silence): NextStep(each["says"], tuple(each.get("acts", ())), tuple(each.get("safe", ())))
        for each in rows
        for silence in each["silences"]
    }
    return {**found, ("", ""): NextStep(knowledge.load(FILE)["otherwise"]["next"])}


def step(table: str, silence: str) -> NextStep:
    """What to do where a silence leaves a patient without a rule.

    >>> step("carcinoid-heart", "signs-without-syndrome").acts
    ('ask-first',)
    """
    return next(steps()[key] for key in ((table, silence), (table, "*"), ("", "")) if key in steps())


def accepted(rules: str) -> str:
    """What is said of an answer that is the same act as the step after a silence of the rules named."""
    return str(knowledge.load(FILE)["otherwise"]["accepted"]).replace("{rules}", rules)


@cache
def implied() -> Mapping[str, str]:
    """Clauses after "if" that another one says already, and that other."""
    found: Mapping[str, str] = knowledge.load(FILE)["otherwise"]["implied"]
    return found


@frozen
class OwnWords:
    """What is said of answers of a table, of some editions and keys (all where none is), where the tests hold."""

    table: str
    answers: Texts
    says: str
    keys: Texts = ()
    edition: Texts = ()
    when: Mapping[str, UnaryTest] = {}

    def fit(self, decision: Decision, key: str) -> bool:
        """Whether this may be said where ``key`` is right, whatever the answer."""
        asked = self.table == decision.table and key in (self.keys or (key,))
        known = {name: value for name, value in decision.inputs.items() if value is not None}
        return asked and decision.edition in (self.edition or decision.edition) and holds(self.when, known)


@cache
def refusals() -> tuple[OwnWords, ...]:
    """What tables say of wrong answers in words of their own, in the order of the file."""
    return _own_words("refused")


@cache
def additions() -> tuple[OwnWords, ...]:
    """What tables add to the reason of a right answer."""
    return _own_words("also")


@cache
def harms() -> tuple[OwnWords, ...]:
    """Wrong answers that could harm where nothing is called suitable: what they leave undone is the danger."""
    return _own_words("harmful")


def _own_words(of: str) -> tuple[OwnWords, ...]:
    return tuple(
        OwnWords(
            raw["table"], tuple(raw.get("answers", ())), raw.get("says", ""), tuple(raw.get("keys", ())),
            tuple(raw.get("edition", ())), conditions(raw.get("when", {}), FILE),
        )
        for raw in knowledge.load(FILE)[of]
    )  # fmt: skip


def slots(text: str) -> Iterator[str]:
    """The slots of a text, with a small letter.

    >>> list(slots("{Drug} for a {patient}"))
    ['drug', 'patient']
    """
    return (name[:1].lower() + name[1:] for name in _SLOT.findall(text))


def filled(text: str, words: Mapping[str, str]) -> str:
    """A text with its slots filled; a slot with a capital takes its words with one.

    >>> filled("{Drug} for {her}.", {"drug": "octreotide", "her": "his"})
    'Octreotide for his.'
    """

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        small = name[:1].lower() + name[1:]
        said = words.get(small, found[0])
        return said if name == small else said[:1].upper() + said[1:]

    return _SLOT.sub(fill, text)
