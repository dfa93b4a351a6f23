"""Every text for readers in the data files, with the sources that its entry cites and the numbers listed as plain."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve, frozen

from netlearn import prose
from netlearn.checks.fault import Fault
from netlearn.decision.load import SECTIONS
from netlearn.decision.unary import plain
from netlearn.editions import edition_ids

NUMBER = re.compile(r"[\d½⅓⅔¼¾](?:[\d.,\u00a0]*\d)?")
# What no reader reads: ids, words of closed lists, conditions, values, and notes for whoever edits the file.
_NO_TEXT = frozenset((
    "boolean", "cites", "choice", "dangerous", "derivation", "dose_microgram", "edition", "errata", "evidence",
    "fact", "facts", "figures", "finding_of", "function", "high", "id", "inferred", "integer", "kind", "long_after",
    "low", "moves", "number", "objective", "over", "patient", "plain", "reimplements", "renames", "reviewed", "same_as",
    "set", "share", "sign_off", "slug", "status", "step", "table", "targets", "times", "tolerance", "unless", "updated",
    "updates", "uuid", "values", "verdict", "version", "was",
))  # fmt: skip
_NO_TEXT_IN = {
    "cases/": frozenset(("at", "given", "known", "unknown")),  # and the answers, which stand under the editions' ids
    "trials/": frozenset(
        (
            "address",
            "comparison",
            "direction",
            "drugs",
            "endpoint",
            "figure",
            "grades",
            "interval",
            "interval_kind",
            "lines",
            "name",
            "p",
            "reading",
            "same_patients",
            "sites",
            "unit",
            "value",
        )
    ),
    "doses.toml": frozenset(("frequency",)),
    "vignettes.toml": frozenset(
        ("keep", "ladder", "omit", "order", "patient", "person", "step", "topic", "unlikely", "unsaid", "usual")
    ),
    "stories.toml": frozenset(("acts", "answers", "caution", "keys", "safe", "silences")),
    "task.toml": frozenset(("cases",)),
}


@frozen
class Text:
    """A text for readers: where it stands, what its entry cites and lists as plain, and numbers given as data."""

    file: str
    path: tuple[str, ...] = ()
    text: str = ""
    cited: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def fault(self, says: str) -> Fault:
        """A fault at this place."""
        return Fault(self.file, ".".join(self.path[:-1]), self.path[-1], says)


def texts(file: str, raw: Mapping[str, Any]) -> Iterator[Text]:
    """Every text of a file. A clause of a table prints what it cites itself, the rest what any of its clauses cites."""
    if not file.startswith("tables/"):
        yield from _inside(raw, Text(file, given=_given(raw) if file.startswith("cases/") else frozenset()))
        return
    sections = {section: raw.get(section, {}) for section in SECTIONS}
    cited = (id for clauses in sections.values() for clause in clauses.values() for id in prose.cited(clause))
    yield from _inside(sections, Text(file))
    yield from _inside({k: part for k, part in raw.items() if k not in sections}, Text(file, cited=frozenset(cited)))


def _given(case: Mapping[str, Any]) -> frozenset[str]:
    """The numbers that a case gives as data: its story tells the same patient in words."""
    states = (case, *case.get("state", ()))
    asked = (one.get("given", {}) for state in states for one in state.get("asked", ()))
    data = (*(state.get("known", {}) for state in states), *asked)
    said = (plain(value) if isinstance(value, Fraction) else str(value) for part in data for value in part.values())
    return frozenset(number for text in said for number in NUMBER.findall(text))


def _inside(part: Any, here: Text) -> Iterator[Text]:
    if isinstance(part, str):
        yield evolve(here, text=part)
    elif isinstance(part, list):
        for number, each in enumerate(part, start=1):
            name = str(each.get("id", number)) if isinstance(each, Mapping) else ""
            yield from _inside(each, evolve(here, path=(*here.path, name)) if name else here)
    elif isinstance(part, Mapping):
        own = evolve(here, cited=here.cited | {*prose.cited(part)}, plain=here.plain | {*part.get(prose.PLAIN, ())})
        for key, each in _labelled(part).items():
            if not isinstance(each, str | list | Mapping) or key in _no_text(here.file):
                continue
            if not (key == "when" and isinstance(each, Mapping)):  # a condition
                yield from _inside(each, evolve(own, path=(*here.path, key)))


def _labelled(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry, the labels of its choices each beside its choice."""
    if isinstance(part.get("choice"), list) and isinstance(part.get("labels"), list):
        return {**part, "labels": dict(zip(part["choice"], part["labels"], strict=False))}
    return part


@cache
def _no_text(file: str) -> frozenset[str]:
    answers = edition_ids() if "cases/" in file else ()
    return _NO_TEXT.union(answers, *(keys for place, keys in _NO_TEXT_IN.items() if place in file))
