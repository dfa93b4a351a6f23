"""What a figure of rows says: ranges, values and limits with their denominators, in words and as a table."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.evidence import Fact, Figure, checked_words
from netlearn.figures.course_figure import Link
from netlearn.value import Value

__all__ = ["Band", "Heading", "Item", "RangeRow", "alt_text", "table"]

_LIMITS = {
    "<=": "upper limit",
    "<": "upper limit, not included",
    ">=": "lower limit",
    ">": "lower limit, not included",
}


@frozen
class RangeRow:
    """One range, value or limit; ``among`` is its denominator in words. Without a source: calculated."""

    label: str
    among: str
    value: Value
    source: Fact | Figure | None = None

    @classmethod
    def of(cls, label: str, among: str, source: Fact | Figure) -> "RangeRow":
        """Make the row of a fact or figure; raise ``KnowledgeError`` if it has no value."""
        if source.value is None:
            raise KnowledgeError(f"{source.id}: value: a row of a figure needs one")
        return cls(label, among, source.value, source)

    @property
    def checked(self) -> str:
        """Return how well the number is checked; empty when it was calculated here."""
        return self.source.checked if self.source else ""

    @property
    def how(self) -> str:
        """Say in words how well the number is checked."""
        return checked_words(self.source.checked) if self.source else "calculated from the rows above"

    @property
    def cell(self) -> str | Link:
        """Return the value for a table, leading to its source where it has one."""
        own = self.source.value if self.source else None  # a link prints what it leads to, whatever is drawn of it
        return Link((own or self.value).text(), self.source) if self.source else self.value.text()

    @property
    def shape(self) -> str:
        """Return what is drawn: a range, a value or a limit, which may itself be included or not."""
        if self.value.bound:
            return _LIMITS[self.value.bound]
        return "value" if self.value.low == self.value.high else "range"


@frozen
class Heading:
    """Words over the rows that follow."""

    text: str


@frozen
class Band:
    """What the ``rows`` rows above have in common: a stripe over them, a line where ``low == high``."""

    low: Fraction
    high: Fraction
    text: str
    rows: int


Item = RangeRow | Heading | Band


def alt_text(items: Sequence[Item]) -> str:
    """Say every value in words, in the order of the drawing."""
    return " ".join(_sentence(item) for item in items)


def table(items: Sequence[Item]) -> tuple[tuple[str | Link, ...], ...]:
    """Return the rows as a table: what, among whom, the value with its link, how well it is checked."""
    header = ("What was counted", "Among whom", "Value", "How well checked")
    return (header, *(_table_row(item) for item in items if isinstance(item, RangeRow)))


def _sentence(item: Item) -> str:
    if isinstance(item, RangeRow):
        return f"{item.label} ({item.among}): {item.value.text()}, {item.how}."
    return f"{item.text}:" if isinstance(item, Heading) else f"{item.text}."


def _table_row(row: RangeRow) -> tuple[str | Link, ...]:
    return (row.label, row.among, row.cell, row.how)
