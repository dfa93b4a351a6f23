"""The page that a patient takes home, as HTML: read on screen, filled in on paper."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.chapter.practice import blanks
from netlearn.clinic.patient_sheet import PatientSheet, SheetPart, patient_sheet
from netlearn.markup import Html

_SHEET = Html(
    '<div class="nl nl-prac nl-home" data-nl-sheet>'
    '<p class="nl-prac-head"><b>{title}</b> <span class="nl-prac-status">{status}</span></p>'
    '<p class="nl-prac-local">{blanks}</p><p class="nl-prac-foot">{lead}</p>'
    '<div class="nl-prac-grid">{parts}</div>'
    '<p class="nl-prac-foot">Changed {updated}. Education, not medical advice: what your own team writes counts.</p>'
    "</div>"
)


class PatientPageDirective(SphinxDirective):
    """Write the page that a patient takes home."""

    def run(self) -> list[nodes.Node]:
        """Return the page, with who signed it."""
        return [nodes.raw("", sheet(patient_sheet()), format="html")]


def sheet(page: PatientSheet) -> Html:
    """The page as HTML. What a line rests on is no reader's here: the sources stand in the file."""
    parts = Html("").join(map(_part, page.parts))
    return _SHEET.format(
        title=page.title,
        status=page.status,
        lead=page.lead,
        updated=page.updated,
        parts=parts,
        blanks=blanks(page.blanks),
    )


def _part(part: SheetPart) -> Html:
    lines = Html("").join(Html("<li>{}</li>").format(line.text) for line in part.step.lines)
    text = '<div data-part="{}"><h3>{}</h3><ul>{}</ul></div>'
    return Html(text).format("red" if "collapse" in part.situation else part.step.id, part.step.title, lines)
