"""Writing a prescription: right when ``dose-check`` accepts it for the drug and the purpose that were asked."""

from collections.abc import Mapping
from typing import Any

from netlearn.clinic import doses
from netlearn.decision import Decision, decide, load
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for, errata_of, graded, refuse, variant
from netlearn.items.item import Body, Item, Json
from netlearn.items.reading import FieldReader
from netlearn.items.wording import capital

TABLE = "dose-check"
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


def generate(item: Item, seed: str) -> Json:
    """A variant: one of the stems, and one drug and purpose; ``{drug}`` and ``{context}`` in a stem name them."""
    draw = draw_for(item, seed)
    stem, asked = draw.pick(item.body["stems"]), draw.pick(item.body["asked"])
    labels = doses.vocabulary().labels
    for name, word in asked.items():
        stem = stem.replace(f"{{{name}}}", labels.get(word, word))
    return variant(item, seed, stem, ACCEPTED, table=TABLE, **asked)


def parse(variant: Json, answer: object) -> dict[str, str]:
    """The prescription in the table's words. Raises InputError for a field left out, a word not listed, or no unit."""
    if not isinstance(answer, dict) or set(answer) != set(FIELDS):
        raise refuse(answer, ACCEPTED)
    if not all(isinstance(each, str) for each in answer.values()):
        raise refuse(answer, ACCEPTED)
    said = {name: doses.vocabulary().word(name, answer[name]) for name in FIELDS if name != "dose"}
    how = {name: said[name] for name in ("route", "frequency")}  # a rate is an amount where it is an infusion
    decide(TABLE, variant["edition"], dose=answer["dose"], **how)  # refuses an amount of nothing or without a unit
    return {**said, "dose": answer["dose"]}


def grade(variant: Json, answer: Mapping[str, str]) -> Json:
    """Right when accepted; else why not, and whether it is dangerous."""
    try:
        decision = decide(TABLE, variant["edition"], **answer, context=variant["context"])
    except InputError as refused:
        return graded(0, [capital(f"what is accepted is {refused.accepted.rstrip('.')}.")])
    asked = answer["drug"] == variant["drug"]
    other = "" if asked else f"The question asks for {variant['drug']}."
    right = asked and decision.verdict == "accept"
    return graded(
        int(right),
        [other, decision.because],
        decision.evidence,
        errata=errata_of(decision),
        dangerous=not right and is_dangerous(decision),
        flips="" if right or not asked else _mend(decision, variant["edition"]),
    )


def is_dangerous(decision: Decision) -> bool:
    """A dose or form refused with an erratum that could harm behind it, or a caution of the table that could."""
    own = {c.id for c in load(decision.table, decision.edition).cautions}
    gravest = [c for c in decision.cautions if c.risk == "A"]
    return (decision.verdict == "reject" and bool(gravest)) or any(c.id in own for c in gravest)


def _mend(decision: Decision, edition: str) -> str:
    """One change that would make it right, if one does."""
    labels: dict[str, Any] = dict(zip(doses.KEYWORDS, ("drug", "form", "dose", "route", "frequency", ""), strict=True))
    for flip in decision.flips():
        if flip.verdict == "accept" and flip.input in FIELDS:
            return f"It would be accepted with the {labels[flip.input]} {flip.to.removeprefix('= ')}."
    return ""
