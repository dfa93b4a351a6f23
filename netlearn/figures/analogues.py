"""The figures of chapter 4.1: why a depot needs an overlap, and of which tumours the two trials speak."""

from netlearn.evidence import Fact, Figure, fact, figure
from netlearn.figures.course_figure import CourseFigure, Link
from netlearn.figures.lanes import Bar, Lane, Mark, Scale, lanes_figure
from netlearn.value import Value

__all__ = ["minutes_and_weeks", "whose_trial"]

_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10_080}
_TIME = Scale(1, 60_480, ((1, "1 min"), (60, "1 h"), (1440, "1 day"), (10_080, "1 wk"), (40_320, "4 wk")), tenfold=True)
_INDEX = Scale(0, 20, ((0, "0"), (5, "5"), (10, "10"), (15, "15"), (20, "20 %")))
_VERA, _TOMAS = 4, 12  # per cent: the invented patients of the book; a test compares them with their cases


def minutes_and_weeks() -> CourseFigure:
    """Draw on one axis of time how fast somatostatin and octreotide go, and how slowly a first depot comes."""
    natural, injected = fact("4.1-05"), figure("octreotide-kinetics.half-life")
    plateau, again = figure("octreotide-kinetics.depot-plateau"), figure("octreotide-label.depot-interval")
    beside = figure("octreotide-label.overlap-at-least")
    from_day, next_depot = _minutes(plateau)[0], _minutes(again)[0]
    lanes = [
        Lane("Natural somatostatin", f"half is gone in {_text(natural)}", (Bar(*_minutes(natural)),), _link(natural)),
        Lane(
            "Octreotide, in a vein", f"half is gone in {_text(injected)}", (Bar(*_minutes(injected)),), _link(injected)
        ),
        Lane(
            "Octreotide LAR, the first depot",
            f"at its level from day {plateau.value.bounds()[0]} to the next",
            (Bar(60, from_day, open=True), Bar(from_day, next_depot)),
            _link(plateau),
        ),
        Lane(
            "Injections beside it",
            f"for {_text(beside)}, over the hollow stretch",
            (Bar(1, _minutes(beside)[0], colour=2),),
            _link(beside),
        ),
    ]
    return lanes_figure(
        lanes,
        _TIME,
        name="analogues-minutes-and-weeks",
        title="A first depot is two weeks late",
        subtitle="Time from the injection, in tenfolds, from one minute to six weeks.",
        caption="Hollow: too little in the blood, after a peak in the first hour.",
    )


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


def _minutes(source: Fact | Figure) -> tuple[int, int]:
    """Return the ends of a time in minutes."""
    ends = [int(end * _MINUTES[_value(source).unit]) for end in _value(source).bounds()]
    return ends[0], ends[-1]


def _value(source: Fact | Figure) -> Value:
    assert source.value is not None
    return source.value


def _text(source: Fact | Figure) -> str:
    return _value(source).text()


def _link(source: Fact | Figure) -> Link:
    return Link(_text(source), source)
