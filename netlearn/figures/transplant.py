"""The figures of chapter 3.2: how long a tumour must stand still, and how long those lived who were chosen."""

from dataclasses import replace

from netlearn.clinic.transplant import limit_in_months
from netlearn.evidence import Fact, fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import Axis
from netlearn.figures.rows import Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure
from netlearn.value import Value

__all__ = ["clock", "survival_of_the_chosen"]

_MONTHS = Axis(20, (0, 6, 12, 18), "months")


def clock() -> CourseFigure:
    """Draw for how long the disease must have been stable, in three texts, and to which day (E53)."""
    year = fact("3.2-22")
    return rows_figure(
        [
            RangeRow("Printed in 2012", "to the transplantation", _in_months(year), year),
            RangeRow.of("Milan-NET, in a digest", "to the transplantation", figure(_MILAN)),
            RangeRow.of("The Milan group's review, 2023", "to the listing", figure(_LISTING)),
        ],
        _MONTHS,
        name="transplant-clock",
        title="How long stable: three texts, and two days to which they count",
        subtitle="Months for which the disease must have been stable.",
        caption="One year is drawn as 12 months. Count from scan to scan, and ask the centre to which day (E53).",
    )


_MILAN, _LISTING = "milan-net.stability", "milan-net.stability-as-printed-2023"


def _in_months(source: Fact) -> Value:
    """A limit in years as one in months, its bound kept."""
    months = limit_in_months(source)
    assert source.value is not None
    return replace(source.value, low=months, unit="months")


def survival_of_the_chosen() -> CourseFigure:
    """Draw survival after transplantation, each row with who was chosen and when (E26)."""
    items: list[Item] = [Heading("Alive after five years")]
    items += [RangeRow.of(text, among, figure(id)) for text, among, id in _FIVE_YEARS]
    items.append(Heading("After ten years, one centre"))
    items += [RangeRow.of(text, among, figure(id)) for text, among, id in _TEN_YEARS]
    return rows_figure(
        items,
        name="survival-of-the-chosen",
        title="A survival is that of those who were chosen",
        subtitle="Share alive in per cent. Each row says who was chosen.",
        caption=(
            "No row was randomised against another: a stricter list also leaves out the tumours that grow. "
            "57.8 % was printed for the whole time from 1988; it belongs to the later era (E26)."
        ),
    )


_FIVE_YEARS = (
    ("Transplanted, USA, before 2002", "all for these metastases", "E26.survival-before-meld"),
    ("Transplanted, USA, after 2002", "all for these metastases", "E26.survival-after-meld"),
    ("Transplanted, Europe's registry", "all in the registry", "eltr-2013.survival-5-years"),
    ("Transplanted within Milan-NET", "every criterion met", "milan-net-outcomes.survival-5-years"),
    ("Not transplanted", "comparators quoted beside them", "milan-net-outcomes.comparators-5-years"),
)
_TEN_YEARS = (
    ("Transplanted", "liver-only disease within the criteria", "maspero-2022.survival-transplanted"),
    ("Resected", "liver-only disease within the criteria", "maspero-2022.survival-resected"),
)
