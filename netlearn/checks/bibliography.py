"""The keys of ``book/references.bib``, read without a library for bibliographies."""

import re
from functools import cache

from netlearn.checks.course import course
from netlearn.errors import KnowledgeError

FILE = "book/references.bib"


@cache
def keys() -> tuple[str, ...]:
    """The key of every work, in the order of the file. Raises KnowledgeError when it cannot be read.

    >>> "macedo2013" in keys()
    True
    """
    path = course() / FILE
    try:
        return keys_in(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise KnowledgeError(f"{path.name}: cannot be read") from None


def keys_in(text: str) -> tuple[str, ...]:
    """The keys in a BibTeX text.

    >>> keys_in("@article{who2010, title = {X}}")
    ('who2010',)
    """
    return tuple(re.findall(r"(?m)^@\w+\{([^,\s]+),", text))
