"""A chapter teaches its section: every fact by its weight, and every erratum that could harm.

A core fact is linked in the running text or asked by an item of the chapter; the others stand in the fold
"The section claim by claim", which is made from the facts.
"""

from collections.abc import Iterator, Mapping

from netlearn import evidence
from netlearn.checks.chapter.notebook import Notebook
from netlearn.checks.course import course
from netlearn.checks.fault import Fault
from netlearn.evidence import Fact
from netlearn.items.bank import load_items
from netlearn.links import markdown_links, parse_target

FOLD = "claim by claim"  # of netlearn.chapter.claims


def coverage(chapter: Notebook) -> Iterator[Fault]:
    """Yield each fact of the chapter's section that it does not teach, and each erratum of risk A it does not name."""
    taught = facts_of(chapter)
    if FOLD not in chapter.shown:
        yield chapter.fault("", "coverage", f"has no fold “The section {FOLD}”; accepted: claims(section)")
    for fact in _untaught_core(chapter, taught):
        where = "linked in the running text or asked by an item"
        yield chapter.fault("", "coverage", f"fact {fact.id} of its section is not {where}: {fact.claim}")
    yield from _errata(chapter, taught)


def facts_of(chapter: Notebook) -> Mapping[str, Fact]:
    """The facts of the chapter's section, and of the sections and facts that it also teaches.

    Raises KnowledgeError for a section or fact that does not exist.
    """
    named = [chapter.about.get("section", ""), *chapter.about.get("also", ())]
    return {id: fact for each in named for id, fact in evidence.facts().items() if each in (fact.section, fact.id)}


def _linked(fact: Fact, text: str) -> bool:
    return any(
        target and (target.page, target.anchor) == (fact.page, fact.anchor)
        for target in (parse_target(href) for _, href in markdown_links(text))
    )


def _untaught_core(chapter: Notebook, taught: Mapping[str, Fact]) -> Iterator[Fact]:
    asked = _asked(chapter)
    for fact in taught.values():
        if fact.weight == "core" and fact.id not in asked and not _linked(fact, chapter.running):
            yield fact


def _asked(chapter: Notebook) -> frozenset[str]:
    """The facts that items of the chapter cite."""
    name = chapter.file.removeprefix("chapters/").removesuffix(".ipynb")
    folder = course() / "exercises"
    items = load_items(folder, name) if (folder / name).is_dir() else {}
    return frozenset(fact for item in items.values() for fact in item.facts)


def _errata(chapter: Notebook, taught: Mapping[str, Fact]) -> Iterator[Fault]:
    touching = {erratum for fact in taught.values() for erratum in fact.errata}
    said = "\n".join((*(cell.text for cell in chapter.cells), chapter.shown))
    for id in sorted(touching):
        if evidence.erratum(id).risk == "A" and id not in said:
            yield chapter.fault("", "errata", f"{id} could harm and touches its section, and is not named")
