"""How the inputs of the tables read in a generated patient, from ``knowledge/vignettes.toml``."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import field, frozen

from netlearn import knowledge
from netlearn.decision.inputs import Input
from netlearn.decision.unary import UnaryTest, Value, read_test
from netlearn.errors import KnowledgeError

FILE = "vignettes.toml"
KEYS = ("says", "has", "if", "short", "at", "usual", "ladder", "usually")
Texts = tuple[str, ...]


@frozen
class Phrases:
    """The words for one input. Texts of a number hold ``{value}`` or ``{range}`` and stand under the key "".

    ``has`` is for what a patient has or lacks, ``says`` for clauses, ``would`` for the words after "if".
    """

    says: Mapping[str, Texts]
    has: Mapping[str, Texts]
    would: Mapping[str, str]
    short: Mapping[str, str]
    usual: tuple[Fraction, ...] = ()
    ladder: tuple[Fraction, ...] = ()
    usually: Value | None = field(default=None)

    def wordings(self, value: Value) -> Texts:
        """Every way to state a value; numbers still hold ``{value}``."""
        key = key_of(value)
        return self.has.get(key) or self.says.get(key) or self.says.get("", ())


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
    own = raw["tables"].get(table, {}).get(name)
    found = own or raw["inputs"].get(name)
    if found is None:
        raise KnowledgeError(f"{FILE}: inputs.{name} is missing; accepted: words for every input of {table!r}")
    for key in found:
        if key not in KEYS:
            raise KnowledgeError(f"{FILE}: inputs.{name}.{key} is not a known key; accepted: {', '.join(KEYS)}")
    return _phrases(found)


def _phrases(raw: Mapping[str, Any]) -> Phrases:
    says = {key: tuple(texts) for key, texts in _keyed(raw.get("says", {})).items()}
    return Phrases(
        says={**says, **{key: tuple(texts) for key, texts in raw.get("at", {}).items()}},
        has={key: tuple(texts) for key, texts in raw.get("has", {}).items()},
        would=_keyed(raw["if"]),
        short=_keyed(raw.get("short", {})),
        usual=tuple(Fraction(end) for end in raw.get("usual", ())),
        ladder=tuple(Fraction(rung) for rung in raw.get("ladder", ())),
        usually=raw.get("usually"),
    )


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
def omissions() -> tuple[tuple[str, Mapping[str, UnaryTest]], ...]:
    """Which input is left out when; the tests are unary tests as in the tables."""
    return tuple((each["input"], _tests(each["when"])) for each in knowledge.load(FILE)["omit"])


@cache
def unlikely() -> tuple[Mapping[str, UnaryTest], ...]:
    """The cases that are drawn only where a target needs them."""
    return tuple(_tests(when) for when in knowledge.load(FILE)["unlikely"].values())


@cache
def ordered() -> tuple[tuple[str, str], ...]:
    """Pairs of inputs of which the first is never more than the second."""
    return tuple((less, more) for less, more in knowledge.load(FILE)["order"]["not_more"])


def oddities(values: Mapping[str, Value]) -> tuple[int, int]:
    """How many things about a case cannot be, and how many nobody would meet."""
    turned = sum(
        isinstance(a := values.get(less), Fraction) and isinstance(b := values.get(more), Fraction) and a > b
        for less, more in ordered()
    )
    return turned, sum(holds(when, values) for when in unlikely())


def _tests(when: Mapping[str, str]) -> Mapping[str, UnaryTest]:
    return {name: read_test(f"{FILE}: when.{name}", text) for name, text in when.items()}


def holds(when: Mapping[str, UnaryTest], values: Mapping[str, Value]) -> bool:
    """Whether all the tests hold; a test on an input that the case does not have fails."""
    return all(name in values and test.accepts(values[name]) for name, test in when.items())


def speaks_of(asked: Input, table: str) -> bool:
    """Whether there are words for every value of an input, and for it after "if"."""
    words = phrases(table, asked.name)
    if asked.numeric:
        return any("{value}" in text for text in words.says.get("", ())) and "{range}" in words.would.get("", "")
    return all(words.wordings(value) and words.would.get(key_of(value)) for value in asked.values)
