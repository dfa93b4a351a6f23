"""The figure of chapter 4.1 puts each trial where its Ki-67 index ends."""

import json
import re

import pytest

from netlearn.clinic.cases import case
from netlearn.evidence import figure
from netlearn.figures import Link
from netlearn.figures.analogues import whose_trial
from netlearn.figures.lanes import Bar, Lane, Scale, lanes_figure
from netlearn.figures.template import LIGHT

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
EACH = pytest.mark.parametrize("make", [whose_trial])
DAY = 1440  # minutes


def bars(made, width):
    """The ends of each bar, on the axis as it is drawn."""
    return [(trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in getattr(made, width)["data"]]


@BOTH
def test_tomas_lies_beyond_the_index_of_clarinet_and_vera_within(width):
    """The upright lines are the indices of the two patients of the book."""
    made = whose_trial()
    lines = [shape["x0"] for shape in getattr(made, width)["layout"]["shapes"]]
    limit = bars(made, width)[0][1]

    assert lines == [case("vera@4.1").known["ki67_percent"], case("tomas@2").known["ki67_percent"]]
    assert lines[0] < limit == figure("clarinet.ki67-below").value.bounds()[-1] < lines[1]


@BOTH
def test_what_is_not_known_well_is_hollow(width):
    """PROMID, of whose index no limit was read."""
    hollow = [trace["marker"]["color"] == "var(--nl-paper)" for trace in getattr(whose_trial(), width)["data"]]

    assert hollow == [False, True]


@EACH
def test_table_leads_to_the_source_of_each_lane(make):
    """Every lane has one link, and its text is the value."""
    cells = [row[-1] for row in make().table[1:]]

    assert all(isinstance(cell, Link) and cell.text == cell.source.value.text() for cell in cells)


@EACH
@BOTH
def test_colours_have_a_light_value(make, width):
    """JupyterLab knows every colour that is drawn."""
    assert set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(make(), width)))) <= set(LIGHT)


def test_a_bar_ends_with_its_axis():
    """What lies beyond an axis is drawn to its end."""
    lane = Lane("a", "b", (Bar(-5, 30),), "c")

    assert bars(lanes_figure([lane], Scale(0, 20, ()), name="x", title="", subtitle="", caption=""), "wide") == [
        (0, 20)
    ]


def test_words_say_each_lane():
    """The text alternative names every lane, and the upright lines."""
    assert "Vera 4 %, Tomas 12 %" in whose_trial().alt.replace("\N{NO-BREAK SPACE}", " ")
