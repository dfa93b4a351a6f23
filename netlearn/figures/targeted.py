"""The figure of chapter 4.5: months with their comparators."""

from netlearn.figures.arms import Arms, arms_figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import Axis
from netlearn.figures.rows import Heading

__all__ = ["months_and_against_what"]

_MONTHS = Axis(20, (0, 5, 10, 15, 20), unit="months")


def months_and_against_what() -> CourseFigure:
    """Draw the median months until growth of five trials beside those of their comparators."""
    return arms_figure(
        [
            Heading("Pancreas"),
            Arms.of("Everolimus", "radiant-3", "pfs-local"),
            Arms.of("Sunitinib", "sun-1111", "pfs-local"),
            Arms.of("Cabozantinib", "cabinet-pancreatic", "pfs"),
            Heading("Elsewhere"),
            Arms.of("Everolimus, no hormones", "radiant-4", "pfs"),
            Arms.of("Everolimus, carcinoid syndrome", "radiant-2", "pfs"),
            Arms.of("Cabozantinib", "cabinet-extrapancreatic", "pfs"),
        ],
        _MONTHS,
        name="targeted-months",
        title="A number of months means nothing without the square beside it",
        subtitle="Median months until growth or death: ● with the drug, ■ with its comparator.",
        caption=(
            "Read along a line, never down a column: each trial took other patients, and the squares show it. "
            "RADIANT-2 missed its boundary; everyone in it had octreotide LAR too. Scans were read by the centres in "
            "the first two lines. No line says how long anybody lived (E13, E14)."
        ),
    )
