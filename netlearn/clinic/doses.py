"""What a prescription says, made comparable: the inputs of `dose-check` from words and from amounts with units.

The words are a closed list in ``knowledge/doses.toml``; capitals, dots, hyphens and underscores do not matter.
An amount needs its unit: a mass becomes microgram, an activity GBq, and a rate what it gives in an hour.
No dose, interval or route that is right or wrong stands here: those are rules of the table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from netlearn import knowledge
from netlearn.clinic.written import slip
from netlearn.decision import Decision, decide
from netlearn.decision.derivation import Derivation, Given
from netlearn.decision.inputs import Input
from netlearn.decision.unary import Value
from netlearn.errors import InputError, KnowledgeError
from netlearn.prose import PLAIN
from netlearn.quantity import Quantity, parse
from netlearn.words import listed, say

FILE = "doses.toml"
LISTS = {
    "drug": "drugs",
    "formulation": "formulations",
    "route": "routes",
    "frequency": "frequencies",
    "context": "contexts",
}
KEYWORDS = ("drug", "formulation", "dose", "route", "frequency", "context")
ACUTE = ("preoperative", "crisis")
AMOUNT = "an amount with its unit, such as '150 microgram', '30 mg' or '7.4 GBq'"
UNITS = {"mass": ("microgram", "mg", "g"), "activity": ("MBq", "GBq")}  # in which an order is written
_TITLES = ("Drug", "Formulation", "Dose", "Route", "Frequency", "Given for")


def check(
    drug: str | None = None,
    formulation: str | None = None,
    dose: str | Quantity | None = None,
    route: str | None = None,
    frequency: str | None = None,
    context: str | None = None,
    edition: str | None = None,
) -> Decision:
    """Compare a prescription with what a source gives; whatever is left out is unknown.

    Raises InputError for a word outside the closed list and for an amount without a unit or with one that does not
    fit the drug.

    >>> check("octreotide", "short-acting", "150 mg", "SC", "TID", "carcinoid-syndrome").verdict
    'reject'
    >>> check("octreotide", "short-acting", "0.15 mg", "SC", "TID", "carcinoid-syndrome").verdict
    'accept'
    """
    given = (drug, formulation, dose, route, frequency, context)
    return decide("dose-check", edition, **dict(zip(KEYWORDS, given, strict=True)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed list: for each input its words, every spelling of them, and what the page offers."""

    words: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, Mapping[str, str]]
    measured_in: Mapping[str, str]
    page: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]

    def word(self, name: str, said: object) -> str:
        """The listed word for what was said; InputError names the input and the words."""
        if not isinstance(said, str):
            raise InputError(name, said, f"one of {', '.join(self.words[name])}")
        found = said if said in self.words[name] else self.spellings[name].get(plain(said))
        if found is None:
            raise InputError(name, said, f"one of {', '.join(self.words[name])}, or a listed spelling of one")
        return found


def plain(text: str) -> str:
    """A spelling without capitals, dots, hyphens and underscores.

    >>> plain("S.C."), plain("every-28_days"), plain("177Lu-DOTATATE")
    ('sc', 'every 28 days', '177lu dotatate')
    """
    return " ".join(re.sub(r"[-_\s]+", " ", text.replace(".", "")).casefold().split())


@cache
def vocabulary() -> Vocabulary:
    """The closed list as read from ``knowledge/doses.toml``."""
    return read(knowledge.load(FILE))


