"""What a quiz needs on the page: items with a pool of variants each, right answers, facts and units as plain data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from netlearn.decision.cards import erratum_card, fact_card
from netlearn.decision.export import export
from netlearn.decision.load import editions_of, load
from netlearn.items import pool
from netlearn.items.bank import chosen, of_set
from netlearn.items.grading import right_answer
from netlearn.items.item import Item, Json
from netlearn.items.kinds import kinds
from netlearn.items.variant import Variant
from netlearn.units import SPELT
from netlearn.widgets.page_data import DATA, data_of

COURSE = "netlearn"
Seeds = Sequence[str] | Mapping[str, Sequence[str]]  # of every item, or each item's by its slug
SEEDS = tuple(map(str, range(6)))


def quiz_data(chapter: str, items: Iterable[Item], seeds: Seeds = SEEDS) -> Json:
    """The quiz as the page needs it; JSON-able and deterministic.

    ``items`` have ``id`` ("chapter/slug@version", under which the browser keeps the answers), ``title``, ``variants``
    and ``answers``, a right answer to each variant; ``facts`` are the hover cards of all evidence and errata that
    feedback names; ``scripts`` are those of the site that its questions are asked by.
    """
    own = seeds if isinstance(seeds, Mapping) else defaultdict(lambda: seeds)
    pools = {item: pool(item, own[item.slug]) for item in items}
    made = [variant for variants in pools.values() for variant in variants]
    asked = sorted({table for each in made if (table := kinds()[each.kind].table)})
    used = [kinds()[name] for name in sorted({each.kind for each in made})]
    named = [kind.named() for kind in used]
    evidence = (*_judged(asked, "facts", "figures"), *_each(named, 0))
    errata = (*_judged(asked, "errata"), *_each(named, 1))
    entries = [_entry(chapter, item, variants) for item, variants in pools.items()]
    shown = [variant for entry in entries for variant in entry["variants"]]
    return {
        "course": COURSE,
        "chapter": chapter,
        "items": entries,
        "facts": {id: fact_card(id) for id in dict.fromkeys([*cited(shown), *evidence])}
        | {id: erratum_card(id) for id in sorted({*cited(shown, "errata"), *errata})},
        "units": unit_sizes(name for each in made for name in kinds()[each.kind].dimensions(each)),
        "tables": [*asked, *(kind.data for kind in used if kind.data)],
        "scripts": list(dict.fromkeys(script for kind in used for script in kind.scripts)),
    }


def page_pool(chapter: str, root: Path | None = None, set: str = "") -> Json:
    """All items in force of a chapter as the page gets them: once, whatever quizzes stand on it; or those of one set.

    >>> page_pool("02-significance")["table"], page_pool("03.3-ablation", set="guess")["table"]
    ('quiz:02-significance', 'guess:03.3-ablation')
    """
    items = of_set(chapter, set, root) if set else chosen(chapter, (), root)
    return {"table": f"{set or 'quiz'}:{chapter}", "edition": "", **quiz_data(chapter, items)}


def _judged(asked: Iterable[str], *fields: str) -> Iterator[str]:
    """What the clauses of the tables that judge answers on the page cite, for feedback may name it."""
    judges = [load(table, edition) for table in asked for edition in editions_of(table)]
    return (id for table in judges for clause in table.clauses for field in fields for id in getattr(clause, field))


def _each(named: Iterable[tuple[Sequence[str], Sequence[str]]], place: int) -> Iterator[str]:
    return (id for pair in named for id in pair[place])


def _entry(chapter: str, item: Item, variants: list[Variant]) -> Json:
    answers = [right_answer(variant) for variant in variants]
    shown = [variant.to_json() for variant in variants]
    return {"id": f"{chapter}/{item.key}", "title": item.title, "variants": shown, "answers": answers}


def tables(data: Json) -> list[Json]:
    """The exported tables that a quiz asks, in every edition, and the data of the widgets that it asks."""
    own = [data_of(name) if name in DATA else _editions(name) for name in data["tables"]]
    return [each for group in own for each in group]


def _editions(table: str) -> tuple[Json, ...]:
    return tuple(export(table, each) for each in editions_of(table))


def unit_sizes(dimensions: Iterable[str]) -> dict[str, dict[str, str]]:
    """For each dimension every accepted spelling of its units, with the unit's exact size.

    >>> unit_sizes(["calendar"])
    {'calendar': {'months': '1', 'month': '1', 'years': '12', 'year': '12'}}
    """
    return {
        dimension: {spelling: str(unit.size) for spelling, unit in SPELT.items() if unit.dimension == dimension}
        for dimension in sorted(set(dimensions))
    }


def cited(part: Any, under: str = "evidence") -> list[str]:
    """Every id under a key, such as "evidence", anywhere in a variant.

    >>> cited({"options": [{"evidence": ["2-20"]}, {"evidence": []}], "evidence": ["2-16"]})
    ['2-20', '2-16']
    """
    if isinstance(part, list):
        return [id for each in part for id in cited(each, under)]
    if not isinstance(part, dict):
        return []
    return [id for key, each in part.items() for id in (each if key == under else cited(each, under))]
