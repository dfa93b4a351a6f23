"""The figures of chapter 4 as people: whom a blood test finds, and in whom the disease stands still without a drug."""

from netlearn.evidence import figure
from netlearn.figures.course_figure import CourseFigure
from netlearn.figures.people import people_figure
from netlearn.figures.rows import RangeRow

__all__ = ["found_by_the_blood_test", "still_quiet"]


def found_by_the_blood_test() -> CourseFigure:
    """Draw of a hundred people with carcinoid heart disease those whom NT-proBNP finds, in two series."""
    rows = [
        RangeRow.of("in one series", "carcinoid heart disease, 200 patients in all", figure(f"{_TEST}.sensitivity")),
        RangeRow.of("in another", "the same, 93 small-bowel tumours", figure(f"{_TEST}.second-sensitivity")),
    ]
    return people_figure(
        rows,
        name="whole-found-by-the-blood-test",
        title="A normal NT-proBNP rules nothing out",
        subtitle="Of 100 people with carcinoid heart disease, those whom the blood test finds. Each dot is one person.",
        caption="Coloured: found at 260 pg/ml. Small grey dots: diseased, and missed by the test.",
    )


def still_quiet() -> CourseFigure:
    """Draw of a hundred people of CLARINET those who stood still before it, and two years later without a drug."""
    rows = [
        RangeRow.of("stood still before the trial", "CLARINET", figure("clarinet-placebo.stable-at-entry")),
        RangeRow.of("still did after two years of placebo", "CLARINET", figure("clarinet-placebo.progression-free")),
    ]
    return people_figure(
        rows,
        name="whole-still-quiet",
        title="What waiting looks like",
        subtitle="Of 100 people of the trial CLARINET. Each dot is one person.",
        caption="Coloured: without growth. Small grey dots: the others, some of whom had died.",
    )


_TEST = "practice-3.1-1"
