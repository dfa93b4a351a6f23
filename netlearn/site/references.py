"""The works of ``book/references.bib``, each with how sure we are of it."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import frozen
from pybtex.database import Entry, Person, parse_file
from pybtex.richtext import Text

_LISTED = 4  # more authors than this are cut to three "and others"
_UNREAD = "Authors not read"
_SENSE = {"sure": "certain", "likely": "likely"}
# any other way of knowing a work is short of having read its abstract
_KNOWN = {"abstract read": "abstract", "second-hand": "second-hand"}
_REMARKS = {"THE REVIEW": "the review that this course is built on"}


@frozen
class Reference:
    """One work: what a reader needs to find it, and how well it is known to the course."""

    key: str
    authors: str
    title: str
    where: str
    year: str
    doi: str
    certainty: str
    known: str
    checked: str
    remarks: tuple[str, ...]
    first_author: str

    @property
    def anchor(self) -> str:
        """Return the work's anchor on the references page, such as ``ref-touzios2005``."""
        return f"ref-{self.key}"

    @property
    def short(self) -> str:
        """Name the work in running text, such as ``Touzios 2005``; by its journal where no author was read."""
        if self.authors == _UNREAD:
            return f"{self.where.split(f' {self.year}')[0]} {self.year}"
        return f"{self.first_author} {self.year}"

    @property
    def initial(self) -> str:
        """Return the first letter under which the work is filed."""
        return filed_under(self.short)[0]


@cache
def references(path: Path) -> Mapping[str, Reference]:
    """Read the bibliography at ``path``, in alphabetical order of its first authors."""
    entries = parse_file(str(path)).entries
    works = [_reference(key, entry) for key, entry in entries.items()]
    return MappingProxyType({work.key: work for work in sorted(works, key=_order)})


def _order(work: Reference) -> tuple[str, str]:
    return filed_under(work.short), work.year


def filed_under(short: str) -> str:
    """Return a name as it is sorted: no accents, spaces or hyphens.

    >>> filed_under("Le Treut 2008"), filed_under("Ćwikła 2014")
    ('letreut', 'cwikla')
    """
    plain = unicodedata.normalize("NFKD", short.replace("ł", "l"))
    return "".join(letter for letter in plain if letter.isalpha() and not unicodedata.combining(letter)).casefold()


def _reference(key: str, entry: Entry) -> Reference:
    certainty, known, *remarks = (part.strip() for part in entry.fields["note"].split(";"))
    return Reference(
        key=key,
        authors=_authors(entry),
        title=_plain(entry.fields["title"]),
        where=_where(entry),
        year=entry.fields["year"],
        doi=entry.fields.get("doi", ""),
        certainty=_SENSE[certainty],
        known=known,
        checked=_KNOWN.get(known, "recalled"),
        first_author=_family(entry.persons["author"][0]),
        remarks=tuple(_REMARKS.get(remark) or _plain(remark) for remark in remarks),
    )


def _plain(latex: str) -> str:
    """Turn LaTeX into plain text; a bare percent sign is a sign here, not a comment."""
    return str(Text.from_latex(re.sub(r"(?<!\\)%", r"\%", latex)))


def _authors(entry: Entry) -> str:
    """Write the authors as "Touzios JG, Kiely JM, Pitt SC and others"."""
    names = [_author(person) for person in entry.persons["author"]]
    known = [name for name in names if name != "others"]
    if len(known) < len(names) or len(known) > _LISTED:
        return ", ".join(known[:3]) + " and others"
    return ", ".join(known)


def _family(person: Person) -> str:
    return " ".join(str(Text.from_latex(name)) for name in (*person.prelast_names, *person.last_names))


def _author(person: Person) -> str:
    given = (*person.first_names, *person.middle_names)
    initials = "".join(str(Text.from_latex(name))[0] for name in given)
    return f"{_family(person)} {initials}".strip()


def _where(entry: Entry) -> str:
    """Write journal, year, volume and pages as "Annals of Surgery 2005;241:776–785"."""
    fields = entry.fields
    place = ":".join(_plain(fields[name]) for name in ("volume", "pages") if name in fields)
    return f"{_plain(fields['journal'])} {fields['year']}" + (f";{place}" if place else "")
