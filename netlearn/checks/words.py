"""Checks the list of words: every text that Python or a script asks for is there, with the names that are filled in."""

import re
from collections.abc import Iterator, Mapping

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.decision import load, names
from netlearn.editions import edition_ids
from netlearn.words import FILE

_RESULTS = ("right", "partly", "wrong", "dont-know", "shown", "format-error", "unanswered")
# By section and key, the names that stand in braces.
NAMES: Mapping[str, Mapping[str, str]] = {
    "title": {
        "error": "",
        "contradiction": "",
        "undetermined": "",
    },
    "line": {
        "decided": "edition",
        "not-stated": "edition",
        "undetermined": "edition",
        "conflict": "edition",
        "error": "",
        "with_table": "table line",
        "no_table": "",
    },
    "outcome": {
        "not-stated": "",
        "undetermined": "",
        "conflict": "",
        "impossible": "",
    },
    "open": {
        "needed": "names",
    },
    "card": {
        "possible": "",
        "found": "",
        "rule": "",
        "and_rule": "",
        "share": "",
        "share_of": "value whom",
        "patients": "",
        "patients_with": "whom",
        "cautions": "",
        "more_cautions": "",
        "one_more_caution": "",
        "why": "",
        "more_cautions_folded": "count",
    },
    "flips": {
        "change": "",
        "settle": "",
        "narrow": "",
        "gives": "",
    },
    "value": {
        "unknown": "",
    },
    "given": {
        "refused": "value",
        "nothing": "",
    },
    "refused": {
        "number": "label span",
        "whole": "label span",
        "from_to": "low high",
        "over_to": "low high",
        "from_under": "low high",
        "over_under": "low high",
        "comma": "",
        "unread": "value",
        "choice": "label value labels",
    },
    "carry": {
        "renamed": "edition new old",
        "finer": "edition input",
        "unknown": "edition value input",
    },
    "risk": {
        "A": "",
        "B": "",
        "C": "",
    },
    "risk_in_full": {
        "A": "",
        "B": "",
        "C": "",
    },
    "risk_group": {
        "A": "",
        "B": "",
        "C": "",
        "sound": "",
    },
    "erratum_status": {
        "confirmed": "",
        "likely": "",
        "internal": "",
        "ambiguous": "",
        "outdated": "",
        "ok": "",
        "unverified": "",
    },
    "frame": {
        "edition": "",
        "note": "",
        "advice": "",
    },
    "key": {
        "undetermined": "",
        "notstated": "",
        "conflict": "",
    },
    "address": {
        "copy": "",
        "copied": "",
        "label": "",
        "version": "",
        "unreadable": "",
        "edition": "edition",
        "field": "name",
        "value": "value label",
        "instead": "",
    },
    "map": {
        "follows": "table",
        "further": "",
        "carry_on": "table",
        "title": "",
        "line": "",
        "because": "",
    },
    "compare": {
        "refused": "",
        "open": "",
        "same": "",
        "differs": "",
        "differs_how": "then old now new",
        "finer": "now",
        "finer_how": "now old parts new",
        "question": "editions",
    },
    "bench": {
        "chosen": "",
        "empty": "",
        "note": "",
        "too_many": "least",
        "upper_bound": "enough least",
    },
    "crisis": {
        "title": "",
        "question": "",
        "teaching": "",
        "known": "",
        "scene": "",
        "given": "",
        "nothing": "",
        "log": "",
        "keys": "",
        "pressure": "",
        "rate": "",
        "minute": "",
        "skin": "",
        "chest": "",
        "harmful": "",
        "wrong": "",
        "late": "",
        "insufficient-alone": "",
        "outdated": "",
        "not-stated": "",
        "right": "",
        "done": "",
        "step": "",
        "missing": "",
        "nothing_missing": "",
        "order": "",
        "credit": "credit",
        "safe": "minute",
        "not_safe": "minute",
        "low": "",
        "agree": "",
        "changed": "",
        "cautions": "",
        "rests": "",
        "example": "",
        "scenes": "",
    },
    "quiz_result": dict.fromkeys(_RESULTS, ""),
    "quiz_record": dict.fromkeys(_RESULTS, ""),
    "quiz": {
        "answer": "",
        "scored": "word score of",
        "harm": "",
        "harm_then": "",
        "harmful": "",
        "change": "",
        "mend": "",
        "evidence": "",
        "errata": "",
        "erratum": "id",
        "first": "word",
        "due": "",
        "comes_back": "day",
    },
    "patients": {
        "start": "",
        "started": "title",
    },
    "figure": {
        "tools": "",
        "svg": "",
        "csv": "",
        "cite": "",
        "citation": "title page address",
        "failed": "",
    },
    "evidence": {
        "close": "",
        "label": "",
        "in": "",
        "from": "",
        "checked": "",
        "read": "",
        "place": "",
        "lost": "",
        "more": "count",
    },
}
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
