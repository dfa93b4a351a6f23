"""Classifying a patient by a table: its targets, patients of the case library, or fixed cases. ``decide`` answers."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from attrs import evolve

from netlearn.decision import decide
from netlearn.decision.load import names
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for
from netlearn.items.generators import is_odd, variant_for, variant_of
from netlearn.items.item import Body, Item
from netlearn.items.kind import Place
from netlearn.items.kinds import choice
from netlearn.items.patients import patients, variant_for_patient
from netlearn.items.reading import FieldReader
from netlearn.items.seeds import Draw
from netlearn.items.targets import targets
from netlearn.items.variant import Variant

SOURCES = ("targets", "patients", "cases")
KEYS = ("edition", "table", *SOURCES, "stems", "given")


def check(reader: FieldReader) -> Body:
    """The body of a classify item: a table, and patterns of its targets (``rule:*``; all where left out),
    patterns of patients of the case library, or cases."""
    edition = check_edition(reader)
    table = reader.word("table", names(edition))
    patterns = reader.texts("targets")
    cases = tuple(dict(part.raw) for part in reader.parts("cases"))
    if sum(map(bool, (patterns, reader.texts("patients"), cases))) > 1:
        reader.refuse("targets", list(patterns), f"one of {', '.join(SOURCES)}")
    for case in cases:
        _check_case(table, edition, case)
    people = _matching(reader, "patients", tuple(patients(table, edition)), ())
    every = () if cases or people else ("*",)
    return {
        "edition": edition,
        "table": table,
        "targets": _matching(reader, "targets", targets(table, edition), every),
        "patients": people,
        "cases": cases,
        "given": reader.texts("given"),
        "stems": reader.texts("stems"),
    }


def _matching(reader: FieldReader, field: str, known: tuple[str, ...], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """What the field's patterns name of what is known; each pattern must name something."""
    patterns = reader.texts(field) or otherwise
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in known):
            reader.refuse(field, pattern, f"patterns of {', '.join(known)}")
    return tuple(name for name in known if any(fnmatchcase(name, pattern) for pattern in patterns))


def _check_case(table: str, edition: str, case: Mapping[str, Any]) -> None:
    decision = decide(table, edition, **case)
    if decision.status == "undetermined":
        raise InputError("cases", dict(case), f"a case that is decided; it depends on {', '.join(decision.missing)}")


def generate(item: Item, seed: str) -> Variant:
    """A variant: one of the targets, patients or cases; an authored stem replaces the vignette of a fixed case."""
    draw, body = draw_for(item, seed), item.body
    if body["cases"]:
        made = variant_of(body["table"], body["edition"], draw.pick(body["cases"]), Draw(item.slug, seed, "words"))
        made = evolve(made, stem=draw.pick(body["stems"])) if body["stems"] else made
    elif body["patients"]:
        asked = Draw(item.slug, seed, "words")
        made = variant_for_patient(body["table"], body["edition"], draw.pick(body["patients"]), asked)
    else:
        made = variant_for(body["table"], body["edition"], _target(item, seed, draw), f"{item.key}:{seed}")
    return evolve(
        made,
        item=item.slug,
        uuid=item.uuid,
        version=item.version,
        seed=seed,
        given=(*body["given"], *made.given),
        errata=tuple(dict.fromkeys((*item.errata, *made.errata))),
        hints=item.hints,
    )


def _target(item: Item, seed: str, draw: Draw) -> str:
    """One of the item's targets; those that only an odd patient could be asked only where there is no other."""
    body = item.body
    drawn: list[str] = draw.shuffled(body["targets"])
    table, edition = body["table"], body["edition"]
    return next((each for each in drawn if not is_odd(table, edition, each, f"{item.key}:{seed}")), drawn[0])


def asks(item: Item) -> list[Place]:
    """The clauses that its targets name, or that answer its patients and cases."""
    body = item.body
    return [(body["table"], body["edition"], clause) for clause in _clauses(body)]


def _clauses(body: Body) -> list[str]:
    table, edition = body["table"], body["edition"]
    found = ["thresholds" if t.startswith("threshold:") else t for t in body["targets"]]
    for case in body["cases"]:
        found += _deciding(table, edition, case)
    for name in body["patients"]:
        _, asked = patients(table, edition)[name]
        kind, _, clauses = asked.answers[edition].partition(": ")
        silent = [f"{kind}:{clause}" for part in clauses.split(" | ") for clause in part.split(", ") if clause]
        found += silent or _deciding(table, edition, asked.given[edition])
    return found


def _deciding(table: str, edition: str, case: Mapping[str, Any]) -> list[str]:
    return [f"rule:{rule}" for rule in decide(table, edition, **case).rules]


KIND = evolve(choice.KIND, keys=KEYS, check=check, generate=generate, asks=asks)
