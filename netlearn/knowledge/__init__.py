"""The course's clinical knowledge: TOML files and this one loader.

Nothing is checked here: what is wrong with the files is said by :mod:`netlearn.checks`.
"""

import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from netlearn.errors import KnowledgeError

__all__ = ["entry", "figure", "load", "names", "read_from", "root", "section"]

_roots = [Path(__file__).parent]


def root() -> Path:
    """The folder that holds the knowledge: this package, unless :func:`read_from` named another.

    >>> (root() / "glossary.toml").is_file()
    True
    """
    return _roots[-1]


def read_from(folder: Path) -> None:
    """Read the knowledge of another folder, for the whole process: that of another revision, say.

    Raises KnowledgeError when something was read already, since what is cached would be mixed with it.
    """
    if any(kept.cache_info().currsize for kept in (load, section, _texts)):
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
    return _loaded(name, source.read_text(encoding="utf-8"), parse_float)


def _table(file: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = file[key]
    return found


@cache
def parsed(text: str, parse_float: Callable[[str], Any] = Fraction) -> dict[str, Any]:
    """What a TOML text says, read once for all who ask: the checks read what the course has read.

    The result is shared: read it, do not change it. Raises tomllib.TOMLDecodeError.

    >>> parsed("low = 1.09")
    {'low': Fraction(109, 100)}
    """
    return tomllib.loads(text, parse_float=parse_float)


def _loaded(name: str, text: str, parse_float: Callable[[str], Any]) -> dict[str, Any]:
    try:
        return parsed(text, parse_float)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: not valid TOML: {error}") from None


@cache
def section(name: str, key: str) -> Mapping[str, Any]:
    """One table of a file, cut out of it: an answer says a few words, and to read all there are takes long.

    The result is shared: read it, do not change it.

    >>> section("words.toml", "risk")["A"]
    'could harm'
    """
    text, head = f"\n{root().joinpath(name).read_text(encoding='utf-8')}", f"\n[{key}]"
    start = text.find(head)
    if start < 0 or f"\n[{key}." in text:
        return _table(load(name), key)
    end = text.find("\n[", start + len(head))
    return _table(_loaded(name, text[start : end if end > 0 else None], Fraction), key)


@cache
def entry(kind: str, id: str, folder: str) -> Mapping[str, Any]:
    """One entry, cut out of the file of a folder that holds it; empty where there is none. Decimals keep their places.

    Most answers need a few entries, some many times, and to read every file takes as long as all the rest.
    The result is shared: read it, do not change it.

    >>> entry("erratum", "E01", "errata")["risk"]
    'A'
    """
    text = _cut_out(kind, folder).get(id)
    return _only(text, kind) if text else {}


@cache
def figure(kind: str, owner: str, name: str, folder: str) -> Mapping[str, Any]:
    """One figure of an erratum or update, cut out likewise; empty where there is none.

    >>> figure("erratum", "E15", "symptom-relief", "errata")["unit"]
    '%'
    """
    head = f"\n[[{kind}.figure]]\n"
    text = _cut_out(kind, folder).get(owner, "")
    start = text.find(f'{head}name = "{name}"\n')
    if start < 0:
        return {}
    end = text.find("\n[[", start + len(head))
    return _only(f"[[figure]]\n{text[start + len(head) : end if end > 0 else None]}", "figure")


@cache
def _cut_out(kind: str, folder: str) -> Mapping[str, str]:
    """The text of each entry of a folder, by its id, which stands in the entry's first line."""
    texts = (f"\n{text}".split(f"\n[[{kind}]]\n")[1:] for text in _texts(folder))
    heads = (text.partition("\n") for of_file in texts for text in of_file)
    return {first[6:-1]: f"[[{kind}]]\n{first}\n{rest}" for first, _, rest in heads if first.startswith('id = "')}


def _only(text: str, kind: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(text, parse_float=Decimal)[kind][0]
    return found


@cache
def _texts(folder: str) -> tuple[str, ...]:
    return tuple((root() / name).read_text(encoding="utf-8") for name in names(folder))
