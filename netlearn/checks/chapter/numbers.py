"""Every number of a chapter is one of the evidence and links to it, or is declared with the reason why it is none.

A name may hold a number: Ki-67, NETTER-2, grade 2, section 3.3, E15, and the years that name the editions.
A number that is repeated carries its fact and no second link: ``<data value="3.3-28">3 cm</data>``.
What the file of the chapter's patient says, the text may say too: ``"patient": "vera@3.3"`` in the metadata.
Everything else stands in the metadata: ``plain = {"95–105 %": "calculated: …"}``. ``"[40 %]"`` declares a link that
prints a part of its value.
"""

import re
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Cell, Notebook
from netlearn.checks.fault import Fault
from netlearn.clinic.cases import case
from netlearn.links import LinkError, check_value, find, markdown_links, parse_target, repeated_values

NAMES = re.compile(
    r"[A-Za-z]{2,}-\d+\b|\b[Gg]rades? [123]\b|\bNET G[123]\b|\b[Ss]ections? \d(?:\.\d)?(?: to \d(?:\.\d)?)?\b"
    r"|\bE\d\d\b|\b20(?:12|26)\b"
)
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\([^()\s]*\)")
_TAG = re.compile(r"<data\b.*?</data>|<[a-z][^<>]*>", re.DOTALL)
_UNIT = r"(?: (?:%|[cm]m²?|mg|microgram|years?|months?|days?|hours?))?"
_TOLD = re.compile(rf"(?<![\w.–-])\d+(?:\.\d+)?{_UNIT}(?![\w–])")
_COUNTED = re.compile(r"^[ \t]*\d+\. |\*\*Question \d+\.\*\*|\(Objective \d+\)", re.MULTILINE)
_AROUND = re.compile(r"(?:[^\s\d]+ ){0,3}\S*\d.*?(?=\s{2}|$)", re.MULTILINE)
_ACCEPTED = "a number links to its fact, or the metadata declare it under plain with the reason"


def numbers(chapter: Notebook) -> Iterator[Fault]:
    """Yield each number without a source, each link that prints a part of its value, each declaration without use."""
    for cell in chapter.markdown:
        yield from _undeclared(chapter, cell)
        yield from _parts(chapter, cell)
        yield from _repeated(chapter, cell)
    for words, reason in chapter.plain.items():
        if not (isinstance(reason, str) and reason.strip()):
            yield chapter.fault("metadata", "plain", f"{words!r} needs a reason")
        if not _whole(words).search(chapter.text) or not re.search(r"\d", words):
            yield chapter.fault("metadata", "plain", f"{words!r} is declared, and the text says no such number")


def _undeclared(chapter: Notebook, cell: Cell) -> Iterator[Fault]:
    rest = _TAG.sub("", _COUNTED.sub("", _LINK.sub("", cell.text)))
    for words in sorted(chapter.plain, key=len, reverse=True):
        rest = _whole(words).sub("", rest)
    rest = _TOLD.sub(lambda found: "" if found[0] in _of_patient(chapter) else found[0], rest)
    for words in _AROUND.findall(NAMES.sub("", rest)):
        yield chapter.fault(cell.id, "number", f"{words.strip()!r}: {_ACCEPTED}")


def _of_patient(chapter: Notebook) -> frozenset[str]:
    """The numbers that the file of the chapter's patient tells, each with its unit; an age may stand without one."""
    named = str(chapter.about.get("patient", ""))
    told = _TOLD.findall(case(named).story.replace("\N{NO-BREAK SPACE}", " ")) if named else []
    return frozenset((*told, *(each.removesuffix(" years") for each in told)))


def _repeated(chapter: Notebook, cell: Cell) -> Iterator[Fault]:
    """A repeated number is that of its fact, which the running text links somewhere."""
    linked = {target.anchor for _, href in markdown_links(chapter.text) if (target := parse_target(href))}
    for words, id in repeated_values(cell.text):
        try:
            entry = check_value(words, id)
        except LinkError as wrong:
            yield chapter.fault(cell.id, "data", str(wrong))
        else:
            if entry.anchor not in linked:
                yield chapter.fault(
                    cell.id, "data", f"{id} is repeated and linked nowhere; accepted: a link at the first"
                )


def _whole(words: str) -> re.Pattern[str]:
    """The words where they stand whole: "up to 20" is no beginning of "up to 2012"."""
    return re.compile(rf"(?<![\w.]){re.escape(words)}(?!\w|[.,]\d)")


def _parts(chapter: Notebook, cell: Cell) -> Iterator[Fault]:
    """A link whose words are a number prints the whole value, so that a range stays a range."""
    for words, href in markdown_links(cell.text):
        target = parse_target(href)
        if target is None or target.page == "references" or not re.match(r"[≤≥<>−\d]", words):
            continue
        value = getattr(find(target), "value", None)
        whole = value.text().replace("\N{NO-BREAK SPACE}", " ") if value else ""
        if words != whole and f"[{words}]" not in chapter.plain:
            says = f"prints a part of {whole!r}" if whole else "leads to an entry without a value"
            yield chapter.fault(cell.id, f"[{words}]", says)
