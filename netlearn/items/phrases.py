"""How the inputs of the tables read in a generated patient, from ``knowledge/vignettes.toml``."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import field, frozen

from netlearn import knowledge
from netlearn.decision.inputs import Input
from netlearn.decision.unary import UnaryTest, Value, read_test
from netlearn.errors import KnowledgeError

FILE = "vignettes.toml"
TOPICS = (
    "who", "tumour", "receptors", "liver", "elsewhere", "course", "symptoms", "treatment", "heart", "fitness", "plan",
)  # fmt: skip
KEYS = (
    "topic",
    "says",
    "has",
    "if",
    "is",
    "short",
    "at",
    "usual",
    "step",
    "ladder",
    "usually",
    "keep",
    "person",
    "unsaid",
    "unknown",
    "well",
)
Texts = tuple[str, ...]


@frozen
class Person:
    """Who the patient must be where an input has a value: a sex, or ages."""

    sex: str = ""
    ages: tuple[int, ...] = ()


@frozen
class Phrases:
    """The words for one input. Texts of a number hold ``{value}`` or ``{range}`` and stand under the key "".

    ``has`` is for what a patient has or lacks, ``says`` for sentences, ``would`` for the words after "if",
    ``now`` for the same as a statement where it is not only a matter of the verb, ``short`` for the words of a
    slot. ``step`` is the step in which the number is written away from a threshold; a value in ``keep`` is
    never proposed to be otherwise, one in ``unsaid`` goes without saying or is said by the patient's age.
    ``well`` is what is sound where the patient lacks it: a subject and a verb in the plural.
    """

    topic: str
    says: Mapping[str, Texts]
    has: Mapping[str, Texts]
    would: Mapping[str, str]
    short: Mapping[str, Texts]
    now: Mapping[str, str] = field(factory=dict)
    usual: tuple[Fraction, ...] = ()
    step: Fraction | None = None
    ladder: tuple[Fraction, ...] = ()
    usually: Value | None = field(default=None)
    keep: Texts = ()
    person: Mapping[str, Person] = field(factory=dict)
    unsaid: Texts = ()
    unknown: Texts = ()
    well: Texts = ()

    def wordings(self, value: Value) -> Texts:
        """Every way to state a value; numbers still hold ``{value}``."""
        key = key_of(value)
        return self.has.get(key) or self.says.get(key) or self.says.get("", ())

    def shorts(self, value: Value) -> Texts:
        """The words that fill a slot with a value."""
        return self.short.get(key_of(value)) or self.short.get("", ())

    def kept(self, value: Value) -> bool:
        """Whether this value of a patient is one that no feedback may change."""
        return "*" in self.keep or key_of(value) in self.keep


def key_of(value: Value) -> str:
    """A value as the file names it.

    >>> key_of(True), key_of(Fraction(2)), key_of("brain")
    ('true', '2', 'brain')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


@cache
def phrases(table: str, name: str) -> Phrases:
    """The words for an input, as that table needs them. Raises KnowledgeError where there are none.

    >>> phrases("rfa", "lesion_count").wordings(Fraction(1))[0]
    'there is only one'
    """
    raw = knowledge.load(FILE)
    own, common = raw["tables"].get(table, {}).get(name), raw["inputs"].get(name)
    found = {**(common or {}), **(own or {})}
    if not found:
        raise KnowledgeError(f"{FILE}: inputs.{name} is missing; accepted: words for every input of {table!r}")
    for key in found:
        if key not in KEYS:
            raise KnowledgeError(f"{FILE}: inputs.{name}.{key} is not a known key; accepted: {', '.join(KEYS)}")
    if found.get("topic") not in TOPICS:
        said = found.get("topic", "")
        raise KnowledgeError(f"{FILE}: inputs.{name}.topic: {said!r} is not accepted; accepted: {', '.join(TOPICS)}")
    return _phrases(found)


