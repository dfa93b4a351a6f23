"""How well a number is checked is seen from the shape of its mark, not from its colour alone."""

from fractions import Fraction
from itertools import pairwise

import pytest

from netlearn.errors import KnowledgeError
from netlearn.evidence import Figure, fact
from netlearn.figures.drawing import Axis, draw
from netlearn.figures.rows import Heading, RangeRow
from netlearn.value import Value

SINGLE, RANGE = (Fraction(40), Fraction(40)), (Fraction(20), Fraction(60))


def row(ends, checked="abstract", bound="", label="Response"):
    value = Value(*ends, bound=bound, unit="%")
    figure = Figure("E99.x", "E99", "response", value, "patients", (), checked, None, "", "errata")
    return RangeRow.of(label, "89 patients", figure)


def mark(*args, **kwargs):
    """The one mark of a drawing with one row."""
    return draw([row(*args, **kwargs)], "wide")["data"][0]


def key(*rows):
    """The words of the key, in the last lines of the drawing."""
    notes = draw(rows, "wide")["layout"]["annotations"]
    return [note["text"] for note in notes if note.get("yref") == "paper"]


@pytest.mark.parametrize(
    ("checked", "symbol"),
    [
        ("abstract", "circle"),
        ("recalled", "circle-open"),
        ("second-hand", "circle-open"),
        ("as-printed", "line-ns-open"),
    ],
)
def test_checked_is_solid_recalled_hollow_printed_a_bar(checked, symbol):
    """The three marks of a single value."""
    assert mark(SINGLE, checked)["marker"]["symbol"] == symbol


def test_range_is_a_bar_from_low_to_high():
    """A range is no point in the middle."""
    drawn = mark(RANGE)

    assert (drawn["type"], drawn["base"], drawn["x"]) == ("bar", [20], [40])


def test_recalled_range_is_hollow():
    """A recalled range has the ground's colour inside and an edge."""
    assert mark(RANGE, "recalled")["marker"]["color"] == "var(--nl-paper)"
    assert mark(RANGE, "recalled")["marker"]["line"]["width"] > mark(RANGE)["marker"]["line"]["width"] == 0


def test_upper_limit_is_a_tick_at_the_end_of_a_line():
    """A limit is neither a value nor a range of what was found."""
    drawn = mark((None, Fraction(40)), bound="<=")

    assert (drawn["x"], drawn["marker"]["size"]) == ([0, 40], [0, 16])


def test_limit_that_is_not_included_has_a_gap_before_its_tick():
    """Under 40 does not reach 40."""
    x = mark((None, Fraction(40)), bound="<")["x"]

    assert x[0] == 0 and x[1] < x[-1] == 40 and x[2] is None


@pytest.mark.parametrize("bound", [">", ">="])
def test_lower_limit_is_a_line_from_the_end_of_the_axis(bound):
    """Over 40 is everything up to 100."""
    x = mark((Fraction(40), None), bound=bound)["x"]

    assert (x[0], x[-1]) == (100, 40)
    assert (None in x) == (bound == ">")


def test_value_of_a_lower_limit_stands_on_its_free_side():
    """The line runs to the right, so the value is written on the left."""
    notes = draw([row((Fraction(40), None), bound=">")], "wide")["layout"]["annotations"]

    assert next(note["xanchor"] for note in notes if note["text"].startswith("<b>")) == "right"


def test_axis_can_end_elsewhere():
    """Numbers and unit are those asked for."""
    axis = draw([row(SINGLE)], "wide", Axis(28, (0, 25)))["layout"]["xaxis"]

    assert (axis["range"], axis["ticktext"]) == ([0, 28], ["0", "25\N{NO-BREAK SPACE}%"])


@pytest.mark.parametrize(("high", "side"), [(75, "left"), (76, "right")])
def test_value_moves_left_of_its_mark_where_the_axis_ends(high, side):
    """Beyond three quarters of the axis the value would not fit on the right; ``xanchor`` names its near side."""
    notes = draw([row((Fraction(60), Fraction(high)))], "wide")["layout"]["annotations"]

    assert next(note["xanchor"] for note in notes if note["text"].startswith("<b>")) == side


def test_key_names_each_kind_of_mark_once():
    """Only what is drawn is explained, and once."""
    assert key(row(RANGE), row(RANGE), row(SINGLE, "recalled")) == [
        "range, abstract or page read",
        "value, recalled, not yet checked",
    ]


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_rows_do_not_touch(width):
    """A long label makes its row higher, so marks keep their distance."""
    long = "A label that is longer than the column beside the marks can hold in one line"
    drawing = draw([row(RANGE), row(RANGE, label=long), row(RANGE)], width)
    places = [trace["y"][0] for trace in drawing["data"]]

    assert all(lower - upper >= 34 for upper, lower in pairwise(places))
    assert drawing["layout"]["yaxis"]["range"][0] > places[-1]


def test_heading_is_no_mark():
    """Words over rows add nothing to the data."""
    assert len(draw([Heading("Later papers"), row(RANGE)], "wide")["data"]) == 1


def test_hover_says_what_the_evidence_card_says():
    """Value, claim, among whom, where from and how well checked."""
    text = mark(SINGLE)["hovertext"]

    assert all(part in text for part in ("40\N{NO-BREAK SPACE}%", "89 patients", "Erratum E99", "checked against"))


def test_row_of_a_fact_without_a_value_is_refused():
    """There is nothing to draw."""
    with pytest.raises(KnowledgeError, match="2-07: value"):
        RangeRow.of("Symptoms", "patients", fact("2-07"))
