"""Checks every link of the book's pages: it leads somewhere, and says what stands there."""

import re
from collections.abc import Iterator
from pathlib import Path

from netlearn.checks.bibliography import keys
from netlearn.checks.chapter.notebook import read
from netlearn.checks.contents import FILE, pages, source
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.links import LinkError, check_link, markdown_links, parse_target


def faults(root: Path | None = None) -> Iterator[Fault]:
    """Yield each link that is wrong on a page of a course."""
    root = root or course()
    yield from faults_in(FILE, _of_course, root)


def _of_course(root: Path) -> Iterator[Fault]:
    for page in pages(root):
        if path := source(root, page):
            file = path.relative_to(root).as_posix()
            yield from faults_in(file, of_page, path, file)


def of_page(path: Path, file: str) -> Iterator[Fault]:
    """Yield each link that is wrong on one page, with the cell it stands in."""
    if path.suffix == ".md":
        parts = [("", path.read_text(encoding="utf-8"))]
    else:
        parts = [(cell.id, cell.source) for cell in read(path, file).markdown]
    for id, text in parts:
        for words, href in markdown_links(text):
            if says := _wrong(re.sub(r"[*_`]", "", words), href, path.parent):
                yield Fault(file, id, "link", says)


def _wrong(words: str, href: str, folder: Path) -> str:
    """What is wrong with a link, or nothing."""
    target = parse_target(href)
    if target is None:
        name = href.partition("#")[0]
        there = not name or ":" in name or (folder / name).is_file()
        return "" if there else f"[{words}]({href}): there is no such page"
    if target.page == "references":
        return "" if target.anchor.removeprefix("ref-") in keys() else f"[{words}]({href}): there is no such work"
    try:
        check_link(words, href)
    except LinkError as wrong:
        return str(wrong)
    return ""
