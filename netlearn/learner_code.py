"""What a learner's code may use, and when it counts as written: the same in the notebook and where it is graded.

It imports only what Python always has: the sandbox's child and a learner's notebook both use it.
"""

import dis
import sys
from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import Any

__all__ = ["does_the_same", "instructions", "is_allowed", "not_allowed", "refusal"]

#: What a function consists of that does nothing at all, whatever its text looks like.
_NOTHING = {"RESUME", "NOP", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST", "POP_TOP"}
_LIBRARY = {"netlearn", "attr", "attrs"}  # netlearn, and what it is made with


def does_the_same(function: Any, stub: Any) -> bool:
    """Say whether a function still does what the stub does: the same instructions, whatever stands round about.

    >>> def stub(x): "Double it."
    >>> def touched(x): pass  # to do
    >>> does_the_same(touched, stub), does_the_same(lambda x: 2 * x, stub)
    (True, False)
    """
    given = instructions(stub)
    return given is not None and instructions(function) == given


def instructions(function: Any) -> Any:
    """Return what a function does, as far as two can be compared: () for nothing, None where it is not in Python."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType):
        return None
    steps = {step.opname for step in dis.get_instructions(code)}
    return () if steps <= _NOTHING and _returns_none(code) else _parts(code)


def _returns_none(code: CodeType) -> bool:
    loaded = [step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_CONST", "RETURN_CONST")]
    return all(value is None for value in loaded)


def _parts(code: CodeType) -> Any:
    constants = [_parts(each) if isinstance(each, CodeType) else repr(each) for each in code.co_consts]
    return code.co_code, code.co_names, code.co_varnames, constants


def refusal(module: str, library: bool = False) -> str:
    """Say that a module cannot be used in a task. ``library``: the task lets its code ask netlearn.

    >>> refusal("numpy")
    "numpy cannot be used in this task; accepted: Python's standard library"
    """
    return f"{module} cannot be used in this task; accepted: Python's standard library{' and netlearn' * library}"


def not_allowed(function: Any, library: bool = False) -> tuple[str, ...]:
    """Return the modules that a function uses, itself or by way of its own helpers, and may not.

    >>> import attr
    >>> def f(x): return attr.asdict(x)
    >>> not_allowed(f)
    ('attr',)
    """
    used = (_top(name) for name in _used(function, set()))
    return tuple(dict.fromkeys(name for name in used if not is_allowed(name, library)))


def is_allowed(name: str, library: bool) -> bool:
    """Say whether code may import a module, by the first part of its name."""
    return name in sys.stdlib_module_names or name == "__main__" or (library and name in _LIBRARY)


def _top(name: str) -> str:
    return name.partition(".")[0]


def _used(function: Any, seen: set[CodeType]) -> Iterator[str]:
    """Yield the modules behind the names of a function, and of the notebook's functions that it calls."""
    if not isinstance(function, FunctionType) or function.__code__ in seen:
        return
    seen.add(function.__code__)
    for code in _inner(function.__code__):
        yield from (step.argval for step in dis.get_instructions(code) if step.opname == "IMPORT_NAME" and step.argval)
        yield from _behind(code, function.__globals__, seen)


def _inner(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _inner(each)


def _behind(code: CodeType, names: Mapping[str, Any], seen: set[CodeType]) -> Iterator[str]:
    for name in code.co_names:
        value = names.get(name)
        if isinstance(value, ModuleType):
            yield value.__name__
        elif isinstance(value, FunctionType) and value.__globals__ is names:
            yield from _used(value, seen)
        elif isinstance(home := getattr(value, "__module__", None), str) and callable(value):
            yield home
