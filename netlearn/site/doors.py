"""The doors of the front page to the chapters: one for each that the contents list, as its notebook says of itself."""

import json
from pathlib import Path
from typing import Any

from attrs import frozen
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from netlearn.checks.chapters import chapters
from netlearn.markup import Html

_PICTURES = Path("book", "images", "doors")
_ANY = "chapter"  # the picture of a chapter that has none of its own


@frozen
class Door:
    """What a door says: the chapter's file name without suffix, its number, a title and a line."""

    name: str
    number: str
    title: str
    text: str = ""


class ChapterDoors(SphinxDirective):
    """Write one door for each chapter of the contents, in their order."""

    def run(self) -> list[nodes.Node]:
        """Return the doors as HTML."""
        root = Path(self.env.srcdir)
        made = Html("").join(door_html(root, door_of(path)) for path in chapters(root))
        for path in (*chapters(root), root / _PICTURES, root / "_toc.yml"):
            self.env.note_dependency(str(path))
        return [nodes.raw("", made, format="html")]


def door_of(path: Path) -> Door:
    """The door to a chapter: what its metadata say under ``door``, else its own title."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    about = notebook["metadata"].get("netlearn", {})
    first = "".join(notebook["cells"][0]["source"]).splitlines()[0] if notebook["cells"] else ""
    said = about.get("door", {})
    return Door(path.stem, about["section"], said.get("title", first.lstrip("# ")), said.get("text", ""))


def door_html(root: Path, door: Door) -> Html:
    """A door as HTML, with the chapter's picture from ``book/images/doors``, or the one for all that have none."""
    own = root / _PICTURES / f"{door.name}.svg"
    picture = (own if own.is_file() else root / _PICTURES / f"{_ANY}.svg").read_text(encoding="utf-8").strip()
    return Html(
        '<a class="nl-door" href="../chapters/{}.ipynb"><span class="pic">{}</span>'
        "<b>Chapter {}: {}</b><span>{}</span></a>\n"
    ).format(door.name, Html(picture), door.number, door.title, door.text)
