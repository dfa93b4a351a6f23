"""Checks the list of words: every text that Python or a script asks for is there, with the names that are filled in."""

import re
from collections.abc import Iterator, Mapping

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.word_names import NAMES
from netlearn.decision import load, names
from netlearn.editions import edition_ids
from netlearn.words import FILE

_BRACES = re.compile(r"\{(\w*)\}")


def faults() -> Iterator[Fault]:
    """Yield what is missing from the list, unknown to it, or filled in with a name that nobody gives."""
    yield from faults_in(FILE, _faults)


def _faults() -> Iterator[Fault]:
    raw = knowledge.load(FILE)
    for section, known in NAMES.items():
        for key in sorted(known.keys() ^ raw[section].keys()):
            yield Fault(FILE, section, key, f"is {'missing' if key in known else 'unknown'}")
        for key in sorted(known.keys() & raw[section].keys()):
            yield from _filled(section, key, raw[section][key], known[key].split())
    yield from _asked(raw["ask"])


def _filled(section: str, key: str, text: str, known: list[str]) -> Iterator[Fault]:
    rest = _BRACES.sub("", text)
    if not text.strip() or sorted(_BRACES.findall(text)) != sorted(known) or "{" in rest or "}" in rest:
        listed = ", ".join(f"{{{name}}}" for name in known)
        yield Fault(FILE, section, key, f"is {text!r}; accepted: a text with {listed or 'nothing in braces'}")


def _asked(texts: Mapping[str, str]) -> Iterator[Fault]:
    """Only inputs are asked for, each in a whole sentence."""
    inputs = {i.name for edition in edition_ids() for table in names(edition) for i in load(table, edition).inputs}
    for name, text in texts.items():
        if name not in inputs:
            yield Fault(FILE, "ask", name, "is an input of no table")
        if not re.fullmatch(r"[A-Z].*\.", text):
            yield Fault(FILE, "ask", name, f"is {text!r}; accepted: a sentence")
