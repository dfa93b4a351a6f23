"""The book's Sphinx extension: everything that turns chapters and knowledge into the site."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from netlearn.checks import every_fault
from netlearn.checks.counts import counted
from netlearn.errors import KnowledgeError
from netlearn.site import (
    assets,
    before_operation,
    boards,
    cases_page,
    contents_page,
    coverage_page,
    crisis_card,
    crisis_room,
    editions_page,
    evidence_links,
    first_words,
    gallery,
    page_scripts,
    page_tools,
    pages,
    patient_page,
    search_index,
    sections,
    shrinking,
    side_notes,
    tables_page,
    theme,
    trials_page,
    verification_page,
    vignettes_page,
)
from netlearn.site.fingerprints import package_digest

_DIRECTIVES = {
    "evidence-list": pages.EvidenceList,
    "errata-list": pages.ErrataList,
    "updates-list": pages.UpdatesList,
    "glossary-list": pages.GlossaryList,
    "references-list": pages.ReferencesList,
    "contents-list": contents_page.ContentsList,
    "patients-thread": contents_page.PatientsThread,
    "due-today": contents_page.DueToday,
    "due-list": contents_page.DueList,
    "widget-gallery": gallery.WidgetGallery,
    "tables-list": tables_page.TablesList,
    "editions-list": editions_page.EditionsList,
    "coverage-list": coverage_page.CoverageList,
    "verification-list": verification_page.VerificationList,
    "vignettes-list": vignettes_page.VignettesList,
    "crisis-card": crisis_card.CrisisCardDirective,
    "patient-page": patient_page.PatientPageDirective,
    "crisis-room": crisis_room.CrisisRoomDirective,
    "crisis-exercises": crisis_room.CrisisExercises,
    "crisis-scenes": crisis_room.CrisisScenes,
    "case-plays": cases_page.CasePlays,
    "case-library": cases_page.CaseLibrary,
    "trial-wall": trials_page.TrialWall,
    "tumour-board": boards.TumourBoardDirective,
    "operation-plan": boards.OperationPlanDirective,
    "dose-check": before_operation.DoseCheckDirective,
    "practice-card": before_operation.PracticeCardDirective,
    "therapy-selector": boards.TherapySelectorDirective,
    "receptor-map": gallery.ReceptorMapDirective,
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect every part of the book to Sphinx."""
    app.add_config_value("comments_config", {}, "html")  # Jupyter Book sets it for an extension that we leave out
    app.add_config_value("netlearn_digest", "", "env")
    app.add_config_value("netlearn_check", True, "")  # a preview shows what is being written, faults and all
    app.add_config_value("netlearn_address", "", "html")
    app.add_config_value("netlearn_report", "", "html")
    app.add_config_value("netlearn_binder", "", "html")
    app.connect("config-inited", read_knowledge)
    app.connect("config-inited", theme.use_templates)
    app.connect("source-read", fill_counts)
    app.connect("builder-inited", assets.write_assets)
    app.connect("builder-inited", theme.write_root)
    app.connect("env-updated", search_index.write_index)
    app.connect("html-page-context", theme.fill_context, priority=900)
    app.connect("html-page-context", page_tools.fill_context, priority=910)
    app.connect("html-page-context", page_scripts.finish_page, priority=950)
    app.connect("build-finished", shrinking.shrink_assets, priority=900)  # the theme writes a style sheet then too
    app.add_css_file("netlearn.css", priority=900)
    for script in ("page.js", "tools.js"):
        app.add_js_file(script, loading_method="defer", priority=700)
    app.add_post_transform(sections.ChapterSections)
    app.add_post_transform(side_notes.SideNotes)
    app.add_post_transform(evidence_links.EvidenceLinks)
    app.add_post_transform(first_words.FirstWords)
    app.add_node(evidence_links.evidence_link, html=(evidence_links.visit_html, evidence_links.depart_html))
    for name, directive in _DIRECTIVES.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def fill_counts(app: Sphinx, page: str, source: list[str]) -> None:
    """Count what a page of the book counts."""
    if page.startswith("book/"):
        source[0] = counted(source[0])


def read_knowledge(app: Sphinx, config: Config) -> None:
    """Refuse knowledge that has a fault, and have every page built again when it or the code has changed."""
    if config.netlearn_check and (found := every_fault()):
        raise KnowledgeError("\n".join(map(str, found)))
    config.netlearn_digest = package_digest().hex()
