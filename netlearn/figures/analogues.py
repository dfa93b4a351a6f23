"""The figure of chapter 4.1: of which tumours the two trials speak."""

from netlearn.evidence import Fact, Figure, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.lanes import Bar, Lane, Mark, Scale, lanes_figure
from netlearn.value import Value

__all__ = ["whose_trial"]

_INDEX = Scale(0, 20, ((0, "0"), (5, "5"), (10, "10"), (15, "15"), (20, "20 %")))
_VERA, _TOMAS = 4, 12  # per cent: the invented patients of the book; a test compares them with their cases


def whose_trial() -> CourseFigure:
    """Draw the Ki-67 index of those whom PROMID and CLARINET let in, and the two patients of the book."""
    limit, low_grade = figure("clarinet.ki67-below"), figure("who-2022-grading.g2-ki67")
    free, without = (figure(f"clarinet.progression-free-24-months-{arm}") for arm in ("lanreotide", "placebo"))
    drug, placebo = (figure(f"E12.time-to-progression-{arm}") for arm in ("octreotide", "placebo"))
    lanes = [
        Lane(
            "Lanreotide: CLARINET",
            f"gut, pancreas, no hormones; free of growth at two years: {_text(free)} v {_text(without)}",
            (Bar(0, limit.value.bounds()[-1]),),
            _link(limit),
        ),
        Lane(
            "Octreotide LAR: PROMID",
            f"midgut; median until growth: {_text(drug)} v {_text(placebo)}",
            (Bar(0, low_grade.value.bounds()[-1], open=True),),
            _link(drug),
        ),
    ]
    return lanes_figure(
        lanes,
        _INDEX,
        (Mark(_VERA, f"Vera {_VERA} %"), Mark(_TOMAS, f"Tomas {_TOMAS} %")),
        name="analogues-whose-trial",
        title="Neither trial let in a tumour like Tomas’s",
        subtitle="Ki-67 index of those let in, in per cent. Each result: the drug v placebo.",
        caption=(
            "Hollow: no limit of the index was read; drawn to the end of G2. The two results measure different things."
        ),
    )


def _value(source: Fact | Figure) -> Value:
    assert source.value is not None
    return source.value


def _text(source: Fact | Figure) -> str:
    return _value(source).text()


def _link(source: Fact | Figure) -> Link:
    return Link(_text(source), source)
