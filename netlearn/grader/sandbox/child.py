"""Running a learner's function, inside the sandbox: it knows inputs, never what is expected.

The request is JSON: ``{"sources": […], "function": "…", "stub": "…", "library": bool, "cases": [{…}, …],
"answer": bytes}``. Each line of the answer is JSON: first ``["source", number]``, ``["stub", 0]`` where nothing was
written, or ``["load", error]``; after a source, ``["value", value]`` or ``["error", text]`` for each case. The
learner's code may write what it likes there; the parent checks it.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from netlearn.grader.sandbox.cells import Cells, nothing, tried
from netlearn.learner_code import is_allowed, refusal
from netlearn.plain_json import plain

__all__ = ["answer_to", "close_library", "run", "trusted"]


def run(request: int, result: int) -> None:
    """Answer the request in one open file by lines in another one."""
    with os.fdopen(request, "rb") as file:
        asked = json.loads(file.read())
    close_library(asked["library"])
    with os.fdopen(result, "wb", buffering=0) as out:
        for line in answer_to(asked):
            out.write(json.dumps(line, allow_nan=False).encode() + b"\n")


class _Refusing:
    """Asked first for every module: says of what may not be used, in the words of ``check()``, what may."""

    def __init__(self, library: bool) -> None:
        self.library = library

    def find_spec(self, name: str, *_: Any) -> None:
        """Raise ModuleNotFoundError for what is not allowed; leave the rest to those who are asked next."""
        top = name.partition(".")[0]
        if not is_allowed(top, self.library):
            raise ModuleNotFoundError(refusal(top, self.library), name=name)


def close_library(library: bool) -> None:
    """Leave netlearn only where the task asks for it; what a notebook imports to check itself does nothing here.

    Where that was done before, by the process of which this one is a copy, nothing is left to do.
    """
    if any(isinstance(each, _Refusing) for each in sys.meta_path):
        return
    for name in list(sys.modules):
        if not is_allowed(name.partition(".")[0], library):
            del sys.modules[name]
    if not library:
        sys.modules["netlearn"] = _module("netlearn", __path__=[], __getattr__=_refused)
    sys.meta_path.insert(0, _Refusing(library))
    sys.modules["netlearn.exercises"] = _module("netlearn.exercises", check=nothing, Quiz=nothing)


def _module(name: str, **names: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(names)
    return made


def _refused(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ImportError(refusal("netlearn"))


def answer_to(asked: Mapping[str, Any]) -> Any:
    """Yield the lines of the answer.

    >>> asked = {"sources": ["def f(x): return 1 / x"], "function": "f", "stub": "", "answer": 99}
    >>> list(answer_to({**asked, "cases": [{"x": 2}, {"x": 0}]}))
    [['source', 0], ['value', 0.5], ['error', 'ZeroDivisionError: division by zero']]
    """
    cells = Cells(asked["function"], asked["stub"])
    for number, source in enumerate(asked["sources"]):
        cells.run(number, source)
    if cells.written is None:
        yield ["stub", 0] if cells.is_stub else ["load", _absent(cells)]
        return
    number, function = cells.written
    yield ["source", number]
    for case in asked["cases"]:
        yield _one(function, asked["function"], case, asked["answer"])


def _absent(cells: Cells) -> str:
    return cells.failure or f"there is no function {cells.function}()"


def _one(function: Any, name: str, case: Mapping[str, Any], most: int) -> list[Any]:
    if not callable(function):
        return ["error", f"there is no function {name}()"]
    outcome = tried(lambda: plain(function(**case)))
    if outcome[0] == "value":
        outcome = tried(lambda: _short_enough(outcome[1], most))
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
