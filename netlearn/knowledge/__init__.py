"""The course's clinical knowledge: TOML files and this one loader.

Nothing is checked here: what is wrong with the files is said by :mod:`netlearn.checks`.
"""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from netlearn.errors import KnowledgeError

__all__ = ["load", "names", "read_from", "root"]

_roots: list[Traversable] = [files(__name__)]


def root() -> Traversable:
    """The folder that holds the knowledge: this package, unless :func:`read_from` named another.

    >>> (root() / "glossary.toml").is_file()
    True
    """
    return _roots[-1]


def read_from(folder: Path) -> None:
    """Read the knowledge of another folder, for the whole process: that of another revision, say.

    Raises KnowledgeError when something was read already, since what is cached would be mixed with it.
    """
    if load.cache_info().currsize:
        raise KnowledgeError(f"knowledge: {str(folder)!r} was named after the knowledge had been read")
    _roots.append(folder)


def names(folder: str) -> tuple[str, ...]:
    """Name the TOML files directly in ``folder``, sorted, ready for :func:`load`.

    >>> names("errata")
    ('errata/a-safety.toml', 'errata/b-trials.toml', 'errata/c-definitions.toml')
    """
    entries = root().joinpath(folder)
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
    source = root().joinpath(name)
    if not source.is_file():
        raise KnowledgeError(f"knowledge: there is no file {name!r}")
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"), parse_float=parse_float)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: not valid TOML: {error}") from None
