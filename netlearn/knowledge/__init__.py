"""The course's clinical knowledge: TOML files and this one loader.

Nothing is checked here: what is wrong with the files is said by :mod:`netlearn.knowledge.validate`.
"""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from netlearn.errors import KnowledgeError

__all__ = ["load", "names"]


def names(folder: str) -> tuple[str, ...]:
    """Name the TOML files directly in ``folder``, sorted, ready for :func:`load`.

    >>> names("errata")
    ('errata/a-safety.toml', 'errata/b-trials.toml', 'errata/c-definitions.toml')
    """
    entries = files(__name__).joinpath(folder)
    if not entries.is_dir():
        raise KnowledgeError(f"knowledge: there is no folder {folder!r}")
    return tuple(sorted(f"{folder}/{e.name}" for e in entries.iterdir() if e.name.endswith(".toml")))


@cache
def load(name: str, parse_float: Callable[[str], Any] = Fraction) -> Mapping[str, Any]:
    """Read one TOML file; decimals become exact fractions unless another ``parse_float`` is given.

    The result is cached and shared: read it, do not change it.

    >>> load("evidence/1.toml")["fact"][5]["low"]
    Fraction(109, 100)
    """
    source = files(__name__).joinpath(name)
    if not source.is_file():
        raise KnowledgeError(f"knowledge: there is no file {name!r}")
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"), parse_float=parse_float)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: not valid TOML: {error}") from None
