"""The text of a notebook's code cell, read as Python: what only Jupyter knows is left out, and which names it gives.

It imports only what Python always has: the sandbox's child uses it too.
"""

import re
import symtable
import textwrap
import warnings
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["as_python", "defines", "without_magic"]

_IN_PLACE = re.compile(r"%%(time|capture|prun)\b")  # magics whose cell runs in the notebook; no other one does
_TIMED = re.compile(r"^(\s*)%time\s+(?!-)(.+)$")
_LINE = re.compile(r"^(\s*)(?:[%!?].*|[\w.]+\s*\?{1,2}\s*)$")
_ASSIGNED = re.compile(r"^(\s*[\w, ]+=)\s*[%!].*$")
_PROMPT = re.compile(r"^(?:>>>|\.\.\.) ?", re.MULTILINE)
_MOST = 100_000  # characters that are parsed where nothing keeps the learner's text apart; it takes 0.2 s and 45 MB


def as_python(source: str) -> str | None:
    """Return a cell without indent, prompts and a magic of its own; None for one that is in another language.

    >>> as_python("%%time\\nx = 1"), as_python(">>> x = 1"), as_python("%%bash\\nls")
    ('\\nx = 1', 'x = 1', None)
    """
    text = textwrap.dedent(source.lstrip("\n"))
    if text.startswith(">>>"):
        text = _PROMPT.sub("", text)
    if not text.startswith("%%"):
        return text
    return "\n" + text.partition("\n")[2] if _IN_PLACE.match(text) else None


def without_magic(line: str) -> str:
    """Write a line of Jupyter's as Python.

    >>> without_magic("%time x = f()"), without_magic("  !pip install x"), without_magic("found = !ls")
    ('x = f()', '  pass', 'found = None')
    """
    if found := _TIMED.match(line):
        return found[1] + found[2]
    if found := _ASSIGNED.match(line):
        return f"{found[1]} None"
    return f"{found[1]}pass" if (found := _LINE.match(line)) else line


def defines(source: str, function: str) -> bool:
    """Say whether a cell gives a function its name, by whatever statement; where it is no Python, by its lines.

    A bare annotation and ``del`` count too: what they leave, running the cell shows.

    >>> [defines(text, "f") for text in ("def f(x): ...", "g = f = abs", "if 1: from m import f", "%ls\\nf, g = x")]
    [True, True, True, True]
    >>> [defines(text, "f") for text in ("f(1)", "def g(f): ...", "[f for f in x]", "a.f = 1")]
    [False, False, False, False]
    """
    if function not in source:
        return False
    names = _given(source)
    return bool(_by_its_lines(function).search(source)) if names is None else function in names


@lru_cache(maxsize=64)  # a notebook's cells are asked for each of its tasks
def _given(source: str) -> frozenset[str] | None:
    """Return the module's names that are assigned or imported, at its top or declared global; None for no Python."""
    text = as_python(source) or ""
    top = _table(text) or _table("\n".join(map(without_magic, text.split("\n"))))
    if top is None:
        return None
    symbols = ((table, symbol) for table in _all(top) for symbol in table.get_symbols())
    own = (symbol for table, symbol in symbols if table is top or symbol.is_declared_global())
    return frozenset(symbol.get_name() for symbol in own if symbol.is_assigned() or symbol.is_imported())


def _table(text: str) -> symtable.SymbolTable | None:
    """Return the names of a module as Python sees them; None for what it refuses, or what is too much to look at."""
    if not text.strip() or len(text) > _MOST:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            return symtable.symtable(text, "<cell>", "exec")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def _all(top: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    waiting = [top]  # no recursion: a learner's text may be nested as deeply as Python reads
    while waiting:
        yield (table := waiting.pop())
        waiting += table.get_children()


def _by_its_lines(function: str) -> re.Pattern[str]:
    name = re.escape(function)
    given = rf"(?:async[ \t]+)?(?:def|class)[ \t]+{name}\b|{name}[ \t]*=(?!=)|(?:from|import)\b.*\b{name}\b"
    return re.compile(rf"^[ \t]*(?:{given})", re.MULTILINE)
