"""The crisis room on its page, and its scenes in words for readers without JavaScript."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.widgets import CrisisRoom
from netlearn.widgets.crisis_html import scenes_html


class CrisisRoomDirective(SphinxDirective):
    """Write the room where the page has its directive, with one way to play it inside."""

    def run(self) -> list[nodes.Node]:
        """Return the room."""
        return [nodes.raw("", CrisisRoom()._html(), format="html")]


class CrisisScenes(SphinxDirective):
    """Write every scene with what is known beforehand."""

    def run(self) -> list[nodes.Node]:
        """Return the scenes."""
        return [nodes.raw("", scenes_html(), format="html")]
