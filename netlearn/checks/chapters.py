"""Checks every notebook of ``_toc.yml``, because it is there: its numbers, what it teaches, its form, its measure."""

from collections.abc import Callable, Iterator
from pathlib import Path

from netlearn.checks.chapter.coverage import coverage
from netlearn.checks.chapter.form import code_cells, figures, lines, metadata
from netlearn.checks.chapter.measure import draft, measure
from netlearn.checks.chapter.notebook import Notebook, read
from netlearn.checks.chapter.numbers import numbers
from netlearn.checks.chapter.questions import promises, questions
from netlearn.checks.chapter.sets import sets
from netlearn.checks.chapter.settings import settings
from netlearn.checks.chapter.words import terms
from netlearn.checks.contents import FILE, pages, source
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in

RULES: tuple[Callable[[Notebook], Iterator[Fault]], ...] = (
    metadata,
    numbers,
    coverage,
    code_cells,
    figures,
    lines,
    promises,
    questions,
    settings,
    terms,
    sets,
    measure,
    draft,
)


def faults(root: Path | None = None) -> Iterator[Fault]:
    """Yield what is wrong with each chapter of a course, and each notebook that its contents leave out."""
    root = root or course()
    yield from faults_in(FILE, _listed, root)
    for path in chapters(root):
        file = path.relative_to(root).as_posix()
        yield from faults_in(file, of_chapter, path, file)


def chapters(root: Path) -> tuple[Path, ...]:
    """The notebooks that the course's contents list, in their order."""
    found = (source(root, page) for page in pages(root))
    return tuple(path for path in found if path and path.suffix == ".ipynb")


def of_chapter(path: Path, file: str) -> Iterator[Fault]:
    """Yield what is wrong with one chapter; a rule that cannot be applied keeps no other from being so."""
    chapter = read(path, file)
    for rule in RULES:
        yield from faults_in(file, rule, chapter)


def _listed(root: Path) -> Iterator[Fault]:
    listed = pages(root)
    for page in listed:
        if source(root, page) is None:
            yield Fault(FILE, page, "file", "there is no such page")
    for path in sorted(root.glob("chapters/*.ipynb")):
        if f"chapters/{path.stem}" not in listed:
            yield Fault(FILE, f"chapters/{path.stem}", "file", "is a chapter, and the contents do not list it")
