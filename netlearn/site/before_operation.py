"""What stands beside the plan of an operation on its page: a dose checked as it is typed, and the card In practice."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.chapter import in_practice
from netlearn.markup import Html
from netlearn.widgets import Explorer
from netlearn.widgets.static_html import element

_DOSE = {"drug": "octreotide", "formulation": "short-acting", "context": "preoperative"}


class DoseCheckDirective(SphinxDirective):
    """Write the check of a written order, with octreotide before an operation chosen and no dose given."""

    def run(self) -> list[nodes.Node]:
        """Return the check, as wide as the page allows; without scripts what is given so far is read."""
        read = Explorer("dose-check", "2026", **_DOSE)._content()
        check = element("net-order", {"edition": "2026"}, _DOSE, read)
        return [nodes.raw("", Html('<div class="nl-wide">{}</div>').format(check), format="html")]


class PracticeCardDirective(SphinxDirective):
    """Write the card In practice of a section."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the card, with who signed it."""
        return [nodes.raw("", in_practice(self.arguments[0])._repr_html_(), format="html")]
