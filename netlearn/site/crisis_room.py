"""The crisis room on its page, the exercises about it, and its scenes in words for readers without JavaScript."""

from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.items.bank import chosen
from netlearn.widgets import CrisisRoom
from netlearn.widgets.crisis_html import scenes_html
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import quiz_data

_CHAPTER, _KIND = "03.1-surgery", "crisis"


class CrisisRoomDirective(SphinxDirective):
    """Write the room where the page has its directive, with one way to play it inside."""

    def run(self) -> list[nodes.Node]:
        """Return the room."""
        return [nodes.raw("", CrisisRoom()._html(), format="html")]


class CrisisExercises(SphinxDirective):
    """Write the exercises that are played in the room."""

    def run(self) -> list[nodes.Node]:
        """Return the quiz; a new exercise in the folder has the page built again."""
        root = Path(self.env.srcdir) / "exercises"
        self.env.note_dependency(str(root / _CHAPTER))
        asked = [item for item in chosen(_CHAPTER, (), root) if item.kind == _KIND]
        return [nodes.raw("", str(quiz_html({**quiz_data(_CHAPTER, asked), "paged": True})), format="html")]


class CrisisScenes(SphinxDirective):
    """Write every scene with what is known beforehand."""

    def run(self) -> list[nodes.Node]:
        """Return the scenes."""
        return [nodes.raw("", scenes_html(), format="html")]
