"""What ``_toc.yml`` lists: the pages of the book, in their order."""

import re
from pathlib import Path

from netlearn.errors import KnowledgeError

FILE = "_toc.yml"
_ENTRY = re.compile(r"(?m)^\s*(?:- )?(?:file|root): *(\S+)\s*$")


def pages(root: Path) -> tuple[str, ...]:
    """Every page of a course by its name without suffix. Raises KnowledgeError when there is no table of contents."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise KnowledgeError(f"{FILE}: cannot be read") from None
    return tuple(_ENTRY.findall(text))


def source(root: Path, page: str) -> Path | None:
    """The file of a page, or None when there is none."""
    return next((path for suffix in (".ipynb", ".md") if (path := root / f"{page}{suffix}").is_file()), None)
