"""A chapter links a term of the glossary once, where its word first stands; headings and promises do not count."""

import re
from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook
from netlearn.checks.chapter.questions import PROMISES
from netlearn.checks.fault import Fault
from netlearn.links import markdown_links, parse_target


def terms(chapter: Notebook) -> Iterator[Fault]:
    """Yield each term that is linked twice, or not where its word is first used."""
    kept = [cell.source for cell in chapter.markdown if not cell.source.startswith(f"## {PROMISES}")]
    text = re.sub(r"^#.*$", "", "\n\n".join(kept), flags=re.MULTILINE)
    seen: set[str] = set()
    for words, href in markdown_links(text):
        target = parse_target(href)
        if target is None or target.page != "glossary":
            continue
        if target.anchor in seen:
            yield chapter.fault("", "terms", f"{words!r} links to {target.anchor} a second time; accepted: once")
        elif not _first(words, href, text):
            yield chapter.fault("", "terms", f"{words!r} stands before the place where it is linked")
        seen.add(target.anchor)


def _first(words: str, href: str, text: str) -> bool:
    first = re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)
    return first is None or text[max(first.start() - 1, 0) :].startswith(f"[{words}]({href})")
