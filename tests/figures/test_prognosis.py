"""The figures of chapter 2: what is added, overlapped and said about its rows."""

from fractions import Fraction

import pytest

from netlearn.evidence import fact
from netlearn.figures.prognosis import can_be_completed, distribution_types, survival_ranges, synchronous_share


def test_overlap_of_the_two_ranges_is_drawn_and_said():
    """Untreated and supportive care share 13–20 % only."""
    drawn = survival_ranges()
    low, high = (
        max(fact("1-26").value.low, fact("2-06").value.low),
        min(fact("1-26").value.high, fact("2-06").value.high),
    )
    bands = [shape for shape in drawn.wide["layout"]["shapes"] if shape.get("xref") == "x"]

    assert [(band["x0"], band["x1"]) for band in bands] == [(low, high)]
    assert f"{low}–{high}\N{NO-BREAK SPACE}%" in drawn.title and f"{low}–{high}\N{NO-BREAK SPACE}%" in drawn.alt


def test_caption_gives_both_ends_of_a_subtraction():
    """The caption shows how little a subtraction would say: from 75 − 54 to 99 − 13."""
    assert "from 21 (75 − 54) to 86 (99 − 13) points" in survival_ranges().caption


def test_subtitle_forbids_subtraction():
    """Rows that may not be compared are said to be so where the eye is."""
    assert "no row may be subtracted" in survival_ranges().subtitle


def test_shares_of_the_types_are_consistent():
    """The ends add up to 90 and 110 %, the middles to exactly 100 %, and every value can be made up to 100 %."""
    ranges = [fact(id).value.bounds() for id in ("2-16", "2-18", "2-20")]

    assert [sum(each) for each in zip(*ranges, strict=True)] == [90, 110]
    assert sum((low + high) / 2 for low, high in ranges) == 100
    assert can_be_completed(ranges)
    assert distribution_types().table[-1][1:5] == tuple(f"{n}\N{NO-BREAK SPACE}%" for n in ("90–110", 90, 100, 110))


@pytest.mark.parametrize(("last", "fits"), [((60, 70), True), ((59, 70), False), ((60, 71), False)])
def test_completion_fails_just_outside(last, fits):
    """One point more at either end of a range, and some value of it cannot be made up to 100 %."""
    ranges = [(20, 20), (10, 20), last]

    assert can_be_completed([(Fraction(low), Fraction(high)) for low, high in ranges]) is fits


def test_denominators_stand_in_the_rows():
    """The two groups of the first figure are counted among different patients, and each row says among whom."""
    among = [row[1] for row in synchronous_share().table[1:]]

    assert among[:2] == ["patients who have liver metastases"] * 2
    assert all(text.startswith("all") for text in among[2:])
