"""A case in readable English: an opening, clauses two to a sentence, and what the patient has or lacks in one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from netlearn import knowledge
from netlearn.clinic.lesions import STATED
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.unary import Value
from netlearn.editions import edition_entry
from netlearn.items import maps
from netlearn.items.phrases import FILE, Phrases, key_of, openings, phrases
from netlearn.items.seeds import Draw
from netlearn.items.wording import amount, capital, listed

AGE = ("age_years", "young_patient")  # where a table asks one of these, an age would be more than colour


def vignette(table: str, edition: str, inputs: Mapping[str, Any], draw: Draw) -> str:
    """The case in sentences, without a question. Its wording follows from the draw.

    >>> case = {"goal": "survival", "ssa_failed_at_maximum_dose": True}
    >>> vignette("interferon", "review-2012", case, Draw("demo")).startswith("A 41-year-old ")
    True
    """
    asked = load(table, edition)
    patient = _patient(asked.inputs, draw)
    opening = draw.pick(openings(table))
    told = [i for i in asked.inputs if inputs.get(i.name) is not None]
    first, used = _opened(table, opening, asked.inputs, inputs, patient)
    if table == maps.TABLE and inputs.get("lesions_by_segment") is not None:
        return " ".join([first, *_map_sentences(inputs, patient, draw)])
    rest = [i for i in told if i.name not in used]
    return " ".join([first, *_sentences(table, rest, inputs, patient, draw)])


def question(table: str, edition: str) -> str:
    """The table's question, with the edition that is asked."""
    text = load(table, edition).question
    if "review" in text:
        return text
    named = edition_entry(edition).named
    return f"By {named[0].lower()}{named[1:]}, {text[0].lower()}{text[1:]}"


def _patient(inputs: Sequence[Input], draw: Draw) -> dict[str, str]:
    """Sex and age are colour; where the table asks for the age, it is left to the table."""
    words = knowledge.load(FILE)["patient"]
    sex, (low, high) = draw.pick(("woman", "man")), words["ages"]
    age = low + draw.below(high - low + 1)
    aged = not any(i.name in AGE for i in inputs)
    return {**words[sex], "patient": f"{age}-year-old {sex}" if aged else sex}


def _opened(
    table: str, opening: str, inputs: Sequence[Input], given: Mapping[str, Any], patient: Mapping[str, str]
) -> tuple[str, set[str]]:
    """The opening with its slots filled, and the inputs that it mentions. A slot of an unknown input stays empty."""
    text, used = opening, set()
    for asked in inputs:
        slots = (f"{{{asked.name}}}", f"{{{capital(asked.name)}}}")
        if not any(slot in opening for slot in slots):
            continue
        used.add(asked.name)
        short = _short(phrases(table, asked.name), asked, given.get(asked.name))
        text = text.replace(slots[0], short).replace(slots[1], capital(short))
    return _filled(text, patient), used | ({"acute"} if used else set())


def _short(words: Phrases, asked: Input, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return words.short[""].replace("{value}", amount(asked, value))
    return words.short[key_of(value)]


def _filled(text: str, patient: Mapping[str, str]) -> str:
    for slot, word in patient.items():
        text = text.replace(f"{{{slot}}}", word)
    return text


def _sentences(
    table: str, told: Sequence[Input], inputs: Mapping[str, Value], patient: Mapping[str, str], draw: Draw
) -> list[str]:
    clauses: list[str] = []
    held: list[str] = []
    place: int | None = None
    for asked in told:
        words = phrases(table, asked.name)
        text = _clause(words, asked, inputs[asked.name], draw)
        if words.has:
            place = len(clauses) if place is None else place
            held.append(text)
        else:
            clauses.append(text)
    cut = len(clauses) if place is None else place
    made = [*_paired(clauses[:cut]), *_held(held), *_paired(clauses[cut:])]
    return [capital(_filled(text, patient)) + "." for text in made]


def _clause(words: Phrases, asked: Input, value: Value, draw: Draw) -> str:
    text = draw.pick(words.wordings(value))
    return text.replace("{value}", amount(asked, value)) if isinstance(value, Fraction) else text


def _paired(clauses: Sequence[str]) -> list[str]:
    """Clauses two to a sentence, unless one of them has an "and" or a comma of its own."""
    made: list[str] = []
    open_ended = False
    for text in clauses:
        simple = not any(mark in text for mark in (" and ", ", ", " or "))
        if open_ended and simple:
            made[-1] = f"{made[-1]}, and {text}"
            open_ended = False
        else:
            made.append(text)
            open_ended = simple
    return made


def _held(texts: Sequence[str]) -> list[str]:
    """What the patient has and lacks, in one sentence."""
    has = [text for text in texts if not text.startswith("no ")]
    lacks = [text for text in texts if text.startswith("no ")]
    if not texts:
        return []
    if not has:
        return [f"{{she}} has {listed(lacks)}"]
    but = f", but {listed(lacks)}" if lacks else ""
    return [f"{{she}} has {listed(has)}{but}"]


def _map_sentences(inputs: Mapping[str, Any], patient: Mapping[str, str], draw: Draw) -> list[str]:
    seen = draw.pick(("imaging shows {map}", "the scans show {map}")).replace("{map}", maps.map_words(inputs))
    stated = inputs.get(STATED)
    told = [] if stated is None else [draw.pick(phrases(maps.TABLE, STATED).wordings(stated))]
    return [capital(_filled(text, patient)) + "." for text in (seen, *told)]
