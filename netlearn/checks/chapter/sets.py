"""The questions of a chapter: a guess, two or three after each section, the rest as practice."""

import re
from collections import Counter
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.items.bank import chosen
from netlearn.items.item import GUESS, PRACTICE

SECTION = (2, 3)  # questions after each section
SECTIONS = (2, 3, 4)
_ASKED = re.compile(r'\bQuiz\("([^"]+)", set="([^"]+)"')


def sets(chapter: Notebook) -> Iterator[Fault]:
    """Yield each set of items that the chapter does not ask, or asks and does not have, and each of a wrong size."""
    asked = [name for cell in chapter.code for _, name in _ASKED.findall(cell.source)]
    there = _sizes(chapter)
    for name in sorted({*asked, GUESS, PRACTICE, *there}):
        if name not in asked or name not in there or asked.count(name) > 1:
            says = f"is asked {asked.count(name)} times and has {there[name]} items; accepted: once, with items"
            yield chapter.fault("", f"set {name}", says)
        elif not _fits(name, there[name]):
            yield chapter.fault("", f"set {name}", f"has {there[name]} items; accepted: 1 as guess, else 2 or 3")
    if (count := len({*asked} - {GUESS, PRACTICE})) not in SECTIONS:
        yield chapter.fault("", "sets", f"{count} sections ask questions; accepted: two to four")


def _sizes(chapter: Notebook) -> Counter[str]:
    name = chapter.file.removeprefix("chapters/").removesuffix(".ipynb")
    root = course() / "exercises"
    return Counter(item.set or PRACTICE for item in chosen(name, (), root)) if (root / name).is_dir() else Counter()


def _fits(name: str, size: int) -> bool:
    return name == PRACTICE or size in ((1,) if name == GUESS else SECTION)
