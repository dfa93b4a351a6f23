"""Every link that sets a widget says what the widget accepts, and its words say no other number."""

from collections.abc import Iterator

from netlearn.checks.chapter.notebook import Notebook
from netlearn.checks.fault import Fault
from netlearn.links import markdown_links
from netlearn.widgets.address import AddressError, check_link


def settings(chapter: Notebook) -> Iterator[Fault]:
    """Yield each link of a chapter that its widget would refuse."""
    for cell in chapter.markdown:
        for words, href in markdown_links(cell.text):
            try:
                check_link(words, href)
            except AddressError as wrong:
                yield chapter.fault(cell.id, "link", str(wrong))
