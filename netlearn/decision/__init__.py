"""Decision tables: load, compile to a diagram, decide, explain, prove, compare editions.

Proofs and the comparison of editions are loaded when first used: to decide a case needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from netlearn.decision.deciding import decide
from netlearn.decision.decision import Caution, Decision, Flip
from netlearn.decision.load import load, names

if TYPE_CHECKING:
    from netlearn.decision.editions import Difference as Difference
    from netlearn.decision.editions import compare as compare
    from netlearn.decision.proof import Proof as Proof
    from netlearn.decision.proof import Region as Region
    from netlearn.decision.proof import prove as prove

_LATER = {"Difference": "editions", "compare": "editions", "Proof": "proof", "Region": "proof", "prove": "proof"}

__all__ = ["Caution", "Decision", "Flip", "decide", "load", "names", *_LATER]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*globals(), *_LATER]
