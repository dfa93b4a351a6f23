"""Decision tables: load, compile to a diagram, decide, explain, prove, compare editions."""

from netlearn.decision.deciding import decide
from netlearn.decision.decision import Caution, Decision, Flip
from netlearn.decision.editions import Difference, compare
from netlearn.decision.load import EDITIONS, load, names
from netlearn.decision.proof import Proof, Region, prove

__all__ = [
    "EDITIONS",
    "Caution",
    "Decision",
    "Difference",
    "Flip",
    "Proof",
    "Region",
    "compare",
    "decide",
    "load",
    "names",
    "prove",
]
