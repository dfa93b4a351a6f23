"""The contents, the patients' thread and what is due, on the pages that have their directives."""

from functools import cache
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from jinja2 import Environment
from sphinx.util.docutils import SphinxDirective

from netlearn.checks.chapters import chapters
from netlearn.site import contents
from netlearn.site.template import environment


class ContentsDirective(SphinxDirective):
    """Fill one template with the contents of the course."""

    template: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the filled template as HTML."""
        root = Path(self.env.srcdir)
        for path in (*chapters(root), root / "_toc.yml", root / "exercises", contents.FILE):
            self.env.note_dependency(str(path))
        return [nodes.raw("", render(self.template, root), format="html")]


class ContentsList(ContentsDirective):
    """Every section of the review, those to come too."""

    template = "contents.html"


class PatientsThread(ContentsDirective):
    """The two patients, step by step."""

    template = "thread.html"


class DueToday(ContentsDirective):
    """The box of the front page that says what is due; a script fills it."""

    template = "due-today.html"


class DueList(ContentsDirective):
    """The page of what is due in all chapters; a script fills it."""

    template = "due.html"


def render(template: str, root: Path) -> str:
    """Fill one template with the parts, the sections and the patients."""
    everyone = [contents.steps(person) for person in contents.PEOPLE]
    written = {section.id: section.chapter for section in contents.sections(root) if section.chapter}
    parts = contents.parts(root)
    return _environment().get_template(template).render(parts=parts, everyone=everyone, written=written)


@cache
def _environment() -> Environment:
    made = environment()
    made.filters["source"] = lambda page: f"../{page}.ipynb"  # as the file lies; the last step of a page leads it on
    return made
