"""What learners import: ``from netlearn.exercises import Quiz, check``.

This name stands in notebooks that are handed out and handed in, so it stays whatever moves behind it. The names are
loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlearn.handout.checking import check as check
    from netlearn.handout.quiz import RecordedQuiz as Quiz

_HOMES = {"Quiz": ("netlearn.handout.quiz", "RecordedQuiz"), "check": ("netlearn.handout.checking", "check")}

__all__ = ["Quiz", "check"]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, called = _HOMES[name]
    return getattr(import_module(home), called)
