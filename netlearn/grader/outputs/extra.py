"""The packages of the extra ``grade``, loaded when they are needed: most who grade have no gradebook and no LMS."""

from importlib import import_module
from typing import Any

from netlearn.errors import NetlearnError

__all__ = ["module"]


def module(name: str) -> Any:
    """Import a module of the extra ``grade``. Raises NetlearnError that names the extra where it is not installed.

    >>> module("no_such_gradebook")
    Traceback (most recent call last):
    netlearn.errors.NetlearnError: no_such_gradebook is not installed; accepted: pip install 'netlearn[grade]'
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise NetlearnError(f"{error.name} is not installed; accepted: pip install 'netlearn[grade]'") from None
