"""Running a learner's function, inside the sandbox: it knows inputs, never what is expected.

The request is JSON: ``{"sources": […], "function": "…", "cases": [{…}, …], "answer": bytes}``. Each line of
the answer is JSON: first ``["source", number]`` or ``["load", error]``, then ``["value", value]`` or
``["error", text]`` for each case. The learner's code may write what it likes there; the parent checks it.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from netlearn.plain_json import plain

__all__ = ["answer_to", "run", "trusted"]


def run(request: int, result: int) -> None:
    """Answer the request in one open file by lines in another one."""
    with os.fdopen(request, "rb") as file:
        asked = json.loads(file.read())
    with os.fdopen(result, "wb", buffering=0) as out:
        for line in answer_to(asked):
            out.write(json.dumps(line, allow_nan=False).encode() + b"\n")


def answer_to(asked: Mapping[str, Any]) -> Any:
    """Yield the lines of the answer.

    >>> asked = {"sources": ["def f(x): return 1 / x"], "function": "f", "cases": [{"x": 2}, {"x": 0}], "answer": 99}
    >>> list(answer_to(asked))
    [['source', 0], ['value', 0.5], ['error', 'ZeroDivisionError: division by zero']]
    """
    number, code = _last_that_compiles(asked["sources"])
    if code is None:
        yield ["load", f"no version of the cell can be parsed: {number}"]
        return
    yield ["source", number]
    scope: dict[str, Any] = {"__name__": "submission"}
    failure = _attempt(lambda: exec(code, scope))
    function = scope.get(asked["function"])
    for case in asked["cases"]:
        yield failure if failure[0] == "error" else _one(function, asked["function"], case, asked["answer"])


def _last_that_compiles(sources: list[str]) -> tuple[Any, CodeType | None]:
    """Return the last source that can be parsed, by number; else the first thing that is wrong with the last one."""
    wrong = "there is none"
    for number in reversed(range(len(sources))):
        outcome = _attempt(lambda number=number: compile(sources[number], "submission", "exec"))
        if outcome[0] == "value":
            return number, outcome[1]
        wrong = outcome[1] if wrong == "there is none" else wrong
    return wrong, None


def _attempt(action: Any) -> list[Any]:
    """Call; whatever is raised, SystemExit and KeyboardInterrupt too, is the learner's error."""
    try:
        return ["value", action()]
    except BaseException as error:
        return ["error", _described(error)]


def _described(error: BaseException) -> str:
    """Name an error in one line; its own text may be the learner's code, so that too may fail."""
    name = type(error).__name__
    try:
        return f"{name}: {error}"[:500] if str(error) else name
    except BaseException:
        return name


def _one(function: Any, name: str, case: Mapping[str, Any], most: int) -> list[Any]:
    if not callable(function):
        return ["error", f"there is no function {name}()"]
    outcome = _attempt(lambda: plain(function(**case)))
    if outcome[0] == "value":
        outcome = _attempt(lambda: _short_enough(outcome[1], most))
    return outcome


def _short_enough(value: Any, most: int) -> Any:
    size = len(json.dumps(value, allow_nan=False))
    if size > most:
        raise ValueError(f"the returned value takes {size} bytes; at most {most} are accepted")
    return value


def trusted(folder: str, limits: Mapping[str, Any]) -> None:
    """Answer ``folder/request`` in ``folder/result``: only for code that is trusted, where there is no isolation."""
    try:
        from netlearn.grader.sandbox.confine import set_rlimits
    except (ImportError, OSError):  # not Linux: time is the only limit
        pass
    else:
        set_rlimits(dict(limits), processes=True)
    binary = getattr(os, "O_BINARY", 0)
    run(os.open(Path(folder, "request"), os.O_RDONLY | binary), os.open(Path(folder, "result"), os.O_WRONLY | binary))
