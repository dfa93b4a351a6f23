"""The figure of chapter 4.2 draws two arms and their difference with what may be true of each."""

import json
import re

import pytest

from netlearn.evidence import figure
from netlearn.figures import Link
from netlearn.figures.interferon import difference, interval, two_arms
from netlearn.figures.template import LIGHT

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])


def ends(made, width):
    """The ends of each bar in the order of the drawing: hollow, then block, for each lane."""
    return [(trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in getattr(made, width)["data"]]


@BOTH
def test_each_block_stands_at_what_was_seen(width):
    """36.6 and 56.8 per cent alive, and 20.2 points between them."""
    middles = [round((low + high) / 2, 1) for low, high in ends(two_arms(), width)[1::2]]

    assert middles == [36.6, 56.8, 20.2]


@BOTH
def test_no_difference_lies_within_what_may_be_true(width):
    """It was not significant: the hollow stretch crosses zero, and reaches far beyond it."""
    made = two_arms()
    low, high = ends(made, width)[4]
    (line,) = getattr(made, width)["layout"]["shapes"]

    assert line["x0"] == 0
    assert low < 0 < 2 * figure("E05.survival-difference").value.low < high


def test_a_larger_trial_tells_more():
    """The interval halves with four times the patients."""
    small, large = (interval(50, patients) for patients in (25, 100))

    assert round((small[1] - small[0]) / (large[1] - large[0]), 6) == 2


def test_a_difference_turns_with_its_arms():
    """Which arm is taken from which decides the sign."""
    low, high = difference(36.6, 35, 56.8, 33)

    assert difference(56.8, 33, 36.6, 35) == pytest.approx((-high, -low))


def test_table_leads_to_each_source():
    """The three values are links to the erratum that holds them."""
    found = [cell.source.id for row in two_arms().table[1:] for cell in row if isinstance(cell, Link)]

    assert found == ["E05.survival-octreotide", "E05.survival-combination", "E05.survival-difference"]


@BOTH
def test_colours_have_a_light_value(width):
    """JupyterLab knows every colour that is drawn."""
    assert set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(two_arms(), width)))) <= set(LIGHT)
