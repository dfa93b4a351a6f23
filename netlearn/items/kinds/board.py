"""The board of a patient: to which group does each treatment belong? The rows of the board are the key.

The patient is one of the case library, or is told in the item itself, under ``known``: what a teacher set on a board.
An item that is `ordered` also asks in which order the groups of what may be done are tried. Which of two comes first is
data of the board; where that says nothing, either order is right.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

from netlearn.clinic.assemblies import pathway
from netlearn.clinic.board import Row
from netlearn.clinic.board_said import facts
from netlearn.clinic.cases import cases
from netlearn.clinic.plan import GROUPS, OPEN, plan
from netlearn.decision.load import names
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, LmsMatching, Place, texts_of
from netlearn.items.reading import FieldReader
from netlearn.items.seeds import Draw
from netlearn.items.variant import Grade, Variant

KEYS = ("stems", "given", "edition", "patient", "known", "tables", "ordered")
ACCEPTED = "a group for each treatment"
_PARTS = ("rows", "groups", "steps")  # what a learner sees
ORDER = "order"  # beside the rows in an answer: the groups in their order


def check(reader: FieldReader) -> Body:
    """The body of a board item: a patient, and the tables whose rows are asked."""
    edition = check_edition(reader)
    patient, tables = _patient(reader, edition), reader.texts("tables", least=2)
    there = [table for table in plan().tables["pathway"] if table in names(edition)]
    for table in tables:
        if table not in there:
            reader.refuse("tables", table, ", ".join(there))
    body = {"edition": edition, "stems": reader.texts("stems", least=1), "given": reader.texts("given")}
    return {**body, **patient, "tables": tables, "ordered": reader.flag("ordered")}


def _patient(reader: FieldReader, edition: str) -> Json:
    """The patient of the library with the story, or what the item itself tells, a line each, as ``given``."""
    if "known" not in reader.raw:
        patient = cases()[reader.word("patient", cases())]
        return {"known": patient.known, "story": patient.sentences}
    known = reader.part("known").raw
    if "patient" in reader.raw:
        reader.refuse("patient", reader.raw["patient"], "either a patient of the case library or a table [known]")
    if against := pathway(known, edition).contradictions:
        reader.refuse("known", dict(known), f"what does not contradict itself. {against[0]}")
    return {"known": known, "story": (), "given": (*reader.texts("given"), *facts(known, edition))}


def generate(item: Item, seed: str) -> Variant:
    """A variant: the patient's story, one of the stems, and the rows in no order."""
    draw, body = draw_for(item, seed), item.body
    stem = " ".join([*body["story"], draw.pick(body["stems"])])
    rows = draw.shuffled([shown_row(row) for row in _rows(body)])
    groups = [{"id": group, "text": plan().labels[group]} for group in GROUPS]
    parts = _ordering(draw, groups) if body["ordered"] else {}
    return variant(item, seed, stem, ACCEPTED, rows=rows, groups=groups, open=list(OPEN), **parts)


def _ordering(draw: Draw, groups: list[Json]) -> Json:
    """The groups of what may be done, out of order, and which come before which."""
    steps = draw.shuffled([group for group in groups if group["id"] in OPEN])
    before = [[each.first, each.then] for each in plan().before]
    if not _broken([group["id"] for group in steps], before):
        steps = steps[::-1]
    return {"steps": steps, "before": before, "reasons": [each.because for each in plan().before]}


