"""The three figures of chapter 2: whose share is counted, how long patients live, where metastases lie."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.drawing import PER_CENT
from netlearn.figures.rows import Band, Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure, unbroken
from netlearn.value import Value, decimal_text

__all__ = ["can_be_completed", "distribution_types", "survival_ranges", "synchronous_share"]

Range = tuple[Fraction, Fraction]

_WHOLE = Fraction(100)


def synchronous_share() -> CourseFigure:
    """Draw the shares found early and late, and what is seen among all patients (E28)."""
    early, late = (RangeRow.of(text, "patients who have liver metastases", fact(id)) for text, id in _MOMENTS)
    items: list[Item] = [
        Heading("Of those with liver metastases"),
        early,
        late,
        Heading("Of all patients, found at diagnosis"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _AMONG_ALL),
    ]
    together = _percent(*_added([_range(early), _range(late)]))
    return rows_figure(
        items,
        name="synchronous-share",
        title=f"{early.value.text()} fits patients with liver metastases, not all patients",
        subtitle="Share in per cent. Each row names whom it was counted among.",
        caption=(
            f"As printed, the first two make {together} together, as two parts of one group should; "
            "that they divide those who have liver metastases is likely, not proven (E28)."
        ),
    )


_MOMENTS = (("Synchronous: there at diagnosis", "2-02"), ("Metachronous: found later", "2-03"))
_AMONG_ALL = (("Liver metastases, highest share", "all, gastroenteropancreatic tumours", "E28.liver-at-diagnosis"),)


def survival_ranges() -> CourseFigure:
    """Draw five-year survival with and without liver metastases, and what forbids a subtraction (E29)."""
    without, untreated, supportive = (RangeRow.of(text, _works(id), fact(id)) for text, id in _PRINTED)
    overlap = _overlap(_range(untreated), _range(supportive))
    items: list[Item] = [
        Heading("As the review prints them"),
        without,
        untreated,
        supportive,
        Band(*overlap, f"both ranges: only {_percent(*overlap)}", rows=2),
        Heading("As other papers print them"),
        *(RangeRow.of(text, among, figure(id)) for text, among, id in _TRACED),
    ]
    return rows_figure(
        items,
        name="survival-ranges",
        title=f"Nearly the same patients, two ranges: they meet only at {_percent(*overlap)}",
        subtitle="Alive after five years, per cent. The patients differ: no row may be subtracted from another.",
        caption=(
            "A bar runs from the lowest to the highest share printed (grey: by the review; blue: by papers whose "
            "abstract was read). It is no interval around an average, and nobody says how many patients stand "
            "behind an end. "
            f"Subtracting the second row from the first would give anything from {_difference(without, untreated)} "
            "points, between patients of different series (E29)."
        ),
    )


_PRINTED = (
    ("Without liver metastases", "1-27"),
    ("Liver metastases, untreated", "1-26"),
    ("Liver metastases, supportive care only", "2-06"),
)
_TRACED = (
    ("Without liver metastases", "midgut carcinoid", "E29.midgut-without"),
    ("Liver metastases", "midgut carcinoid, treatment not said", "E29.midgut-with"),
    ("Liver metastases, supportive care only", "metastases that cannot be resected", "E29.supportive-care"),
    ("Liver metastases, all treatments", "patients with liver metastases overall", "E29.overall"),
)


def distribution_types() -> CourseFigure:
    """Draw the shares of the three types, and why a sum of 90 to 110 per cent is no error (E34)."""
    rows = [RangeRow.of(text, "patients with liver metastases", fact(id)) for text, id in _TYPES]
    ranges = [_range(row) for row in rows]
    total = RangeRow("The three ranges added", "lowest ends, highest ends", _per_cent(*_added(ranges)))
    items: list[Item] = [*rows, total, Band(_WHOLE, _WHOLE, unbroken("100 % lies inside"), rows=1)]
    middles = " + ".join(decimal_text(_middle(ends)) for ends in ranges)
    middles += f" = {decimal_text(_middle(_added(ranges)))}\N{NO-BREAK SPACE}%"
    drawn = rows_figure(
        items,
        axis=evolve(PER_CENT, end=115),
        name="distribution-types",
        title=f"Diffuse disease, type III, is the commonest: {rows[-1].value.text()}",
        subtitle=f"Share of patients with liver metastases. Added, the ranges make {total.value.text()}: no error.",
        caption=(
            f"Grey: as the review prints them; orange: added here. The middles make {middles} exactly (E34). "
            f"{_COMPLETED if can_be_completed(ranges) else ''}"
            "A middle serves this sum only; it is no estimate of a share."
        ),
    )
    alt = f"{drawn.alt} The middles of the three ranges: {middles}."
    return evolve(drawn, alt=alt, table=_sum_table([*rows, total]))


_TYPES = (
    ("Type I: one lobe, or two adjacent segments", "2-16"),
    ("Type II: one dominant, small ones across", "2-18"),
    ("Type III: diffuse, multifocal", "2-20"),
)
_COMPLETED = "Whatever value one type takes within its range, the other two can make it up to 100 %. "


def can_be_completed(ranges: Sequence[Range], whole: Fraction = _WHOLE) -> bool:
    """Whether, for every value within any one range, values within the others make it up to ``whole``.

    >>> can_be_completed([(Fraction(40), Fraction(50)), (Fraction(50), Fraction(60))])
    True
    >>> can_be_completed([(Fraction(30), Fraction(50)), (Fraction(50), Fraction(60))])
    False
    """
    low, high = _added(ranges)
    return all(low - own_low + own_high <= whole <= high - own_high + own_low for own_low, own_high in ranges)


def _range(row: RangeRow) -> Range:
    return row.value.bounds()[0], row.value.bounds()[-1]


def _added(ranges: Sequence[Range]) -> Range:
    lows, highs = zip(*ranges, strict=True)
    return sum(lows, Fraction(0)), sum(highs, Fraction(0))


def _overlap(one: Range, other: Range) -> Range:
    return max(one[0], other[0]), min(one[1], other[1])


def _middle(ends: Range) -> Fraction:
    return (ends[0] + ends[1]) / 2


def _difference(upper: RangeRow, lower: RangeRow) -> str:
    """Write the least and the greatest difference of two ranges with the sums that give them."""
    (low, high), (least, most) = _range(upper), _range(lower)
    pairs = ((low, most), (high, least))
    return " to ".join(f"{decimal_text(a - b)} ({decimal_text(a)} − {decimal_text(b)})" for a, b in pairs)


def _per_cent(low: Fraction, high: Fraction) -> Value:
    return Value(low, high, unit="%")


def _percent(low: Fraction, high: Fraction) -> str:
    return _per_cent(low, high).text()


def _works(id: str) -> str:
    """Say how many works the review cites for a fact, which gives no number of patients."""
    count = len(fact(id).citations)
    return f"review, citing {count} {'work' if count == 1 else 'works'}"


def _sum_table(rows: Sequence[RangeRow]) -> tuple[tuple[str | Link, ...], ...]:
    header = ("Type", "Share", "Lowest", "Middle", "Highest", "How well checked")
    return (header, *(_sum_table_row(row) for row in rows))


def _sum_table_row(row: RangeRow) -> tuple[str | Link, ...]:
    low, high = ends = _range(row)
    numbers = (f"{decimal_text(number)}\N{NO-BREAK SPACE}%" for number in (low, _middle(ends), high))
    return (row.label, row.cell, *numbers, row.how)
