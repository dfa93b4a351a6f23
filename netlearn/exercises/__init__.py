"""The exercises as notebooks: learners' copies made from the sources, the live quiz, and ``check`` for code tasks.

In a notebook: ``from netlearn.exercises import Quiz, check``. The names are loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlearn.exercises.checking import check as check
    from netlearn.exercises.quiz import Quiz as Quiz

_HOMES = {"Quiz": "quiz", "check": "checking"}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
