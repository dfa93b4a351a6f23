"""The board of a patient: to which group does each treatment belong? The rows of the board are the key."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from netlearn.clinic.assemblies import pathway
from netlearn.clinic.board import Row
from netlearn.clinic.cases import cases
from netlearn.clinic.plan import GROUPS, OPEN, plan
from netlearn.decision.load import names
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, Place, texts_of
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant

KEYS = ("stems", "given", "edition", "patient", "tables")
ACCEPTED = "a group for each treatment"


def check(reader: FieldReader) -> Body:
    """The body of a board item: a patient of the case library, and the tables whose rows are asked."""
    edition = check_edition(reader)
    patient, tables = reader.word("patient", cases()), reader.texts("tables", least=2)
    there = [table for table in plan().tables["pathway"] if table in names(edition)]
    for table in tables:
        if table not in there:
            reader.refuse("tables", table, ", ".join(there))
    body = {"edition": edition, "stems": reader.texts("stems", least=1), "given": reader.texts("given")}
    return {**body, "patient": patient, "tables": tables}


def generate(item: Item, seed: str) -> Variant:
    """A variant: the patient's story, one of the stems, and the rows in no order."""
    draw, body = draw_for(item, seed), item.body
    stem = " ".join([*cases()[body["patient"]].sentences, draw.pick(body["stems"])])
    rows = draw.shuffled([_shown(row) for row in _rows(body)])
    groups = [{"id": group, "text": plan().labels[group]} for group in GROUPS]
    return variant(item, seed, stem, ACCEPTED, rows=rows, groups=groups, open=list(OPEN))


def _rows(body: Body) -> list[Row]:
    board = pathway(cases()[body["patient"]].known, body["edition"])
    return [row for row in board.rows if row.table in body["tables"]]


def _shown(row: Row) -> Json:
    asked = ["+".join(map(str, values)) for values in row.asked.values()]
    made: Json = {"id": ":".join([row.table, *asked]), "text": row.treatment, "group": row.group}
    made["feedback"] = f"{row.treatment}: {plan().labels[row.group]}. {row.reason}"
    made["evidence"] = list(dict.fromkeys(id for decision in row.decisions for id in decision.evidence))
    grave = row.group == "against" and row.caution is not None and row.caution.risk == "A"
    return {**made, "dangerous": True} if grave else made


def parse(variant: Variant, answer: object) -> dict[str, str]:
    """The group of each row. Raises InputError for anything else."""
    ids, groups = [row["id"] for row in variant["rows"]], [group["id"] for group in variant["groups"]]
    if not isinstance(answer, dict) or set(answer) != set(ids):
        raise refuse(answer, ACCEPTED)
    if not all(isinstance(group, str) and group in groups for group in answer.values()):
        raise refuse(answer, f"{ACCEPTED}, of {', '.join(groups)}")
    return {id: answer[id] for id in ids}


def grade(variant: Variant, answer: Mapping[str, str]) -> Grade:
    """The share of rows in their groups, with the reason of each that stands elsewhere."""
    rows = variant["rows"]
    wrong = [row for row in rows if answer[row["id"]] != row["group"]]
    danger = any(row.get("dangerous") and answer[row["id"]] in variant["open"] for row in wrong)
    evidence = [id for row in wrong or rows for id in row["evidence"]]
    score = Fraction(len(rows) - len(wrong), len(rows))
    return graded(score, [row["feedback"] for row in wrong], evidence, dangerous=danger)


def candidates(variant: Variant) -> Candidates:
    """Every row in its group, one elsewhere, all elsewhere, and what leaves one out or names no group."""
    rows = variant["rows"]
    key = {row["id"]: row["group"] for row in rows}
    first, *others = key
    moved = {id: _next(group) for id, group in key.items()}
    all_open = dict.fromkeys(key, "option")
    return Candidates(
        right=[key],
        partly=[{**key, first: moved[first]}],
        wrong=[moved],
        unread=[{id: key[id] for id in others}, {**key, first: "best"}, {**key, "other": "option"}],
        others=[all_open],
    )


def _next(group: str) -> str:
    return GROUPS[(GROUPS.index(group) + 1) % len(GROUPS)]


def words(variant: Variant, answer: Mapping[str, Any]) -> str:
    """The treatments, group by group."""
    labels = {group["id"]: group["text"] for group in variant["groups"]}
    texts = {row["id"]: row["text"] for row in variant["rows"]}
    held = {group: [texts[id] for id, chosen in answer.items() if chosen == group] for group in labels}
    return "; ".join(f"{labels[group]}: {', '.join(found)}" for group, found in held.items() if found)


def offered(variant: Variant) -> list[str]:
    """The treatments."""
    return texts_of(variant["rows"])


def asks(item: Item) -> list[Place]:
    """The rules by which the rows stand where they do."""
    decisions = [decision for row in _rows(item.body) for decision in row.decisions]
    return [(d.table, d.edition, f"rule:{rule}") for d in decisions for rule in d.rules]


KIND = ItemKind(
    KEYS, check, generate, parse, grade, candidates, words, lms="groups cannot be chosen", offered=offered, asks=asks
)
