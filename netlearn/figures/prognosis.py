"""The figure of chapter 2 on denominators: whose share is counted."""

from netlearn.evidence import fact, figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.rows import Heading, Item, RangeRow
from netlearn.figures.rows_figure import rows_figure
from netlearn.value import Value

__all__ = ["synchronous_share"]


def synchronous_share() -> CourseFigure:
    """Draw the shares found early and late, and what was counted among all patients (E28)."""
    early, late = (RangeRow.of(text, "patients who have liver metastases", fact(id)) for text, id in _MOMENTS)
    items: list[Item] = [
        Heading("Of those with liver metastases"),
        early,
        late,
        Heading("Of all patients, found at diagnosis"),
        RangeRow.of("Liver metastases, highest share", _ALL, figure("E28.liver-at-diagnosis")),
    ]
    return rows_figure(
        items,
        name="synchronous-share",
        title=f"{early.value.text()} fits patients with liver metastases, not all patients",
        subtitle="Share in per cent. Each row names whom it was counted among.",
        caption=(
            f"As printed, the first two make {_together(early, late)} together, as two parts of one group should; "
            "that they divide those who have liver metastases is likely, not proven (E28)."
        ),
    )


_MOMENTS = (("Synchronous: there at diagnosis", "2-02"), ("Metachronous: found later", "2-03"))
_ALL = "all, gastroenteropancreatic tumours"


def _together(early: RangeRow, late: RangeRow) -> str:
    """The two ranges added, end by end."""
    (low, high), (least, most) = early.value.bounds(), late.value.bounds()
    return Value(low + least, high + most, unit="%").text()
