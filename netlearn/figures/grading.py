"""The figure of the grades: where each scheme draws its lines on the Ki-67 index."""

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.drawing import Axis
from netlearn.figures.rows import Band, Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure
from netlearn.value import decimal_text

__all__ = ["ki67_cut_offs"]

_AXIS = Axis(28, (0, 5, 10, 15, 20, 25))  # the cut-offs lie at its lower end; above 25 % all is grade 3


def ki67_cut_offs() -> CourseFigure:
    """Draw the Ki-67 cut-offs of the review, of WHO 2010 and of WHO 2019 and 2022 (E10, E56)."""
    gap = figure("who-2010-gap.ungraded-ki67")
    low, high = gap.value.bounds()
    review = RangeRow.of("Grade 3", "no other grade is defined", fact("1-18"))
    limit = decimal_text(review.value.bounds()[0])
    between = f"over {decimal_text(low)} and under {decimal_text(high)} %"
    items: list[Item] = [
        Heading("The review"),
        review,
        Heading("WHO 2010, behind the review"),
        *(RangeRow.of(text, "digestive tumours", figure(f"who-2010-grading.{name}")) for text, name in _OLD),
        Band(low, high, f"{between}: no grade".replace(" %", "\N{NO-BREAK SPACE}%"), rows=3),
        Heading("WHO 2019 and 2022"),
        *(RangeRow.of(text, "well-differentiated tumours", figure(f"who-2022-grading.{name}")) for text, name in _NEW),
    ]
    return rows_figure(
        items,
        axis=_AXIS,
        name="ki67-cut-offs",
        title=f"Exactly {limit} % is grade 3 in no scheme, and the gap below {decimal_text(high)} % is closed",
        subtitle="Ki-67 index, per cent of tumour cells; the axis ends at 25 %. The mitotic count is asked as well.",
        caption=(
            "A tick is a limit; a gap beside it means that the limit itself is not included. "
            "Grey: the review; blue: the schemes of the World Health Organization, table read. "
            "Poorly differentiated carcinoma has no row in the newest scheme: it is not graded by counting (E10). "
            "The count of mitoses has limits of its own, and the higher of the two decides (E56)."
        ),
    )


_OLD = (("Grade 1", "g1-ki67-at-most"), ("Grade 2", "g2-ki67"), ("Grade 3, all called carcinoma", "g3-ki67-above"))
_NEW = (("NET G1", "g1-ki67-below"), ("NET G2", "g2-ki67"), ("NET G3", "g3-ki67-above"))
