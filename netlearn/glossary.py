"""The course's words: abbreviations and terms of art, each in one or two plain sentences."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from attrs import frozen

from netlearn import knowledge
from netlearn.errors import quoted
from netlearn.evidence import UnknownIdError

__all__ = ["Term", "term", "terms"]

FILE = "glossary.toml"
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


@frozen
class Term:
    """One term. ``also`` holds its other names, ``see`` the slugs of its neighbours.

    The name of one that is ``everyday`` is an ordinary word too.

    ``definition`` is Markdown: a number in it is a link to its fact or figure, from the book's folder.
    """

    page: ClassVar[str] = "glossary"

    slug: str
    term: str
    also: tuple[str, ...]
    definition: str
    see: tuple[str, ...]
    everyday: bool = False

    @property
    def id(self) -> str:
        """Return the id that links carry, which no fact, erratum or update has: ``term-ki-67``."""
        return f"term-{self.slug}"

    @property
    def anchor(self) -> str:
        """Return the term's place on the glossary page."""
        return self.id

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name of the term, its own first."""
        return (self.term, *self.also)

    @property
    def plain(self) -> str:
        """Return the definition without its links."""
        return _LINK.sub(r"\1", self.definition)

    @property
    def sort_key(self) -> str:
        """Return the term as it is sorted: no case, accents, spaces, hyphens or digits in front: 5-HIAA under H."""
        letters = unicodedata.normalize("NFKD", self.term).casefold()
        return "".join(letter for letter in letters if letter.isalnum()).lstrip("0123456789")


@cache
def terms() -> Mapping[str, Term]:
    """Map every term's slug to the term, in alphabetical order.

    >>> list(terms())[:3]
    ['ablation', 'age-adjusted', 'ajcc']
    """
    found = [_term(row) for row in knowledge.load(FILE)["term"]]
    return MappingProxyType({each.slug: each for each in sorted(found, key=lambda each: each.sort_key)})


def term(slug: str) -> Term:
    """Return one term.

    >>> print(term("nlm").plain)
    The review's short form for metastases of a neuroendocrine tumour in the liver.
    >>> term("ki67")
    Traceback (most recent call last):
    netlearn.evidence.UnknownIdError: term: 'ki67' is not known
    """
    if not isinstance(slug, str) or slug not in terms():
        raise UnknownIdError(f"term: {quoted(slug)} is not known")
    return terms()[slug]


def _term(row: Mapping[str, Any]) -> Term:
    lists = {key: tuple(row.get(key, ())) for key in ("also", "see")}
    return Term(
        slug=row["id"], term=row["term"], definition=row["definition"], everyday=row.get("everyday", False), **lists
    )
