"""Finding the error: a sentence cut in pieces, one of which is misprinted, and if asked what it should say."""

from fractions import Fraction
from typing import Any

from attrs import evolve

from netlearn.items.common import (
    DONT_KNOW,
    check_edition,
    check_options,
    draw_for,
    graded,
    laid_out,
    one_of,
    refuse,
    variant,
)
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, texts_of
from netlearn.items.reading import FieldReader, fact_or_figure
from netlearn.items.variant import Grade, Variant

KEYS = ("stems", "given", "edition", "span", "correction")
SPAN_KEYS = ("id", "text", "wrong", "feedback", "evidence")


def check(reader: FieldReader) -> Body:
    """The body of a find-the-error item: at least two pieces, exactly one of them wrong, each with feedback."""
    spans = [_span(part) for part in reader.parts("span", least=2)]
    reader.unique("span.id", [each["id"] for each in spans])
    if sum(each["wrong"] for each in spans) != 1:
        reader.refuse("span", "not one wrong", "exactly one with wrong = true")
    edition = check_edition(reader)
    body: dict[str, Any] = {"edition": edition, "stems": reader.texts("stems", least=1), "given": reader.texts("given")}
    body |= {"span": spans, "correction": []}
    if "correction" in reader.raw:
        body["correction"] = check_options(reader, "correction", edition)
        if sum(each["right"] for each in body["correction"]) != 1:
            reader.refuse("correction", "not one right", "exactly one with right = true")
    return body


def _span(reader: FieldReader) -> Json:
    reader.only(SPAN_KEYS)
    made: Json = {"id": reader.text("id"), "text": reader.text("text"), "wrong": reader.flag("wrong")}
    made["feedback"] = reader.text("feedback")
    return {**made, "evidence": list(reader.sources("evidence", fact_or_figure))}


def generate(item: Item, seed: str) -> Variant:
    """A variant: the pieces stand in their order; only the corrections are shuffled."""
    draw, spans = draw_for(item, seed), item.body["span"]
    stem, options = draw.pick(item.body["stems"]), item.body["correction"]
    shown = [{key: value for key, value in each.items() if key != "wrong"} for each in spans]
    key = [each["id"] for each in spans if each["wrong"]]
    made = variant(item, seed, stem, "one of the pieces", spans=shown, key=key)
    if not options:
        return made
    right = [each["id"] for each in options if each["right"]]
    accepted = "one of the pieces, and one of the corrections"
    correction = {"options": laid_out(options, draw), "key": right}
    return evolve(made, accepted=accepted, parts={**made.parts, "correction": correction})


def parse(variant: Variant, answer: object) -> Json:
    """``{"span": id, "correction": id or None}``; a bare id is a span alone. Raises InputError for anything else."""
    ids = [each["id"] for each in variant["spans"]]
    if isinstance(answer, str):
        return {"span": one_of(answer, ids), "correction": None}
    if not isinstance(answer, dict) or not answer.keys() <= {"span", "correction"}:
        raise refuse(answer, variant.accepted)
    correction, asked = answer.get("correction"), variant.get("correction")
    if correction is not None and asked is None:
        raise refuse(answer, variant.accepted)
    options = [each["id"] for each in asked["options"]] if asked else []
    chosen = one_of(correction, options) if correction is not None else None
    return {"span": one_of(answer.get("span"), ids), "correction": chosen}


def grade(variant: Variant, answer: Json) -> Grade:
    """The piece, and half of the score the correction where one is asked; it counts only with the right piece."""
    span = next(each for each in variant["spans"] if each["id"] == answer["span"])
    found, asked = answer["span"] in variant["key"], variant.get("correction")
    if not found or not asked:
        return graded(int(found), [span["feedback"]], span["evidence"])
    options = {each["id"]: each for each in asked["options"]}
    chosen = options.get(answer["correction"])
    if chosen is None or chosen["id"] == DONT_KNOW:
        return graded(Fraction(1, 2), [span["feedback"]], span["evidence"])
    mended = chosen["id"] in asked["key"]
    return graded(
        1 if mended else Fraction(1, 2),
        [span["feedback"], chosen["feedback"]],
        [*span["evidence"], *chosen["evidence"]],
        dangerous=bool(chosen.get("dangerous")),
    )


def candidates(variant: Variant) -> Candidates:
    """Every piece, and the right one with every correction."""
    (key,), asked = variant["key"], variant.get("correction")
    wrong = [each["id"] for each in variant["spans"] if each["id"] != key]
    if not asked:
        return Candidates([{"span": key, "correction": None}, key], wrong=wrong, unread=["x", {"span": "x"}])
    (mended,), ids = asked["key"], [each["id"] for each in asked["options"]]
    return Candidates(
        right=[{"span": key, "correction": mended}],
        partly=[key, *({"span": key, "correction": id} for id in (None, *ids) if id != mended)],
        wrong=[*wrong, *({"span": id, "correction": mended} for id in wrong)],
        unread=["x", {"span": "x"}, {"correction": mended}, {"span": key, "correction": "x"}, {"span": key, "x": 1}],
    )


def offered(variant: Variant) -> list[str]:
    """The pieces, which make up the sentence."""
    return [each["text"] for each in variant["spans"]]


def words(variant: Variant, answer: Json) -> str:
    """The piece, and what it should say."""
    mended = texts_of(variant["correction"]["options"], [answer["correction"]]) if answer["correction"] else []
    return " → ".join(texts_of(variant["spans"], [answer["span"]]) + mended)


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms="a sentence's pieces and their correction are one answer",
    offered=offered,
    is_running=True,
    open_parts=("spans", "correction"),
)
