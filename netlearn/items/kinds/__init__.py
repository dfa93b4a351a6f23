"""The kinds of exercises: each module of this package is one, found because it is here."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from netlearn.items.kind import ItemKind


@cache
def kinds() -> Mapping[str, ItemKind]:
    """Every kind by its name, in the order of the alphabet; the module ``find_error`` holds the kind "find-error".

    >>> "find-error" in kinds()
    True
    """
    found = (module.name for module in iter_modules(__path__))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}").KIND for name in found}
