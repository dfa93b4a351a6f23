"""Classifying a patient by a table: targets of the table, or fixed cases. Answers come from ``decide``."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from netlearn.decision import decide
from netlearn.decision.load import names
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for
from netlearn.items.generators import variant_for, variant_of
from netlearn.items.item import Body, Item, Json
from netlearn.items.reading import Reader
from netlearn.items.seeds import Draw
from netlearn.items.targets import targets

KEYS = ("edition", "table", "targets", "cases", "stems", "given")


def check(reader: Reader) -> Body:
    """The body of a classify item: a table, and patterns of its targets (``rule:*``; all where left out), or cases."""
    edition = check_edition(reader)
    table = reader.word("table", names(edition))
    patterns = reader.texts("targets")
    cases = tuple(dict(part.raw) for part in reader.parts("cases"))
    if patterns and cases:
        reader.refuse("targets", list(patterns), "targets or cases, not both")
    for pattern in patterns:
        if not _matching(table, edition, (pattern,)):
            reader.refuse("targets", pattern, f"patterns of {', '.join(targets(table, edition))}")
    for case in cases:
        _check_case(table, edition, case)
    chosen = () if cases else _matching(table, edition, patterns or ("*",))
    given, stems = reader.texts("given"), reader.texts("stems")
    return {"edition": edition, "table": table, "targets": chosen, "cases": cases, "given": given, "stems": stems}


def _matching(table: str, edition: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t for t in targets(table, edition) if any(fnmatchcase(t, pattern) for pattern in patterns))


def _check_case(table: str, edition: str, case: Mapping[str, Any]) -> None:
    decision = decide(table, edition, **case)
    if decision.status == "undetermined":
        raise InputError("cases", dict(case), f"a case that is decided; it depends on {', '.join(decision.missing)}")


def generate(item: Item, seed: str) -> Json:
    """A variant: one of the targets or cases; an authored stem replaces the vignette of a fixed case."""
    draw, body = draw_for(item, seed), item.body
    if body["cases"]:
        made = variant_of(body["table"], body["edition"], draw.pick(body["cases"]), Draw(item.slug, seed, "words"))
        made |= {"stem": draw.pick(body["stems"])} if body["stems"] else {}
    else:
        made = variant_for(body["table"], body["edition"], draw.pick(body["targets"]), f"{item.key}:{seed}")
    head = {"item": item.slug, "uuid": item.uuid, "version": item.version, "seed": seed}
    return {**made, **head, "given": list(body["given"]), "hints": list(item.hints)}
