"""Who the patient of a vignette is: sex and age are colour, but never against what the table is told."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from netlearn import knowledge
from netlearn.decision.inputs import Input
from netlearn.decision.unary import Value
from netlearn.items.phrases import FILE, Person, key_of, phrases
from netlearn.items.seeds import Draw

AGE = "age_years"  # where a table asks it, an age would be more than colour


def person(table: str, asked: Sequence[Input], given: Mapping[str, Value], draw: Draw) -> Mapping[str, str]:
    """The words for the patient: "patient", and the pronouns.

    >>> from netlearn.decision import load
    >>> person("transplant", load("transplant", "2026").inputs, {"age_years": Fraction(61)}, Draw("b"))["patient"]
    '61-year-old woman'
    """
    raw = knowledge.load(FILE)["patient"]
    demands = [who for each in asked if (who := demand(table, each, given)) is not None]
    sexes = [who.sex for who in demands if who.sex] or ["woman", "man"]
    low, high = next((who.ages for who in demands if who.ages), raw["ages_of"].get(table, raw["ages"]))
    sex = draw.pick(sexes)
    age = _age(asked, given, low + draw.below(high - low + 1))
    return {**raw[sex], "patient": f"{age}-year-old {sex}" if age else sex}


def demand(table: str, asked: Input, given: Mapping[str, Value]) -> Person | None:
    """Who the patient must be for the value that an input has, if it says anything of that."""
    value = given.get(asked.name)
    return None if value is None else phrases(table, asked.name).person.get(key_of(value))


def _age(asked: Sequence[Input], given: Mapping[str, Value], drawn: int) -> str:
    if not any(each.name == AGE for each in asked):
        return str(drawn)
    stated = given.get(AGE)
    return str(int(stated)) if isinstance(stated, Fraction) and stated.denominator == 1 else ""
