"""The form of a chapter: its metadata, its cells of code, its figures in words, one sentence a line."""

import re
from collections.abc import Iterator
from typing import Any

from netlearn import evidence
from netlearn.checks.chapter.notebook import Cell, Notebook, joined
from netlearn.checks.fault import Fault
from netlearn.clinic.cases import cases
from netlearn.editions import editions_read

NEEDED = ("section", "edition", "reviewed", "minutes", "standard")
KEYS = (*NEEDED, "also", "patient", "plain")
STANDARD = 2  # about a patient, and short; chapters about the review itself are no longer taken
MINUTES = range(5, 46)  # a chapter of more is two chapters
_TWO_SENTENCES = re.compile(r"(?<=[A-Za-z0-9%)\]*”\"]{2})[.?!][\"*]* (?=[A-Z“\"*\[])")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')  # what somebody else wrote stays as it was written
_IMAGE = re.compile(r"!\[([^\]]*)\]\(|<img\b([^>]*)>|<[^>]*\brole=\"img\"([^>]*)>")
_ALT = re.compile(r'\b(?:alt|aria-label)="[^"]*\S[^"]*"')
_LOOSE = re.compile(r"\d (?:%|cm\b|mm\b|°C)")
_HYPHEN = re.compile(r"\d-\d+ ?(?:%|cm\b|mm\b)")


def metadata(chapter: Notebook) -> Iterator[Fault]:
    """Yield what is missing, unknown or wrong in the notebook's metadata under ``netlearn``."""
    about = chapter.about
    for key in [key for key in NEEDED if key not in about] + [key for key in about if key not in KEYS]:
        accepted = f"accepted, of which the first {len(NEEDED)} are needed: {', '.join(KEYS)}"
        yield chapter.fault("metadata", key, f"is {'unknown' if key in about else 'missing'}; {accepted}")
    known = {fact.section for fact in evidence.facts().values()}
    good: dict[str, tuple[bool, str]] = {
        "section": (about.get("section") in known, f"one of {', '.join(sorted(known))}"),
        "also": (_exist(about.get("also", []), known), "a list of sections and facts"),
        "edition": (isinstance(about.get("edition"), str), f"a text such as “{editions_read()}”"),
        "reviewed": (bool(re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", str(about.get("reviewed")))), "a month as 2026-11"),
        "minutes": (about.get("minutes") in MINUTES, f"from {MINUTES.start} to {MINUTES.stop - 1}"),
        "standard": (about.get("standard") == STANDARD, f"{STANDARD}, the standard that every chapter keeps"),
        "patient": (_is_patient(about.get("patient", "")), "a patient at a section, such as vera@3.3"),
        "plain": (isinstance(about.get("plain", {}), dict), "a table of words and reasons"),
    }
    for key, (holds, accepted) in good.items():
        if key in about and not holds:
            yield chapter.fault("metadata", key, f"is {about[key]!r}; accepted: {accepted}")


def _is_patient(named: Any) -> bool:
    return named in cases()


def _exist(also: Any, sections: set[str]) -> bool:
    return isinstance(also, list) and all(each in sections or each in evidence.facts() for each in also)


def code_cells(chapter: Notebook) -> Iterator[Fault]:
    """Yield a cell that shows its code, defines something or imports another library; one cell shows how it is done."""
    live = [cell for cell in chapter.code if "hide-cell" in cell.metadata.get("tags", ())]
    if len(live) != 1:
        yield chapter.fault("", "code", f"{len(live)} cells carry the tag hide-cell; accepted: one, the live cell")
    for cell in chapter.code:
        if cell not in live:
            yield from _hidden(chapter, cell)


def _hidden(chapter: Notebook, cell: Cell) -> Iterator[Fault]:
    tags, hidden = cell.metadata.get("tags"), cell.metadata.get("jupyter", {}).get("source_hidden")
    if tags != ["remove-input"] or not hidden:
        yield chapter.fault(cell.id, "tags", "its code shows; accepted: the tag remove-input, and source_hidden")
    imported = set(re.findall(r"^(?:from|import) (\w+)", cell.text, re.MULTILINE))
    if imported - {"netlearn"}:
        yield chapter.fault(cell.id, "code", f"imports {', '.join(sorted(imported))}; accepted: netlearn")
    if len(cell.text.split("\n\n")) != 2 or re.search(r"^(?:def|class) |^\w+ *= ", cell.text, re.MULTILINE):
        yield chapter.fault(cell.id, "code", "is more than imports and one expression; the rest belongs into netlearn/")


def figures(chapter: Notebook) -> Iterator[Fault]:
    """Yield each picture without a text alternative, in the text and among the outputs."""
    for cell in chapter.cells:
        shown = [joined(output.get("data", {}).get("text/html", "")) for output in cell.outputs]
        pictures = [found for text in (cell.text, *shown) for found in _IMAGE.finditer(text)]
        bare = sum(not _described(found) for found in pictures)
        for output in cell.outputs:
            data = output.get("data", {})
            drawn = any(kind.startswith(("image/", "application/vnd.plotly")) for kind in data)
            bare += drawn and not _IMAGE.search(joined(data.get("text/html", "")))
        if bare:
            yield chapter.fault(cell.id, "alt", f"{bare} of its pictures have no text alternative")


def _described(picture: re.Match[str]) -> bool:
    words, *_ = picture.groups()
    return bool(words.strip()) if words is not None else bool(_ALT.search(picture[0]))


def lines(chapter: Notebook) -> Iterator[Fault]:
    """Yield a line of two sentences, a range with a hyphen and a unit that can wrap; tables may hold sentences."""
    for cell in chapter.markdown:
        if found := _LOOSE.search(re.sub(r"\]\([^()]*\)", "]", cell.source)):
            yield chapter.fault(cell.id, "line", f"{found[0]!r} can wrap; accepted: a no-break space before the unit")
        bare = re.sub(r"\[([^\[\]]*)\]\([^()]*\)|^\d+\. ", r"\1", cell.text, flags=re.MULTILINE)
        for line in bare.splitlines():
            if not line.startswith("|") and (found := _TWO_SENTENCES.search(_QUOTED.sub("“…”", line))):
                yield chapter.fault(cell.id, "line", f"{line[:60]!r} holds two sentences; accepted: one a line")
            if found := _HYPHEN.search(line):
                yield chapter.fault(cell.id, "line", f"{found[0]!r} is a range with a hyphen; accepted: an en dash")