def _broken(order: Sequence[str], before: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of the pairs that stand the wrong way round."""
    return [n for n, (first, then) in enumerate(before) if order.index(first) > order.index(then)]


def _rows(body: Body) -> list[Row]:
    board = pathway(body["known"], body["edition"])
    return [row for row in board.rows if row.table in body["tables"]]


def shown_row(row: Row) -> Json:
    """A row of a board as a question has it: its group with the reason, and whether to open it could harm."""
    asked = ["+".join(map(str, values)) for values in row.asked.values()]
    made: Json = {"id": ":".join([row.table, *asked]), "text": row.treatment, "group": row.group}
    made["feedback"] = f"{row.treatment}: {plan().labels[row.group]}. {row.reason}"
    made["evidence"] = list(dict.fromkeys(id for decision in row.decisions for id in decision.evidence))
    grave = row.group == "against" and row.caution is not None and row.caution.risk == "A"
    return {**made, "dangerous": True} if grave else made


def parse(variant: Variant, answer: object) -> dict[str, Any]:
    """The group of each row, and the order of the groups where it is asked. Raises InputError for anything else."""
    ids, groups = [row["id"] for row in variant["rows"]], [group["id"] for group in variant["groups"]]
    steps = [group["id"] for group in variant.get("steps", [])]
    wanted = {*ids, ORDER} if steps else {*ids}
    if not isinstance(answer, dict) or set(answer) != wanted:
        raise refuse(answer, ACCEPTED)
    if not all(isinstance(answer[id], str) and answer[id] in groups for id in ids):
        raise refuse(answer, f"{ACCEPTED}, of {', '.join(groups)}")
    found: dict[str, Any] = {id: answer[id] for id in ids}
    if not steps:
        return found
    if not isinstance(answer[ORDER], list) or sorted(map(str, answer[ORDER])) != sorted(steps):
        raise refuse(answer[ORDER], f"all of {', '.join(steps)}, each once")
    return {**found, ORDER: answer[ORDER]}


def grade(variant: Variant, answer: Mapping[str, Any]) -> Grade:
    """The share of rows in their groups and of pairs of groups in order, with the reason of each that is not."""
    rows, before = variant["rows"], variant.get("before", [])
    wrong = [row for row in rows if answer[row["id"]] != row["group"]]
    turned = _broken(answer[ORDER], before) if before else []
    danger = any(row.get("dangerous") and answer[row["id"]] in variant["open"] for row in wrong)
    evidence = [id for row in wrong or rows for id in row["evidence"]]
    score = Fraction(len(rows) - len(wrong) + len(before) - len(turned), len(rows) + len(before))
    feedback = [*(row["feedback"] for row in wrong), *(variant["reasons"][n] for n in turned)]
    return graded(score, feedback, evidence, dangerous=danger)


def candidates(variant: Variant) -> Candidates:
    """Every row in its group, one elsewhere, all elsewhere, and what leaves one out or names no group."""
    rows, right = variant["rows"], _orders(variant)
    key = {row["id"]: row["group"] for row in rows}
    first, *others = key
    moved = {id: _next(group) for id, group in key.items()}
    all_open = dict.fromkeys(key, "option")
    turned = [{**key, ORDER: order[::-1]} for order in right if order]
    return Candidates(
        right=[{**key, **_said(order)} for order in right],
        partly=[{**key, first: moved[first], **_said(right[0])}, *turned],
        wrong=[{**moved, **_said(right[0][::-1])}],
        unread=[{id: key[id] for id in others}, {**key, first: "best"}, {**key, "other": "option"}, *_unread(variant)],
        others=[{**all_open, **_said(right[-1])}],
    )


def _said(order: Sequence[str]) -> Json:
    """The order as it stands in an answer; nothing where it is not asked."""
    return {ORDER: list(order)} if order else {}


def _orders(variant: Variant) -> list[list[str]]:
    """Every order that keeps all pairs, that of the board first; one that is empty where none is asked."""
    steps = sorted((group["id"] for group in variant.get("steps", [])), key=OPEN.index)
    return [list(order) for order in permutations(steps) if not _broken(order, variant.get("before", []))]


def _unread(variant: Variant) -> list[Json]:
    """What names the groups in part, where their order is asked."""
    key = {row["id"]: row["group"] for row in variant["rows"]}
    return [key, {**key, ORDER: ["first-line"]}] if variant.get("steps") else []


def _next(group: str) -> str:
    return GROUPS[(GROUPS.index(group) + 1) % len(GROUPS)]


def words(variant: Variant, answer: Mapping[str, Any]) -> str:
    """The treatments, group by group."""
    labels = {group["id"]: group["text"] for group in variant["groups"]}
    texts = {row["id"]: row["text"] for row in variant["rows"]}
    held = {group: [texts[id] for id in texts if answer[id] == group] for group in labels}
    told = [f"{labels[group]}: {', '.join(found)}" for group, found in held.items() if found]
    order = [labels[group] for group in answer.get(ORDER, ())]
    return "; ".join([*told, *([", then ".join(order)] if order else [])])


def offered(variant: Variant) -> list[str]:
    """The treatments."""
    return texts_of(variant["rows"])


def reasons(variant: Variant) -> list[str]:
    """Why each treatment stands in its group."""
    return [row["feedback"] for row in variant["rows"]]


def lms(variant: Variant) -> LmsMatching | str:
    """The treatments with their groups; where the order of the groups is asked too, no one question holds both."""
    if variant.get("steps"):
        return "groups cannot be chosen and put in order at once"
    labels = {group["id"]: group["text"] for group in variant["groups"]}
    used = [row["group"] for row in variant["rows"]]
    pairs = tuple((row["text"], labels[row["group"]]) for row in variant["rows"])
    return LmsMatching(pairs, tuple(text for id, text in labels.items() if id not in used))


def asks(item: Item) -> list[Place]:
    """The rules by which the rows stand where they do."""
    decisions = [decision for row in _rows(item.body) for decision in row.decisions]
    return [(d.table, d.edition, f"rule:{rule}") for d in decisions for rule in d.rules]


KIND = ItemKind(
    KEYS, check, generate, parse, grade, candidates, words, lms, offered, reasons, asks=asks, open_parts=_PARTS
)
