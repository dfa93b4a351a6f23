"""Writing a prescription: right when ``dose-check`` accepts it for the drug and the purpose that were asked.

What it accepts with a caution of its own, such as an interval where one dose is named, is right in part.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import product

from netlearn.clinic import doses
from netlearn.decision import Decision, decide, load
from netlearn.decision.export import page_diagram
from netlearn.decision.inputs import Input
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.harm import DOSES, errata_of, is_dangerous_prescription, own_cautions
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, Place
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant
from netlearn.words import say

FIELDS = ("drug", "formulation", "dose", "route", "frequency")
KEYS = ("stems", "given", "edition", "asked")
ACCEPTED = "drug, formulation, dose with its unit, route and frequency, each from its list"


def check(reader: FieldReader) -> Body:
    """The body of a dose item: which drug is asked for what. Some prescription on the page must be accepted for it."""
    edition = check_edition(reader)
    asked = [_asked(part) for part in reader.parts("asked", least=1)]
    return {
        "edition": edition,
        "stems": reader.texts("stems", least=1),
        "given": reader.texts("given"),
        "asked": asked,
    }


def _asked(reader: FieldReader) -> Json:
    reader.only(("drug", "context"))
    words = doses.vocabulary().words
    return {name: reader.word(name, words[name]) for name in ("drug", "context")}


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the stems, and one drug and purpose; ``{drug}`` and ``{context}`` in a stem name them."""
    draw = draw_for(item, seed)
    stem, asked = draw.pick(item.body["stems"]), draw.pick(item.body["asked"])
    labels = doses.vocabulary().labels
    for name, word in asked.items():
        stem = stem.replace(f"{{{name}}}", labels.get(word, word))
    return variant(item, seed, stem, ACCEPTED, table=DOSES, **asked)


def parse(variant: Variant, answer: object) -> dict[str, str]:
    """The prescription in the table's words. Raises InputError for a field left out, a word not listed, or no unit."""
    if not isinstance(answer, dict) or set(answer) != set(FIELDS):
        raise refuse(answer, ACCEPTED)
    if not all(isinstance(each, str) for each in answer.values()):
        raise refuse(answer, ACCEPTED)
    said = {name: doses.vocabulary().word(name, answer[name]) for name in FIELDS if name != "dose"}
    how = {name: said[name] for name in ("route", "frequency")}  # a rate is an amount where it is an infusion
    decide(DOSES, variant.edition, dose=answer["dose"], **how)  # refuses an amount of nothing or without a unit
    return {**said, "dose": answer["dose"]}


def grade(variant: Variant, answer: Mapping[str, str]) -> Grade:
    """Right when accepted without a caution of the table's own; else why not, and whether it is dangerous."""
    try:
        decision = decide(DOSES, variant.edition, **answer, context=variant["context"])
    except InputError as refused:
        return graded(0, [refused.sentence or say("kind", "dose_accepted", accepted=refused.accepted.rstrip("."))])
    asked = answer["drug"] == variant["drug"]
    other = "" if asked else say("kind", "dose_asked", drug=variant["drug"])
    accepted = asked and decision.verdict == "accept"
    warned = own_cautions(decision) if accepted else []
    return graded(
        Fraction(int(accepted), 2 if warned else 1),
        [other, decision.because, *warned],
        decision.evidence,
        errata=errata_of(decision),
        dangerous=(not accepted or bool(warned)) and is_dangerous_prescription(decision),
        flips="" if accepted or not asked else _mend(decision, variant.edition),
    )


def _mend(decision: Decision, edition: str) -> str:
    """One change that would make it right, if one does."""
    for flip in decision.flips():
        if flip.verdict == "accept" and flip.input in FIELDS:
            return say("kind", "dose_flip", field=say("kind", f"field_{flip.input}"), value=flip.to.removeprefix("= "))
    return ""


def candidates(variant: Variant) -> Candidates:
    """The first prescription of the page's menus that is accepted, and the same with one word changed at a time."""
    first = _first(variant.edition, variant["drug"], variant["context"])
    if first is None:
        return Candidates(right=())
    changed = [{**first, name: word} for name in FIELDS for word in _menus(variant.edition)[name].values]
    return Candidates(
        right=[first],
        wrong=[each for each in changed if each["drug"] != variant["drug"]],
        unread=[{**first, "route": "by ear"}, {"drug": variant["drug"]}, {**first, "dose": "150"}],
        others=[each for each in changed if each["drug"] == variant["drug"]],
    )


@cache
def _first(edition: str, drug: str, context: str) -> dict[str, str] | None:
    """The first prescription of the menus that the table accepts without a caution; None where there is none."""
    menus = _menus(edition)
    if drug not in menus["drug"].values or context not in menus["context"].values:
        return None
    every = product(*(map(str, menus[name].values) for name in FIELDS[1:]))
    made = (dict(zip(FIELDS, (drug, *rest), strict=True)) for rest in every)
    return next((each for each in made if _is_accepted(edition, context, each)), None)


def _is_accepted(edition: str, context: str, answer: Mapping[str, str]) -> bool:
    try:
        decision = decide(DOSES, edition, **answer, context=context)
    except InputError:  # an amount of another kind than the drug is measured in
        return False
    return decision.verdict == "accept" and not own_cautions(decision)


@cache
def _menus(edition: str) -> Mapping[str, Input]:
    """The inputs of a prescription as the page asks for them, each with its words."""
    return {asked.name: asked for asked in page_diagram(DOSES, edition).inputs}


def words(variant: Variant, answer: Mapping[str, str]) -> str:
    """The labels of the words chosen."""
    menus = _menus(variant.edition)
    return ", ".join(_label(menus[name], answer[name]) for name in FIELDS)


def _label(menu: Input, word: str) -> str:
    return dict(zip(menu.values, menu.labels, strict=True))[word] if menu.labels else word


def asks(item: Item) -> list[Place]:
    """The rules that accept something for a drug and a purpose."""
    edition = item.body["edition"]
    accepting = [rule for rule in load(DOSES, edition).rules if rule.verdict == "accept"]
    return [
        (DOSES, edition, f"rule:{rule.id}")
        for asked in item.body["asked"]
        for rule in accepting
        if all(rule.when[name].accepts(word) for name, word in asked.items() if name in rule.when)
    ]


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms="a prescription has several parts",
    asks=asks,
    table=DOSES,
)
