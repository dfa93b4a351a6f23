"""Checks that no script types what a reader reads: that stands in ``knowledge/words.toml``, for Python and page alike.

A script is read as tokens, not as a program. A text in it counts as words by how it looks, or by where it stands.
"""

import re
from collections.abc import Iterator

from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in

# Where the scripts of the page stand.
_PLACES = ("netlearn/widgets/static", "netlearn/site/static")
_TOKEN = re.compile(
    r"""/\*.*?\*/ | //[^\n]*
      | (?<=[(,=:\[!&|?;>\n]) \s* /(?![*/]) (?:\\. | \[(?:\\.|[^\]\\\n])*\] | [^/\\\n\[])+ /[a-z]*
      | (?P<text>'(?:\\.|[^'\\\n])*' | "(?:\\.|[^"\\\n])*" | `(?:\\.|[^`\\])*`)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_NAME = re.compile(r"\{\w+\}")
# Two words, a word with a capital, or the part of a sentence that is joined to another.
_WORDS = re.compile(
    r"[A-Za-z]{2,}[,.:;]? [A-Za-z]|^[^A-Za-z]*[A-Z][a-z’]|^[^A-Za-z]*\s.*[a-z]{2}|[a-z]{2}[^A-Za-z]*\s$|[a-z]{2}[.!?]$"
)
# Selectors, styles, markup, lines of TOML; a key such as "quiz:"; the time of day; a path of SVG, a segment or a code.
_CODE = re.compile(
    r"[<>{}\[\]#_=]|\bnl-|\bis-|--|\w:\w|^\.\w|^\((max|min)-width|^[a-z]+(\.[a-z]+)*[.:]$|^T\d\d:"
    r"|^[MLHVAZCQSmlhvazcqs\d\s.,-]+$|^[A-Z]+$"
)
_NAMES = {"use strict", "Enter", "Escape", "DOMContentLoaded"}  # of JavaScript and the browser
_JOINING = {"of", "over", "by", "from", "to"}  # "and" and "or" are keys of the list: NetLearn.list(names, 'or')
_CODE_BEFORE = re.compile(
    r"(?:\b(?:class|d|style|role|type|href|id|transform|points|viewBox)|\bclassName\s*=|cssText\s*=|"
    r"\b(?:querySelector|querySelectorAll|closest|matches|matchMedia|split|Error|DOMException|on|off)\()[:\s]*$"
)
_LABEL_BEFORE = re.compile(r"(?:\b(?:label|text|title|word)|'aria-label'|placeholder)\s*:\s*$|\}, $|textContent = $")


def faults() -> Iterator[Fault]:
    """Yield every text of a script that is words."""
    scripts = sorted(path for place in _PLACES for path in (course() / place).rglob("*.js"))
    for path in (path for path in scripts):
        name = path.relative_to(course()).as_posix()
        yield from faults_in(name, _faults, name, path.read_text(encoding="utf-8"))


def _faults(name: str, script: str) -> Iterator[Fault]:
    for line, words in typed(script):
        yield Fault(name, f"line {line}", "", f"types {words!r}; words that a reader sees stand in words.toml")


def typed(script: str) -> Iterator[tuple[int, str]]:
    """Yield each text of a script that is words, with its line.

    >>> list(typed("h('p', { class: 'nl-hint' }, 'Tick all that apply.');"))
    [(1, 'Tick all that apply.')]
    >>> list(typed("h('p', { class: 'nl-hint' }, W.tick);"))
    []
    """
    for token in _TOKEN.finditer(script):
        if token["text"]:
            words, before = _read(token["text"]), script[: token.start("text")].rpartition("\n")[2]
            if _is_words(words, before):
                yield script.count("\n", 0, token.start("text")) + 1, words


def _read(literal: str) -> str:
    """What a literal says."""
    return _ESCAPE.sub(lambda found: chr(int(found[1][1:], 16)) if found[1][1:] else found[1], literal[1:-1])


def _is_words(text: str, before: str) -> bool:
    said = _NAME.sub("", text)
    if said in _NAMES or _CODE.search(said) or _CODE_BEFORE.search(before):
        return False
    return bool(
        _WORDS.search(said) or said in _JOINING or (_LABEL_BEFORE.search(before) and re.search("[a-z]{2}", said))
    )
