"""The tumour board, the plan of an operation and the selector on their pages, each with a patient of the book."""

from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.clinic.board_data import asks_prior
from netlearn.clinic.cases import case
from netlearn.markup import Html
from netlearn.widgets import OperationPlan, TherapySelector, TumourBoard


class TumourBoardDirective(SphinxDirective):
    """Write the board of a patient of the library, named as in ``vera@3.3``, where the page has its directive."""

    required_arguments = 1
    widget: ClassVar[type[TumourBoard]] = TumourBoard

    def run(self) -> list[nodes.Node]:
        """Return the widget, as wide as the page allows."""
        patient = case(self.arguments[0])
        prior = patient.prior if asks_prior(self.widget.table) else ()
        html = Html('<div class="nl-wide">{}</div>').format(Html(self.widget(patient.known, prior=prior)._html()))
        return [nodes.raw("", html, format="html")]


class OperationPlanDirective(TumourBoardDirective):
    """Write the plan of an operation on a patient of the library."""

    widget = OperationPlan


class TherapySelectorDirective(TumourBoardDirective):
    """Write the selector of a patient of the library."""

    widget = TherapySelector
