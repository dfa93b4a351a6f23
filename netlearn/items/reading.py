"""Reading the item bank's files strictly: what is wrong is named with its file, field, value and what is accepted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

from netlearn import evidence, knowledge, prose
from netlearn.errors import KnowledgeError, NetlearnError

SLOTS = ("context", "drug", "map", "volumes", "wanted")  # that kinds fill in, beside the values of a quantity


class FieldReader:
    """Reads the fields of one part of one file.

    >>> FieldReader("size.toml", {"version": "1"}).whole("version")
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: size.toml: version is '1'; accepted: a whole number from 1
    """

    def __init__(self, file: str, raw: Mapping[str, Any], where: str = "") -> None:
        self.file, self.raw, self.where = file, raw, where

    def filled(self) -> "FieldReader":
        """The same part with the numbers of its texts filled in; what a variant draws is left for the variant."""
        values = self.raw.get("values", {})
        slots = {*SLOTS, *(values if isinstance(values, dict) else ())}
        texts = {key: part for key, part in self.raw.items() if key != "cases"}
        code = {key: part for key, part in self.raw.items() if key == "cases"}  # of a task; it may hold braces
        return FieldReader(self.file, {**prose.filled(texts, f"{self.file}: item", slots=slots), **code}, self.where)

    def refuse(self, field: str, value: object, accepted: str) -> NoReturn:
        """Say which field holds what, and what is accepted."""
        raise KnowledgeError(f"{self.file}: {self.where}{field} is {value!r}; accepted: {accepted}")

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that are not known."""
        for key in self.raw:
            if key not in known:
                self.refuse(key, self.raw[key], f"the keys {', '.join(sorted(known))}")

    def text(self, field: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self.raw.get(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(field, value, "a text")
        return value

    def texts(self, field: str, least: int = 0) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        value = self.raw.get(field, [])
        good = isinstance(value, list) and len(value) >= least and all(isinstance(t, str) and t for t in value)
        return tuple(value) if good else self.refuse(field, value, f"a list of at least {least} texts, none empty")

    def word(self, field: str, accepted: Collection[str], default: str | None = None) -> str:
        """One of a closed list of words."""
        value = self.raw.get(field, default)
        if not isinstance(value, str) or value not in accepted:
            self.refuse(field, value, ", ".join(map(repr, accepted)))
        return value

    def whole(self, field: str, default: int | None = None) -> int:
        """A whole number from 1."""
        value = self.raw.get(field, default)
        return value if type(value) is int and value >= 1 else self.refuse(field, value, "a whole number from 1")

    def flag(self, field: str) -> bool:
        """True or false; false where it is left out."""
        value = self.raw.get(field, False)
        return value if isinstance(value, bool) else self.refuse(field, value, "true or false")

    def exact(self, field: str) -> Fraction:
        """An exact number: a TOML number, or a text such as "1/2"."""
        value = self.raw.get(field)
        try:
            if isinstance(value, bool):
                raise ValueError
            return Fraction(value)  # type: ignore[arg-type]
        except (ValueError, TypeError, ZeroDivisionError):
            self.refuse(field, value, "an exact number such as 5, 5.0 or '1/2'")

    def part(self, field: str) -> "FieldReader":
        """A table inside this part; it must be there."""
        value = self.raw.get(field)
        if not isinstance(value, dict):
            self.refuse(field, value, "a table")
        return FieldReader(self.file, value, f"{self.where}{field}.")

    def parts(self, field: str, least: int = 0) -> tuple["FieldReader", ...]:
        """A list of tables, each headed ``[[field]]``."""
        value = self.raw.get(field, [])
        if not isinstance(value, list) or len(value) < least or not all(isinstance(each, dict) for each in value):
            self.refuse(field, value, f"at least {least} tables headed [[{field}]]")
        names = (str(each.get("id", n)) for n, each in enumerate(value))
        return tuple(
            FieldReader(self.file, each, f"{self.where}{field}.{n}.") for n, each in zip(names, value, strict=True)
        )

    def sources(self, field: str, find: Callable[[str], object]) -> tuple[str, ...]:
        """A list of ids, each of which must be known."""
        ids = self.texts(field)
        for id in ids:
            self.known(field, id, find)
        return ids

    def known(self, field: str, value: str, find: Callable[[str], object]) -> None:
        """Refuse what a look-up refuses, in its words."""
        try:
            find(value)
        except NetlearnError as missing:
            self.refuse(field, value, f"one that exists ({missing})")

    def unique(self, field: str, ids: Sequence[str]) -> None:
        """Refuse an id that stands twice."""
        for id in ids:
            if ids.count(id) > 1:
                self.refuse(field, id, "ids that stand once")


def fact_or_figure(id: str) -> evidence.Fact | evidence.Figure:
    """The fact of that id, or else the figure; the look-up of every list of evidence.

    >>> fact_or_figure("2-20").id, fact_or_figure("E01.dose").id
    ('2-20', 'E01.dose')
    """
    return evidence.facts().get(id) or evidence.figure(id)


def read_toml(path: Path, root: Path | None = None) -> FieldReader:
    """A TOML file, ready to be read; its decimals stay text, so that they stay exact."""
    name = str(path.relative_to(root)) if root else path.name
    try:
        return FieldReader(name, knowledge.parsed(path.read_text(encoding="utf-8"), str))
    except (OSError, ValueError) as error:  # no file, no text, or no TOML
        raise KnowledgeError(f"{name}: cannot be read: {error}") from None
