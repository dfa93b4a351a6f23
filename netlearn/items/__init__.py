"""Exercise items: load them, make variants by seed, read answers, grade them. Pure: no notebook, clock or network."""

from netlearn.items.bank import load_items, load_objectives
from netlearn.items.grading import generate, grade, parse, pool
from netlearn.items.item import Item
from netlearn.items.seeds import seed_for

__all__ = ["Item", "generate", "grade", "load_items", "load_objectives", "parse", "pool", "seed_for"]
