"""Checks the facts, errata and updates against their schema and against one another.

Reading the knowledge checks none of this, and needs no cattrs.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from netlearn.checks.bibliography import FILE, keys_in
from netlearn.checks.course import course, knowledge_folder
from netlearn.checks.fault import Fault
from netlearn.checks.guard import said_by
from netlearn.checks.schema import (
    ErrataFile,
    ErratumRow,
    EvidenceFile,
    FactRow,
    FigureRow,
    QuantityRow,
    UpdateRow,
    UpdatesFile,
    structure,
)
from netlearn.evidence import Erratum, Fact, Figure, Update, anchor
from netlearn.knowledge import parsed

_T = TypeVar("_T")


def faults(folder: Path | None = None, bibliography: Path | None = None) -> Iterator[Fault]:
    """Yield what is wrong with the evidence, errata and updates in ``folder`` and what they cite in ``bibliography``.

    Where a file cannot be read, what all of them say of one another is not checked.
    """
    folder, bibliography = folder or knowledge_folder(), bibliography or course() / FILE
    unread: list[Fault] = []
    rows = _read(folder, bibliography, unread)
    yield from unread
    for rule in () if unread else _RULES:
        yield from rule(rows)


@frozen
class _Knowledge:
    """All rows, each with the name of the file it stands in."""

    evidence: dict[str, EvidenceFile]
    errata: dict[str, ErrataFile]
    updates: dict[str, UpdatesFile]
    keys: tuple[str, ...]

    def facts(self) -> Iterator[tuple[str, FactRow]]:
        return ((name, row) for name, file in self.evidence.items() for row in file.fact)

    def errata_rows(self) -> Iterator[tuple[str, ErratumRow]]:
        return ((name, row) for name, file in self.errata.items() for row in file.erratum)

    def update_rows(self) -> Iterator[tuple[str, UpdateRow]]:
        return ((name, row) for name, file in self.updates.items() for row in file.update)

    def owners(self) -> Iterator[tuple[str, ErratumRow | UpdateRow]]:
        yield from self.errata_rows()
        yield from self.update_rows()

    def figures(self) -> Iterator[tuple[str, str, FigureRow]]:
        """Yield file, id and row of every figure."""
        return ((name, f"{row.id}.{fig.name}", fig) for name, row in self.owners() for fig in row.figure)

    def quantities(self) -> Iterator[tuple[str, str, QuantityRow]]:
        """Yield file, id and row of everything that may carry a value."""
        yield from ((name, row.id, row) for name, row in self.facts())
        yield from self.figures()


def _read(folder: Path, bibliography: Path, unread: list[Fault]) -> _Knowledge:
    return _Knowledge(
        evidence=_files(folder, "evidence", EvidenceFile, unread),
        errata=_files(folder, "errata", ErrataFile, unread),
        updates=_files(folder, "updates", UpdatesFile, unread),
        keys=_keys(bibliography, unread),
    )


def _files(folder: Path, group: str, into: type[_T], unread: list[Fault]) -> dict[str, _T]:
    """Read every file of a group that can be read; what is wrong with the others is added to ``unread``."""
    files = {}
    for path in sorted(folder.glob(f"{group}/*.toml")):
        name = f"{group}/{path.name}"
        try:
            files[name] = structure(name, parsed(path.read_text(encoding="utf-8")), into)
        except tomllib.TOMLDecodeError as error:
            unread.append(Fault(name, "", "", f"not valid TOML: {error}"))
        except Exception as error:  # one fault of this file, and the next is read
            unread.extend(said_by(error, name))
    return files


def _keys(bibliography: Path, unread: list[Fault]) -> tuple[str, ...]:
    try:
        return keys_in(bibliography.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        unread.append(Fault(bibliography.name, "", "", "cannot be read"))
        return ()


def _names(knowledge: _Knowledge) -> Iterator[Fault]:
    """Files and ids must be called what they hold."""
    for name, evidence in knowledge.evidence.items():
        if name != f"evidence/{evidence.section}.toml":
            yield Fault(name, "file", "section", f"{evidence.section!r} does not fit the file's name")
        for fact in evidence.fact:
            if not re.fullmatch(re.escape(evidence.section) + r"-\d\d", fact.id):
                yield Fault(name, fact.id, "id", f"is not {evidence.section}- and two digits")
    for name, updates in knowledge.updates.items():
        if name != f"updates/{updates.number:02}-{updates.topic}.toml":
            yield Fault(name, "file", "topic", f"{updates.number} {updates.topic!r} does not fit its name")
    for name, erratum in knowledge.errata_rows():
        if not re.fullmatch(r"E\d\d", erratum.id):
            yield Fault(name, erratum.id, "id", "is not E and two digits")
    practice = [(name, row) for name, row in knowledge.update_rows() if row.id.startswith("practice-")]
    for name, row in practice:
        if not any(re.fullmatch(rf"practice-{re.escape(section)}-[1-9]\d*", row.id) for section in row.sections):
            yield Fault(name, row.id, "id", "is not practice-, a section that it bears on, and a number")
    slugs = [(name, row.id, "id", row.id) for name, row in knowledge.update_rows() if (name, row) not in practice]
    slugs += [(name, id, "name", figure.name) for name, id, figure in knowledge.figures()]
    for name, id, field, slug in slugs:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
            yield Fault(name, id, field, f"{slug!r} is not lower-case words joined by hyphens")


def _duplicates(knowledge: _Knowledge) -> Iterator[Fault]:
    """An id or a key stands for one thing."""
    ids = [(name, id) for name, id, _ in knowledge.quantities()]
    ids += [(name, row.id) for name, row in knowledge.owners()]
    ids += [("references.bib", key) for key in knowledge.keys]
    seen = Counter(id for _, id in ids)
    yield from (Fault(name, id, "id", "is used twice") for name, id in ids if seen[id] > 1)
    numbers = Counter(file.number for file in knowledge.updates.values())
    for name, file in knowledge.updates.items():
        if numbers[file.number] > 1:
            yield Fault(name, "file", "number", f"{file.number} is used twice")


def _anchors(knowledge: _Knowledge) -> Iterator[Fault]:
    """Two entries may not share a place on a page."""
    places = [(Fact.page, anchor(Fact.place, row.id), name, row.id) for name, row in knowledge.facts()]
    for name, row in knowledge.owners():
        kind = Erratum if isinstance(row, ErratumRow) else Update
        ids = [(kind.place, row.id), *((Figure.place, f"{row.id}.{figure.name}") for figure in row.figure)]
        places += [(kind.page, anchor(place, id), name, id) for place, id in ids]
    seen = Counter((page, place) for page, place, _, _ in places)
    for page, place, name, id in places:
        if seen[page, place] > 1:
            yield Fault(name, id, "anchor", f"{place} is taken on the page {page}")


def _texts(knowledge: _Knowledge) -> Iterator[Fault]:
    """What a reader is to read must say something."""
    texts = [(name, "file", "title", file.title) for name, file in knowledge.evidence.items()]
    texts += [(name, "file", "title", file.title) for name, file in knowledge.updates.items()]
    texts += [(name, row.id, "claim", row.claim) for name, row in knowledge.facts()]
    for name, erratum in knowledge.errata_rows():
        texts += [(name, erratum.id, f, getattr(erratum, f)) for f in ("title", "says", "source", "teach")]
    for name, update in knowledge.update_rows():
        texts += [(name, update.id, f, getattr(update, f)) for f in ("title", "statement")]
    for name, id, figure in knowledge.figures():
        texts += [(name, id, f, getattr(figure, f)) for f in ("quantity", "population")]
    yield from (Fault(name, id, f, "is empty") for name, id, f, text in texts if not text.strip())


def _links(knowledge: _Knowledge) -> Iterator[Fault]:
    """What is referred to must exist."""
    known = {
        "facts": {row.id for _, row in knowledge.facts()},
        "errata": {row.id for _, row in knowledge.errata_rows()},
        "cites": set(knowledge.keys),
        "sections": {file.section for file in knowledge.evidence.values()},
    }
    rows: list[tuple[str, str, object]] = [(name, row.id, row) for name, row in knowledge.facts()]
    rows += [(name, row.id, row) for name, row in knowledge.owners()]
    rows += knowledge.figures()
    for name, id, row in rows:
        for field, ids in known.items():
            missing = [i for i in getattr(row, field, ()) if i not in ids]
            yield from (Fault(name, id, field, f"{i!r} does not exist") for i in missing)


def _sources(knowledge: _Knowledge) -> Iterator[Fault]:
    """A fact checked against a work must name the work."""
    for name, fact in knowledge.facts():
        if fact.checked != "as-printed" and not fact.cites:
            yield Fault(name, fact.id, "cites", f"is empty although the fact is checked: {fact.checked}")


def _agreement(knowledge: _Knowledge) -> Iterator[Fault]:
    """A fact names an erratum exactly when the erratum names the fact."""
    named = {(fact, row.id) for _, row in knowledge.errata_rows() for fact in row.facts}
    naming = {(row.id, erratum) for _, row in knowledge.facts() for erratum in row.errata}
    for name, fact in knowledge.facts():
        lacking = sorted(e for f, e in named - naming if f == fact.id)
        yield from (Fault(name, fact.id, "errata", f"lacks {e}, which names it") for e in lacking)
    for name, erratum in knowledge.errata_rows():
        lacking = sorted(f for f, e in naming - named if e == erratum.id)
        yield from (Fault(name, erratum.id, "facts", f"lacks {f}, which names it") for f in lacking)


def _values(knowledge: _Knowledge) -> Iterator[Fault]:
    """A value must be possible, and complete or absent."""
    for name, id, row in knowledge.quantities():
        for field, text in _value_problems(row):
            yield Fault(name, id, field, text)


def _value_problems(row: QuantityRow) -> Iterator[tuple[str, str]]:
    ends = [end for end in (row.low, row.high) if end is not None]
    if not ends:
        if row.quantity or row.unit or row.bound or isinstance(row, FigureRow):
            yield "low", "a value needs low or high"
        return
    if not row.quantity.strip():
        yield "quantity", "is empty although there is a value"
    yield from _bound_problems(row)
    if row.low is not None and row.high is not None and row.low > row.high:
        yield "low", f"{row.low} is above high, {row.high}"
    if row.unit.startswith("%") and not all(0 <= end <= 100 for end in ends):
        yield "unit", "a percentage must lie from 0 to 100"
    if isinstance(row, FigureRow):
        yield from _interval_problems(row, ends)


def _bound_problems(row: QuantityRow) -> Iterator[tuple[str, str]]:
    sides = {"": (True, True), ">": (True, False), ">=": (True, False), "<": (False, True), "<=": (False, True)}
    if sides[row.bound] != (row.low is not None, row.high is not None):
        wanted = {(True, True): "low and high", (True, False): "low alone", (False, True): "high alone"}
        yield "bound", f"{row.bound!r} goes with {wanted[sides[row.bound]]}"


def _interval_problems(row: FigureRow, ends: Iterable[Fraction]) -> Iterator[tuple[str, str]]:
    if (row.interval is None) != (row.interval_kind == ""):
        yield "interval_kind", "an interval needs its kind, and a kind its interval"
    if row.interval is not None and not all(row.interval[0] <= end <= row.interval[1] for end in ends):
        yield "interval", "does not contain the value"


_RULES = (_names, _duplicates, _anchors, _texts, _links, _sources, _agreement, _values)
