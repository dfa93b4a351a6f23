"""Grading a class's notebooks: each learner's code kept apart, one record for each submission.

``grade(path, settings)`` is one submission; ``netlearn.grader.run`` grades a folder, on this machine or a cluster.
What keeps a learner's code apart, and what counts as isolation, is in ``netlearn.grader.sandbox.measures``.

The names below are loaded when first used: the sandbox's server has to stay small.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlearn.grader.grading import Settings as Settings
    from netlearn.grader.grading import again as again
    from netlearn.grader.grading import grade as grade
    from netlearn.grader.record import Record as Record
    from netlearn.grader.record import Result as Result
    from netlearn.grader.sandbox.jobs import probe as probe
    from netlearn.grader.sandbox.limits import Limits as Limits
    from netlearn.grader.sandbox.warm import IsolationError as IsolationError

_HOMES = {
    "grading": ("Settings", "again", "grade"),
    "record": ("Record", "Result"),
    "sandbox.jobs": ("IsolationError", "probe"),
    "sandbox.limits": ("Limits",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
