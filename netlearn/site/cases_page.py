"""The case library: every synthetic patient of the course, to be found by what is asked, and opened in a widget."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen
from docutils import nodes

from netlearn.checks.chapters import chapters
from netlearn.clinic.cases import Patient, cases
from netlearn.clinic.library import CaseTopic, Difficulty, level_of, levels, plays_after, tables_of, topics, topics_of
from netlearn.clinic.states import AT
from netlearn.items.bank import chosen
from netlearn.items.plays import Play, plays
from netlearn.site import contents
from netlearn.site.pages import KnowledgeDirective
from netlearn.site.tables_page import ordered, section_of, title
from netlearn.widgets.opened import Opened, opened
from netlearn.widgets.plays import play_html

__all__ = ["PAGE", "CaseLibrary", "CasePlays", "ShownCase", "after", "shown"]

PAGE = "book/cases"
_PORTRAIT = 2  # sentences that stand open
WIDGETS = {"board": "Tumour board", "selector": "Systemic therapy", "liver": "Liver map", "ablation": "Ablation bench"}


@frozen
class ShownCase:
    """One patient as the page shows it: ``met`` are the sections of the chapters that tell of it or ask about it."""

    patient: Patient
    topics: tuple[CaseTopic, ...]
    tables: tuple[str, ...]
    met: tuple[str, ...]
    level: Difficulty
    links: tuple[Opened, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"case-{re.sub('[^a-z0-9-]', '-', self.patient.slug)}"

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections by which it is found: where it is met, and those on which its tables rest most."""
        return tuple(dict.fromkeys((*self.met, *filter(None, map(section_of, self.tables)))))

    @property
    def portrait(self) -> tuple[str, ...]:
        """The first sentences of the story; of a state those after the one that says who its patient is."""
        first = AT in self.patient.slug
        return self.patient.sentences[first : _PORTRAIT + first]

    @property
    def rest(self) -> tuple[str, ...]:
        """The whole story, where the portrait leaves something out."""
        return self.patient.sentences if len(self.patient.sentences) > _PORTRAIT else ()


def after(section: str) -> Play | None:
    """The play that a chapter leads to, by its section of the review; None where there is none.

    >>> after("3.5").title, after("")
    ('A joined duct', None)
    """
    slug = plays_after().get(section)
    return plays()[slug] if slug else None


class CasePlays(KnowledgeDirective):
    """Write every play: its steps to be read, which a script turns into a play."""

    template = "plays.html"

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        listed = [(each, who(each), play_topics(each), play_html(each)) for each in ordered_plays()]
        return [nodes.raw("", self.render(self.template, plays=listed), format="html")]


def who(play: Play) -> str:
    """The first sentence of a story that says who it is about; of a patient of the book the one after the name."""
    case = play.steps[0].patient
    return case.sentences[AT in case.slug]


def ordered_plays() -> tuple[Play, ...]:
    """Every play, those of the patients of the book first, in the order of their stories."""
    order = {name: n for n, name in enumerate(contents.PEOPLE)}

    def place(play: Play) -> tuple[int, str, str]:
        person = order.get(play.people[0], len(order))
        return person, play.steps[0].case if person < len(order) else "", play.title

    return tuple(sorted(plays().values(), key=place))


def play_topics(play: Play) -> tuple[str, ...]:
    """What a play is about, by the topics of the questions that it asks."""
    asked = {name.partition(":")[0] for step in play.steps for name in (step.asks, *step.rows)}
    return tuple(topic.title for topic in topics() if asked.intersection(topic.tables))


class CaseLibrary(KnowledgeDirective):
    """Write the filters and every patient; its script only filters."""

    template = "cases.html"

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        root = Path(self.env.srcdir)
        for path in (*chapters(root), root / "exercises"):
            self.env.note_dependency(str(path))
        return [nodes.raw("", self.render(self.template, **_context(root)), format="html")]


def _context(root: Path) -> Mapping[str, Any]:
    everyone, written = shown(root), {each.id: each for each in contents.sections(root)}
    found = {section for each in everyone for section in each.sections}
    named = {id: f"{id} {each.title}" for id, each in written.items() if id in found}
    return {
        "everyone": everyone,
        "filters": {
            "topics": ("Topic", "Every topic", {topic.id: topic.title for topic in topics()}),
            "tables": ("Question", "Every question", {table: title(table) for table in ordered()}),
            "sections": ("Chapter", "Every chapter", named),
            "level": ("Difficulty", "Every difficulty", {e.id: f"{e.title}: {e.hint}" for e in levels().values()}),
        },
        "played": {name: [p for p in plays().values() if name in {s.case for s in p.steps}] for name in cases()},
        "pages": {id: f"../{each.chapter.page}.ipynb" for id, each in written.items() if each.chapter},
        "title": title,
        "widgets": WIDGETS,
    }


def shown(root: Path) -> tuple[ShownCase, ...]:
    """Every patient, those of the book first in the order of their stories."""
    order = {name: n for n, name in enumerate(contents.PEOPLE)}
    places = [each.id for each in contents.sections(root)]
    met = met_in(root)

    def place(one: Patient) -> tuple[int, int, str]:
        at = one.slug.partition(AT)[2]
        return order.get(one.person, len(order)), places.index(at) if at else 0, one.title.strip('"')

    return tuple(
        ShownCase(
            one, topics_of(one), tables_of(one), tuple(s for s in places if s in met[one.slug]), level, opened(one)
        )
        for one in sorted(cases().values(), key=place)
        for level in [level_of(one)]
    )


def met_in(root: Path) -> Mapping[str, frozenset[str]]:
    """Where each patient is met: the sections of the chapters that tell of it or ask about it."""
    told = {section.id: frozenset(_named(root, section)) for section in contents.sections(root) if section.chapter}
    return {slug: frozenset(id for id, slugs in told.items() if slug in slugs) for slug in cases()}


def _named(root: Path, section: contents.Section) -> Iterator[str]:
    """Yield the patients whom a chapter names in its code or its metadata, and those whom its questions ask about."""
    assert section.chapter is not None
    notebook = json.loads((root / f"{section.chapter.page}.ipynb").read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    text = "\n".join([*code, json.dumps(notebook["metadata"])])
    yield from (slug for slug in cases() if re.search(rf"(?<![\w@-]){re.escape(slug)}(?![\w@.-])", text))
    for item in chosen(section.chapter.name, (), root / "exercises"):
        yield from (str(name).partition(":")[0] for name in item.body.get("patients", ()))
        yield from filter(None, [item.raw.get("patient", "")])
