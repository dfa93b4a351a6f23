"""Counts of the contents, such as of its facts: what a page of the book states is counted when it is built, from
``{{ facts }}``, and what stands elsewhere is counted again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from netlearn import evidence
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.cases import cases

# what a page may count, by the words that follow the number
COUNTED: Mapping[str, Callable[[], int]] = {
    "facts": lambda: len(evidence.facts()),
    "claims": lambda: len(evidence.facts()),
    "errata": lambda: len(evidence.errata()),
    "notes": lambda: len(evidence.errata()),
    "entries": lambda: len(evidence.errata()),
    "topics": lambda: len(evidence.topics()),
    "patients": lambda: len({each.person for each in cases().values()}),
    "synthetic patients": lambda: len({each.person for each in cases().values()}),
}
PAGES = ("README.md", "CITATION.cff", "pyproject.toml", "CHANGELOG.md", "book/*.md")
_ASKED = re.compile(r"\{\{ (\w+) \}\}")
_COUNT = re.compile(rf"\b(\d+)(?:\*\*|</b>)? ({'|'.join(COUNTED)})\b")
_OLDER = re.compile(r"(?ms)^## .*?^(## .*)")  # of a list of changes, what was released before the newest


def counted(text: str) -> str:
    """A page's text with what it counts filled in.

    >>> counted("In {{ topics }} topics.")
    'In 31 topics.'
    """
    return _ASKED.sub(lambda found: str(COUNTED[found[1]]()), text)


def faults() -> Iterator[Fault]:
    """Yield each count that is no longer so."""
    for pattern in PAGES:
        for path in sorted(course().glob(pattern)):
            yield from faults_in(path.relative_to(course()).as_posix(), _of_page, path)


def _of_page(path: Path) -> Iterator[Fault]:
    yield from wrong_counts(path.read_text(encoding="utf-8"), path.relative_to(course()).as_posix())


def wrong_counts(text: str, file: str) -> Iterator[Fault]:
    """Yield each count in a text that is not that of the knowledge; what older releases held is history.

    >>> print(*wrong_counts("We read **380** claims.", "README.md"))
    README.md: count: says 380 claims, but there are 381
    """
    if file.startswith("book/"):
        yield from _typed(text, file)
        return
    older = _OLDER.search(text) if file == "CHANGELOG.md" else None
    for number, words in _COUNT.findall(text[: older.start(1)] if older else text):
        if int(number) != COUNTED[words]():
            yield Fault(file, "", "count", f"says {number} {words}, but there are {COUNTED[words]()}")


def _typed(text: str, file: str) -> Iterator[Fault]:
    """A page of the book counts by itself, so that a new fact is typed nowhere else."""
    for number, words in _COUNT.findall(text):
        accepted = f"accepted: {{{{ {words} }}}}, which is counted when it is built"
        yield Fault(file, "", "count", f"types {number} {words}; {accepted}")
    for name in _ASKED.findall(text):
        if name not in COUNTED:
            yield Fault(file, "", "count", f"asks for {name!r}; accepted: {', '.join(COUNTED)}")
