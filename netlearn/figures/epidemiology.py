"""The figure of chapter 1: how many have the carcinoid syndrome, and the heart disease of it."""

from netlearn.evidence import figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.rows import Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure

__all__ = ["syndrome_share"]


def syndrome_share() -> CourseFigure:
    """Draw how many have the carcinoid syndrome, and how many of those have the heart disease of it (E31)."""
    everybody, small_bowel, heart = (RangeRow.of(text, among, figure(id)) for text, among, id in _SYNDROME)
    items: list[Item] = [
        Heading("Carcinoid syndrome"),
        everybody,
        small_bowel,
        Heading("Carcinoid heart disease"),
        heart,
    ]
    return rows_figure(
        items,
        name="syndrome-share",
        title="Most patients have no carcinoid syndrome",
        subtitle="Share of patients, per cent. The last row counts only those who have the syndrome.",
        caption=(
            "In the first two rows most patients do not have the syndrome, in the last most do not have "
            "the heart disease. Other hormones make other syndromes, which are rarer."
        ),
    )


_SYNDROME = (
    ("Whatever the primary", "all neuroendocrine tumours", "carcinoid-syndrome-share.all-primaries"),
    ("Small bowel", "tumours of duodenum, jejunum or ileum", "carcinoid-syndrome-share.small-bowel"),
    ("With the syndrome", "patients with the carcinoid syndrome", "carcinoid-heart-screening.share"),
)
