"""The example bank, one item of each kind, and every target of every table."""

from functools import cache
from pathlib import Path

from netlearn.decision import names
from netlearn.editions import edition_ids
from netlearn.items import Item, load_items
from netlearn.items.generators import variant_for
from netlearn.items.targets import targets
from netlearn.items.variant import Variant

ROOT = Path(__file__).parent / "examples"
TABLES = [(table, edition) for edition in edition_ids() for table in names(edition)]
TARGETS = [(table, edition, target) for table, edition in TABLES for target in targets(table, edition)]


@cache
def items() -> dict[str, Item]:
    return {item.slug: item for item in load_items(ROOT).values()}


@cache
def asked(table: str, edition: str, target: str, seed: str = "0") -> Variant:
    """The variant of a target, made once for all tests; no test may change it."""
    return variant_for(table, edition, target, seed)
