"""Putting steps in order: any order that keeps every constraint is right; partial credit is the share kept.

The steps stand in the item in the order that its author would take; that one is shown as the answer.
"""

from collections.abc import Sequence
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from itertools import islice, pairwise, permutations

from netlearn.items.common import check_edition, draw_for, graded, refuse, several_of, variant
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, LmsOrder, texts_of
from netlearn.items.reading import FieldReader, fact_or_figure
from netlearn.items.variant import Grade, Variant

KEYS = ("stems", "given", "edition", "step", "before")
MOST = 24  # orders that are tried, of all that there are


def check(reader: FieldReader) -> Body:
    """The body of an order item: steps, and which must come before which, without a circle."""
    steps = [_step(part) for part in reader.parts("step", least=3)]
    ids = [each["id"] for each in steps]
    reader.unique("step.id", ids)
    before = [_constraint(part, ids) for part in reader.parts("before", least=1)]
    try:
        tuple(TopologicalSorter(_graph(before)).static_order())
    except CycleError as cycle:
        reader.refuse("before", " before ".join(reversed(cycle.args[1])), "constraints without a circle")
    _check_own_order(reader, ids, before)
    body = {"edition": check_edition(reader), "stems": reader.texts("stems", least=1), "given": reader.texts("given")}
    return {**body, "step": steps, "before": before}


def _check_own_order(reader: FieldReader, ids: Sequence[str], before: Sequence[Json]) -> None:
    """The order in which the steps stand is shown as the answer, so it has to keep every constraint."""
    for each in before:
        if ids.index(each["first"]) > ids.index(each["then"]):
            reader.refuse("step", f"{each['then']} before {each['first']}", "the steps in an order that is right")


def _graph(before: Sequence[Json]) -> dict[str, list[str]]:
    graph: dict[str, list[str]] = {}
    for each in before:
        graph.setdefault(each["then"], []).append(each["first"])
    return graph


def _step(reader: FieldReader) -> Json:
    reader.only(("id", "text"))
    return {"id": reader.text("id"), "text": reader.text("text")}


def _constraint(reader: FieldReader, ids: Sequence[str]) -> Json:
    reader.only(("first", "then", "because", "evidence"))
    pair = {"first": reader.word("first", ids), "then": reader.word("then", ids)}
    return {**pair, "because": reader.text("because"), "evidence": list(reader.sources("evidence", fact_or_figure))}


def generate(item: Item, seed: str) -> Variant:
    """A variant: the steps shuffled, into an order that is not right already."""
    draw, before = draw_for(item, seed), item.body["before"]
    stem = draw.pick(item.body["stems"])
    steps = draw.shuffled(item.body["step"])
    if not _broken([each["id"] for each in steps], [[each["first"], each["then"]] for each in before]):
        steps = steps[::-1]  # a right order turned round breaks every constraint
    return variant(
        item,
        seed,
        stem,
        "all the steps, each once",
        steps=steps,
        order=[each["id"] for each in item.body["step"]],
        before=[[each["first"], each["then"]] for each in before],
        reasons=[{"feedback": each["because"], "evidence": each["evidence"]} for each in before],
    )


def parse(variant: Variant, answer: object) -> list[str]:
    """The ids of all the steps, each once, in the answer's order. Raises InputError for anything else."""
    ids = [each["id"] for each in variant["steps"]]
    listed = several_of(answer, ids)
    if len(listed) < len(ids):
        raise refuse(answer, f"all of {', '.join(ids)}, each once")
    return listed


def grade(variant: Variant, answer: list[str]) -> Grade:
    """The share of constraints that the order keeps, with the reason of each one it breaks."""
    broken = _broken(answer, variant["before"])
    total = len(variant["before"])
    shown = [variant["reasons"][n] for n in broken] or variant["reasons"]
    feedback = [each["feedback"] for each in shown] if broken else []
    return graded(Fraction(total - len(broken), total), feedback, [id for each in shown for id in each["evidence"]])


def _broken(order: Sequence[str], before: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of the constraints that an order breaks."""
    return [n for n, (first, then) in enumerate(before) if order.index(first) > order.index(then)]


def candidates(variant: Variant) -> Candidates:
    """The author's order, the same turned round, one with a step too few, and some of all there are."""
    right = list(variant["order"])
    return Candidates(
        right=[right],
        wrong=[right[::-1]],
        unread=[right[:-1], [*right, right[0]]],
        others=map(list, islice(permutations(right), MOST)),
    )


def offered(variant: Variant) -> list[str]:
    """The steps."""
    return texts_of(variant["steps"])


def words(variant: Variant, answer: list[str]) -> str:
    """The steps in their order."""
    return "; ".join(texts_of(variant["steps"], answer))


def lms(variant: Variant) -> LmsOrder:
    """The steps in their author's order, the only one where each two that follow one another are told to."""
    right = variant["order"]
    told = {tuple(pair) for pair in variant["before"]}
    only = all(pair in told for pair in pairwise(right))
    return LmsOrder(tuple(texts_of(variant["steps"], right)), only)


KIND = ItemKind(KEYS, check, generate, parse, grade, candidates, words, lms, offered, open_parts=("steps",))