def raw_words() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every input that has words, and those words as they stand in the file."""
    raw = knowledge.load(FILE)
    yield from raw["inputs"].items()
    for own in raw["tables"].values():
        yield from own.items()


def _phrases(raw: Mapping[str, Any]) -> Phrases:
    says = _texts(raw.get("says", {}))
    return Phrases(
        topic=raw["topic"],
        says={**says, **_texts(raw.get("at", {}))},
        has=_texts(raw.get("has", {})),
        would=_keyed(raw["if"]),
        short=_texts(raw.get("short", {})),
        now=_keyed(raw.get("is", {})),
        usual=tuple(Fraction(end) for end in raw.get("usual", ())),
        step=Fraction(raw["step"]) if "step" in raw else None,
        ladder=tuple(Fraction(rung) for rung in raw.get("ladder", ())),
        usually=raw.get("usually"),
        keep=tuple(raw.get("keep", ())),
        person={key: _person(who) for key, who in raw.get("person", {}).items()},
        unsaid=tuple(raw.get("unsaid", ())),
        unknown=tuple(raw.get("unknown", ())),
        well=tuple(raw.get("well", ())),
    )


def _person(raw: Mapping[str, Any]) -> Person:
    return Person(raw.get("sex", ""), tuple(raw.get("ages", ())))


def _texts(found: Any) -> Mapping[str, Texts]:
    return {key: (texts,) if isinstance(texts, str) else tuple(texts) for key, texts in _keyed(found).items()}


def _keyed(found: Any) -> Mapping[str, Any]:
    """Words by value; those of a number are the same for every value."""
    return found if isinstance(found, Mapping) else {"": found}


@cache
def openings(table: str) -> Texts:
    """The sentences with which a vignette of that table may begin."""
    found = knowledge.load(FILE)["openings"].get(table)
    if not found:
        raise KnowledgeError(f"{FILE}: openings.{table} is missing; accepted: at least one sentence")
    return tuple(found)


@cache
def asked_as(table: str) -> str:
    """What a ward round asks of a table's patient, with ``{rules}``; "" where nothing is written."""
    return str(knowledge.load(FILE)["questions"].get(table, ""))


@frozen
class Omission:
    """An input that is left out where the tests hold, of the tables named (all where none is); with ``one_in`` 2 in one
    case of two."""

    input: str
    when: Mapping[str, UnaryTest]
    one_in: int = 1
    tables: Texts = ()


@cache
def omissions() -> tuple[Omission, ...]:
    """What is left out when; the tests are unary tests as in the tables."""
    found = knowledge.load(FILE)["omit"]
    return tuple(
        Omission(each["input"], conditions(each["when"]), int(each.get("one_in", 1)), tuple(each.get("tables", ())))
        for each in found
    )


@cache
def unlikely() -> tuple[Mapping[str, UnaryTest], ...]:
    """The cases that are drawn only where a target needs them."""
    return tuple(conditions(when) for when in knowledge.load(FILE)["unlikely"].values())


@cache
def _unlikely_of(names: frozenset[str]) -> tuple[Mapping[str, UnaryTest], ...]:
    """Those of which a case with these inputs may be one."""
    return tuple(when for when in unlikely() if names.issuperset(when))


@cache
def ordered() -> tuple[tuple[str, str], ...]:
    """Pairs of inputs of which the first is never more than the second."""
    return tuple((less, more) for less, more in knowledge.load(FILE)["order"]["not_more"])


@cache
def near() -> tuple[tuple[str, str, int], ...]:
    """Pairs of inputs of which the second is more than the first by that much at most, where both are given."""
    return tuple((less, more, apart) for less, more, apart in knowledge.load(FILE)["order"]["near"])


def oddities(values: Mapping[str, Value]) -> tuple[int, int]:
    """How many things about a case cannot be, and how many nobody would meet."""
    turned = sum(
        isinstance(a := values.get(less), Fraction) and isinstance(b := values.get(more), Fraction) and a > b
        for less, more in ordered()
    )
    same = sum(values.get(less) == values.get(more, less) for less, more in ordered() if less in values)
    far = sum(
        isinstance(a := values.get(less), Fraction) and isinstance(b := values.get(more), Fraction) and b - a > apart
        for less, more, apart in near()
    )
    return turned, same + far + sum(holds(when, values) for when in _unlikely_of(frozenset(values)))


def conditions(when: Mapping[str, str], file: str = FILE) -> Mapping[str, UnaryTest]:
    """The tests of a condition, read."""
    return {name: read_test(f"{file}: when.{name}", text) for name, text in when.items()}


def holds(when: Mapping[str, UnaryTest], values: Mapping[str, Value]) -> bool:
    """Whether all the tests hold; a test on an input that the case does not have fails."""
    return all(name in values and test.accepts(values[name]) for name, test in when.items())


def speaks_of(asked: Input, table: str) -> bool:
    """Whether there are words for every value of an input, and for it after "if"."""
    words = phrases(table, asked.name)
    if asked.numeric:
        return any("{value}" in text for text in words.says.get("", ())) and "{range}" in words.would.get("", "")
    return all(words.wordings(value) and words.would.get(key_of(value)) for value in asked.values)
