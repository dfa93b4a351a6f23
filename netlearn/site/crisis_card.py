"""The crisis card as HTML: in a dialog on every page, and on a page of its own for readers without JavaScript."""

from collections.abc import Callable, Mapping

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from netlearn import evidence
from netlearn.clinic.crisis.card import CrisisCard, crisis_card
from netlearn.editions import edition_ids
from netlearn.site.template import environment

PAGE = "book/crisis-card"
TITLE = "nl-crisis-title"


class CrisisCardDirective(SphinxDirective):
    """Write the card where the page has its directive."""

    def run(self) -> list[nodes.Node]:
        """Return the card."""
        return [
            nodes.raw("", card_html(crisis_card(), lambda page: f"{page.removeprefix('book/')}.html"), format="html")
        ]


def dialog(app: Sphinx, page: str) -> Markup | None:
    """The card for a page's dialog; none on the card's own page, and none where the book is built without that page."""
    if page == PAGE or PAGE not in app.env.found_docs:
        return None
    return Markup(card_html(crisis_card(), lambda to: app.builder.get_relative_uri(page, to)))


def card_html(card: CrisisCard, address: Callable[[str], str]) -> str:
    """The whole card; ``address`` says where a page of the book lies."""
    links = {id: _link(id, address) for step in card.steps for line in step.lines for id in line.sources}
    return environment().get_template("crisis-card.html").render(card=card, links=links, editions=_years(), id=TITLE)


def _link(id: str, address: Callable[[str], str]) -> str:
    look_up = (
        evidence.fact if id in evidence.facts() else evidence.erratum if id in evidence.errata() else evidence.update
    )
    entry = look_up(id)
    return f"{address(f'book/{entry.page}')}#{entry.anchor}"


def _years() -> Mapping[str, str]:
    """Each edition by its year alone, as the card has no room for more."""
    return {id: id.rpartition("-")[2] for id in edition_ids()}
