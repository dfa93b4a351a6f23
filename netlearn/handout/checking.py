"""``check("slug")`` below a code task: the learner's function on the practice cases, in the learner's own kernel.

It is instant feedback, not the grade: the grader runs the function again, kept apart.
"""

import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from attrs import frozen

from netlearn.errors import InputError
from netlearn.items.bank import chapters, exercises, load_tasks, task_files
from netlearn.items.tasks import Task, TaskCase, cases, reasons
from netlearn.learner_code import does_the_same, instructions, not_allowed, refusal
from netlearn.naming import one_of
from netlearn.plain_json import plain

__all__ = ["Checked", "check", "unattempted"]

SEED = "0"
NOT_ATTEMPTED = "Not attempted yet."
_tried: dict[str, list[Any]] = {}  # the codes that each task was tried with: the same one costs no further hint


@frozen(repr=False)
class Checked:
    """What a check found: how many of the cases were right, and what it says."""

    right: int
    cases: int
    text: str

    def __repr__(self) -> str:
        """The text alone: it is what a notebook shows."""
        return self.text


def check(slug: str, *, scope: Mapping[str, Any] | None = None, root: Path | None = None) -> Checked:
    """Call the function of a task on the practice cases, and say what is right.

    ``scope`` is where the function is looked for, the notebook's own names where it is left out; ``root`` the folder
    ``exercises``. Raises InputError for a task that there is not.

    >>> print(check("share-at-diagnosis", scope={"shares": lambda synchronous, metachronous, never: 75}).text[:79])
    0 of 12 cases are right.
    The first that is not: shares(synchronous=0, metachron
    """
    task = _task(root or exercises(), slug)
    function = (vars(sys.modules["__main__"]) if scope is None else scope).get(task.function)
    if function is None:
        return Checked(0, 0, f"There is no {task.function}() yet: run the cell that defines it first.")
    if not callable(function):
        return Checked(0, 0, f"{task.function} is not a function: run the cell that defines it again.")
    if unattempted(task, function):
        return Checked(0, 0, NOT_ATTEMPTED)
    return _checked(task, function)


def _task(root: Path, slug: str) -> Task:
    """Return the task in force. Only its own chapter is loaded."""
    folders = {path.parent.name: chapter for chapter in chapters(root) for path in task_files(root / chapter)}
    own = {chapter for name, chapter in folders.items() if name.partition("@")[0] == slug}
    found = [task for chapter in own for task in load_tasks(root, chapter).values() if task.slug == slug]
    if not found:
        raise InputError("slug", slug, one_of(slug, sorted(folders)))
    return max(found, key=lambda task: task.version)


def unattempted(task: Task, function: Callable[..., Any]) -> bool:
    """Say whether a function still does what the stub does: the same instructions, whatever stands round about."""
    scope: dict[str, Any] = {"__name__": "stub"}
    exec(compile(task.stub, "stub", "exec"), scope)  # the course's own code
    return does_the_same(function, scope.get(task.function))


def _checked(task: Task, function: Callable[..., Any]) -> Checked:
    made = cases(task, SEED)
    if closed := not_allowed(function, task.library):
        return Checked(0, len(made), "\n".join(refusal(module, task.library) for module in closed))
    wrong = [reason for reason in reasons(task, made, [_returned(case, function) for case in made]) if reason]
    right = len(made) - len(wrong)
    if not wrong:
        return Checked(right, len(made), f"All {len(made)} cases are right.")
    lines = (f"{right} of {len(made)} cases are right.", f"The first that is not: {wrong[0]}", _hint(task, function))
    return Checked(right, len(made), "\n".join(lines))


def _returned(case: TaskCase, function: Callable[..., Any]) -> tuple[str, Any]:
    """Return what the function makes of a case, or the error that it ends in."""
    try:
        return "value", plain(function(**deepcopy(case.inputs)))
    except (Exception, SystemExit) as error:
        return "error", f"{type(error).__name__}: {error}"


def _hint(task: Task, function: Callable[..., Any]) -> str:
    """Return the next hint: one more for each other code that was tried."""
    tried = _tried.setdefault(task.key, [])
    code = instructions(function)
    if code not in tried:
        tried.append(code)
    number = min(tried.index(code) + 1, len(task.hints))
    return f"Hint {number} of {len(task.hints)}: {task.hints[number - 1]}"