def read(raw: Mapping[str, Any]) -> Vocabulary:
    """A closed list from its parsed TOML. Raises KnowledgeError for an unknown key and for a spelling used twice."""
    known = {*LISTS.values(), "measured_in", "page", "labels", PLAIN}
    if raw.keys() != known:
        _fail(", ".join(sorted(raw.keys() ^ known)), f"accepted, all of them: {', '.join(sorted(known))}")
    words = {name: tuple(raw[key]) for name, key in LISTS.items()}
    every = {word for of_one in words.values() for word in of_one}
    _only("measured_in", raw["measured_in"], words["drug"])
    _only("labels", raw["labels"], every)
    for name, offered in raw["page"].items():
        _only(f"page.{name}", offered, offered if name == "dose" else words.get(name, ()))
    for drug in words["drug"]:
        if raw["measured_in"].get(drug) not in ("mass", "activity", "any"):
            _fail(f"measured_in.{drug}", "accepted: mass, activity, any")
    spellings = {name: _spellings(key, raw[key]) for name, key in LISTS.items()}
    page = {name: tuple(offered) for name, offered in raw["page"].items()}
    return Vocabulary(words, spellings, raw["measured_in"], page, raw["labels"])


def _spellings(key: str, listed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, others in listed.items():
        for spelling in (word, *others):
            if found.setdefault(plain(spelling), word) != word:
                _fail(f"{key}.{word}", f"{spelling!r} already means {found[plain(spelling)]!r}")
    return found


def _only(where: str, given: Sequence[str] | Mapping[str, Any], known: Any) -> None:
    for key in given:
        if key not in known:
            _fail(f"{where}.{key}", f"accepted: {', '.join(sorted(known))}")


def _fail(where: str, what: str) -> None:
    raise KnowledgeError(f"{FILE}: {where}: {what}")


def _accept(given: Given) -> Mapping[str, Value | None]:
    """The table's inputs from a prescription; what the table's own inputs say already is left as it is."""
    said = {name: vocabulary().word(name, given[name]) for name in LISTS if given.get(name) is not None}
    derived: dict[str, Value | None] = {**said}
    as_infusion = _is_infusion(given, said)
    if said.get("route") == "infusion":
        derived["route"] = "IV"
    if said.get("frequency") == "continuous":
        derived["frequency"] = None
    if given.get("dose") is not None:
        derived |= _amount(given, said.get("drug"), as_infusion)
    return derived | _consequences(given, said, as_infusion)


def _is_infusion(given: Given, said: Mapping[str, str]) -> bool:
    """Whether the words say an infusion, or ``infusion`` does; InputError where they contradict each other."""
    route, frequency, stated = said.get("route"), said.get("frequency"), given.get("infusion")
    if frequency == "continuous" and route in ("IM", "oral"):
        raise InputError("frequency", frequency, f"a frequency of single doses: nothing runs in continuously {route}")
    in_words = route == "infusion" or frequency == "continuous"
    if in_words and stated is False:
        raise InputError("infusion", stated, "true, or left out: the route or the frequency says an infusion")
    return in_words or stated is True


def _consequences(given: Given, said: Mapping[str, str], as_infusion: bool) -> dict[str, Value | None]:
    """Whether it is for a crisis or an operation, and whether it is an infusion, as far as the words tell."""
    found: dict[str, Value | None] = {}
    if given.get("acute") is None and "context" in said:
        found["acute"] = said["context"] in ACUTE
    elif given.get("acute") is None and said.get("frequency", "single") not in ("single", "continuous"):
        found["acute"] = False  # what is given again and again is not given for one crisis or one operation
    if given.get("infusion") is None and (as_infusion or "route" in said or given.get("dose") is not None):
        found["infusion"] = as_infusion
    return found


def _amount(given: Given, drug: str | None, as_infusion: bool) -> Mapping[str, Value | None]:
    """The amount in the table's unit, unless the table's own input says it already."""
    for name in ("dose_microgram", "activity_gbq"):
        if given.get(name) is not None:
            raise InputError(name, given[name], "either it or dose, from which it follows")
    dose = given["dose"]
    if not isinstance(dose, str | Quantity):
        raise InputError("dose", dose, AMOUNT)
    return _measured(dose, vocabulary().measured_in[drug] if drug else "", as_infusion)


@lru_cache(maxsize=256)  # the page asks for the same few amounts thousands of times
def _measured(dose: str | Quantity, measured: str, as_infusion: bool) -> Mapping[str, Value | None]:
    """An amount as microgram or GBq. Where there is nothing to compare ("any") it need only be an amount."""
    quantity = _quantity(dose)
    if quantity.dimension == "mass per time" and as_infusion:
        quantity = Quantity(quantity.to("microgram/h").value, "microgram")
    if measured == "any" and quantity.dimension in ("mass", "activity", "volume"):
        return {"dose_microgram": None, "activity_gbq": None}
    if quantity.dimension not in ((measured,) if measured else ("mass", "activity")):
        sentence = _other_unit(quantity, measured)
        raise InputError("dose", str(dose), f"{_expected(measured)}; a rate only as an infusion", sentence=sentence)
    if quantity.dimension == "mass":
        return {"dose_microgram": quantity.to("microgram").value, "activity_gbq": None}
    return {"dose_microgram": None, "activity_gbq": quantity.to("GBq").value}


def _other_unit(quantity: Quantity, measured: str) -> str:
    """That a mass is written for a drug measured as an activity, or the other way about; else nothing."""
    if quantity.dimension not in UNITS or measured not in UNITS:
        return ""
    return say("order", "other_unit", unit=quantity.unit, units=listed(UNITS[measured], "or"))


def _expected(measured: str) -> str:
    examples = {"mass": "a mass such as '150 microgram' or '30 mg'", "activity": "an activity such as '7.4 GBq'"}
    return examples.get(measured, AMOUNT)


@lru_cache(maxsize=256)  # also where the drug then refuses the amount, and a refusal is not kept
def _quantity(dose: str | Quantity) -> Quantity:
    """An amount as given, which must have a unit and be more than nothing."""
    wrong = slip(dose if isinstance(dose, str) else str(dose.value))
    if wrong:
        raise InputError("dose", str(dose), f"{AMOUNT}. {wrong.removesuffix('.')}", sentence=wrong)
    try:
        quantity = parse(dose, field="dose") if isinstance(dose, str) else dose
    except InputError as refused:
        raise InputError("dose", refused.value, AMOUNT) from None
    if quantity.dimension == "number":
        raise InputError("dose", str(dose), AMOUNT)
    return quantity


def _variants(given: Given) -> Iterator[tuple[str, str, Value, Given]]:
    """Every change of one thing that the prescription says, to each other value that the page offers."""
    for asked in derivation().inputs:
        for value in asked.values:
            if value != given.get(asked.name):
                yield asked.name, asked.describe(value), value, {**given, asked.name: value}


@cache
def _inputs() -> tuple[Input, ...]:
    words = vocabulary()
    offered = {**words.words, **words.page}
    return tuple(_input(name, title, offered[name]) for name, title in zip(KEYWORDS, _TITLES, strict=True))


def _input(name: str, title: str, offered: Sequence[str]) -> Input:
    labels = tuple(label(name, value) for value in offered)
    return Input(name=name, kind="choice", label=title, values=tuple(offered), labels=labels)


def label(name: str, word: str) -> str:
    """A word of the closed list, or an amount, as the page writes it.

    >>> label("route", "SC"), label("frequency", "twice-a-day")
    ('under the skin (SC)', 'twice a day')
    """
    if name == "dose":
        return str(_quantity(word))
    return vocabulary().labels.get(word) or (word.replace("-", " ") if name == "frequency" else word)


@cache
def derivation() -> Derivation:
    """How a prescription becomes the inputs of `dose-check`; made late, for it reads the closed list."""
    return Derivation(
        keywords=KEYWORDS,
        accept=_accept,
        asks=_inputs,
        from_page=dict,
        variants=_variants,
        told_by={"dose_microgram": "dose", "activity_gbq": "dose", "acute": "context", "infusion": "route"},
        whole=("dose",),
    )
