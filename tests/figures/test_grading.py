"""The figure of the grades: strict limits have a gap, the gap of 2010 is drawn, and 20 is nowhere grade 3."""

import pytest

from netlearn.evidence import figure
from netlearn.figures.grading import ki67_cut_offs

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])


@BOTH
def test_limit_that_is_not_included_stands_off_its_line(width):
    """Over 20 and under 3 are strict; at most 2 is not."""
    lines = [trace for trace in getattr(ki67_cut_offs(), width)["data"] if trace["type"] == "scatter"]

    assert [(trace["x"][-1], None in trace["x"]) for trace in lines] == [
        (20, True), (2, False), (20, True), (3, True), (20, True),
    ]  # fmt: skip


@BOTH
def test_index_without_a_grade_is_shaded_between_its_ends(width):
    """In 2010 grade 1 ended at 2 and grade 2 began at 3."""
    shapes = getattr(ki67_cut_offs(), width)["layout"]["shapes"]
    bands = [(shape["x0"], shape["x1"]) for shape in shapes if shape.get("xref") == "x"]

    assert bands == [figure("who-2010-gap.ungraded-ki67").value.bounds()]


def test_title_says_the_limit_and_the_gap():
    """Both numbers come from the evidence."""
    assert ki67_cut_offs().title.replace("\N{NO-BREAK SPACE}", " ") == (
        "Exactly 20 % is grade 3 in no scheme, and the gap below 3 % is closed"
    )


def test_axis_says_where_it_ends():
    """Whoever sees 25 at the right end must not take it for the whole."""
    assert "the axis ends at 25\N{NO-BREAK SPACE}%" in ki67_cut_offs().subtitle
